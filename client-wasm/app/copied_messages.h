// What a selection over several messages copies. Pure: from the model, since most of them may have no
// element.
#pragma once

#include <string>
#include <vector>

#include "client-wasm/platform/platform.h"
#include "client-wasm/words/locale.h"
#include "shared/model/message.h"

namespace roost {

struct CopyNames {
    std::string contact;
    std::string me;
};

// From the message with the node `first` through the one with `last`, which may stand the other way round;
// empty if either is not among them. `log` is the key of the node that holds the messages.
std::vector<platform::CopiedMessage> copied_messages(
    const std::vector<Message>& messages,
    ui::NodeKey log,
    ui::NodeKey first,
    ui::NodeKey last,
    const CopyNames& names,
    const Locale& locale
);

}  // namespace roost
