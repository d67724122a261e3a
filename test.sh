#!/bin/sh
# Installs what is missing, builds with warnings as errors, runs every test headless; arguments go to ctest.
# With --fuzz it runs the fuzzers instead, half a minute each: tests/fuzz/README.md.
set -eu
cd "$(dirname "$0")"
# The compiler's cache serves every checkout: what it keeps does not depend on the folder
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros LC_ALL=C.UTF-8
if [ "${1:-}" = --fuzz ]; then
    shift
    sh installer/install-packages.sh build fuzz
    cmake --preset fuzz
    cmake --build --preset fuzz
    exec sh tests/fuzz/run.sh 30 "$@"
fi
sh installer/install-packages.sh build test
cmake --preset ci
cmake --build --preset ci
ctest --preset ci "$@"
