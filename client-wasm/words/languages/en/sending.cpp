#include "client-wasm/words/sending.h"

namespace roost {

constexpr SendingWords kEnglishSending{
    .uploads =
        {.blocked = "{0} cannot be sent: {1}",
         .take_back = "Stop sending {0}",
         .taken_back = "{0} was not sent and is among the attachments again",
         .percent = "{0}% sent",
         .page_closed = "The page was closed before the file was sent. Attach it again.",
         .convert = "Convert to JPEG",
         .shrink = "Make it smaller",
         .converting = "Converting…",
         .cannot_convert = "This browser cannot convert the picture. Save it as JPEG and attach it again.",
         .converted = "{0} can be sent now",
         .only_whatsapp = "Files can be sent on WhatsApp only"},
    .voice =
        {.record = "Record a voice message",
         .recording = "Recording",
         .asking = "Allow the microphone in your browser",
         .discard = "Discard the recording",
         .stop = "Stop and listen",
         .play = "Play the recording",
         .pause = "Pause the recording",
         .send = "Send the voice message",
         .refused = "The browser does not let Roost use the microphone. Allow it in the page's settings.",
         .withheld =
             "The page around Roost keeps the microphone to itself. Whoever runs that page can allow it.",
         .missing = "No microphone was found",
         .broken = "This browser cannot record here"},
    .editor =
        {.files = "Photos and files",
         .location = "Location",
         .contact = "Contact",
         .buttons = "Reply buttons",
         .list = "List of choices",
         .link = "Link button",
         .ask_location = "Ask for the location",
         .header = "Heading (optional)",
         .body = "Text",
         .footer = "Small print (optional)",
         .button = "Button {0}",
         .opens_list = "Button that opens the list",
         .entry = "Entry {0}",
         .about_entry = "More about entry {0} (optional)",
         .add_entry = "Add an entry",
         .section = "Section {0}",
         .add_section = "Add a section",
         .label = "Words on the button",
         .address = "Address of the page",
         .name = "Name",
         .phone = "Telephone number",
         .known = "From your conversations",
         .phone_needed = "A telephone number is missing",
         .differs = "Two buttons cannot be the same"},
    .repair =
        {.manager = "WhatsApp Manager",
         .choose_file = "Choose a file",
         .choose_template = "Choose a template",
         .wait = "Again from {0}",
         .mark_unreachable = "Mark as unreachable",
         .is_unreachable = "Cannot be reached on WhatsApp"},
};

}  // namespace roost
