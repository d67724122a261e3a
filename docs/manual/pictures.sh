#!/bin/sh
# Makes the pictures of the manual: docs/manual/pictures.sh [PROGRAM [demo|play]]   (default: build/release/app/gbscope)
# Wants xvfb, openbox, xdotool and imagemagick. The virtual cameras of --demo are what is shown; it takes five minutes.
# Of what is played a camera of gbscope-cli, beside PROGRAM: half a minute.
set -eu
cd "$(dirname "$0")/../.."
program=${1:-build/release/app/gbscope}
what=${2:-demo play}
images=docs/manual/images
folder=$(mktemp -d)
screen=:$((90 + $$ % 9))
ours=''
end() {
    for one in $ours; do kill "$one" 2>/dev/null || :; done
    wait 2>/dev/null || :
    rm -rf "$folder"
}
trap end EXIT
trap 'exit 130' INT TERM
Xvfb $screen -screen 0 1366x768x24 >/dev/null 2>&1 &
ours=$!
export DISPLAY=$screen XDG_DATA_HOME="$folder" XDG_CONFIG_HOME="$folder" LC_ALL=C.UTF-8
sleep 2
openbox >/dev/null 2>&1 &
ours="$ours $!"

shoot() { sleep 2; import -window root png:- | convert - -crop 1366x745+0+0 +repage +dither -colors 255 "$images/$1-$language.png"; }
key() { xdotool key --delay 60 "$@"; sleep 0.4; }
click() { xdotool mousemove "$1" "$2" click 1; sleep 0.6; }
start() {
    "$program" --settings "$folder/$language.ini" --language "$language" --theme light "$@" >/dev/null 2>&1 &
    app=$!
    window=$(xdotool search --sync --onlyvisible --pid $app | tail -1)
    xdotool windowactivate --sync "$window" windowmove "$window" 0 0 windowsize --sync "$window" 1366 720 # below its title bar
    sleep 2
}
stop() { kill "$app" 2>/dev/null || :; wait "$app" 2>/dev/null || :; }

# The device whose ID ends so: by the filter, which is cleared again
choose() {
    key slash
    xdotool type --delay 40 "$1"
    key Return slash Escape Return
}

demo() {
    rm -f "$folder/demo.pcapng"
    tab=245 # Heartbeats
    [ "$language" = en ] || tab=190
    start --demo --session "$folder/demo.pcapng"
    sleep 75
    shoot register # the worst device is chosen
    choose 20000004 # the one that went silent
    click "$tab" 697
    shoot offline
    choose 20000001
    key ctrl+b
    sleep 1
    key alt+r
    sleep 3
    shoot heartbeat
    key Escape
    key ctrl+e
    shoot export
    key Escape
    stop
    start "$folder/demo.pcapng"
    shoot capture
    stop
}

# A camera that loses packets, played for five seconds
play() {
    server=127.0.0.1:$((21000 + $$ % 900))
    start --listen $server --password 12345678 --session "$folder/play-$language.pcapng"
    "${program%/*}/gbscope-cli" simulate --server $server --password 12345678 --fault rtp-loss >/dev/null 2>&1 &
    camera=$!
    ours="$ours $camera"
    sleep 3
    choose 20000001
    key ctrl+shift+p
    sleep 1
    key Return
    sleep 7
    shoot play
    key Escape
    kill $camera
    stop
}

for language in en zh_CN; do
    for one in $what; do $one; done
done
for picture in "$images"/*-zh_CN.png; do mv "$picture" "${picture%-zh_CN.png}-zh.png"; done
ls -l "$images"
