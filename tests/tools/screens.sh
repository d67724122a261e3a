#!/bin/sh
# Makes screens of each view and dialog, to be looked at: tests/tools/screens.sh [PROGRAM [FOLDER]]
#   default: build/release/app/gbscope, screens/
# English and Chinese, light and dark, at 1280x720, 1366x768, 1920x1080, and 1920x1080 at 150 and 200 %.
# Less: LANGUAGES="en" THEMES="dark" SIZES="1366x768@1 1920x1080@2" WHAT="asking". DISPLAY_NUMBER: a display that is free.
# Wants xvfb, openbox, xdotool and imagemagick. All of it takes half an hour.
set -eu
cd "$(dirname "$0")/../.."
program=${1:-build/release/app/gbscope}
out=${2:-screens}
languages=${LANGUAGES:-en zh_CN}
themes=${THEMES:-light dark}
sizes=${SIZES:-1280x720@1 1366x768@1 1920x1080@1 1920x1080@1.5 1920x1080@2}
what=${WHAT:-live asking others}
screen=:${DISPLAY_NUMBER:-$((90 + $$ % 9))}
folder=$(mktemp -d)
server='' manager='' app=''
finish() {
    for one in $app $manager $server; do kill "$one" 2>/dev/null || :; done
    wait 2>/dev/null || :
    app='' manager='' server=''
}
trap 'finish; rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
mkdir -p "$out"
export DISPLAY=$screen XDG_DATA_HOME="$folder" XDG_CONFIG_HOME="$folder" LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb

begin() { # WIDTHxHEIGHT
    Xvfb "$screen" -screen 0 "$1x24" >/dev/null 2>&1 &
    server=$!
    sleep 1
    openbox >/dev/null 2>&1 &
    manager=$!
    sleep 1
}
start() {
    QT_SCALE_FACTOR=$scale "$program" --settings "$folder/settings.ini" --language "$language" --theme "$theme" "$@" \
        >/dev/null 2>&1 &
    app=$!
    xdotool search --sync --onlyvisible --pid "$app" >/dev/null
    sleep 2
}
stop() {
    kill "$app" 2>/dev/null || :
    wait "$app" 2>/dev/null || :
    app=''
}
shoot() { sleep 1; import -window root -dither None -colors 255 "$out/$1-$language-$theme-$size@$scale.png"; }
key() { xdotool key --delay 60 "$@"; sleep 0.5; }
# NAME KEY...: the picture, then Esc
dialog() {
    name=$1
    shift
    key "$@"
    shoot "$name"
    key Escape
}

live() {
    rm -f "$folder"/demo* "$folder"/settings.ini
    start --demo --session="$folder/demo.pcapng"
    sleep 25
    shoot main
    key slash 0 0 0 6 Return
    shoot device
    dialog card ctrl+d
    key ctrl+d
    dialog qr alt+q
    key Escape
    dialog both-ends ctrl+b
    dialog outage ctrl+t
    dialog ask ctrl+shift+a
    dialog export ctrl+e
    dialog report ctrl+r
    dialog preferences ctrl+comma
    dialog keys F1
    dialog palette ctrl+k
    dialog expected alt+d e
    dialog passwords alt+d k
    dialog about alt+h a
    dialog overview F8
    stop
}
# The command that stands so many rows below the first one in the list of the window that asks: its groups have 11 queries,
# 18 controls, 11 settings, 4 subscriptions
command() { # ROWS NAME
    key Home
    [ "$1" = 0 ] || xdotool key --delay 15 --repeat "$1" Down
    shoot "$2"
}
# Each page of asking, by the keyboard alone
asking() {
    rm -f "$folder"/demo* "$folder"/settings.ini
    start --demo --session="$folder/demo.pcapng"
    sleep 25
    key slash Return Home Down Down # one that is registered
    key ctrl+shift+a
    key ctrl+Return
    sleep 3
    command 0 ask-catalog
    command 1 ask-info
    command 3 ask-recordings
    command 11 ask-ptz
    command 16 ask-switch
    command 26 ask-restart
    command 30 ask-basic
    command 34 ask-text
    command 41 ask-alarms
    key ctrl+Return
    sleep 10
    shoot ask-alarms-came
    key Escape
    dialog ask-message ctrl+shift+m
    shoot ask-operations
    key slash BackSpace Return ctrl+a
    key ctrl+shift+a
    command 1 ask-batch
    key ctrl+Return
    sleep 6
    shoot ask-batch-came
    key Escape
    stop
}
others() {
    rm -f "$folder"/settings.ini
    start
    shoot form
    stop
    start "$folder/demo.pcapng"
    shoot file
    stop
    [ -n "${NO_WAITING-}" ] && return
    start --listen 127.0.0.1:0 --session="$folder/quiet.pcapng"
    shoot waiting
    sleep 31
    shoot unheard
    stop
}

for language in $languages; do
    for theme in $themes; do
        for one in $sizes; do
            size=${one%@*} scale=${one#*@}
            begin "$size"
            for part in $what; do "$part"; done
            finish
        done
    done
done
