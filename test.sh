#!/bin/sh
# Installs what is missing, builds with warnings as errors, runs every test headless.
set -eu
cd "$(dirname "$0")"
sh installer/install-packages.sh build test
export CCACHE_BASEDIR="$PWD" LC_ALL=C.UTF-8
cmake --preset ci
cmake --build --preset ci
ctest --preset ci "$@"
