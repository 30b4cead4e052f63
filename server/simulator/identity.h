// Numbers and ids as Meta makes them (cloud-api §13.8, §14). Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace roost::simulator {

// WhatsApp's id of a dialled number; Mexico, Argentina and Brazil differ from what was dialled. Empty if the
// text has fewer than 7 or more than 15 digits, or other characters than digits, "+ - ( ) ." and spaces.
std::string wa_id_of(std::string_view dialled);

// True for a business-scoped id such as "US.1349"; false for a number.
bool is_user_id(std::string_view id);

std::string base64(std::string_view bytes);
// Empty if the text is not base64.
std::string from_base64(std::string_view text);

// The same seed gives the same ids in the same order. Not synchronised.
class IdMaker {
  public:
    explicit IdMaker(std::uint64_t seed) : state_(seed) {}

    std::string outbound_wamid(std::string_view wa_id) { return wamid(wa_id, false); }
    std::string inbound_wamid(std::string_view wa_id) { return wamid(wa_id, true); }
    std::string object_id();  // sixteen digits: media, templates
    std::string trace_id();
    std::string conversation_id();
    std::uint64_t next();  // 64 bits of chance
    // Evenly spread over first … last, both included.
    std::int64_t between(std::int64_t first, std::int64_t last);

  private:
    std::string wamid(std::string_view wa_id, bool is_inbound);
    std::string hex(std::size_t digits, std::string_view alphabet);

    std::uint64_t state_;
};

}  // namespace roost::simulator
