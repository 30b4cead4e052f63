# nginx and Caddy of this machine's own Debian, unpacked and never installed: nothing starts because of them.

download_proxies() { (cd "$1" && run_quietly "$1/../download.log" apt-get download nginx caddy); }

make_part_proxies() {
    local fetched=$2 tree=$3 package
    say "fetching nginx and Caddy"
    download_proxies "$fetched" || { apt_as_root update >/dev/null 2>&1 && download_proxies "$fetched"; } ||
        fail "the step 'download nginx and caddy' did not succeed; check the network and start again."
    for package in "$fetched"/*.deb; do dpkg-deb -x "$package" "$tree"; done
}
