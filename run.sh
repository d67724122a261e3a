#!/bin/sh
# Installs what is missing, builds, starts the console; arguments go to it.
set -eu
cd "$(dirname "$0")"
sh installer/install-packages.sh build run
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
cmake --preset release -Wno-dev >/dev/null
cmake --build --preset release
exec build/release/app/gbscope "$@"
