#!/bin/sh
# Installs the Debian packages of the named sections of packages.txt that are missing. Usage: install-packages.sh build run
set -eu
here=$(cd "$(dirname "$0")" && pwd)
command -v dpkg-query >/dev/null 2>&1 || { echo "Not a Debian system: install the packages of installer/packages.txt by hand." >&2; exit 0; }
missing=""
for section in "$@"; do
    for name in $(sed -n "s/^$section //p" "$here/packages.txt"); do
        state=$(dpkg-query -W -f='${Status}' "$name" 2>/dev/null || true)
        [ "$state" = "install ok installed" ] || case " $missing " in *" $name "*) ;; *) missing="$missing $name" ;; esac
    done
done
[ -n "$missing" ] || exit 0
echo "Installing:$missing"
as_root=""
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "Root or sudo is needed to install:$missing" >&2; exit 1; }
    as_root=sudo
fi
$as_root apt-get update -q
# shellcheck disable=SC2086  # a list of names
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
