# cpp-httplib 0.18.7 as one header, the source of Debian 13 with its security patches applied.

make_part_httplib() {
    local apt=$1 fetched=$2 tree=$3
    say "fetching cpp-httplib"
    unpack_source "$apt" "$fetched" cpp-httplib
    mv "$fetched/source/httplib.h" "$fetched/source/LICENSE" "$tree/"
    rm -rf "$fetched/source"
}
