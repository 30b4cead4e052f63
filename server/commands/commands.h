// The subcommands of `roost`: each gets the arguments after its name and returns the exit code.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace roost {

using Arguments = std::vector<std::string>;

// Runs what the first argument names. `serve` is the program's own, since it names concrete classes.
int run_command(const Arguments& arguments, const std::function<int(const Arguments&)>& serve);

int add_agent_command(const Arguments& arguments);
int two_factor_off_command(const Arguments& arguments);
int doctor_command(const Arguments& arguments);
int backup_command(const Arguments& arguments);
int restore_command(const Arguments& arguments);
int verify_command(const Arguments& arguments);
int rotate_key_command(const Arguments& arguments);
int simulate(const Arguments& arguments);

// The sentence on standard error; the exit code for it.
int report_failure(const Error& error);

}  // namespace roost
