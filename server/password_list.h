// The list of common passwords, as a package of this machine has it: none is carried along.
#pragma once

#include <string>

#include "server/app/password_rules.h"

namespace roost {

struct PasswordList {
    CommonPasswords passwords;
    std::string file;  // where it was found; empty = nowhere
};

// Of `file` if it is named, else of the first place where Debian's packages put one (john-data, then
// cracklib-runtime). Without one the other rules hold alone.
PasswordList load_password_list(const std::string& file);

}  // namespace roost
