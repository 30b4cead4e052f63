# Configuring and building, the same for tools/run and tools/test.

server_binary() { printf '%s/build/%s/server/roost' "$roost_root" "$1"; }
web_folder() { printf '%s/build/wasm/web' "$roost_root"; }

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
