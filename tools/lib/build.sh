# Configuring and building, the same for tools/run and tools/test.

server_binary() { printf '%s/build/%s/server/roost' "$roost_root" "$1"; }
web_folder() { printf '%s/build/wasm/web' "$roost_root"; }

# What compilers and npm remember goes where the toolchain is, not into the home folder. With the base folder
# named, a second clone finds the first one's objects.
tools_cache=${XDG_CACHE_HOME:-$HOME/.cache}/roost
export CCACHE_DIR=$tools_cache/ccache CCACHE_MAXSIZE=3G CCACHE_BASEDIR=$roost_root CCACHE_NOHASHDIR=1
# What cmake/precompiled.cmake makes has no macro that a file's own place or time could change.
export CCACHE_SLOPPINESS=pch_defines,time_macros
export npm_config_cache=$tools_cache/npm

# configure PRESET: about a second when nothing changed.
configure() {
    local preset=$1 log=$roost_root/build/$1.configure.log
    (cd "$roost_root" && run_quietly "$log" cmake --preset "$preset") ||
        fail "the step 'configure $preset' did not succeed (full log: $log)."
}

# build PRESET [TARGET…]: configures and compiles, with ninja's own progress.
build() {
    local preset=$1
    shift
    configure "$preset"
    NINJA_STATUS="[$preset %f/%t, %es] " ninja -C "$roost_root/build/$preset" "$@"
}
