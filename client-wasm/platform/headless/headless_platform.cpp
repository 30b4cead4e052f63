#include "client-wasm/platform/headless/headless_platform.h"

#include <algorithm>
#include <map>

namespace roost::platform {

namespace {

bool matches(const Request& request, std::string_view method, std::string_view path) {
    return request.method == method && request.path.starts_with(path);
}

}  // namespace

void HeadlessPlatform::leave_page() {
    browser->leave(this);
    stream_.reset();
    waiting_.clear();
    uploads_.clear();
    inputs_.clear();
    tree.clear();
    forget_fields();
}

void HeadlessPlatform::answer(std::string method, std::string path, Response response) {
    rules_.push_front({std::move(method), std::move(path), std::move(response), false});
}

void HeadlessPlatform::answer_once(std::string method, std::string path, Response response) {
    rules_.push_front({std::move(method), std::move(path), std::move(response), true});
}

void HeadlessPlatform::leave_waiting(std::string_view method, std::string_view path) {
    std::erase_if(rules_, [&](const Rule& rule) {
        return rule.method == method && rule.path.starts_with(path);
    });
}

const HeadlessPlatform::Rule* HeadlessPlatform::find_rule(const Request& request) const {
    const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const Rule& rule) {
        return matches(request, rule.method, rule.path);
    });
    return found == rules_.end() ? nullptr : &*found;
}

void HeadlessPlatform::fetch(const Request& request, ResponseCallback done) {
    requests.push_back(request);
    const Rule* rule = find_rule(request);
    if (rule == nullptr) {
        waiting_.push_back({request, std::move(done)});
        return;
    }
    const Response response = rule->response;
    const auto is_it = [rule](const Rule& one) { return &one == rule; };
    if (rule->is_once) rules_.erase(std::find_if(rules_.begin(), rules_.end(), is_it));
    done(response);
}

UploadId HeadlessPlatform::upload(
    int file, const Request& request, ProgressCallback progress, ResponseCallback done
) {
    const UploadId id = next_upload_++;
    uploads_.push_back({id, file, std::move(progress)});
    Request sent = request;
    sent.body = "file " + std::to_string(file);
    fetch(sent, [this, id, done = std::move(done)](const Response& response) {
        std::erase_if(uploads_, [id](const Upload& one) { return one.id == id; });
        done(response);
    });
    if (!waiting_.empty() && requests.back().body == waiting_.back().request.body)
        waiting_.back().upload = id;
    return id;
}

void HeadlessPlatform::cancel_upload(UploadId id) {
    std::erase_if(uploads_, [id](const Upload& one) { return one.id == id; });
    std::erase_if(waiting_, [id](const Waiting& one) { return one.upload == id; });
}

bool HeadlessPlatform::upload_reaches(int file, int percent) {
    const auto found =
        std::find_if(uploads_.begin(), uploads_.end(), [&](const Upload& one) { return one.file == file; });
    if (found == uploads_.end()) return false;
    found->progress(percent);
    request_frame();
    return true;
}

bool HeadlessPlatform::respond(std::string_view method, std::string_view path, const Response& response) {
    const auto found = std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiting& one) {
        return matches(one.request, method, path);
    });
    if (found == waiting_.end()) return false;
    const ResponseCallback done = std::move(found->done);
    waiting_.erase(found);
    done(response);
    return true;
}

bool HeadlessPlatform::is_waiting(std::string_view method, std::string_view path) const {
    return std::any_of(waiting_.begin(), waiting_.end(), [&](const Waiting& one) {
        return matches(one.request, method, path);
    });
}

int HeadlessPlatform::count_requests(std::string_view method, std::string_view path) const {
    return static_cast<int>(std::count_if(requests.begin(), requests.end(), [&](const Request& one) {
        return matches(one, method, path);
    }));
}

StreamId HeadlessPlatform::open_stream(const Request& request, StreamCallbacks callbacks) {
    requests.push_back(request);
    stream_ = OpenStream{next_stream_++, std::move(callbacks)};
    return stream_->id;
}

void HeadlessPlatform::close_stream(StreamId id) {
    if (stream_ && stream_->id == id) stream_.reset();
}

void HeadlessPlatform::stream_answers(int status) {
    if (stream_) stream_->callbacks.on_open(status);
}

void HeadlessPlatform::stream_sends(std::string_view bytes) {
    if (stream_) stream_->callbacks.on_bytes(bytes);
}

void HeadlessPlatform::stream_breaks() {
    if (!stream_) return;
    const auto on_close = std::move(stream_->callbacks.on_close);
    stream_.reset();
    on_close();
}

void HeadlessPlatform::resize(float width, float height, float pixel_ratio) {
    push(Resized{width, height, pixel_ratio});
}

void HeadlessPlatform::scroll(ui::NodeKey key, float top) {
    scrollers_[key].top = top;
    push(Scrolled{key, top});
}

void HeadlessPlatform::take_input(std::vector<Input>& out) {
    wake = 0;
    browser->deliver(this);
    out.insert(out.end(), inputs_.begin(), inputs_.end());
    inputs_.clear();
}

void HeadlessPlatform::present(const ui::Tree& shown) {
    tree = shown;
    ++presented;
    forget_fields();
    for (const ui::Node& node : tree) {
        if (node.scroller) {
            ScrollerState& state = scrollers_[node.key];
            if (node.scroller->scroll_to && node.scroller->scroll_revision != state.revision) {
                state.revision = node.scroller->scroll_revision;
                state.top = *node.scroller->scroll_to;
            }
            const float furthest = std::max(0.0F, node.scroller->content_height - node.rect.height);
            state.top = std::clamp(state.top, 0.0F, furthest);
        }
        if (!node.field) continue;
        const auto [known, is_new] = field_revisions_.try_emplace(node.key, node.field->set_revision);
        if (!is_new && known->second == node.field->set_revision) continue;
        known->second = node.field->set_revision;
        field_values[node.key] = node.field->set_value;
    }
}

// With an element goes what was written in it.
void HeadlessPlatform::forget_fields() {
    const auto is_gone = [this](ui::NodeKey key) {
        return std::ranges::none_of(tree, [key](const ui::Node& node) {
            return node.field && node.key == key;
        });
    };
    std::erase_if(field_revisions_, [&](const auto& one) { return is_gone(one.first); });
    std::erase_if(field_values, [&](const auto& one) { return is_gone(one.first); });
}

void HeadlessPlatform::focus(ui::NodeKey key) {
    focused = key;
    push(FocusMoved{key, true});
}

float HeadlessPlatform::scroll_top(ui::NodeKey scroller) const {
    const auto found = scrollers_.find(scroller);
    return found == scrollers_.end() ? 0 : found->second.top;
}

std::string HeadlessPlatform::random_ref() {
    std::string ref = "ref-" + std::to_string(browser->next_ref++);
    ref.resize(22, '_');
    return ref;
}

void HeadlessPlatform::wake_at(UnixMillis when) {
    if (wake == 0 || when < wake) wake = when;
}

std::optional<std::string> HeadlessPlatform::load(std::string_view key) const {
    const auto found = storage.find(key);
    if (found == storage.end()) return std::nullopt;
    return found->second;
}

std::vector<std::string> HeadlessPlatform::stored(std::string_view prefix) const {
    std::vector<std::string> keys;
    for (const auto& [key, value] : storage) {
        if (key.starts_with(prefix)) keys.push_back(key);
    }
    return keys;
}

LockId HeadlessPlatform::hold(const std::string& name, LockWish wish, LockCallback changed) {
    return browser->hold(this, name, wish, std::move(changed));
}

void HeadlessPlatform::hear_tabs(const std::string& channel, ToldCallback told) {
    browser->hear(this, channel, std::move(told));
}

void HeadlessPlatform::store(std::string_view key, std::string_view value) {
    if (value.empty()) {
        storage.erase(std::string(key));
    } else {
        storage.insert_or_assign(std::string(key), std::string(value));
    }
}

void HeadlessPlatform::set_url(std::string_view place, bool) {
    fragment = place;
}

void HeadlessPlatform::set_title(std::string_view text, int count) {
    title = text;
    unread = count;
}

void HeadlessPlatform::announce(std::string_view text, bool is_urgent) {
    announced.emplace_back(text, is_urgent);
}

void HeadlessPlatform::tell_host(std::string_view event, std::string_view json) {
    told_host.emplace_back(event, json);
}

// At the end, where the caret of the tests is; what is replaced is ASCII.
void HeadlessPlatform::insert_text(ui::NodeKey field, std::string_view text, int replaced) {
    std::string& value = field_values[field];
    value.resize(value.size() - std::min(value.size(), static_cast<std::size_t>(replaced)));
    value += text;
    push(FieldChanged{field, value});
    ++frames_wanted;
}

std::string HeadlessPlatform::asset_path(std::string_view name) const {
    return has_assets ? "/" + std::string(name) + ".txt" : "";
}

void HeadlessPlatform::find_drawn(std::string_view signs, std::function<void(std::string)> done) {
    std::string drawn;
    for (std::size_t at = 0; at < signs.size();) {
        const std::size_t end = std::min(signs.find('\n', at), signs.size());
        const std::string line = std::string(signs.substr(at, end - at)) + "\n";
        drawn += undrawn.find(line) == std::string::npos ? '1' : '0';
        at = end + 1;
    }
    done(drawn);
}

}  // namespace roost::platform
