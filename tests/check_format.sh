#!/bin/sh
# Every source is laid out as .clang-format says. Other versions of clang-format decide otherwise here and there: 14 is Debian 12's.
set -eu
cd "$(dirname "$0")/.."
find core ui app tests \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 clang-format-14 --dry-run --Werror
echo "laid out as .clang-format says: $(find core ui app tests \( -name '*.cpp' -o -name '*.h' \) | wc -l) files"
