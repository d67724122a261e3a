#!/bin/sh
# Makes the captures and streams of this folder with programs of other people: GStreamer 1.22, ffmpeg 5.1, SIPp 3.6.1 and
# dumpcap of Debian 12. Needs the right to capture on lo. See README.md
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
cd "$work" || exit 1
encoder="videotestsrc is-live=true num-buffers=60 pattern=ball ! video/x-raw,width=160,height=96,framerate=25/1 !
    x264enc tune=zerolatency key-int-max=12 bitrate=120 ! h264parse config-interval=-1 ! mpegpsmux !
    capssetter join=false replace=true caps=video/mpegts,systemstream=(boolean)true,packetsize=(int)188"

capture() { # file filter program...
    file=$1 filter=$2
    shift 2
    dumpcap -q -P -i lo -s 0 -w "$file" -f "$filter" 2> /dev/null & dumpcap=$!
    sleep 1
    "$@" > /dev/null 2>&1
    sleep 1
    kill $dumpcap
    wait $dumpcap
}

capture gst-udp.pcap "port 21010" gst-launch-1.0 $encoder ! rtpmp2tpay pt=33 ssrc=100000001 mtu=1400 ! \
    udpsink host=127.0.0.1 port=21010

timeout 15 python3 -c "
import socket
s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(('127.0.0.1', 21012)); s.listen(1)
c, _ = s.accept()
while c.recv(65536): pass" & listener=$!
sleep 0.5
capture gst-tcp.pcap "port 21012" gst-launch-1.0 $encoder ! rtpmp2tpay pt=96 ssrc=100000001 mtu=1400 ! rtpstreampay ! \
    tcpclientsink host=127.0.0.1 port=21012
wait $listener

# A whole play: SIPp as platform and as camera, which sends what GStreamer made
capture ps.pcap "port 21014" gst-launch-1.0 $encoder ! rtpmp2tpay pt=96 ssrc=100000001 mtu=1400 ! \
    udpsink host=127.0.0.1 port=21014
sipp -sf "$here/camera.xml" -i 127.0.0.1 -p 21061 -m 1 -nostdin > /dev/null 2>&1 & camera=$!
capture sipp-play.pcap "port 21060 or port 21061 or port 21000" \
    sipp -sf "$here/platform.xml" -i 127.0.0.1 -p 21060 -m 1 -nostdin 127.0.0.1:21061
wait $camera

for codec in h264 h265; do
    ffmpeg -v error -f lavfi -i "testsrc=size=160x96:rate=25:duration=2" -c:v libx${codec#h} -pix_fmt yuv420p -g 12 -bf 0 -b:v 60k -f vob \
        -y ffmpeg-$codec.ps
    ffmpeg -v error -i ffmpeg-$codec.ps -c copy -f ${codec%h265}$([ $codec = h265 ] && echo hevc) -y $codec.es
    sha256sum $codec.es
done
ffmpeg -v error -f lavfi -i "testsrc=size=160x96:rate=25:duration=1" -c:v mpeg1video -f mpeg -y ffmpeg-mpeg1.ps
cp gst-udp.pcap gst-tcp.pcap sipp-play.pcap ffmpeg-*.ps "$here"
python3 "$here/disorder.py" sipp-play.pcap "$here/disordered.pcap"
rm -rf "$work"
