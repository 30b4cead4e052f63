# emscripten 3.1.69 and binaryen 120 of Debian 13, unpacked into a private folder for Debian 12.
# They are not installed: binaryen needs a newer libc than Debian 12 has, so its programs run through
# the libc unpacked beside them. Debian 13 itself uses its packages.

# Variants of the system libraries that nothing here links: threads, wasm64, position independent code.
emscripten_left_out=(
    './usr/share/emscripten/test' './usr/share/emscripten/docs' './usr/share/doc' './usr/share/man'
    './usr/share/emscripten/cache/sysroot/lib/wasm64-emscripten'
    './usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten/pic'
    './usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten/lto/*-mt*'
    './usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten/*-mt*'
    './usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten/lto/*-ww*'
    './usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten/*-ww*'
)

# wrap_binaryen TREE FINAL : programs become scripts that start them with the libc of Debian 13.
wrap_binaryen() {
    local tree=$1 final=$2 loader libraries program name
    loader=$(cd "$tree/libc" && find usr -name 'ld-linux*.so.*' -type f | head -n 1)
    [ -n "$loader" ] || fail "the step 'wrap binaryen' found no loader in libc6 of Debian 13."
    libraries=$(dirname "$loader")
    mkdir -p "$tree/binaryen/bin"
    for program in "$tree"/unpacked/usr/bin/wasm*; do
        name=$(basename "$program")
        mv "$program" "$tree/binaryen/bin/.$name"
        printf '#!/bin/sh\nexec "%s" --library-path "%s:%s" "%s" "$@"\n' "$final/libc/$loader" \
            "$final/libc/$libraries" "$final/binaryen/lib" "$final/binaryen/bin/.$name" >"$tree/binaryen/bin/$name"
        chmod +x "$tree/binaryen/bin/$name"
    done
    mkdir -p "$tree/binaryen/lib"
    find "$tree/unpacked/usr/lib" -name 'libbinaryen.so*' -exec mv -t "$tree/binaryen/lib" {} +
}

# Every optimised link parses JavaScript with acorn, which emscripten looks up beside itself.
point_emscripten_at() {
    local tree=$1 final=$2
    sed -i -e "s|^LLVM_ROOT = .*|LLVM_ROOT = '/usr/bin'|" \
        -e "s|^BINARYEN_ROOT = .*|BINARYEN_ROOT = '$final/binaryen'|" \
        -e "s|^NODE_JS = .*|import shutil; NODE_JS = shutil.which('node') or '/usr/bin/node'|" \
        "$tree/emscripten/.emscripten"
    mkdir -p "$tree/emscripten/node_modules"
    ln -s /usr/share/nodejs/acorn "$tree/emscripten/node_modules/acorn"
}

make_part_emscripten() {
    local apt=$1 fetched=$2 tree=$3 final=$4 left_out=() pattern package
    say "fetching the compiler to WebAssembly (emscripten and binaryen of Debian 13, 250 MB)"
    download_binary "$apt" "$fetched" emscripten binaryen libc6 libstdc++6 libgcc-s1
    for pattern in "${emscripten_left_out[@]}"; do left_out+=("--exclude=$pattern"); done
    say "unpacking the compiler to WebAssembly"
    mkdir "$tree/unpacked" "$tree/libc"
    for package in "$fetched"/emscripten_*.deb "$fetched"/binaryen_*.deb; do
        dpkg-deb --fsys-tarfile "$package" | tar -x -C "$tree/unpacked" --no-same-owner "${left_out[@]}" ||
            fail "the step 'unpack $(basename "$package")' did not succeed; is the disk full?"
    done
    for package in "$fetched"/lib*.deb; do dpkg-deb -x "$package" "$tree/libc"; done
    rm -rf "$tree"/libc/usr/share "$tree"/libc/usr/lib/*/gconv
    mv "$tree/unpacked/usr/share/emscripten" "$tree/emscripten"
    wrap_binaryen "$tree" "$final"
    rm -rf "$tree/unpacked"
    point_emscripten_at "$tree" "$final"
}
