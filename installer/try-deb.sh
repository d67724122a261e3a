#!/bin/sh
# Installs the .deb in an empty Debian and starts its programs there. Usage: try-deb.sh [FILE.deb] [FOLDER], as root.
# FOLDER must not exist; it grows by some hundred MB and is removed at the end.
set -eu
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo "Root is needed: debootstrap and chroot." >&2; exit 1; }
command -v debootstrap >/dev/null 2>&1 || { echo "Install debootstrap first." >&2; exit 1; }
deb=${1:-$(ls -t build/gbscope_*.deb 2>/dev/null | head -n 1)}
[ -f "$deb" ] || { echo "No package: run installer/build-deb.sh first." >&2; exit 1; }
tree=${2:-/var/tmp/gbscope-try-deb}
[ ! -e "$tree" ] || { echo "$tree exists already: remove it, or name another folder." >&2; exit 1; }

# The mirror this computer uses, in either form of apt's lists.
mirror=$(sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1)
mirror=${mirror:-http://deb.debian.org/debian}

# Nothing is mounted into the tree, so removing it reaches nothing outside.
trap 'rm -rf --one-file-system "$tree"' EXIT
trap 'exit 1' HUP INT TERM
in_tree() { timeout "$1" chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive sh -euc "$2"; }

echo "Debian from $mirror into $tree"
timeout 600 debootstrap --variant=minbase bookworm "$tree" "$mirror" >"$tree.log" 2>&1 || { tail -n 20 "$tree.log" >&2; exit 1; }
rm -f "$tree.log"
printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d" # no service may start in there
chmod +x "$tree/usr/sbin/policy-rc.d"
cp "$deb" "$tree/root/gbscope.deb"

# Without recommended packages: what Depends names must do. That the recommended ones exist is asked for only.
in_tree 900 'apt-get -q update; apt-get -q -y --no-install-recommends install /root/gbscope.deb' >"$tree/root/apt.log" 2>&1 || { tail -n 20 "$tree/root/apt.log" >&2; exit 1; }
tail -n 3 "$tree/root/apt.log"
in_tree 60 'apt-get -s install qt6-translations-l10n fonts-wqy-microhei qt6-wayland >/dev/null'
in_tree 60 'gbscope-cli --version; QT_QPA_PLATFORM=offscreen gbscope --version'
# The window with virtual cameras, for as long as timeout lets it: 124.
status=0
in_tree 60 'mkdir -m 700 /tmp/run; XDG_RUNTIME_DIR=/tmp/run QT_QPA_PLATFORM=offscreen timeout 5 gbscope --demo --language zh_CN' || status=$?
[ "$status" = 124 ] || { echo "The window ended by itself: $status" >&2; exit 1; }
in_tree 60 'test -f /usr/share/applications/gbscope.desktop; test -f /usr/share/icons/hicolor/scalable/apps/gbscope.svg'
in_tree 300 'apt-get -q -y purge gbscope >/dev/null 2>&1; ! command -v gbscope'
echo "Installs, starts and goes again."
