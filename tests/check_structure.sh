#!/bin/sh
# No circle of folders, no arrow from core to ui or app, and what is kept small. Functions are counted as clang-format lays
# them out: from a brace in the first column to the next one.
set -eu
cd "$(dirname "$0")/.."
most_lines=400 window_lines=250 function_lines=40 class_lines=450
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
say() { echo "$1" >&2; bad=1; }
folder_of() { sed -E 's#^((core|ui)/[^/]*)/.*#\1#; s#^app/.*#app#'; }

# "a b": a file in a includes one in b
grep -rHE '^#include "(core|ui|app)/' core ui app --include='*.h' --include='*.cpp' > "$work/includes"
cut -d: -f1 "$work/includes" | folder_of > "$work/from"
sed -E 's/^[^"]*"([^"]*)".*/\1/' "$work/includes" | folder_of > "$work/to"
paste -d' ' "$work/from" "$work/to" | awk '$1 != $2' | sort -u > "$work/uses"

# Which folder of core may use which is in tests/check_architecture.cmake
if grep -E '^core/.* (ui|app)|^ui/.* app' "$work/uses" >&2; then say "that is upwards"; fi
tsort "$work/uses" > /dev/null 2> "$work/circle" || say "folders use each other: $(sed 's/^tsort: //' "$work/circle" | tr '\n' ' ')"

find core ui app \( -name '*.cpp' -o -name '*.h' \) -exec wc -l {} + | awk -v most=$most_lines \
    '$2 != "total" && $1 > most { print $2 " has " $1 " lines; " most " are allowed" }' > "$work/long"
[ ! -s "$work/long" ] || say "$(cat "$work/long")"
lines=$(wc -l < ui/workspace/mainwindow.cpp)
[ "$lines" -lt $window_lines ] || say "ui/workspace/mainwindow.cpp has $lines lines"
if grep -hE '#include "ui/' ui/workspace/mainwindow.cpp ui/workspace/mainwindow.h | grep -vE '"ui/(workspace|settings|widgets)/'; then
    say "the main window includes a feature"
fi

find core ui app -name '*.cpp' -exec awk \
    'FNR == 1 { start = 0 } $0 == "{" { start = FNR } $0 == "}" && start { print FNR - start - 1, FILENAME; start = 0 }' {} + \
    | sort -n > "$work/functions"
count=$(wc -l < "$work/functions")
[ "$count" -gt 1000 ] || say "only $count functions were found"
p99=$(awk -v at=$((count * 99 / 100)) 'NR == at { print $1 }' "$work/functions")
[ "$p99" -le $function_lines ] || say "one function in a hundred has more than $p99 lines; $function_lines are allowed"

# What its functions have together tells how many things a class does
find core ui app \( -name '*.cpp' -o -name '*.h' \) -exec awk -f tests/class_lines.awk {} + > "$work/classes"
[ "$(wc -l < "$work/classes")" -gt 300 ] || say "only $(wc -l < "$work/classes") classes were found"
awk -v most=$class_lines '
    $1 > most { print "functions of " $2 ($3 == "" ? "" : " of " $3) " have " $1 " lines; " most " are allowed" }
' "$work/classes" > "$work/wide"
[ ! -s "$work/wide" ] || say "$(cat "$work/wide")"
widest=$(sort -rn "$work/classes" | awk '{ print $1; exit }')

echo "$(wc -l < "$work/uses") uses among folders, without a circle; $count functions, 99 % of them with at most $p99 lines; of classes at most $widest"
exit $bad
