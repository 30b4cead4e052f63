// Turning samples into figures.
#pragma once

#include <chrono>
#include <vector>

namespace roost::bench {

using Moment = std::chrono::steady_clock::time_point;

inline Moment now() {
    return std::chrono::steady_clock::now();
}
double millis_between(Moment start, Moment end);

// The value below which `share` (0…1) of the samples lie; 0 for no samples.
double percentile(std::vector<double> samples, double share);

// Resident memory of another program in bytes; 0 if it is gone.
long resident_bytes(int pid);

// Allows as many open files as the system grants.
void raise_open_files();

}  // namespace roost::bench
