# Debian packages the project needs, in two groups, and their installation.

packages_of_build=(
    g++ cmake ninja-build ccache make pkg-config python3 xz-utils brotli gzip dpkg-dev ca-certificates
    clang-19 lld-19 llvm-19 node-acorn terser
    libssl-dev libcurl4-openssl-dev libsqlite3-dev nlohmann-json3-dev libexpected-dev libsodium-dev
    libarchive-dev liboath-dev libqrencode-dev libturbojpeg0-dev libpng-dev libopusfile-dev libspdlog-dev libtomlplusplus-dev john-data
    unicode-data unicode-cldr-core python3-emoji
)

packages_of_test=(
    doctest-dev clang-format clang-tidy-19 libclang-19-dev llvm-19-dev libclang-rt-19-dev curl procps opus-tools
    python3-yaml python3-jsonschema php-cli
    chromium fonts-noto-core fonts-noto-color-emoji fonts-noto-cjk
    firefox-esr webkit2gtk-driver xvfb xauth libegl1 libgles2 libgl1-mesa-dri
)

# Debian 13 has the compiler to WebAssembly itself; Debian 12 gets it from the cache (part_emscripten.sh).
packages_of_build_on_13=(emscripten binaryen)

debian_version() { (. /etc/os-release && printf '%s' "${VERSION_ID:-}"); }
debian_codename() { (. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}"); }

require_supported_debian() {
    (. /etc/os-release 2>/dev/null && [ "${ID:-}" = debian ]) ||
        fail "this system is not Debian; the setup knows Debian 12 and 13 only."
    case "$(debian_version)" in
        12 | 13) ;;
        *) fail "this is Debian '$(debian_version)'; the setup knows Debian 12 and 13 only." ;;
    esac
}

# Prints those of the named packages that are not installed.
missing_packages() {
    local installed name
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p')
    for name in "$@"; do
        grep -qxF -- "$name" <<<"$installed" || printf '%s\n' "$name"
    done
}

# Prints the packages of the group "build" or "test" (which contains "build").
packages_of_group() {
    printf '%s\n' "${packages_of_build[@]}"
    [ "$(debian_version)" = 13 ] && printf '%s\n' "${packages_of_build_on_13[@]}"
    # A node or npm from elsewhere is as good, and Debian's npm conflicts with it.
    command -v node >/dev/null || printf 'nodejs\n'
    [ "$1" = test ] || return 0
    printf '%s\n' "${packages_of_test[@]}"
    command -v npm >/dev/null || printf 'npm\n'
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

apt_as_root() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@"
}

# install_packages GROUP: installs what is missing; nothing is asked, nothing is upgraded beyond need.
install_packages() {
    local group=$1 log missing
    mapfile -t missing < <(missing_packages $(packages_of_group "$group"))
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        fail "these Debian packages are missing and need root to install: ${missing[*]}. Run 'apt-get install --no-install-recommends ${missing[*]}' as root, then start again."
    fi
    log=$(mktemp)
    say "installing ${#missing[@]} Debian packages: ${missing[*]}"
    # A broken entry of the machine that has nothing to do with us must not stop the installation below.
    run_quietly "$log" apt_as_root update ||
        say "apt-get update reported errors; trying with the package lists at hand"
    run_quietly "$log" apt_as_root install -y --no-install-recommends "${missing[@]}" ||
        fail "the step 'install Debian packages' did not succeed (full log: $log). Without a network, install them once while online: ${missing[*]}."
    rm -f "$log"
}
