// Sounds: what views ask for, and what the browser tells of them.
#include <algorithm>

#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"

namespace roost {

namespace {

constexpr std::size_t kMostShapes = 2000;

float next_speed(float speed) {
    if (speed < 1.25F) return 1.5F;
    return speed < 1.75F ? 2.0F : 1.0F;
}

}  // namespace

void Client::execute(const LoadSound& command) {
    auto& shapes = state_.player.shapes;
    if (shapes.size() >= kMostShapes) shapes.clear();
    if (!shapes.try_emplace(command.file).second) return;
    with_link(command.file, [this, file = command.file](const Result<std::string>& url) {
        if (url) platform_.read_sound(file, *url);
    });
}

void Client::play(const std::string& file, MessageId message, float at) {
    PlayerState& player = state_.player;
    if (player.file != file || player.message != message) {
        // The same bytes in another message begin anew.
        if (player.file == file) at = std::max(0.0F, at);
        player.file = file;
        player.message = message;
        player.at = std::max(0.0F, at);
        const auto shape = player.shapes.find(file);
        player.seconds = shape == player.shapes.end() ? 0 : shape->second.seconds;
    }
    player.is_broken = false;
    player.is_playing = true;
    with_link(file, [this, file, at](const Result<std::string>& url) {
        PlayerState& now = state_.player;
        if (now.file != file || !now.is_playing) return;
        if (url) return platform_.play_sound({file, *url, at, now.speed});
        now.is_playing = false;
        platform_.announce(sentence_of(state_.locale.words(), url.error()), true);
    });
}

void Client::execute(const PlaySound& command) {
    play(command.file, command.message, -1);
}

void Client::execute(const PauseSound&) {
    state_.player.is_playing = false;
    platform_.pause_sound();
}

void Client::execute(const SeekSound& command) {
    PlayerState& player = state_.player;
    if (player.file != command.file || player.message != command.message)
        return play(command.file, command.message, command.at);
    player.at = command.at;
    platform_.seek_sound(command.at);
}

void Client::execute(const ChangeSpeed&) {
    PlayerState& player = state_.player;
    player.speed = next_speed(player.speed);
    platform_.set_sound_speed(player.speed);
}

void Client::sound_read(const platform::SoundRead& sound) {
    SoundShape& shape = state_.player.shapes[sound.file];
    shape.peaks = sound.peaks;
    shape.seconds = sound.seconds;
    if (state_.player.file == sound.file && state_.player.seconds == 0) state_.player.seconds = sound.seconds;
}

void Client::sound_moved(const platform::SoundMoved& sound) {
    PlayerState& player = state_.player;
    if (player.file != sound.file) return;
    player.is_playing = sound.state == platform::SoundMoved::State::kPlaying;
    player.is_broken = sound.state == platform::SoundMoved::State::kBroken;
    player.at = sound.state == platform::SoundMoved::State::kEnded ? 0 : sound.at;
    if (sound.seconds > 0) player.seconds = sound.seconds;
    if (player.is_broken) platform_.announce(state_.locale.words().media.unplayable, true);
}

void Client::quieten() {
    if (state_.player.is_playing) execute(PauseSound{});
}

}  // namespace roost
