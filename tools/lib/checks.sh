# The steps of tools/test. Each records its own numbers (tally.sh) and leaves a log in build/test-logs.

our_sources() {
    (cd "$roost_root" && git ls-files -z --cached --others --exclude-standard -- '*.h' '*.cpp')
}

# Layout differs between versions of clang-format; the version of Debian 12 is the one that decides.
step_format() {
    local version
    version=$(clang-format --version | sed -n 's/.*version \([0-9]*\).*/\1/p')
    if [ "$version" != 14 ]; then
        record format 0 0 1 "skipped: needs clang-format 14, this is $version"
        return 0
    fi
    check format format_everything || true
}
format_everything() { our_sources | (cd "$roost_root" && xargs -0 clang-format --dry-run --Werror); }

# build_step STEP PRESET [TARGET…]
build_step() {
    local step=$1
    shift
    say "$step"
    check "$step" build "$@"
}

step_units() {
    build_step "build under sanitizers" asan || return 0
    say "unit, use case and contract tests"
    counted "tests" python3 "$roost_root/tests/tools/count_ctest.py" "$roost_root/build/asan" \
        --parallel "$(nproc)"
}

# Without objects of an earlier run everything takes longer: then clang-tidy looks at what time is left for, the newest
# first, and says what it left out. By itself, as tools/test lint, it takes all the time it needs.
step_lint() {
    local minutes=600
    [ ${#steps[@]} = 1 ] || minutes=$((SECONDS < 35 * 60 ? 40 - SECONDS / 60 : 5))
    say "clang-tidy"
    configure release
    configure wasm
    local emscripten
    emscripten=$(sed -n 's/^set(ROOST_EMSCRIPTEN_ROOT "\(.*\)")/\1/p' "$roost_root/build/deps.cmake")
    counted "clang-tidy" python3 "$roost_root/tests/tools/run_tidy.py" "$roost_root" \
        "$tools_cache/tidy" "$minutes" "$roost_root/build/release" "$roost_root/build/wasm" "$emscripten"
}

# A short form of tools/soak/fuzz: the long one takes ten minutes for each parser.
step_fuzz() {
    say "parsers under invented input"
    check fuzz "$roost_root/tools/soak/fuzz" --seconds 10 || true
}

# A short form of tools/soak/kill_loop: the long one takes a quarter of an hour.
step_kills() {
    build_step "build server" release roost || return 0
    say "killing the server again and again"
    check "kill loop" "$roost_root/tools/soak/kill_loop" --rounds 15 || true
}

# The examples of packaging/ in front of a real server.
step_proxies() {
    build_step "build server" release roost || return 0
    say "behind nginx and Caddy"
    local proxies
    proxies=$(sed -n 's/^set(ROOST_PROXIES_DIR "\(.*\)")/\1/p' "$roost_root/build/deps.cmake")
    counted proxies python3 "$roost_root/tests/packaging/proxies.py" \
        --server "$(server_binary release)" --proxies "$proxies"
}

install_browser_drivers() {
    local folder=$roost_root/tests/browser
    [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && return 0
    (cd "$folder" && npm ci --no-audit --no-fund)
}

step_browsers() {
    build_step "build server" release roost || return 0
    build_step "build client" wasm || return 0
    if [ ! -f "$roost_root/tests/browser/run.mjs" ]; then
        record browsers 0 0 1 "skipped: there is no tests/browser/run.mjs"
        return 0
    fi
    check "browser drivers" install_browser_drivers || return 0
    say "tests in the browsers"
    # Browsers write profiles, shader and font caches into the home folder they are given.
    local home=$roost_root/build/browser-home
    mkdir -p "$home"
    counted browsers env HOME="$home" XDG_CACHE_HOME="$home/.cache" XDG_CONFIG_HOME="$home/.config" \
        node "$roost_root/tests/browser/run.mjs" --tries 2
    # Passed at the second try is passed, and still worth a look.
    sed -n '/^again /,+2p' "$logs/browsers.log"
}
