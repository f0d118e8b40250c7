#!/usr/bin/env bash
# Tests the installed C door with C and C++ programs: test.sh PREFIX EVIDENCE
set -euo pipefail
prefix=$(realpath "$1")
evidence=$(realpath "$2")
[[ $(command -v gcc g++ cmake pkg-config valgrind | wc -l) == 5 ]] ||
  { apt-get update && apt-get install -y gcc g++ cmake pkg-config valgrind; }
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig LD_LIBRARY_PATH=$prefix/lib
strict="-Wall -Wextra -pedantic -Werror -O1 -g"
read -ra shared <<<"$(pkg-config --cflags --libs gongkai)"
read -ra static <<<"$(pkg-config --static --libs-only-l gongkai)"
static=("-I$prefix/include" "$prefix/lib/libgongkai.a" "${static[@]:1}" -pthread)

say() { printf '%s\n' "C door: $*"; }

exports() {
  say "only its own names are exported, under the number of the binary interface"
  if nm -D --defined-only "$prefix/lib/libgongkai.so" | grep -v ' T gongkai_'; then return 1; fi
  local abi
  abi=$(sed -n 's/^#define GONGKAI_ABI_VERSION //p' "$prefix/include/gongkai.h")
  readelf -d "$prefix/lib/libgongkai.so" | grep -qF "[libgongkai.so.$abi]"
}

plain() {
  for test in functions misuse threads; do
    say "$test, as C99 and as C++"
    gcc -std=c99 $strict "$here/tests/$test.c" "${shared[@]}" -pthread -o "$work/$test"
    "$work/$test"
    g++ -std=c++11 $strict -x c++ "$here/tests/$test.c" -x none "${shared[@]}" -pthread -o "$work/$test-cpp"
    "$work/$test-cpp"
  done
}

watched() {
  for test in functions misuse threads; do
    say "$test, under AddressSanitizer and valgrind"
    gcc -std=c99 $strict -fsanitize=address,undefined -fno-sanitize-recover=all \
      "$here/tests/$test.c" "${static[@]}" -o "$work/$test-asan"
    "$work/$test-asan"
    # Tables that the process makes once and keeps are reachable at its end; nothing else may be left.
    valgrind -q --leak-check=full --show-leak-kinds=definite,indirect,possible \
      --errors-for-leak-kinds=definite,indirect,possible --error-exitcode=1 "$work/$test"
  done
}

cmake_project() {
  say "a CMake project that finds the package"
  cmake -S "$here/tests/consumer" -B "$work/consumer" -DCMAKE_PREFIX_PATH="$prefix" >"$work/log" &&
    cmake --build "$work/consumer" >>"$work/log" &&
    ctest --test-dir "$work/consumer" --output-on-failure >>"$work/log" || { cat "$work/log"; return 1; }
}

same_evidence() {
  say "the cases that every door answers byte for byte"
  gcc -std=c99 $strict "$here/tests/evidence.c" "${shared[@]}" -o "$work/evidence"
  "$work/evidence" "$evidence" >"$work/answers"
  [[ -s $work/answers ]]
  cmp "$evidence/expected.txt" "$work/answers"
}

# Real rows in the encoding of an older system, judged by the example for it.
legacy() {
  say "examples/legacy, over rows in GB18030"
  local rows=$here/../../examples/data/credit_lists/93516.csv
  gcc -std=c99 $strict -fsanitize=address,undefined -fno-sanitize-recover=all \
    "$here/../../examples/legacy/legacy.c" "${static[@]}" -o "$work/legacy"
  iconv -f UTF-8 -t GB18030 "$rows" >"$work/rows.csv"
  "$work/legacy" credit-list-entry 2016-09-01 <"$work/rows.csv" >"$work/findings" 2>"$work/sums" || [[ $? == 1 ]]
  grep -q "^$(($(wc -l <"$rows") - 1)) rows, $(wc -l <"$work/findings") findings$" "$work/sums"
  iconv -f GB18030 -t UTF-8 "$work/findings" | grep -q $'^1\tID-'
}

# The program of the README, built as the README says, says what the README shows.
readme() {
  say "the README"
  block() { awk -v lang="\`\`\`$1" '$0 == lang {on = 1; next} /^```$/ {if (on) exit} on' "$here/README.md"; }
  block c >"$work/first.c"
  block text >"$work/expected"
  (cd "$work" && bash -euc "$(block sh | sed 1d)") >"$work/got"
  [[ -s $work/expected ]]
  diff "$work/expected" "$work/got"
}

exports
plain
watched
cmake_project
same_evidence
legacy
readme
say "all tests passed"
