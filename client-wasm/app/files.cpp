// Files of messages: what shows them gets an address that needs no session.
#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"
#include "shared/base/percent.h"

namespace roost {

namespace {

constexpr std::size_t kMostFileLinks = 500;

// What is read from an address takes a while; so does whoever watches a film.
constexpr UnixMillis kLeastLeft = 30 * kMinute;

}  // namespace

void Client::with_link(const std::string& file, net::Callback<std::string> done) {
    const auto known = file_links_.find(file);
    if (known != file_links_.end() && known->second.expires_at - server_now() > kLeastLeft)
        return done(known->second.url);
    api_.file_link(file, [this, file, done = std::move(done)](Result<net::FileLink> link) {
        if (!state_.is_signed_in) return;
        if (!link) return done(tl::unexpected<Error>(link.error()));
        if (file_links_.size() >= kMostFileLinks) file_links_.clear();
        file_links_[file] = *link;
        done(std::move(link->url));
    });
}

void Client::execute(const RetryMedia& command) {
    api_.retry_media(command.id, [this](const Result<bool>& accepted) {
        if (!accepted) platform_.announce(sentence_of(state_.locale.words(), accepted.error()), true);
    });
}

void Client::execute(const LoadPicture& command) {
    if (!platform_.pictures().expect(command.wish)) return;
    const std::string& file = command.wish.file;
    if (file.starts_with(ui::kLocalPicture)) return platform_.pictures().load(file, file);
    with_link(file, [this, file](const Result<std::string>& url) {
        if (url) platform_.pictures().load(file, *url);
        if (!url) platform_.pictures().fail(file);
    });
}

void Client::execute(const OpenFile& command) {
    with_link(command.file, [this, command](const Result<std::string>& url) {
        if (!url) return platform_.announce(sentence_of(state_.locale.words(), url.error()), true);
        const std::string named = *url + "&name=" + percent_encoded(command.name);
        if (command.mime_type == "application/pdf") return platform_.open_link(named);
        platform_.download(named);
    });
}

void Client::execute(const OpenViewer& command) {
    quieten();
    state_.viewer = {};
    state_.viewer.message = command.message;
    state_.overlay = Overlay::kViewer;
}

void Client::execute(const ViewFile& command) {
    ViewerState& viewer = state_.viewer;
    if (viewer.file == command.file) return;
    viewer.file = command.file;
    viewer.url.clear();
    viewer.error.clear();
    with_link(command.file, [this, file = command.file](const Result<std::string>& url) {
        ViewerState& asking = state_.viewer;
        if (asking.file != file) return;
        if (url) asking.url = *url;
        if (!url) asking.error = sentence_of(state_.locale.words(), url.error());
    });
}

void Client::execute(const ZoomPhoto& command) {
    platform_.zoom_photo(command.photo, command.factor);
}

}  // namespace roost
