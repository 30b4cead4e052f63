// `--name value` pairs of a command line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roost::bench {

class Arguments {
  public:
    Arguments(int count, char** values);

    // The value after --name, or `otherwise`.
    std::string text(std::string_view name, std::string_view otherwise) const;
    // Ends the program with a sentence if the value is no whole number.
    int number(std::string_view name, int otherwise) const;

  private:
    std::vector<std::string> words_;
};

// Prints one sentence to stderr and ends the program with code 2.
[[noreturn]] void give_up(std::string_view sentence);

}  // namespace roost::bench
