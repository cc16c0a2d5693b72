#!/bin/sh
# SPDX-License-Identifier: MIT
# check.sh BUILD CONSUMER SOURCE
set -eu
build=$1 consumer=$2 source=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/prefix" >/dev/null
prefix="$work/prefix"
"$prefix/bin/actant" build "$source/examples/csto/article.txt" -o "$work/csto.json"
test -f "$prefix/share/man/man1/actant.1"
test -f "$prefix/share/bash-completion/completions/actant"

cmake -S "$consumer" -B "$work/cmake" -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$work/cmake" >/dev/null
"$work/cmake/consumer" "$prefix/share/actant"

PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name actant.pc)")
export PKG_CONFIG_PATH
c++ -std=c++20 "$consumer/main.cpp" -o "$work/consumer" \
  $(pkg-config --define-prefix --cflags --libs --static actant)
"$work/consumer" "$prefix/share/actant"

if command -v dpkg-deb >/dev/null; then
  (cd "$build" && cpack -G DEB -B "$work/deb" >/dev/null)
  dpkg-deb --contents "$work"/deb/*.deb | grep -q 'usr/bin/actant$'
fi
