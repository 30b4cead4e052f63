#include "client-wasm/app/commands.h"

#include <tuple>
#include <utility>

namespace roost {

Commands::Commands() = default;
Commands::~Commands() = default;

template <class Asked>
void Commands::push_back(Asked command) {
    all_.emplace_back(std::in_place_type<Asked>, std::move(command));
}

template <class Asked>
bool Commands::ends_with() const {
    return !all_.empty() && std::holds_alternative<Asked>(all_.back());
}
template bool Commands::ends_with<SendVoice>() const;

std::size_t Commands::size() const {
    return all_.size();
}

bool changes_the_view(const Command& command) {
    return !std::holds_alternative<SaveDraft>(command) && !std::holds_alternative<MarkRead>(command) &&
           !std::holds_alternative<KeepTemplateSheets>(command) &&
           !std::holds_alternative<LoadPicture>(command);
}

// Naming a member function compiles it: here once for each alternative. Seen by other files, or an optimiser
// would leave them out.
template <class Variant>
struct EachAlternative;
template <class... Asked>
struct EachAlternative<std::variant<Asked...>> {
    static constexpr std::tuple kPushes{
        static_cast<void (Commands::*)(Asked)>(&Commands::push_back<Asked>)...};
};
template struct EachAlternative<Command>;

}  // namespace roost
