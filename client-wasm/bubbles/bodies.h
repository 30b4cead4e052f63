// How each kind of message shows itself. One without a line here is a card with what lists show of it.
#pragma once

#include "client-wasm/bubbles/bubble.h"
#include "shared/messages/content.h"

namespace roost {

void draw_preview(const Preview& preview, BubbleContext& bubble);
template <class T>
void draw_body(const T& content, BubbleContext& bubble) {
    draw_preview(preview(content), bubble);
}
void draw_body(const Text& content, BubbleContext& bubble);
void draw_body(const Image& content, BubbleContext& bubble);
void draw_body(const Video& content, BubbleContext& bubble);
void draw_body(const Audio& content, BubbleContext& bubble);
void draw_body(const Document& content, BubbleContext& bubble);
void draw_body(const Sticker& content, BubbleContext& bubble);
void draw_body(const Location& content, BubbleContext& bubble);
void draw_body(const Contacts& content, BubbleContext& bubble);
void draw_body(const Reaction& content, BubbleContext& bubble);
void draw_body(const Interactive& content, BubbleContext& bubble);
void draw_body(const Template& content, BubbleContext& bubble);
void draw_body(const Button& content, BubbleContext& bubble);
void draw_body(const Order& content, BubbleContext& bubble);
void draw_body(const System& content, BubbleContext& bubble);
void draw_body(const Call& content, BubbleContext& bubble);
void draw_body(const Unsupported& content, BubbleContext& bubble);

// "JPEG" from "image/jpeg; x=y"; empty if there is nothing to tell.
std::string format_word(std::string_view mime_type);

}  // namespace roost
