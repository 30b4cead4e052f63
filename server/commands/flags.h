// "--name value" and "--name=value" for the subcommands whose few flags need no environment and no file.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace roost {

class Flags {
  public:
    // `with_value` and `switches` are the names known, without dashes. kInvalid naming the one that is not.
    static Result<Flags> parse(
        const std::vector<std::string>& arguments,
        const std::vector<std::string_view>& with_value,
        const std::vector<std::string_view>& switches
    );

    bool has(std::string_view name) const { return values_.find(name) != values_.end(); }
    std::string text(std::string_view name, std::string_view fallback) const;
    // kInvalid unless it is a whole number from 0 to 65535.
    Result<int> port(std::string_view name, int fallback) const;

  private:
    std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace roost
