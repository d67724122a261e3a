#!/bin/sh
# Runs the fuzzers of build/fuzz, as many at a time as there are processors. Usage: tests/fuzz/run.sh SECONDS [HARNESS...]
# It stops at a finding. FUZZ_SEED=NUMBER: fuzzer.sh.
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
printf '%s\n' "$@" | xargs -n 1 -P "$(getconf _NPROCESSORS_ONLN)" sh tests/fuzz/fuzzer.sh "$seconds"
