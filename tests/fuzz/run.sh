#!/bin/sh
# Runs the fuzzers of build/fuzz one by one and stops at the first finding. Usage: tests/fuzz/run.sh SECONDS [HARNESS...]
# FUZZ_SEED=NUMBER tries the same octets again where program and corpus are the same; else every run tries others.
set -eu
cd "$(dirname "$0")/../.."
seconds=$1
shift
if [ $# -eq 0 ]; then
    # What is ordinary comes first: every file of the corpora through the analysis
    analysed=build/fuzz/tests/fuzz/analysed
    if [ -x "$analysed" ]; then
        UBSAN_OPTIONS=print_stacktrace=1 "$analysed" tests/data tests/fuzz/corpus >build/fuzz/analysed.log 2>&1 || { tail -n 60 build/fuzz/analysed.log; exit 1; }
        echo "analysed: $(tail -n 1 build/fuzz/analysed.log), nothing found"
    fi
    for program in build/fuzz/tests/fuzz/fuzz_*; do
        [ ! -f "$program" ] || set -- "$@" "${program##*/fuzz_}"
    done
fi
[ $# -gt 0 ] || { echo "Nothing to run: cmake --preset fuzz && cmake --build --preset fuzz" >&2; exit 1; }
# Capture files come and go by the thousand: in memory where there is such a place
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
TMPDIR=$(mktemp -d) # what a finding leaves behind goes with it
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
[ -z "${FUZZ_SEED:-}" ] || export QT_HASH_SEED=0
export ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1
for name in "$@"; do
    grown=build/fuzz/corpus/$name found=build/fuzz/findings/$name log=build/fuzz/$name.log
    mkdir -p "$grown" build/fuzz/findings
    seeds="tests/data/gb28181-bad tests/data/sipp"
    [ ! -d "tests/fuzz/corpus/$name" ] || seeds="$seeds tests/fuzz/corpus/$name"
    # shellcheck disable=SC2086  # a list of folders
    if ! "build/fuzz/tests/fuzz/fuzz_$name" -seed="${FUZZ_SEED:-0}" -max_total_time="$seconds" -max_len=20000 -rss_limit_mb=1024 -timeout=5 -print_final_stats=1 -dict=tests/fuzz/gb28181.dict \
        -artifact_prefix="$found-" "$grown" $seeds >"$log" 2>&1; then
        tail -n 60 "$log"
        file=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
        echo "Found by $name. Again: build/fuzz/tests/fuzz/fuzz_$name $file"
        echo "Mend it, and keep the octets as tests/fuzz/corpus/$name/WHAT-IS-ODD.dat: ctest replays them from then on."
        exit 1
    fi
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") runs, $(sed -n 's/^stat::average_exec_per_sec: *//p' "$log") a second, nothing found"
done
