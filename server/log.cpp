#include "server/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <utility>

#include "shared/base/json_writer.h"

namespace roost {

namespace {

constexpr int kFirstServerError = 500;

// The message as a JSON text.
class JsonMessage final : public spdlog::custom_flag_formatter {
  public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
        const std::string_view said(message.payload.data(), message.payload.size());
        const auto text = text_written_by([said](JsonWriter& json) { json.string(said); });
        out.append(text.data(), text.data() + text.size());
    }
    std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<JsonMessage>(); }
};

std::unique_ptr<spdlog::formatter> json_formatter() {
    auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
    formatter->add_flag<JsonMessage>('*');
    formatter->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":%*})");
    return formatter;
}

Result<spdlog::sink_ptr> sink_for(const LogOptions& options) {
    if (options.file.empty()) return std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
    try {
        constexpr std::size_t kMegabyte = std::size_t{1024} * 1024;
        return std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            options.file, kLogFileMegabytes * kMegabyte, kLogFilesKept
        );
    } catch (const spdlog::spdlog_ex&) {
        return fail(
            ErrorCode::kUnavailable, "The log file '" + options.file + "' cannot be written: see log_file."
        );
    }
}

}  // namespace

Status open_log(const LogOptions& options) {
    ASSIGN_OR_RETURN(auto sink, sink_for(options));
    auto logger = std::make_shared<spdlog::logger>("", std::move(sink));
    if (options.is_json) logger->set_formatter(json_formatter());
    // What was said last is what is looked for after a crash.
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
    return {};
}

void log_request(const RequestReport& report, bool says_all) {
    const bool is_ours = report.status >= kFirstServerError;
    if (!is_ours && !says_all) return;
    spdlog::log(
        is_ours ? spdlog::level::err : spdlog::level::info,
        "{} {} {} in {} ms, request {}",
        report.method,
        report.pattern.empty() ? "(no route)" : report.pattern,
        report.status,
        report.took,
        report.id
    );
}

}  // namespace roost
