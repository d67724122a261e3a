#!/bin/sh
# Builds the release and packs it: build/gbscope_VERSION_ARCH.deb. Installs what building needs (root or sudo).
set -eu
cd "$(dirname "$0")/.."
sh installer/install-packages.sh build package
export CCACHE_BASEDIR="$PWD" CCACHE_SLOPPINESS=pch_defines,time_macros LC_ALL=C.UTF-8
cmake --preset release
cmake --build --preset release
cpack -G DEB --config build/release/CPackConfig.cmake -B build
rm -rf build/_CPack_Packages
ls -l build/*.deb
