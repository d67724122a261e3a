#!/usr/bin/env python3
"""What the window costs: windowcost.py GBSCOPE PCAPGEN [--starts 10] [--seconds 60] [--messages 300000]

From start to a mapped window with a small capture; processor time with 67 live devices that beat every 10 s, the ladder
followed; memory with a capture of 300,000 messages. Wants xvfb, openbox and xprop (x11-utils). Traffic stays on
127.0.0.1.
"""
import argparse
import os
import re
import socket
import statistics
import subprocess
import tempfile
import threading
import time

TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def megabytes(pid, name):
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(rf"{name}:\s+(\d+)", status.read())[1]) * 1024 / 1e6


class Screen:
    """A display of its own, with a window manager."""

    def __init__(self, number=87):
        self.display = f":{number}"
        os.environ["DISPLAY"] = self.display
        self.server = subprocess.Popen(["Xvfb", self.display, "-screen", "0", "1366x768x24"], stderr=subprocess.DEVNULL)
        time.sleep(1)
        self.manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
        time.sleep(1)

    def close(self):
        self.manager.terminate()
        self.server.terminate()


def start(program, folder, *arguments):
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, LC_ALL="C.UTF-8")
    return subprocess.Popen([program, "--settings", f"{folder}/settings.ini", *arguments], env=environment,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def until_mapped(program, folder, capture):
    """Milliseconds, and processor milliseconds, until the window manager has the window."""
    spy = subprocess.Popen(["xprop", "-root", "-spy", "_NET_CLIENT_LIST"], stdout=subprocess.PIPE, text=True)
    spy.stdout.readline()  # how it is
    begin = time.monotonic()
    app = start(program, folder, capture)
    while "0x" not in spy.stdout.readline():
        pass
    took = time.monotonic() - begin
    used = processor_seconds(app.pid)
    time.sleep(1)
    app.terminate()
    app.wait()
    spy.terminate()
    time.sleep(0.5)
    return took * 1000, used * 1000


def message(method, number, cseq, port, body=b"", more=b""):
    device = b"3402000000132%07d" % number
    return (b"%s sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:%d;rport;branch=z9hG4bK%d.%d\r\n"
            b"From: <sip:%s@3402000000>;tag=%d\r\nTo: <sip:%s@3402000000>\r\nCall-ID: %d.%d@127.0.0.1\r\nCSeq: %d %s\r\n"
            b"Contact: <sip:%s@127.0.0.1:%d>\r\nMax-Forwards: 70\r\nExpires: 3600\r\n%sContent-Length: %d\r\n\r\n%s"
            % (method, port, number, cseq, device, number, device, number, 0 if method == b"REGISTER" else cseq, cseq,
               method, device, port, more, len(body), body))


def beat(sockets, server, stop):
    """Each device registers, then beats every 10 s, one after the other."""
    for number, one in enumerate(sockets, 1):
        one.sendto(message(b"REGISTER", number, 1, one.getsockname()[1]), server)
    cseq = 20
    while not stop.is_set():
        for number, one in enumerate(sockets, 1):
            body = (b'<?xml version="1.0"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>%d</SN>\r\n<DeviceID>'
                    b"3402000000132%07d</DeviceID>\r\n<Status>OK</Status>\r\n</Notify>\r\n" % (cseq, number))
            one.sendto(message(b"MESSAGE", number, cseq, one.getsockname()[1], body,
                               b"Content-Type: Application/MANSCDP+xml\r\n"), server)
            if stop.wait(10 / len(sockets)):
                return
        cseq += 1


def live(program, folder, seconds):
    sockets = []
    for _ in range(67):
        one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        one.bind(("127.0.0.1", 0))
        sockets.append(one)
    free = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    free.bind(("127.0.0.1", 0))
    server = ("127.0.0.1", free.getsockname()[1])
    free.close()
    app = start(program, folder, "--listen", f"127.0.0.1:{server[1]}", f"--session={folder}/live.pcapng")
    time.sleep(3)
    stop = threading.Event()
    devices = threading.Thread(target=beat, args=(sockets, server, stop))
    devices.start()
    time.sleep(25)
    before, begin = processor_seconds(app.pid), time.monotonic()
    time.sleep(seconds)
    share = (processor_seconds(app.pid) - before) / (time.monotonic() - begin)
    stop.set()
    devices.join()
    memory = megabytes(app.pid, "VmRSS")
    app.terminate()
    app.wait()
    answered = sum(1 for one in sockets if answers(one))
    return share, memory, answered


def answers(one):
    one.setblocking(False)
    try:
        return one.recv(65536).startswith(b"SIP/2.0 200")
    except BlockingIOError:
        return False


def of_capture(program, folder, capture):
    app = start(program, folder, capture)
    last, quiet = -1, 0
    while quiet < 3:  # seconds without work
        time.sleep(1)
        used = processor_seconds(app.pid)
        quiet = quiet + 1 if used - last < 0.03 else 0
        last = used
    sizes = megabytes(app.pid, "VmRSS"), megabytes(app.pid, "VmHWM"), last
    app.terminate()
    app.wait()
    return sizes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("pcapgen")
    parser.add_argument("--starts", type=int, default=10)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--messages", type=int, default=300000)
    options = parser.parse_args()
    screen = Screen()
    try:
        with tempfile.TemporaryDirectory() as folder:
            small, large = f"{folder}/small.pcap", f"{folder}/large.pcap"
            subprocess.run([options.pcapgen, small, "200", "5"], check=True, stdout=subprocess.DEVNULL)
            subprocess.run([options.pcapgen, large, str(options.messages), "500"], check=True, stdout=subprocess.DEVNULL)
            if options.starts:
                runs = [until_mapped(options.program, folder, small) for _ in range(options.starts)]
                for name, values in zip(("start to window", "  processor time"), zip(*runs)):
                    print(f"{name}: {min(values):.0f} / {statistics.median(values):.0f} / {max(values):.0f} ms", flush=True)
            if options.messages:
                now, most, used = of_capture(options.program, folder, large)
                print(f"{options.messages} messages: {now:.1f} MB resident, {most:.1f} at most, {used:.2f} s of processor",
                      flush=True)
            if options.seconds:
                share, memory, answered = live(options.program, folder, options.seconds)
                print(f"67 devices: {share * 100:.2f} % of a core, {memory:.1f} MB, {answered} of 67 answered 200")
    finally:
        screen.close()


main()
