# A private view of Debian 13 (stable, so its versions stay), derived from the machine's own Debian entry.
# /etc/apt is only read; lists and state live in a temporary folder; apt verifies signatures and checksums.

# Prints "URI KEYRING" of the machine's own Debian entry for its release; nothing when there is none.
debian_entry() {
    local codename keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    codename=$(debian_codename)
    apt-get indextargets --format '$(RELEASE)|$(COMPONENT)|$(REPO_URI)|$(SIGNED_BY)|$(ORIGIN)' 'Created-By: Packages' |
        awk -F'|' -v codename="$codename" -v fallback="$keyring" '
            ($1 == codename || $1 == "stable" || $1 == "oldstable") && $2 == "main" && ($5 == "" || $5 ~ /^[$]/ || $5 == "Debian") {
                print $3, ($4 == "" || $4 ~ /[^\/A-Za-z0-9._-]/ ? fallback : $4); exit }'
}

write_private_configuration() {
    local root=$1 uri=$2 keyring=$3
    mkdir -p "$root"/state/lists/partial "$root"/cache/archives/partial "$root"/sources
    : >"$root/status"
    printf 'Types: deb deb-src\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: %s\n' "$uri" "$keyring" \
        >"$root/sources/trixie.sources"
    {
        # Of the machine's settings only those of the network (a proxy, say) are wanted here, no hooks.
        apt-config dump --format '%F "%v";%n' Acquire | grep -v -E 'Acquire::(IndexTargets|Languages)'
        cat <<END
Acquire::Languages "none";
Dir::Etc::Parts "/dev/null";
Dir::Etc::Main "/dev/null";
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$root/sources";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Dir::State "$root/state";
Dir::State::Status "$root/status";
Dir::Cache "$root/cache";
APT::Architectures { "$(dpkg --print-architecture)"; };
APT::Sandbox::User "root";
END
    } >"$root/apt.conf"
}

# open_private_apt FOLDER: makes FOLDER a private apt and fetches the package lists of Debian 13.
open_private_apt() {
    local root=$1 uri keyring
    read -r uri keyring < <(debian_entry) ||
        fail "no entry for Debian's own archive was found in this machine's apt sources; add one for $(debian_codename) main."
    write_private_configuration "$root" "$uri" "$keyring"
    say "reading the package lists of Debian 13"
    # Without the option apt takes an unreachable archive for a warning.
    run_quietly "$root/update.log" private_apt "$root" -o APT::Update::Error-Mode=any update ||
        fail "the step 'read the package lists of Debian 13' did not succeed: the Debian archive this machine uses cannot be reached or has no trixie. Connect once; the result is kept in $roost_cache."
}

private_apt() {
    local root=$1
    shift
    APT_CONFIG="$root/apt.conf" apt-get "$@"
}

# download_binary APT FOLDER PACKAGE… : the .deb files of Debian 13 into FOLDER.
download_binary() {
    local root=$1 folder=$2
    shift 2
    (cd "$folder" && run_quietly "$root/download.log" private_apt "$root" download "$@") ||
        fail "the step 'download $* of Debian 13' did not succeed; check the network and start again."
}

# unpack_source APT FOLDER PACKAGE : source with Debian's patches applied, as FOLDER/source.
unpack_source() {
    local root=$1 folder=$2 package=$3
    (cd "$folder" && run_quietly "$root/source.log" private_apt "$root" source --download-only "$package") ||
        fail "the step 'download the source of $package of Debian 13' did not succeed; check the network and start again."
    # apt has just verified these files against the signed index.
    run_quietly "$root/unpack.log" dpkg-source --no-check -x "$folder/$package"_*.dsc "$folder/source" ||
        fail "the step 'unpack the source of $package' did not succeed."
}
