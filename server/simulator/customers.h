// The people of the demo, who have a roof and want a solar installation on it. Tables and pure choices.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/simulator/account.h"

namespace roost::simulator {

enum class Side {
    kCustomer,
    kBusiness,
    kNotSent,  // the business tried, after the window had closed
};

struct PastLine {
    int minutes_ago;
    Side side;
    // A text, or a message body as JSON; "$previous" in it is the id of the line before.
    std::string_view body;
};

struct Persona {
    std::string_view wa_id;
    std::string_view name;                      // empty: the customer shows none
    std::span<const PastLine> past;             // read and answered long ago, oldest first
    std::span<const PastLine> recent;           // nobody has read it yet
    std::span<const std::string_view> answers;  // empty: does not write back
    std::span<const std::string_view> answers_to_questions;
    std::span<const std::string_view> openers;  // what this customer writes unasked
};

constexpr int in_hours(int hours) {
    return hours * 60;
}
constexpr int in_days(int days) {
    return days * 24 * 60;
}

std::span<const Persona> east_african_customers();
std::span<const Persona> asian_customers();
std::span<const Persona> western_customers();
std::span<const Persona> middle_eastern_customers();
std::vector<Persona> all_customers();

// Null if nobody has that number.
const Persona* customer_with(const std::vector<Persona>& customers, std::string_view wa_id);

// A line that fits what was asked; empty if the persona does not write back.
std::string_view choose_answer(const Persona& persona, std::string_view asked, IdMaker& chance);

// {"type", <type>: {…}, …} of a line of the tables.
Json content_of_line(std::string_view body, std::string_view previous_wamid);

// The `history` webhooks of everybody, newest days first as Meta sends them, a few threads in each.
std::vector<News> history_of(
    const BusinessNumber& number, const std::vector<Persona>& customers, IdMaker& ids, UnixMillis now
);

// The reasons of what `history` says was not sent, as the failed statuses that came at that time.
std::vector<News> failures_in(const std::vector<News>& history);

}  // namespace roost::simulator
