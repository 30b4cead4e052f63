// All a view may ask for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "client-wasm/app/record_commands.h"
#include "client-wasm/app/team_commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/pictures.h"
#include "client-wasm/ui/semantics.h"
#include "shared/base/ids.h"
#include "shared/model/conversation.h"
#include "shared/model/message.h"

namespace roost {

struct SignIn {
    std::string email;
    std::string password;
    std::string code = {};  // of the second step; empty = it was not asked for yet
};
struct SignOut {};
struct OpenConversation {
    ConversationId id;
};
struct CloseConversation {};
struct LoadMoreConversations {};
struct ShowPlatform {
    std::optional<Platform> platform;  // absent = all
};
struct LoadOlderMessages {
    ConversationId id;
};
struct LoadNewerMessages {
    ConversationId id;
};
// Back to the newest message, where a place further up is loaded.
struct JumpToLatest {
    ConversationId id;
};
// Opens the conversation if it is not open, loads what lies around the message, shows it and lets it flash.
struct GoToMessage {
    ConversationId conversation;
    MessageId message;
};
// Asked for in the whole inbox; empty = the list comes back.
struct SearchInbox {
    std::string text;
};
// The same, by other means than typing it: the field shows it and has the focus.
struct SearchFor {
    std::string text;
};
struct CloseSearch {};
// What the palette asks beside what it knows; empty = it was closed.
struct SearchPalette {
    std::string text;
};
struct SearchAgain {};  // after a failure
struct LoadMoreHits {};
struct OpenThreadSearch {};
struct CloseThreadSearch {};
struct SearchThread {
    std::string text;
};
struct StepHit {
    int step = 1;  // +1 = the next older one
};
struct ReloadThread {
    ConversationId id;
};
struct SendText {
    ConversationId id;
    std::string body;
    std::optional<Quote> reply_to = std::nullopt;
};
// What is in the tray of this conversation, a message each, and then the text unless it is empty. The first
// one is the reply.
struct SendFiles {
    ConversationId id;
    std::string text;
    std::optional<Quote> reply_to = std::nullopt;
};
// Of a file that the server does not have as a message yet: back into the tray.
struct TakeBackFile {
    ConversationId conversation;
    ClientRef ref;
};
struct RecordVoice {
    ConversationId id;
};
struct StopVoice {};  // to be listened to
struct DropVoice {};
// As soon as it is there.
struct SendVoice {
    std::optional<Quote> reply_to = std::nullopt;
};
struct PlayVoice {
    bool is_playing = true;
};
struct RetryEcho {
    ClientRef ref;
};
// Empty: what stands is taken back.
struct React {
    ConversationId conversation;
    std::string target_wamid;
    std::string emoji;
};
// Asked for unless they are there or on their way; `is_anew` after a failure.
struct LoadTemplates {
    bool is_anew = false;
    bool is_whole = false;   // those too that may not be sent, for who changes them
    AccountId account = {};  // else what may be sent from it
};
// What is written of the template `id`, or of a new one, goes to Meta: `body` is proposal_body().
struct SubmitTemplate {
    std::string id;
    std::string body;
};
// What is begun is there again after a reload.
struct KeepTemplateSheets {};
struct RemoveTemplate {
    std::string id;
};
// The picker, with the words of a message that came too late for the 24-hour window.
struct OpenTemplates {
    ConversationId id;
    std::string text;
    ClientRef instead_of =
        {};  // of a message that never reached the server; it goes when the template is sent
};
// Again, after a failure.
struct UploadTemplateFile {
    int file = 0;  // the platform's number
};
struct SendTemplate {
    ConversationId id;
    Template content;  // as the customer will read it; `raw` names template and values
};
// From an editor: anything but words, files and templates.
struct SendContent {
    ConversationId id;
    Content content;
};
// Into other conversations, as it is.
struct ForwardMessage {
    ConversationId from;
    MessageId message;
    std::vector<ConversationId> to;
};
// WhatsApp is no way to this person: colleagues see it, until the person writes.
struct MarkUnreachable {
    ConversationId id;
};
// At Meta, of whom the conversation is with: blocked or let in again.
struct ChangeBlock {
    ConversationId id;
    bool is_blocked = true;
};
struct CopyText {
    std::string text;
};
struct RetryMessage {
    MessageId id;
};
struct DropEcho {
    ConversationId conversation;
    ClientRef ref;
};
// A file that Roost could not get from Meta.
struct RetryMedia {
    MessageId id;
};
struct LoadPicture {
    ui::PictureWish wish;
};
// A PDF in the browser's own viewer; everything else is downloaded under its name.
struct OpenFile {
    std::string file;
    std::string name;
    std::string mime_type;
};
// A picture or film in full size.
struct OpenViewer {
    MessageId message;
};
// The address of what the viewer shows.
struct ViewFile {
    std::string file;
};
struct ZoomPhoto {
    ui::NodeKey photo = 0;
    float factor = 1;  // 0 = all of it is shown again
};
// One sound plays at a time.
struct PlaySound {
    std::string file;
    MessageId message;
};
struct PauseSound {};
struct SeekSound {
    std::string file;
    MessageId message;
    float at = 0;  // seconds
};
struct ChangeSpeed {};
// How loud it is from beginning to end.
struct LoadSound {
    std::string file;
};
struct SaveDraft {
    ConversationId id;
    std::string text;
};
struct ChooseTheme {
    ThemeChoice theme = ThemeChoice::kSystem;
};
// The list of the reader's language, unless it is there or on its way.
struct LoadEmoji {};
struct InsertEmoji {
    ui::NodeKey field = 0;
    std::string text;
    std::string sign;  // without its tone, as it is remembered
    int replaced = 0;  // UTF-16 units before the caret that it stands for
};
struct ChooseTone {
    emoji::Tone tone = 0;
};
struct ChooseFiles {};
struct RemoveAttachment {
    ConversationId conversation;
    int file = 0;
};
struct ConvertImage {
    int file = 0;
};
struct Say {
    std::string sentence;
    bool is_urgent = false;
};
struct ChooseLanguage {
    std::string tag;  // empty = as the system has it
};
// The reader knows it now.
struct DismissNotice {
    std::int64_t id = 0;
};
// Of the settings; kNone leaves them.
struct OpenSettings {
    SettingsSection section = SettingsSection::kSections;
};
// Once more, after a failure.
struct LoadSettings {
    SettingsSection section = SettingsSection::kNone;
};
struct LoadOlderEntries {};  // of the audit log
struct DoInSettings {
    SettingsTask task = SettingsTask::kPassword;
    std::string id;    // empty = it is about nothing that has one
    std::string body;  // JSON, as the server takes it
};
struct ExportLog {};
struct ResizeList {
    float width = 0;
};
// The newest message was on a visible screen.
struct MarkRead {
    ConversationId id;
    MessageId up_to;
};

using Command = std::variant<
    SignIn,
    SignOut,
    OpenConversation,
    CloseConversation,
    LoadMoreConversations,
    ShowPlatform,
    LoadOlderMessages,
    LoadNewerMessages,
    JumpToLatest,
    GoToMessage,
    SearchInbox,
    DismissNotice,
    SearchFor,
    CloseSearch,
    SearchPalette,
    SearchAgain,
    LoadMoreHits,
    OpenThreadSearch,
    CloseThreadSearch,
    SearchThread,
    StepHit,
    ReloadThread,
    SendText,
    SendFiles,
    TakeBackFile,
    RecordVoice,
    StopVoice,
    DropVoice,
    SendVoice,
    PlayVoice,
    RetryEcho,
    React,
    LoadTemplates,
    OpenTemplates,
    SubmitTemplate,
    KeepTemplateSheets,
    RemoveTemplate,
    UploadTemplateFile,
    SendTemplate,
    SendContent,
    MarkUnreachable,
    ChangeBlock,
    LinkRecord,
    UnlinkRecord,
    ShowRecord,
    StartConversation,
    SaveContacts,
    FindChatLink,
    SavePicture,
    OpenLink,
    AssignConversation,
    ForwardMessage,
    ShowOwner,
    ChooseAvailability,
    CopyText,
    RetryMessage,
    DropEcho,
    RetryMedia,
    LoadPicture,
    OpenFile,
    OpenViewer,
    ViewFile,
    ZoomPhoto,
    PlaySound,
    PauseSound,
    SeekSound,
    ChangeSpeed,
    LoadSound,
    SaveDraft,
    ChooseTheme,
    LoadEmoji,
    InsertEmoji,
    ChooseTone,
    ChooseFiles,
    RemoveAttachment,
    ConvertImage,
    Say,
    ChooseLanguage,
    OpenSettings,
    LoadSettings,
    LoadOlderEntries,
    DoInSettings,
    ExportLog,
    ResizeList,
    MarkRead>;

// What one frame asks for, in order. Compiled once, in commands.cpp: laid out in every view, what moves and
// destroys a variant of so many took half of each view's compile time.
class Commands {
  public:
    Commands();
    ~Commands();
    Commands(const Commands&) = delete;
    Commands& operator=(const Commands&) = delete;

    template <class Asked>
    void push_back(Asked command);  // any alternative of Command
    template <class Asked>
    [[nodiscard]] bool ends_with() const;  // SendVoice; another needs a line in commands.cpp
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] const std::vector<Command>& all() const { return all_; }

  private:
    std::vector<Command> all_;
};

// What is only told to others or stored needs no new frame.
bool changes_the_view(const Command& command);

}  // namespace roost
