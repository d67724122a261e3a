#!/bin/sh
# Resident memory of `gbscope-cli serve` under a steady load: serve_soak.sh [MINUTES [MESSAGES_A_SECOND [DEVICES]]]
# Defaults: 60 500 1000. Messages are those of the devices; as many answers go back. Prints a line once a minute; ends
# with 1 where resident memory grew by more than 5 % (4 MiB at least) behind the tenth minute; what grew by 17 bytes a
# message had 60 MiB more in an hour.
# GBSCOPE_CLI and SIPLOAD name the programs; else those of build/release are taken, or of build/ci or build/dev.
set -eu
minutes=${1:-60} rate=${2:-500} devices=${3:-1000}
root=$(cd "$(dirname "$0")/../.." && pwd)
for build in release ci dev; do
    : "${GBSCOPE_CLI:=$([ -x "$root/build/$build/app/gbscope-cli" ] && echo "$root/build/$build/app/gbscope-cli" || :)}"
done
[ -n "$GBSCOPE_CLI" ] || { echo "no gbscope-cli: build it, or set GBSCOPE_CLI" >&2; exit 2; }
folder=$(mktemp -d)
server='' load=''
end() {
    [ -z "$load" ] || kill "$load" 2>/dev/null || :
    [ -z "$server" ] || kill "$server" 2>/dev/null || :
    wait 2>/dev/null || :
    rm -rf "$folder"
}
trap end EXIT
trap 'exit 130' INT TERM
if [ -z "${SIPLOAD:-}" ]; then
    SIPLOAD=$folder/sipload
    "${CXX:-c++}" -O2 -std=c++20 "$root/tests/bench/sipload.cpp" -lcrypto -o "$SIPLOAD"
fi
"$GBSCOPE_CLI" serve --listen 127.0.0.1:0 --password 12345678 --session "$folder/record.pcapng" \
    >> "$folder/events" 2> "$folder/errors" < /dev/null &
server=$!
port=
while [ -z "$port" ]; do
    kill -0 "$server" 2>/dev/null || { cat "$folder/errors" >&2; exit 1; }
    port=$(sed -n '/"event":"listening"/s/.*"port":\([0-9]*\).*/\1/p' "$folder/events" 2>/dev/null)
    [ -n "$port" ] || sleep 0.1
done
soak() {
    left=$((minutes * 60))
    while [ "$left" -gt 0 ]; do # sipload runs two minutes at a time: all register, then heartbeats, a message each
        part=$((left < 120 ? left : 120))
        "$SIPLOAD" --port "$port" --devices "$devices" --in-flight 200 --rate 0 --count "$devices" --seconds 60 \
            >> "$folder/load" 2>&1 || :
        "$SIPLOAD" --port "$port" --devices "$devices" --in-flight 200 --rate "$rate" --seconds "$part" --keepalive-only \
            >> "$folder/load" 2>&1 || :
        left=$((left - part))
    done
}
soak &
load=$!
echo "minute   resident KiB   record MiB"
minute=0 base=0 failed=0
while [ "$minute" -lt "$minutes" ]; do
    sleep 60
    minute=$((minute + 1))
    resident=$(awk '/^VmRSS:/ {print $2}' "/proc/$server/status" 2>/dev/null || :)
    [ -n "$resident" ] || { echo "the server ended" >&2; cat "$folder/errors" >&2; exit 1; }
    printf '%6d %14d %12d\n' "$minute" "$resident" "$(($(wc -c < "$folder/record.pcapng") / 1048576))"
    : > "$folder/events" # the stream of events is not what is measured
    if [ "$minute" -eq 10 ]; then base=$resident; fi
    if [ "$base" -gt 0 ] && [ "$((resident - base))" -gt "$((base / 20 > 4096 ? base / 20 : 4096))" ]; then failed=1; fi
done
tail -1 "$folder/load"
if [ "$failed" -eq 1 ]; then
    echo "resident memory grew behind the tenth minute: $base KiB then" >&2
    exit 1
fi
