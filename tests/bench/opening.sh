#!/bin/sh
# Makes a capture of a million messages and opens it with gbscope, tshark and sngrep in turn. Usage: opening.sh [MESSAGES [DEVICES]]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root="$here/../.."
for program in tshark sngrep python3 cmake; do
    command -v "$program" >/dev/null 2>&1 || { echo "$program is missing; see $here/README.md" >&2; exit 1; }
done
cmake --preset ci -S "$root" >/dev/null
cmake --build "$root/build/ci" --target openbench pcapgen gbscope-cli >/dev/null
build="$root/build/bench"
mkdir -p "$build"
messages=${1:-1000000}
"$root/build/ci/tests/pcapgen" "$build/opening.pcap" "$messages" "${2:-10000}"
status=0
python3 "$here/opening.py" "$root/build/ci/app/gbscope-cli" "$root/build/ci/tests/openbench" "$build/opening.pcap" || status=$?
rm -f "$build/opening.pcap"
exit $status
