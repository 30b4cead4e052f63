// What the use cases stand on. Everything outlives them; nothing is owned here.
#pragma once

namespace roost {

class Store;
class Clock;
class ConnectedNumbers;
struct Config;
struct Gate;

struct Deps {
    Store& store;
    Clock& clock;
    const Config& config;
    Gate& gate;
    ConnectedNumbers& numbers;
};

}  // namespace roost
