#include "client-wasm/words/profile.h"

namespace roost {

constexpr ProfileWords kEnglishProfile{
    .open = "Business profile",
    .title = "Business profile of {0}",
    .note = "Customers see this when they open the number’s profile in WhatsApp.",
    .about = "About",
    .address = "Address",
    .description = "Description",
    .email = "E-mail",
    .website = "Website",
    .second_website = "Second website",
    .vertical = "Kind of business",
    .picture = "Profile picture",
    .picture_note = "A JPEG or PNG; a square of at least 640 × 640 pixels looks best.",
    .saved = "The profile is saved.",
    .refused = "Meta refused: {0}",
    .faults =
        {{"This is longer than Meta allows.",
          "Meta wants at least one character here.",
          "This is not an e-mail address.",
          "This must be an address that begins with https:// or http://",
          "Meta does not know this kind of business.",
          "The picture must be a JPEG or PNG of at most 5 MB."}},
    .verticals =
        {{"Alcoholic drinks",
          "Clothing",
          "Cars",
          "Beauty",
          "Education",
          "Entertainment",
          "Event planning",
          "Finance",
          "Public service",
          "Groceries",
          "Health",
          "Hotel",
          "Non-profit",
          "Online gambling",
          "Medicines without prescription",
          "Other",
          "Gambling on the premises",
          "Professional services",
          "Restaurant",
          "Shopping",
          "Travel"}},
    .did_change = "Changed a business profile"};

}  // namespace roost
