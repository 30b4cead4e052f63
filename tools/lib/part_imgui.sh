# Dear ImGui 1.90.1, the source of Debian 13 (Debian 12's predates the input queue the client relies on).

make_part_imgui() {
    local apt=$1 fetched=$2 tree=$3
    say "fetching Dear ImGui"
    unpack_source "$apt" "$fetched" imgui
    mkdir "$tree/backends"
    mv "$fetched"/source/*.cpp "$fetched"/source/*.h "$fetched/source/LICENSE.txt" "$tree/"
    mv "$fetched"/source/backends/imgui_impl_{sdl2,opengl3}* "$tree/backends/"
    rm -rf "$fetched/source"
}
