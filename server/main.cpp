// The composition root of `roost serve`. Config → store → hub → outbox → routes → listen, and the way back.
#include <csignal>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <iostream>
#include <memory>

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/gate.h"
#include "server/app/invitations.h"
#include "server/app/media_fetcher.h"
#include "server/app/outbox_worker.h"
#include "server/app/own_numbers.h"
#include "server/app/people.h"
#include "server/app/presence.h"
#include "server/app/retention.h"
#include "server/app/template_syncer.h"
#include "server/backup/backup_schedule.h"
#include "server/cloud/connected_cloud.h"
#include "server/cloud/open_cloud.h"
#include "server/commands/commands.h"
#include "server/commands/demo.h"
#include "server/config.h"
#include "server/config_checks.h"
#include "server/config_sources.h"
#include "server/data_folder.h"
#include "server/events/event_hub.h"
#include "server/http/assets.h"
#include "server/http/entrance.h"
#include "server/http/server.h"
#include "server/http/tls_identity.h"
#include "server/log.h"
#include "server/media/media_folder.h"
#include "server/media/web_download.h"
#include "server/password_list.h"
#include "server/periodic_thread.h"
#include "server/routes/routes.h"
#include "server/secret_box.h"
#include "server/store/open_store.h"
#include "server/store/store.h"

namespace roost {

namespace {

// Of each number a handful of questions, far below what Meta allows in an hour (cloud-api §1).
constexpr UnixMillis kBetweenLooks = 10 * kMinute;

Result<Config> read_config(const Arguments& arguments) {
    ASSIGN_OR_RETURN(auto config, parse_config(read_config_sources(arguments)));
    RETURN_IF_ERROR(make_data_folder(config.data_folder));
    ASSIGN_OR_RETURN(config.session_key, kept_secret(config.data_folder, kSessionKeyFile, 32));
    if (config.secret_key.empty()) {
        ASSIGN_OR_RETURN(config.secret_key, kept_secret_key(config.data_folder));
    }
    if (config.verify_token.empty()) {
        ASSIGN_OR_RETURN(config.verify_token, kept_secret(config.data_folder, "verify_token", 16));
    }
    return config;
}

// Every open stream is a descriptor.
void raise_descriptor_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

// Blocked in every thread made from now on, so that only the wait at the end sees them.
sigset_t block_signals(const Config& config) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    // "The certificate is new." Without one it ends the program, as a terminal that closes does.
    if (!config.tls_cert.empty()) sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

Result<Assets> load_assets(const Config& config) {
    if (!config.web_folder.empty()) return Assets::load(config.web_folder);
    spdlog::warn("no client is served: the setting web names no folder");
    return Assets();
}

bool is_empty(const Store& store) {
    ConversationQuery one;
    one.limit = 1;
    const auto page = store.list_conversations(one);
    return page && page->conversations.empty();
}

// The demo's agent signs in with a password that is printed; a second start finds both again.
Status add_demo_agent(const Deps& deps, const std::string& password) {
    const auto added = add_agent(deps, kDemoEmail, "Demo", AgentRole::kAdmin, password);
    if (added || added.error().code == ErrorCode::kConflict) return {};
    return tl::unexpected<Error>(added.error());
}

void print_welcome(const Config& config, const std::string& demo_password, const std::string& setup_link) {
    std::cout << "Roost listens on " << config.public_url << "\n";
    if (!setup_link.empty()) {
        std::cout << "Nobody can sign in yet. This link makes the first administrator; it is good once, for "
                     "half an hour (on this machine, roost agent add does the same):\n"
                  << setup_link << "\n";
    }
    if (config.is_demo) {
        std::cout << "Sign in as  " << kDemoEmail << "\n"
                  << "Password    " << demo_password << "\n"
                  << "The customers are made up; nothing leaves this machine. Ctrl+C stops.\n";
    }
    std::cout << std::flush;
}

// Behind which everybody may stand.
std::vector<AddressRange> crowded_addresses(const Config& config) {
    const auto ranges = parse_address_ranges(config.trusted_proxies + ",127.0.0.0/8,::1");
    return ranges.value_or(std::vector<AddressRange>{});
}

HubOptions hub_options(const Config& config) {
    HubOptions options;
    options.bounds.per_agent = static_cast<std::size_t>(config.streams_per_agent);
    options.bounds.uncounted = crowded_addresses(config);
    return options;
}

void warn_of_certificate(const TlsIdentity& tls, const Clock& clock) {
    const auto trouble = certificate_trouble(tls.facts(), clock.now());
    if (trouble) spdlog::warn("{} Browsers will not come in", *trouble);
}

// Null without TLS. What browsers will refuse is no reason not to start: it may be changed while Roost runs.
Result<std::unique_ptr<TlsIdentity>> open_tls(const Config& config, const Clock& clock) {
    if (config.tls_cert.empty()) return std::unique_ptr<TlsIdentity>();
    ASSIGN_OR_RETURN(auto tls, TlsIdentity::open({config.tls_cert, config.tls_key}, public_host(config)));
    warn_of_certificate(*tls, clock);
    return tls;
}

void refresh_tls(TlsIdentity& tls, TlsIdentity::Look look, const Clock& clock) {
    const auto is_new = tls.refresh(look);
    if (!is_new) spdlog::error("the certificate in use stays: {}", is_new.error().message);
    if (!is_new || !*is_new) return;
    spdlog::info("new connections get the new certificate");
    warn_of_certificate(tls, clock);
}

// Until a signal says so. The thread that waits looks meanwhile whether the certificate has changed.
void wait_for_end(const sigset_t& signals, TlsIdentity* tls, const Clock& clock) {
    const timespec minute{60, 0};
    while (true) {
        const int signal =
            tls == nullptr ? sigwaitinfo(&signals, nullptr) : sigtimedwait(&signals, nullptr, &minute);
        if (signal == SIGINT || signal == SIGTERM) return;
        if (tls == nullptr) continue;
        const auto look = signal == SIGHUP ? TlsIdentity::Look::kAnyway : TlsIdentity::Look::kIfChanged;
        refresh_tls(*tls, look, clock);
    }
}

ServerOptions server_options(const Config& config, const TlsIdentity* tls) {
    ServerOptions options;
    options.tls = tls;
    options.bind = config.bind;
    options.port = config.port;
    options.workers = config.http_workers;
    options.entrance = entrance_for(config.public_url, config.bind);
    options.report = [says_all = config.log_requests](const RequestReport& report) {
        log_request(report, says_all);
    };
    options.limits.uncounted = crowded_addresses(config);
    options.entrance.trusted_proxies =
        parse_address_ranges(config.trusted_proxies).value_or(std::vector<AddressRange>{});
    return options;
}

CommonPasswords common_passwords(const Config& config) {
    auto list = load_password_list(config.password_list);
    if (list.file.empty()) {
        spdlog::warn(
            "no list of common passwords was found: only names, repetitions and rows of keys are refused. "
            "Install john-data, or name a file with password_list"
        );
    }
    return std::move(list.passwords);
}

// The numbers whose secrets can be read; of the others the log tells.
Status connect_stored(const Config& config, const Store& store, ConnectedNumbers& numbers) {
    ASSIGN_OR_RETURN(const auto box, SecretBox::with_key(config.secret_key));
    ASSIGN_OR_RETURN(const auto sealed, load_connections(store, box, numbers));
    for (const auto& number : sealed) {
        spdlog::error(
            "the number {} is not connected: its secrets were sealed with another secret_key. Start with "
            "that one, or connect the number again",
            number
        );
    }
    return {};
}

std::vector<CloudAccess> access_of(const ConnectedNumbers& numbers) {
    std::vector<CloudAccess> access;
    for (const auto& one : numbers.all())
        access.push_back({one.phone_number_id, one.waba, one.access_token});
    return access;
}

BackupPlan backup_plan(const Config& config) {
    return {config.backup_folder, config.backup_hours * kHour, config.backups_kept};
}

// Everything that runs, in the order in which one thing stands on another; it stops in the opposite one.
class Service {
  public:
    Service(const Config& config, Clock& clock, Store& store, const Assets& assets, const TlsIdentity* tls)
        : store_(store),
          numbers_(config),
          deps_{store, clock, config, gate_, numbers_},
          hub_(
              clock,
              [&store](EventSeq after, int limit) { return store.events_after(after, limit); },
              hub_options(config)
          ),
          cloud_([&config](const std::string& token) { return open_cloud_api(config, token); }),
          files_(config.data_folder + "/media"),
          outbox_(deps_, cloud_, files_),
          fetcher_(
              deps_,
              cloud_,
              files_,
              [this](const std::string& url, const auto& take) { return web_.download(url, take); }
          ),
          templates_(deps_, cloud_),
          health_([this] { return look_at_numbers(); }),
          retention_([this] { return forget(); }),
          presence_thread_([this] { return look_who_is_here(); }),
          backups_([this] { return back_up(); }),
          server_(router_, server_options(config, tls)) {
        gate_.common_passwords = common_passwords(config);
        bind_routes(router_, RouteDeps{deps_, hub_, assets, files_, web_, cloud_, look_});
    }
    // Requests first, then what they left to do: nothing is accepted that nobody would send or hear of.
    ~Service() {
        is_stopping_ = true;
        web_.stop();  // a request may wait for a file of a slow server
        server_.stop();
        outbox_.stop();
        fetcher_.stop();
        templates_.stop();
        health_.stop();
        retention_.stop();
        presence_thread_.stop();
        backups_.stop();
        hub_.stop();
    }
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    Status start() {
        numbers_.on_change([this] {
            cloud_.set(access_of(numbers_));
            templates_.wake();
            outbox_.wake();
        });
        RETURN_IF_ERROR(connect_stored(deps_.config, store_, numbers_));
        ASSIGN_OR_RETURN(const auto events, store_.event_range());
        gate_.close_streams = [this](const Ended& ended) {
            hub_.close_streams([ended](const Principal& who) { return ended.concerns(who); });
        };
        ASSIGN_OR_RETURN(const auto present, store_.teams().list_present());
        presence_ = Presence(present, deps_.clock.now());
        hub_.start(events.newest);
        store_.on_commit([this](std::span<const StoredEvent> committed) {
            hub_.publish(committed);
            outbox_.wake();
            fetcher_.wake();
            // What is about no conversation may be about templates.
            const auto is_general = [](const StoredEvent& event) { return !event.conversation; };
            if (std::any_of(committed.begin(), committed.end(), is_general)) templates_.wake();
        });
        RETURN_IF_ERROR(server_.start());
        fetcher_.start();
        templates_.start();
        health_.start();
        retention_.start();
        presence_thread_.start();
        if (!deps_.config.backup_folder.empty()) backups_.start();
        return outbox_.start();
    }

    const Deps& deps() const { return deps_; }

  private:
    UnixMillis look_at_numbers() {
        check_all_numbers(deps_, look_, is_stopping_);
        return kBetweenLooks;
    }
    UnixMillis look_who_is_here() {
        const auto done = keep_presence(deps_, presence_, hub_.agents_here());
        if (!done) spdlog::warn("who is here could not be told: {}", done.error().message);
        return kSecond;
    }
    UnixMillis forget() {
        const auto done = forget_old(deps_, files_);
        if (!done) spdlog::warn("what is old could not be forgotten: {}", done.error().message);
        return kHour;
    }
    UnixMillis back_up() {
        const auto plan = backup_plan(deps_.config);
        const auto made = keep_backups(plan, deps_.config.data_folder, deps_.clock.now(), &is_stopping_);
        if (!made) spdlog::error("no backup could be made: {}", made.error().message);
        if (made && !made->empty()) spdlog::info("backed up as {}", *made);
        return until_next_backup(plan, made, deps_.clock.now());
    }

    Store& store_;
    Gate gate_;
    ConnectedNumbers numbers_;
    Deps deps_;
    EventHub hub_;
    ConnectedCloud cloud_;
    MediaFolder files_;
    WebDownload web_;
    OutboxWorker outbox_;
    MediaFetcher fetcher_;
    TemplateSyncer templates_;
    std::atomic<bool> is_stopping_{false};
    const LookAtNumber look_ = look_at_number_with(deps_, is_stopping_);
    PeriodicThread health_;
    PeriodicThread retention_;
    Presence presence_{{}, 0};  // of the next alone
    PeriodicThread presence_thread_;
    PeriodicThread backups_;
    Router router_;
    HttpServer server_;
};

// What makes the demo alive: its agent, and Meta and the customers in a process of their own.
Result<std::string> start_demo(const Deps& deps, DemoSimulator& simulator, int simulator_port) {
    ASSIGN_OR_RETURN(auto password, demo_password(deps.config));
    RETURN_IF_ERROR(add_demo_agent(deps, password));
    RETURN_IF_ERROR(simulator.start(deps.config, {simulator_port, is_empty(deps.store)}));
    return password;
}

Status run_until(const sigset_t& signals, Config config) {
    int simulator_port = 0;
    if (config.is_demo) {
        ASSIGN_OR_RETURN(simulator_port, free_loopback_port());
        RETURN_IF_ERROR(fill_demo_settings(config, simulator_port));
    }
    ASSIGN_OR_RETURN([[maybe_unused]] const auto lock, DataLock::take(config.data_folder));
    ASSIGN_OR_RETURN(const auto assets, load_assets(config));
    ASSIGN_OR_RETURN(const auto store, open_store(config.data_folder));
    SystemClock clock;
    ASSIGN_OR_RETURN(const auto tls, open_tls(config, clock));
    Service service(config, clock, *store, assets, tls.get());
    RETURN_IF_ERROR(service.start());
    DemoSimulator simulator;
    std::string password;
    if (config.is_demo) {
        ASSIGN_OR_RETURN(password, start_demo(service.deps(), simulator, simulator_port));
    }
    ASSIGN_OR_RETURN(const auto setup_link, offer_setup(service.deps()));
    print_welcome(config, password, setup_link.value_or(""));
    wait_for_end(signals, tls.get(), clock);
    spdlog::info("stopping");
    return {};
}

int serve(const Arguments& arguments) {
    auto config = read_config(arguments);
    if (!config) return report_failure(config.error());
    const auto logging = open_log({config->log_file, config->log_json});
    if (!logging) return report_failure(logging.error());
    raise_descriptor_limit();
    const auto signals = block_signals(*config);
    const auto ended = run_until(signals, std::move(*config));
    return ended ? 0 : report_failure(ended.error());
}

}  // namespace
}  // namespace roost

int main(int count, char** values) {
    std::signal(SIGPIPE, SIG_IGN);  // a client that goes away is an error of one write, not of the program
    return roost::run_command(roost::Arguments(values + 1, values + count), roost::serve);
}
