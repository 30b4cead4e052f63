// The link that opens a chat with the customer in WhatsApp, and the same for cameras.
#include "shared/model/chat_link.h"

#include "server/app/find_visible.h"
#include "server/app/qr_code.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/paging.h"
#include "server/routes/routes.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

struct ChatLink {
    std::string url;
    std::vector<std::string> squares;
    std::string file;  // how the picture of them is called
};

Result<ChatLink> find_link(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<ConversationId>(request));
    ASSIGN_OR_RETURN(const auto row, find_visible_conversation(deps, who, id));
    if (row.wa_id.empty()) return fail(ErrorCode::kConflict, "Of this person no telephone number is known.");
    const auto text = request.query_value("text").value_or("");
    RETURN_IF_ERROR(check_chat_text(text));
    ChatLink link{chat_link(row.wa_id, text), {}, "whatsapp-" + row.wa_id + ".svg"};
    link.squares = qr_rows(link.url);
    if (link.squares.empty())
        return fail(ErrorCode::kInvalid, "'text' is too long for a code that cameras read.");
    return link;
}

Reply link_reply(const Result<ChatLink>& link) {
    if (!link) return error_reply(link.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("url").string(link->url);
                          out.key("qr").begin_array();
                          for (const auto& row : link->squares)
                              out.string(row);
                          out.end_array().key("svg").string(qr_svg(link->squares));
                          out.key("file").string(link->file).end_object();
                      }));
}

}  // namespace

void bind_chat_link(Router& router, const RouteDeps& on) {
    const auto answer = [&deps = on.deps](const Request& request, const Principal& who) {
        return link_reply(find_link(deps, request, who));
    };
    router.add(
        "GET", "/api/v1/conversations/{id}/chat-link", for_any_reach(on.deps, Permission::kRead, answer)
    );
}

}  // namespace roost
