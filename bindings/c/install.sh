#!/usr/bin/env bash
# Builds the C door and installs it: install.sh PREFIX [PROFILE]
set -euo pipefail
prefix=$(realpath -m "$1")
profile=${2:-dist}
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

flags=$(cargo rustc -q -p gongkai-c --lib --crate-type staticlib,cdylib --locked --profile "$profile" -- \
  --print native-static-libs 2>&1 | sed -n 's/^note: native-static-libs: //p')

target=${CARGO_TARGET_DIR:-target}
folder=$target/${profile/#dev/debug}
version=$(cargo pkgid -p gongkai-c | sed 's/.*[#@]//')
abi=$(sed -n 's/^#define GONGKAI_ABI_VERSION //p' "$here/include/gongkai.h")

install -d "$prefix/lib/pkgconfig" "$prefix/lib/cmake/gongkai" "$prefix/include"
install -m 644 "$here/include/gongkai.h" "$prefix/include/"
install -m 644 "$folder/libgongkai_c.a" "$prefix/lib/libgongkai.a"
install -m 755 "$folder/libgongkai_c.so" "$prefix/lib/libgongkai.so.$version"
ln -sf "libgongkai.so.$version" "$prefix/lib/libgongkai.so.$abi"
ln -sf "libgongkai.so.$abi" "$prefix/lib/libgongkai.so"

fill() {
  IFS=. read -r major minor _ <<<"$version"
  sed -e "s/@VERSION@/$version/g" -e "s/@ABI@/$abi/g" -e "s/@STATIC_LIBS@/$flags/g" \
    -e "s/@MAJOR@/$major/g" -e "s/@MINOR@/$minor/g" "$here/packaging/$1.in" >"$2/$1"
}
fill gongkai.pc "$prefix/lib/pkgconfig"
fill gongkaiConfig.cmake "$prefix/lib/cmake/gongkai"
fill gongkaiConfigVersion.cmake "$prefix/lib/cmake/gongkai"
