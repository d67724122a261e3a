#!/bin/sh
# Runs one fuzzer of build/fuzz: tests/fuzz/fuzzer.sh SECONDS HARNESS. Ends with 255, at which xargs stops, where it finds.
# FUZZ_SEED=NUMBER tries the same octets again where program and corpus are the same, however fast the machine is: as
# many as runs.txt says, in ten times SECONDS at most. Without it every run tries others, for SECONDS.
# A comparison of two addresses differs from run to run, and so does when grown corpora are read again: with a seed
# neither leads the search.
set -eu
seconds=$1 name=$2
grown=build/fuzz/corpus/$name found=build/fuzz/findings/$name log=build/fuzz/$name.log
mkdir -p "$grown" build/fuzz/findings
set -- tests/data/gb28181-bad tests/data/sipp
[ ! -d "tests/fuzz/corpus/$name" ] || set -- "$@" "tests/fuzz/corpus/$name"
if [ -n "${FUZZ_SEED:-}" ]; then
    runs=$(sed -n "s/^$name //p" tests/fuzz/runs.txt)
    [ -n "$runs" ] || { echo "tests/fuzz/runs.txt has no line for $name" >&2; exit 255; }
    rm -rf "$grown" && mkdir "$grown"
    export QT_HASH_SEED=0
    set -- "-seed=$FUZZ_SEED" "-runs=$runs" -reload=0 -use_cmp=0 "$grown" "$@"
    seconds=$((seconds * 10))
else
    set -- "$grown" "$@"
fi
export ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1
if ! "build/fuzz/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -max_len=20000 -rss_limit_mb=1024 -timeout=5 -print_final_stats=1 -dict=tests/fuzz/gb28181.dict \
    -artifact_prefix="$found-" "$@" >"$log" 2>&1; then
    tail -n 60 "$log"
    file=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
    echo "Found by $name. Again: build/fuzz/tests/fuzz/fuzz_$name $file"
    echo "Mend it, and keep the octets as tests/fuzz/corpus/$name/WHAT-IS-ODD.dat: ctest replays them from then on."
    exit 255
fi
echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") runs, $(sed -n 's/^stat::average_exec_per_sec: *//p' "$log") a second, nothing found"
