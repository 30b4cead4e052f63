# build/deps.cmake: where CMake finds what is not an installed package.

emscripten_root() {
    if [ "$(debian_version)" = 13 ]; then
        printf '/usr/share/emscripten'
    else
        printf '%s/emscripten' "$(part_folder emscripten)"
    fi
}

# The compiler to WebAssembly may see these two header libraries, and nothing else of /usr/include. In the cache, so
# that they have one path for every clone.
link_wasm_headers() {
    local folder=$1
    mkdir -p "$folder"
    ln -sfn /usr/include/tl "$folder/tl"
    ln -sfn /usr/include/nlohmann "$folder/nlohmann"
}

write_deps_cmake() {
    local build=$roost_root/build text
    mkdir -p "$build"
    link_wasm_headers "$roost_cache/wasm_headers"
    text="# Written by tools/setup; run it again instead of editing.
set(ROOST_EMSCRIPTEN_ROOT \"$(emscripten_root)\")
set(ROOST_SDL_DIR \"$(part_folder sdl)\")
set(ROOST_IMGUI_DIR \"$(part_folder imgui)\")
set(ROOST_HTTPLIB_DIR \"$(part_folder httplib)\")
set(ROOST_WASM_HEADERS \"$roost_cache/wasm_headers\")
set(ROOST_PROXIES_DIR \"$(part_folder proxies)\")"
    # Left untouched when nothing changed: a new time would make CMake configure again.
    [ "$(cat "$build/deps.cmake" 2>/dev/null)" = "$text" ] || printf '%s\n' "$text" >"$build/deps.cmake"
}
