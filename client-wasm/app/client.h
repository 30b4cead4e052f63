// The client without its picture: session, model, stream, outbox. Takes input and commands, changes Inbox and
// UiState, which the views show.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/outbox.h"
#include "client-wasm/app/server_clock.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/net/api_client.h"
#include "client-wasm/net/event_stream.h"
#include "client-wasm/net/shared_stream.h"
#include "client-wasm/platform/platform.h"
#include "client-wasm/words/written_words.h"
#include "shared/model/apply.h"
#include "shared/model/inbox.h"

namespace roost {

// One thread. The platform outlives it.
class Client {
  public:
    explicit Client(platform::Platform& platform);

    // Everything that arrived and whose time has come. Call once at the start of a frame. Returns whether
    // there was anything.
    bool advance();
    void run(const Command& command);

    void page_became(bool is_visible);
    void copy_ended(bool is_done);
    void network_became(bool is_online);
    void url_changed(std::string_view fragment);
    void file_added(const platform::FileAdded& file);
    void sound_read(const platform::SoundRead& sound);
    void sound_moved(const platform::SoundMoved& sound);
    void voice_told(const platform::VoiceTold& told);

    const Inbox& inbox() const { return inbox_; }
    UiState& state() { return state_; }
    // When advance() has something to do; 0 = only after an input or an answer.
    UnixMillis wake_at() const;
    // By it the views see what time it is; waiting and repeating goes by the browser's.
    const ServerClock& clock() const { return clock_; }

  private:
    // session.cpp
    void start();
    void resume();
    void signed_in(const net::SessionGrant& grant);
    void signed_out();
    void load_brand();
    void load_snapshot();
    void take_snapshot(const Snapshot& snapshot);
    void join_tabs();
    void load_me();
    void take_profile(const Profile& me);
    // live.cpp
    void drive_stream();
    void open_stream();
    bool take_stream_news();
    void take_frame(const SseFrame& frame);
    void take_event(const Event& event);
    void tell_host(const Message& message);
    void announce(const Event& event);
    void announce_arrivals();
    void hurry();
    void show_connection();
    // threads.cpp
    void open(ConversationId id, MessageId message, bool sets_url);
    enum class Going { kByUrl, kByChoice, kAmongHits };
    void go_to(ConversationId id, MessageId message, Going how);
    void show_place(ConversationId id, MessageId message, bool takes_focus);
    void close(bool sets_url);
    void leave_settings(bool sets_url);
    // Around a message, or the newest.
    void load_thread(ConversationId id, MessageId around = {});
    void take_first_page(ConversationId id, MessageId around, const Result<MessagePage>& page);
    void message_missing(ConversationId id);
    void load_row(ConversationId id);
    void take_row(const Conversation& row);
    void load_older(ConversationId id);
    void load_newer(ConversationId id);
    void load_beside(ConversationId id, MessageId edge, PagePlace place, bool& is_loading);
    void jump_to_latest(ConversationId id);
    void load_more_conversations();
    void page_failed();
    void allow_pages();
    void take_filtered_page(FilteredPages& pages, const ConversationPage& page);
    // search.cpp
    void ask_due();
    UnixMillis search_wakes_at() const;
    void ask(SearchRun& run, ConversationId conversation, const std::string& cursor);
    void take_answer(SearchRun& run, const std::string& question, Result<SearchPage> page);
    void say_answer(const SearchRun& run);
    void show_hit();
    void execute(const SearchInbox& command);
    void execute(const SearchFor& command);
    void execute(const CloseSearch& command);
    void execute(const SearchPalette& command);
    void execute(const SearchAgain& command);
    void execute(const LoadMoreHits& command);
    void execute(const OpenThreadSearch& command);
    void execute(const CloseThreadSearch& command);
    void execute(const SearchThread& command);
    void execute(const StepHit& command);
    void execute(const GoToMessage& command);
    // run_command.cpp
    void execute(const SignIn& command);
    void sign_in_refused(const net::SignInAnswer& answer);
    void execute(const SignOut& command);
    void sign_out_here();
    void execute(const OpenConversation& command);
    void execute(const CloseConversation& command);
    void execute(const LoadMoreConversations& command);
    void execute(const ShowPlatform& command);
    // Other rows are to be shown, from the first.
    void list_narrowed();
    void execute(const LoadOlderMessages& command);
    void execute(const LoadNewerMessages& command);
    void execute(const JumpToLatest& command);
    void execute(const ReloadThread& command);
    void execute(const SendText& command);
    void execute(const SendContent& command);
    void execute(const React& command);
    // templates.cpp
    void execute(const LoadTemplates& command);
    void execute(const OpenTemplates& command);
    void execute(const UploadTemplateFile& command);
    void take_sample(const TemplateFile& file);
    TemplateFile& place_template_file(const TemplateFileUse& use);
    void forget(const TemplateFile& file);
    void execute(const SendTemplate& command);
    void reload_templates();
    void load_templates(TemplateList& list);
    void load_templates(TemplateList& list, const std::string& after);
    bool take_template_file(const platform::FileAdded& added);
    void template_file_ends(int file, const Result<MediaCopy>& answer);
    void drop_template_files();
    TemplateFile* template_file(int number);  // null if it was replaced
    // template_desk.cpp
    void execute(const SubmitTemplate& command);
    void execute(const KeepTemplateSheets& command);
    void execute(const RemoveTemplate& command);
    void restore_template_sheets();
    void template_refused(const std::string& id, const net::TemplateFailure& failure);
    // settings.cpp
    void show_settings(SettingsSection section, bool sets_url);
    void load_settings(SettingsSection section);
    void load_webhooks();
    void take_new_password();
    void take_webhook(const std::string& id, const Json& answer);
    template <class Row>
    void load_listed(std::string path, std::string_view name, Listed<Row> Settings::*list);
    void settings_done(SettingsTask task, const std::string& id, const Json& answer);
    void settings_failed(SettingsTask task, const std::string& id, const Error& error);
    // settings_two_factor.cpp
    std::string settings_sentence(SettingsTask task, const Error& error) const;
    void load_two_factor();
    void two_factor_done(SettingsTask task, const Json& answer);
    void show_secret(bool is_link, const Json& answer);
    // settings_sites.cpp
    void show_site_secret(const Json& answer);
    // numbers.cpp
    void load_numbers();
    void load_changes();
    std::string said_of_numbers(const std::vector<NumberProblem>& problems) const;
    void number_answered(SettingsTask task, const std::string& id, const platform::Response& answer);
    void number_done(SettingsTask task, const OwnNumber& number);
    void number_disconnected(const std::string& id);
    void number_refused(SettingsTask task, const std::string& id, const platform::Response& answer);
    void forget_number_secrets();
    // business_profile.cpp
    void profile_answered(SettingsTask task, const std::string& id, const platform::Response& answer);
    void show_profile(const std::string& id, const BusinessProfile& profile);
    bool take_profile_picture(const platform::FileAdded& added);
    void profile_picture_ends(int file, const Result<MediaCopy>& answer);
    void drop_profile_picture();
    void execute(const OpenSettings& command);
    void execute(const LoadSettings& command);
    void execute(const LoadOlderEntries& command);
    void execute(const DoInSettings& command);
    void execute(const ExportLog& command);
    void execute(const DismissNotice& command);
    void load_notices();
    void execute(const CopyText& command);
    void execute(const RetryMessage& command);
    void execute(const MarkUnreachable& command);
    // blocking.cpp
    void execute(const ChangeBlock& command);
    void block_answered(const ChangeBlock& asked, const platform::Response& answer);
    // records.cpp
    void execute(const LinkRecord& command);
    void execute(const UnlinkRecord& command);
    void execute(const FindChatLink& command);
    void execute(const SavePicture& command);
    void execute(const OpenLink& command);
    void execute(const AssignConversation& command);
    void execute(const ForwardMessage& command);
    void execute(const ShowOwner& command);
    void execute(const ChooseAvailability& command);
    void load_sight();
    void take_gone(const ConversationGone& gone, const std::string& name);
    // Says so when somebody was given a conversation by another.
    void tell_given(const Conversation* before, const Conversation& row);
    void records_failed(const Error& error);
    void execute(const ShowRecord& command);
    void execute(const StartConversation& command);
    void execute(const SaveContacts& command);
    void started(const Result<Conversation>& row);
    void execute(const DropEcho& command);
    void execute(const SaveDraft& command);
    void execute(const ChooseTheme& command);
    // writing.cpp
    void execute(const LoadEmoji& command);
    void execute(const InsertEmoji& command);
    void execute(const ChooseTone& command);
    void execute(const ChooseFiles& command);
    void execute(const RemoveAttachment& command);
    // voice.cpp
    void execute(const RecordVoice& command);
    void execute(const StopVoice& command);
    void execute(const DropVoice& command);
    void execute(const SendVoice& command);
    void execute(const PlayVoice& command);
    void put_voice_aside();
    void voice_recorded(const platform::VoiceTold& told);
    void send_file(ConversationId id, Attachment attachment, std::optional<Quote> reply_to);
    // uploads.cpp
    void execute(const SendFiles& command);
    void execute(const TakeBackFile& command);
    void execute(const RetryEcho& command);
    void execute(const ConvertImage& command);
    Attachment* attachment_with(int file);
    void image_converted(const platform::FileAdded& file);
    void upload(const QueuedMessage& message);
    void uploaded(const ClientRef& ref, const Result<MediaCopy>& answer);
    void doubt_session();
    void show_as_stored(SentFile& file, const std::string& id);
    void forget_queued(const ClientRef& ref);
    void execute(const Say& command);
    void take_emoji(const platform::Response& answer);
    void restore_emoji_habits();
    void drop_all_files();
    void execute(const ResizeList& command);
    void execute(const MarkRead& command);
    // language.cpp
    void execute(const ChooseLanguage& command);
    void choose_language(std::string_view tag);  // empty = the system's
    const Language& wanted_language() const;
    void take_words(const Language& language, const platform::Response& answer);
    void speak(const Words& words);
    // files.cpp
    void execute(const RetryMedia& command);
    void execute(const LoadPicture& command);
    void execute(const OpenFile& command);
    void execute(const OpenViewer& command);
    void execute(const ViewFile& command);
    void execute(const ZoomPhoto& command);
    void with_link(const std::string& file, net::Callback<std::string> done);
    // player.cpp
    void play(const std::string& file, MessageId message, float at);
    void execute(const PlaySound& command);
    void execute(const PauseSound& command);
    void execute(const SeekSound& command);
    void execute(const ChangeSpeed& command);
    void execute(const LoadSound& command);
    void quieten();
    // sending.cpp
    void echo(const QueuedMessage& queued);
    void enqueue(QueuedMessage message);
    void send_queued();
    void send_due();
    void sent(const QueuedMessage& message, const Result<Message>& answer);
    void refused(const QueuedMessage& message, const Error& error);
    void keep_behind(const Message& message);
    void store_outbox();
    void adopt_outboxes();
    void await_outbox(const std::string& key);
    void adopt(const std::string& key);
    std::string outbox_key(std::string_view tab) const;

    void list_changed() { ++state_.list_revision; }
    void thread_changed() { ++state_.thread_revision; }
    void touched(ConversationId id);
    UnixMillis server_now() const { return clock_.by_server(platform_.now()); }
    void read_arrivals();
    double chance();

    struct StreamOpened {
        int status;
    };
    struct StreamBytes {
        std::string bytes;
    };
    struct StreamClosed {};
    struct StreamNews {
        int generation;
        std::variant<StreamOpened, StreamBytes, StreamClosed> what;
    };

    platform::Platform& platform_;
    ServerClock clock_;
    net::ApiClient api_;
    net::EventStream stream_;
    net::SharedStream shared_;
    Outbox outbox_;
    bool is_page_guarded_ = false;
    // Read so far, by their tag: all but English.
    std::map<std::string_view, std::unique_ptr<const WrittenWords>> other_words_;
    Inbox inbox_;
    UiState state_;
    std::vector<StreamNews> stream_news_;
    // Of the open conversation, since something was last said about it.
    int arrivals_ = 0;
    std::string last_arrival_;
    UnixMillis arrivals_quiet_until_ = 0;
    bool is_signed_out_elsewhere_ = false;
    int stream_generation_ = 0;  // news of a stream that was given up are dropped
    std::map<std::string, platform::LockId> awaited_outboxes_;  // of other tabs, by their key
    platform::LockId outbox_lock_ = 0;
    std::map<std::string, net::FileLink> file_links_;
    bool is_loading_snapshot_ = false;
    std::string sight_;  // of the last one: a mark of what this reader sees
    UnixMillis snapshot_retry_at_ = 0;
    int snapshot_failures_ = 0;
    int thread_generation_ = 0;     // of what is loaded into the open thread
    int search_generation_ = 0;     // of the last question
    int notice_generation_ = 0;     // of the last list that was asked for
    int settings_questions_ = 0;    // how many lists of the settings were asked for
    bool is_asking_me_ = false;     // who this is, and what they may
    bool was_live_ = false;         // the stream was open before
    int template_generation_ = 0;   // of the list of templates that is awaited
    UnixMillis page_retry_at_ = 0;  // a page that failed is asked for again, but not at once
};

// Under which name the browser keeps what the agent has begun to write there.
std::string draft_key(AgentId agent, ConversationId id);

}  // namespace roost
