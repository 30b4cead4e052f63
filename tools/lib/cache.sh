# The cache of unpacked toolchain and sources: one folder <part>-<recipe key> each, made in a temporary
# folder and renamed when complete, so that it is whole or absent. Safe to delete at any time.

roost_cache=${XDG_CACHE_HOME:-$HOME/.cache}/roost

# The key changes with the recipe of the part and with what it is made for.
part_folder() {
    local part=$1 key
    key=$(cat "$roost_root/tools/lib/part_$part.sh" - <<<"$(debian_version) $(dpkg --print-architecture)" | sha256sum)
    printf '%s/%s-%s' "$roost_cache" "$part" "${key:0:12}"
}

# Path, size and time of every file: cheap to compare, differs when anything was cut short or edited.
folder_listing() {
    (cd "$1" && find . -name __pycache__ -prune -o -path ./.roost -prune -o -printf '%P %y %s %T@ %l\n' | LC_ALL=C sort)
}

folder_checksums() {
    (cd "$1" && find . -name __pycache__ -prune -o -path ./.roost -prune -o -type f -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum)
}

# Accepts a folder whose listing is unchanged; when only times differ (a copied cache), the checksums decide.
is_part_intact() {
    local folder=$1
    [ -f "$folder/.roost/complete" ] && [ "$(cat "$folder/.roost/complete")" = "$folder" ] || return 1
    folder_listing "$folder" | cmp -s - "$folder/.roost/listing" && return 0
    folder_checksums "$folder" | cmp -s - "$folder/.roost/checksums" || return 1
    folder_listing "$folder" >"$folder/.roost/listing"
}

seal_part() {
    local folder=$1 final=$2
    folder_listing "$folder" >"$folder/.roost/listing"
    folder_checksums "$folder" >"$folder/.roost/checksums"
    printf '%s' "$final" >"$folder/.roost/complete"
}

# Makes one part in a temporary folder and moves it into place.
make_part() {
    local part=$1 apt=$2 final work started=$SECONDS
    final=$(part_folder "$part")
    work=$(mktemp -d "$roost_cache/.making-$part-XXXXXX")
    mkdir "$work/tree" "$work/tree/.roost" "$work/fetched"
    "make_part_$part" "$apt" "$work/fetched" "$work/tree" "$final"
    (cd "$work/fetched" && find . -maxdepth 1 -type f -exec sha256sum {} +) >"$work/tree/.roost/fetched"
    seal_part "$work/tree" "$final"
    rm -rf "$final"
    mv -T "$work/tree" "$final"
    rm -rf "$work"
    say "$part is ready ($((SECONDS - started)) s)"
}

remove_unfinished() { rm -rf "$roost_cache"/.making-* "$roost_cache"/.apt-*; }

# fill_cache PART… : makes the parts that are absent or damaged. One setup at a time holds the lock.
fill_cache() {
    local part apt needed=()
    mkdir -p "$roost_cache" || fail "the cache folder $roost_cache cannot be made; set XDG_CACHE_HOME to a folder you may write to."
    exec 9>"$roost_cache/.lock"
    flock -n 9 || { say "waiting for another setup that fills the same cache" && flock 9; }
    for part in "$@"; do
        is_part_intact "$(part_folder "$part")" || needed+=("$part")
    done
    if [ ${#needed[@]} -gt 0 ]; then
        # Also what a killed setup left behind: nobody else is at work while we hold the lock.
        remove_unfinished
        trap remove_unfinished EXIT
        apt=$(mktemp -d "$roost_cache/.apt-XXXXXX")
        open_private_apt "$apt"
        for part in "${needed[@]}"; do make_part "$part" "$apt"; done
        remove_unfinished
        trap - EXIT
    fi
    exec 9>&-
}
