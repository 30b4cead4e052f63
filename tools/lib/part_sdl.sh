# SDL 2.32.4, the source of Debian 13: compiled with our own configuration (client-wasm/sdl).

make_part_sdl() {
    local apt=$1 fetched=$2 tree=$3
    say "fetching SDL 2"
    unpack_source "$apt" "$fetched" libsdl2
    mv "$fetched/source/src" "$fetched/source/include" "$fetched/source/LICENSE.txt" "$tree/"
    rm -rf "$fetched/source" "$tree"/src/test
    # SDL's headers include "SDL_config.h" from their own folder first; without this one they find ours.
    rm "$tree/include/SDL_config.h"
}
