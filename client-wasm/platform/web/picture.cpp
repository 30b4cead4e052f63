#include "client-wasm/platform/web/picture.h"

#include <cstddef>
#include <cstring>

#include <imgui.h>

namespace roost::platform {

namespace {

// Eight bytes at a time: some hundred kilobytes pass through here in every frame.
std::uint64_t mix(std::uint64_t hash, const void* bytes, std::size_t size) {
    constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ULL;
    const auto* at = static_cast<const unsigned char*>(bytes);
    while (size > 0) {
        std::uint64_t word = 0;
        const std::size_t step = size < sizeof word ? size : sizeof word;
        std::memcpy(&word, at, step);
        hash = (hash ^ word) * kPrime;
        hash ^= hash >> 29U;
        at += step;
        size -= step;
    }
    return hash;
}

}  // namespace

std::uint64_t picture_of(const ImDrawData& data) {
    std::uint64_t hash = mix(1, &data.DisplaySize, sizeof data.DisplaySize);
    hash = mix(hash, &data.FramebufferScale, sizeof data.FramebufferScale);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        hash = mix(hash, list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
        hash = mix(hash, list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list.CmdBuffer) {
            hash = mix(hash, &command.ClipRect, sizeof command.ClipRect);
            hash = mix(hash, static_cast<const void*>(&command.TextureId), sizeof command.TextureId);
            hash = mix(hash, &command.ElemCount, sizeof command.ElemCount);
        }
    }
    return hash == 0 ? 1 : hash;
}

}  // namespace roost::platform
