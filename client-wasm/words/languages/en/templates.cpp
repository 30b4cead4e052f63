#include "client-wasm/words/templates.h"

namespace roost {

constexpr TemplateWords kEnglishTemplates{
    .title = "Templates",
    .open = "Choose a template",
    .close = "Close",
    .back = "All templates",
    .hint = "Choose a template to fill it in",
    .preview = "Preview",
    .send = "Send template",
    .list = "Templates to choose from",
    .search = {.one = "Search {0} template", .other = "Search {0} templates"},
    .all = "All",
    .utility = "Utility",
    .marketing = "Marketing",
    .authentication = "Authentication",
    .closed = "Closed: {0}",
    .free_until = "Templates are free of charge until {0}.",
    .loading = "Loading the templates…",
    .none = "No approved templates yet",
    .none_note = "Templates appear here once Meta has approved them.",
    .nothing = "No template like this",
    .gap = "Text {0}",
    .heading_gap = "Heading {0}",
    .choose_file = "Choose a file",
    .replace = "Replace",
    .place_name = "Name of the place",
    .place_address = "Street and town",
    .latitude = "Latitude",
    .longitude = "Longitude",
    .link_end = "End of the link “{0}”",
    .code = "Code",
    .example = "For example {0}",
    .needed = "This is still missing",
    .file_needed = "Choose a file first",
    .file_waits = "The file is not here yet",
    .link_needed = "An address that begins with https:// is missing",
    .place_needed = "Latitude and longitude are missing, such as -4.05 and 39.67",
    .forbidden = "No line breaks, tabs or long gaps are allowed here",
    .unfillable = "This template cannot be filled in here"};

}  // namespace roost
