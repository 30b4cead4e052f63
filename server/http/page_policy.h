// The Content-Security-Policy of a page of ours.
#pragma once

#include <string>
#include <string_view>

namespace roost {

// Nothing but what this server serves, and the scripts and styles that stand in `html` itself, each by its
// SHA-256. They are the elements written exactly <script> and <style>; a page without them (or a file that is
// no page) may run none.
std::string page_policy(std::string_view html);

}  // namespace roost
