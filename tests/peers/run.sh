#!/bin/sh
# Registers baresip, linphonec and sipsak, which nobody here wrote, with digest over UDP and TCP. In a network namespace of its own, so as root, or with `unshare -rn`.
# Debian: baresip-core linphone-cli sipsak iproute2. Usage: unshare -n tests/peers/run.sh [GBSCOPE-CLI]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cli=${1:-$here/../../build/ci/app/gbscope-cli}
work=$(mktemp -d)
ip link set lo up
ip link add peer0 type veth peer name peer1
ip addr add 10.99.0.1/24 dev peer0
ip link set peer0 up
ip link set peer1 up
ip route add default via 10.99.0.254 # baresip looks for an address that leads somewhere

sleep 120 | "$cli" serve --listen 10.99.0.1:5060 --id 34020000002000000001 --domain 3402000000 --password 12345678 --session "$work/session.pcapng" >"$work/events" &
server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
sleep 1

failed=0
expect() { # ID TRANSPORT NAME
    if grep "\"id\":\"$1\"" "$work/events" | grep "\"state\":\"online\"" | grep -q "\"transport\":\"$2\""; then
        echo "ok      $3 over $2"
    else
        echo "FAILED  $3 over $2"
        failed=1
    fi
}

number=0
for transport in udp tcp; do
    number=$((number + 1))
    upper=$(echo "$transport" | tr a-z A-Z)
    baresip=3402000000132000001$number linphone=3402000000132000002$number

    mkdir -p "$work/baresip"
    echo "<sip:$baresip@10.99.0.1;transport=$transport>;auth_user=$baresip;auth_pass=12345678;regint=3600" >"$work/baresip/accounts"
    printf 'sip_listen 10.99.0.1:2509%s\nmodule_path /usr/lib/baresip/modules\nmodule g711.so\nmodule_app account.so\nmodule_app menu.so\n' "$number" >"$work/baresip/config"
    : >"$work/baresip/contacts"
    timeout 15 baresip -f "$work/baresip" -t 4 >"$work/baresip.log" 2>&1 || true
    expect "$baresip" "$upper" baresip

    mkdir -p "$work/linphone/.local/share/linphone"
    [ "$transport" = udp ] && ports='sip_port=25096\nsip_tcp_port=0' || ports='sip_port=0\nsip_tcp_port=25097'
    printf "[sip]\n$ports\ndefault_proxy=-1\n" >"$work/linphone/rc"
    (sleep 2; echo "register sip:$linphone@10.99.0.1 sip:10.99.0.1:5060;transport=$transport 12345678"; sleep 5; echo quit; sleep 1) \
        | HOME=$work/linphone timeout 20 linphonec -c "$work/linphone/rc" -d 0 >"$work/linphone.log" 2>&1 || true
    expect "$linphone" "$upper" linphonec
done
sipsak=34020000001320000031
timeout 10 sipsak -U -H 10.99.0.1 -s "sip:$sipsak@10.99.0.1:5060" -C "sip:$sipsak@10.99.0.1:25085" -x 3600 -a 12345678 -u $sipsak -l 25085 >"$work/sipsak.log" 2>&1 || true
expect $sipsak UDP sipsak
exit $failed
