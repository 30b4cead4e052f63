// What the server never knows: what is selected, written, scrolled. Views own their part of it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/app/editor_state.h"
#include "client-wasm/app/field_text.h"
#include "client-wasm/app/forward_state.h"
#include "client-wasm/app/player_state.h"
#include "client-wasm/app/records_state.h"
#include "client-wasm/app/search_state.h"
#include "client-wasm/app/settings_state.h"
#include "client-wasm/app/team_state.h"
#include "client-wasm/app/template_desk_state.h"
#include "client-wasm/app/template_state.h"
#include "client-wasm/app/writing_state.h"
#include "client-wasm/ui/brand.h"
#include "client-wasm/words/locale.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "shared/model/account_notice.h"
#include "shared/model/conversation.h"
#include "shared/model/inbox.h"
#include "shared/model/message.h"

namespace roost {

enum class ConnectionPhase { kConnecting, kCatchingUp, kLive, kOffline };

struct Connection {
    ConnectionPhase phase = ConnectionPhase::kConnecting;
    UnixMillis retry_at = 0;  // while offline
    UnixMillis since = 0;     // when this phase began

    bool operator==(const Connection&) const = default;
};

struct SignInState {
    FieldText email;
    FieldText password;
    std::string error;  // a sentence; empty = none
    bool wants_focus = true;
    bool wants_password_focus = false;
    UnixMillis wait_until = 0;  // before that the server takes no attempt
    bool is_busy = false;
    bool asks_code = false;  // the password was right, and is kept while the code is asked for
    FieldText code;
    bool wants_recovery_code = false;
    bool wants_code_focus = false;
};

// Rows of one platform, or of one record, that were loaded beyond what the whole list shows.
struct FilteredPages {
    std::optional<ListPlace> boundary;
    bool has_begun = false;
    bool has_more = true;
};

struct ConversationListState {
    std::optional<Platform> platform;
    std::map<Platform, FilteredPages> pages;
    std::optional<RecordLink> record;  // whose conversations alone are shown
    FilteredPages record_pages;
    std::optional<OwnerFilter> owner;  // the same for who looks after them
    FilteredPages owner_pages;
    bool is_loading_more = false;
    ConversationId cursor;  // moved by the keyboard
    bool wants_cursor_focus = false;
    bool wants_first_focus = false;  // as soon as there is a row
    int scroll_revision = 0;
    float scroll_to = 0;
    // Cache of the rows, valid for one revision of the list and one platform.
    std::vector<const Conversation*> rows;
    int rows_revision = -1;
    std::optional<Platform> rows_platform;
};

struct ComposerState {
    ConversationId conversation;
    FieldText draft;
    std::optional<Quote> reply_to = std::nullopt;  // what is answered, shown over the field
    bool wants_focus = false;
    EmojiPickerState picker;
    EmojiCompletionState completion;
};

// What is on its way for the open thread.
struct ThreadLoad {
    std::string error;  // how loading failed; empty = it did not
    bool is_loading_first = false;
    MessageId around;  // of the page that is on its way; 0 = the newest
    bool is_loading_older = false;
    bool is_loading_newer = false;
};

// Echoes of this client that the server has not taken yet.
struct QueueState {
    int waiting = 0;
};

// What lies over everything else and keeps the focus until it is closed.
enum class Overlay {
    kNone,
    kAccountMenu,
    kLanguageMenu,
    kHelp,
    kMessageMenu,
    kMessageInfo,
    kPalette,
    kViewer,
    kTemplates,
    kAttachMenu,
    kEditor,
    kTemplateDesk,
    kSettings,  // a dialog of theirs
    kConversationMenu,
    kBlockQuestion,
    kRecords,
    kStart,
    kChatLink,
    kAssign,
    kForward,
    kFilterMenu
};

// What was asked of Meta about one person, and why it was not done.
struct BlockingState {
    ConversationId conversation;
    bool is_busy = false;
    std::string error;  // a sentence; empty = none
};

// What is looked at in full size.
struct ViewerState {
    MessageId message;
    std::string file;   // that `url` and `error` are of
    std::string url;    // empty = still asked for
    std::string error;  // why there is none; empty = there is one, or will be
};

enum class ThemeChoice { kSystem, kLight, kDark };

struct UiState {
    bool is_signed_in = false;
    bool is_starting = true;  // the first refresh is not answered yet
    bool has_snapshot = false;
    std::string snapshot_error;
    SignInState sign_in;
    ConversationId open;
    ConversationListState list;
    ComposerState composer;
    ThreadLoad load;
    ThreadTarget target;
    ListSearch search;
    ThreadSearch thread_search;
    SearchRun palette_search;
    Connection connection;
    QueueState queue;
    EmojiState emoji;
    TrayState tray;
    SentFiles sent_files;
    VoiceState voice;
    TemplateState templates;
    TemplateDesk desk;
    Settings settings;
    EditorState editor;
    BlockingState blocking;
    RecordsState records;
    StartState start;
    ChatLinkState chat_link;
    AssignState assign;
    ForwardState forward;
    TeamsPage teams;
    float menu_x = 0;  // where the conversation's menu, or that of the filter, has its upper end
    float menu_y = 0;
    float attach_x = 0;  // where the menu of what else can be sent has its lower corner
    float attach_y = 0;
    Overlay overlay = Overlay::kNone;
    ViewerState viewer;
    PlayerState player;
    ThemeChoice theme = ThemeChoice::kSystem;
    ui::Brand brand;
    float list_width = 0;  // as the reader drew it; 0 = never
    Locale locale;
    bool has_words = false;  // of the reader's language: nothing is drawn before
    std::string language;    // the tag the reader chose; empty = as the system has it
    bool is_page_visible = true;
    bool reads_latest = false;           // the end of the open thread is on the screen, as of the last frame
    std::vector<AccountNotice> notices;  // the newest first; only administrators have some
    std::vector<std::string> permissions;   // as the server names them
    std::vector<std::string> record_types;  // that conversations can be linked to
    bool is_narrow = false;                 // this page sees one record or person alone
    bool is_of_person = false;              // … one person
    std::optional<RecordLink> page_record;  // that one, as the page around this one calls it
    std::string my_role;
    std::string my_name;
    std::string my_email;
    // Rise with every change of the rows, and of the open thread.
    int list_revision = 0;
    int thread_revision = 0;
};

// As the server names what it lets somebody do.
namespace permission {
inline constexpr std::string_view kSend = "send";
inline constexpr std::string_view kTend = "tend";
inline constexpr std::string_view kManageTemplates = "manage_templates";
inline constexpr std::string_view kReadNotices = "read_notices";
inline constexpr std::string_view kManagePeople = "manage_people";
inline constexpr std::string_view kManageApiKeys = "manage_api_keys";
inline constexpr std::string_view kReadAuditLog = "read_audit_log";
inline constexpr std::string_view kReadWebhookLog = "read_webhook_log";
inline constexpr std::string_view kManageAccounts = "manage_accounts";
inline constexpr std::string_view kManageSites = "manage_sites";
inline constexpr std::string_view kOwnAccount = "own_account";
}  // namespace permission

// What may not be done is not offered.
bool may(const UiState& state, std::string_view permission);
// What the server lets only those do who see the whole inbox.
bool may_everywhere(const UiState& state, std::string_view permission);
// To say who looks after a conversation.
bool can_assign(const UiState& state);
// To link conversations and messages to records, and to take that back.
bool can_link(const UiState& state);
// A conversation with a number.
bool can_start(const UiState& state);
// To block whom the conversation is with, or to let them in again.
bool can_change_block(const UiState& state, const Conversation& row);
bool may_open(const UiState& state, SettingsSection section);
bool shows_settings(const UiState& state);
// A voice note is on its way, in the conversation that is open.
bool shows_voice(const UiState& state);

}  // namespace roost
