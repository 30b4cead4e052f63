#include "server/http/assets.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "server/http/page_policy.h"
#include "server/http/reply.h"
#include "shared/base/hash.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr auto kContentTypes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
});

std::string_view content_type_of(std::string_view path) {
    for (const auto& [ending, type] : kContentTypes) {
        if (path.ends_with(ending)) return type;
    }
    return "application/octet-stream";
}

std::string_view last_part(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

Result<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.good() && !in.eof()) {
        return fail(ErrorCode::kUnavailable, "The client's file " + path.string() + " cannot be read.");
    }
    return text;
}

bool is_zero_quality(std::string_view parameters) {
    const auto at = parameters.find("q=");
    if (at == std::string_view::npos) return false;
    const auto value = trim(parameters.substr(at + 2));
    return !value.empty() && value.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

bool is_hashed_name(std::string_view name) {
    constexpr std::size_t kHashDigits = 8;
    std::size_t digits = 0;
    bool is_hash = false;
    for (const char c : name) {
        if (c == '.' || c == '-') {
            if (is_hash && digits >= kHashDigits) return true;
            digits = 0;
            is_hash = true;
        } else if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')) {
            ++digits;
        } else {
            is_hash = false;
        }
    }
    return false;
}

bool accepts_encoding(std::string_view accept_encoding, std::string_view coding) {
    while (!accept_encoding.empty()) {
        const auto end = std::min(accept_encoding.find(','), accept_encoding.size());
        const auto item = accept_encoding.substr(0, end);
        accept_encoding.remove_prefix(std::min(end + 1, accept_encoding.size()));
        const auto semicolon = std::min(item.find(';'), item.size());
        if (equals_ignoring_case(trim(item.substr(0, semicolon)), coding)) {
            return !is_zero_quality(item.substr(semicolon));
        }
    }
    return false;
}

Result<Assets> Assets::load(const std::string& folder) {
    namespace fs = std::filesystem;
    Assets assets;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (!at->is_regular_file(error)) continue;
        auto path = "/" + at->path().lexically_relative(folder).generic_string();
        ASSIGN_OR_RETURN(auto bytes, read_file(at->path()));
        if (path.ends_with(".br")) {
            assets.files_[path.substr(0, path.size() - 3)].brotli = std::move(bytes);
        } else if (path.ends_with(".gz")) {
            assets.files_[path.substr(0, path.size() - 3)].gzip = std::move(bytes);
        } else {
            auto& file = assets.files_[path];
            file.content_type = content_type_of(path);
            file.etag = fingerprint(bytes);
            file.is_immutable = is_hashed_name(last_part(path));
            file.policy = page_policy(path.ends_with(".html") ? bytes : std::string());
            file.plain = std::move(bytes);
        }
    }
    // Compressed forms without their plain file are of no use to anyone.
    std::erase_if(assets.files_, [](const auto& entry) { return entry.second.etag.empty(); });
    if (!assets.files_.contains("/index.html")) {
        return fail(
            ErrorCode::kInvalid, "There is no client (index.html) in the web folder '" + folder + "'."
        );
    }
    return assets;
}

const Assets::File* Assets::find(std::string_view path) const {
    const bool is_place = last_part(path).find('.') == std::string_view::npos;
    const auto found = files_.find(is_place ? std::string_view("/index.html") : path);
    return found == files_.end() ? nullptr : &found->second;
}

Reply Assets::answer(const Request& request) const {
    const bool is_ours = !request.path.starts_with("/api/") && !request.path.starts_with("/webhooks/") &&
                         !request.path.starts_with("/health/");
    const auto* file = is_ours ? find(request.path) : nullptr;
    if (!file) return problem_reply(404, "not_found", "There is nothing at this address.");

    Reply reply;
    reply.content_type = file->content_type;
    const auto accepted = request.header("Accept-Encoding").value_or("");
    std::string_view coding;
    if (!file->brotli.empty() && accepts_encoding(accepted, "br")) {
        coding = "br";
    } else if (!file->gzip.empty() && accepts_encoding(accepted, "gzip")) {
        coding = "gzip";
    }
    const auto etag = "\"" + file->etag + (coding.empty() ? "" : "-" + std::string(coding)) + "\"";
    reply.headers = {
        {"ETag", etag},
        {"Vary", "Accept-Encoding"},
        {"Cache-Control", file->is_immutable ? "public, max-age=31536000, immutable" : "no-cache"},
        {"Content-Security-Policy", file->policy},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        // The widget's script is for the pages of others, also for those that isolate themselves.
        {"Cross-Origin-Resource-Policy", request.path == "/widget.js" ? "cross-origin" : "same-origin"},
        {"Permissions-Policy", "camera=(), geolocation=(), payment=(), usb=()"},
    };
    if (request.header("If-None-Match").value_or("").find(etag) != std::string_view::npos) {
        reply.status = 304;
        return reply;
    }
    if (!coding.empty()) reply.headers.emplace_back("Content-Encoding", coding);
    reply.body = coding == "br" ? file->brotli : coding == "gzip" ? file->gzip : file->plain;
    return reply;
}

}  // namespace roost
