#!/bin/sh
# SPDX-License-Identifier: MIT
# Sets up a Debian 12 machine and builds, runs or tests Actant. `./do help` lists the commands.
set -eu
cd "$(dirname "$0")"

packages="build-essential cmake ninja-build pkg-config libboost-graph-dev rapidjson-dev
  libgraphviz-dev graphviz libcli11-dev libssl-dev catch2 fonts-liberation fonts-dejavu-core
  zlib1g-dev python3 python3-jsonschema libxml2-utils"
test_packages="nodejs npm"
bench_packages="libbenchmark-dev time"
format_packages="clang-format-14"
fuzz_packages="clang-14 libclang-rt-14-dev"

# Installs what is missing, and says nothing when all is there.
need() {
  missing=""
  for package in "$@"; do
    case "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" in
      *"ok installed"*) ;;
      *) missing="$missing $package" ;;
    esac
  done
  # A machine may bring its own Node.js, whose npm then replaces Debian's.
  if command -v npm >/dev/null 2>&1; then
    missing=$(echo "$missing" | sed 's/ nodejs\b//; s/ npm\b//')
  fi
  [ -n "$(echo $missing)" ] || return 0
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  echo "installing:$missing"
  $as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing \
    >/dev/null
}

build() {
  need $packages
  cmake --preset release >/dev/null
  cmake --build --preset release
}

run() {
  build
  mkdir -p out
  build/release/bin/actant build examples/csto/article.txt \
    -o out/csto.svg -o out/csto.png -o out/csto.dot -o out/csto.jsonld -o out/csto.nq -o out/csto.json
  build/release/bin/actant claims --readable examples/csto/article.txt
  echo
  echo "The graph is in out/: open out/csto.svg"
}

run_tests() {
  need $packages $test_packages
  build
  ctest --preset release "$@"
}

bench() {
  need $packages $bench_packages
  cmake --preset release -DACTANT_BENCHMARKS=ON >/dev/null
  cmake --build --preset release
  for program in build/release/bin/*_bench; do
    "$program" "$@"
  done
}

# Each target for as many seconds as asked for, a minute by default; a crasher stays in out/.
fuzz() {
  need $packages $fuzz_packages
  cmake --preset fuzz >/dev/null
  cmake --build --preset fuzz
  mkdir -p out
  for target in build/fuzz/bin/*_fuzz; do
    "$target" -max_total_time="${1:-60}" -artifact_prefix=out/
  done
}

format() {
  need $format_packages
  git ls-files '*.cpp' '*.hpp' | xargs clang-format-14 -i
}

help() {
  cat <<'END'
./do build           installs what is needed and builds build/release/bin/actant
./do run             builds, reads examples/csto/article.txt, leaves its graph in out/
./do test            builds and runs all tests; further words go to ctest
./do bench           speed, with Google Benchmark
./do fuzz [SECONDS]  hostile bytes for every reader, with clang 14
./do format          formats the sources with clang-format 14
END
}

command="${1:-help}"
[ $# -eq 0 ] || shift
case "$command" in
  build | run | bench | fuzz | format | help) "$command" "$@" ;;
  test) run_tests "$@" ;;
  *)
    echo "do: unknown command '$command'; see ./do help" >&2
    exit 2
    ;;
esac
