#!/bin/sh
# Builds the generator and compares gbscope-cli with Kamailio. Usage: run.sh [GBSCOPE-CLI] [options of regbench.py]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cli="$here/../../build/release/app/gbscope-cli"
case "${1:-}" in
"" | -*) ;;
*)
    cli=$1
    shift
    ;;
esac
command -v kamailio >/dev/null 2>&1 || PATH="$PATH:/usr/sbin"
for program in kamailio g++ python3; do
    command -v "$program" >/dev/null 2>&1 || { echo "$program is missing; see $here/README.md" >&2; exit 1; }
done
[ -x "$cli" ] || { echo "There is no $cli: cmake --preset release && cmake --build --preset release" >&2; exit 1; }
build="$here/../../build/bench"
mkdir -p "$build"
g++ -std=c++20 -O2 -Wall -Wextra "$here/sipload.cpp" -lcrypto -o "$build/sipload"
exec python3 "$here/regbench.py" "$build/sipload" "$cli" "$@"
