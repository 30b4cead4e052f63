// Typed calls to the server. Renews the access token when it has run out, once for all who wait for it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client-wasm/platform/platform.h"
#include "shared/base/ids.h"
#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/model/account_notice.h"
#include "shared/model/apply.h"
#include "shared/model/message_template.h"
#include "shared/model/record_link.h"
#include "shared/wire/search.h"
#include "shared/wire/send.h"
#include "shared/wire/snapshot.h"

namespace roost::net {

struct SessionGrant {
    std::string access_token;
    Profile agent;
    std::optional<RecordLink> record = {};  // that the page around this one is about, as that page says
};

// What became of an attempt to sign in.
struct SignInAnswer {
    Result<SessionGrant> grant;
    int wait = 0;      // how many seconds the server wants to be left alone; 0 = it does not say
    std::string code;  // its word for the refusal
};

enum class PageSide { kNewest, kBefore, kAfter, kAround };

struct FileLink {
    std::string url;
    UnixMillis expires_at = 0;
};

struct SearchCall {
    std::string question;
    ConversationId conversation;  // 0 = everywhere
    std::string cursor;           // of the page before; empty = the first
    int limit = 0;
};

struct TemplateQuery {
    AccountId account;      // 0 = of all
    std::string after;      // the cursor of the page before; empty = the first one
    bool is_whole = false;  // those too that may not be sent
};

struct ListCall {
    std::optional<Platform> platform;
    std::optional<RecordRef> record;
    std::optional<AgentId> assignee;  // who looks after them; none = nobody
    std::optional<TeamId> team;       // whose they are; none = no team's
    std::optional<ListPlace> before;
};

struct TemplatePage {
    std::vector<MessageTemplate> templates;
    std::string next;  // asks for the page after it; empty = it was the last
};

// Why a template was not taken.
struct FieldProblem {
    std::string field;  // empty = the whole
    std::string code;
    std::string sentence;
};
struct TemplateFailure {
    Error error;  // kUnavailable with a sentence: Meta does not answer
    std::vector<FieldProblem> fields;
};

// Errors: kUnavailable = nobody answered or the server is in trouble, try again; kUnauthorized = sign in
// anew; every other one is the server's last word, with its sentence.
template <class T>
using Callback = std::function<void(Result<T>)>;

// One thread. Callbacks run inside deliver() only, in the order of arrival.
class ApiClient {
  public:
    explicit ApiClient(platform::Platform& platform) : platform_(platform) {}

    // Runs the callbacks of answers that came since the last call. Returns whether there were any.
    bool deliver();

    // An empty `code` is not sent.
    void sign_in(
        const std::string& email,
        const std::string& password,
        const std::string& code,
        std::function<void(const SignInAnswer&)> done
    );
    // From the refresh cookie.
    void renew(Callback<SessionGrant> done);
    void sign_out();
    void forget() { token_.clear(); }  // another tab signed out

    // What has no type of its own: the settings' lists and changes. An answer without a body is null.
    void ask(std::string_view method, const std::string& path, std::string body, Callback<Json> done);
    // The same with the answer as it came, after `timeout` at the latest; 0 = as long as for any other.
    void ask_whole(
        std::string_view method,
        const std::string& path,
        std::string body,
        UnixMillis timeout,
        std::function<void(platform::Response)> done
    );
    void audit_table(Callback<std::string> done);
    // Told whenever the server says that this agent may not do something.
    void when_forbidden(std::function<void()> told) { forbidden_ = std::move(told); }

    void brand(Callback<Json> done);  // needs no session
    void snapshot(Callback<Snapshot> done);
    void notices(Callback<std::vector<AccountNotice>> done);  // kForbidden but for administrators
    // `done` whether it succeeded or not: one that is still there comes back with the next list.
    void dismiss_notice(std::int64_t id, std::function<void()> done);
    // The newest messages, or those on one side of `edge`.
    void messages(ConversationId id, PageSide side, MessageId edge, Callback<MessagePage> done);
    // Those that may be sent, or all, after the page whose `next` is given.
    void templates(const TemplateQuery& wanted, Callback<TemplatePage> done);
    // Absent: it was taken. An empty id is a new one, an empty body deletes it.
    void change_template(
        const std::string& id,
        std::string body,
        std::function<void(const std::optional<TemplateFailure>&)> done
    );
    void search(const SearchCall& call, Callback<SearchPage> done);
    void conversations(const ListCall& call, Callback<ConversationPage> done);
    void conversation(ConversationId id, Callback<Conversation> done);
    void send(ConversationId id, const SendRequest& request, Callback<Message> done);
    // What the server then has of it is known by its id.
    platform::UploadId upload(
        int file, std::string_view kind, platform::ProgressCallback progress, Callback<MediaCopy> done
    );
    void cancel_upload(platform::UploadId id) { platform_.cancel_upload(id); }
    void retry(MessageId id, Callback<bool> done);
    // Success: an event brings the row.
    void mark_unreachable(ConversationId id, Callback<bool> done);
    void retry_media(MessageId id, Callback<bool> done);
    // An address of the file that needs no session.
    void file_link(const std::string& file, Callback<FileLink> done);
    void mark_read(ConversationId id, MessageId up_to);

    // For the stream, which the owner opens itself.
    // `sight`: the mark of the snapshot that it goes on from; empty = it had none.
    platform::Request event_request(EventSeq since, std::string_view sight) const;

  private:
    using Answer = std::function<void(platform::Response)>;

    void call(const platform::Request& request, Answer done);
    void call_once(platform::Request request, Answer done);
    void finish_renewal(const Result<SessionGrant>& grant);
    Answer opening_session(Callback<SessionGrant> done);
    void post_session(const std::string& path, std::string body, Answer done);

    platform::Platform& platform_;
    std::string token_;
    std::vector<std::pair<Answer, platform::Response>> arrived_;
    std::vector<Callback<SessionGrant>> waiting_for_token_;
    std::function<void()> forbidden_;
};

bool is_success(const platform::Response& response);
// What a refused or unanswered call means, with the sentence of its problem document, in English, or the
// number of the status; empty if there was no answer.
Error error_of(const platform::Response& response);

}  // namespace roost::net
