// What customers see of the number (cloud-api §5). Pure; not synchronised.
#pragma once

#include <string>

#include "server/simulator/exchange.h"
#include "server/simulator/message_checks.h"

namespace roost::simulator {

class Profile {
  public:
    Profile();

    // {"data": [{…}]} with the members that `fields` names, between commas; empty = all.
    Json page(const std::string& fields) const;
    // What is in the body, if all of it can be taken; 100 naming what cannot.
    Refusal change(const Json& body);

  private:
    Json members_;
};

}  // namespace roost::simulator
