#!/usr/bin/env python3
"""Compares gbscope-cli serve, which records and tracks devices, with Kamailio under the same load; see README.md. Everything on 127.0.0.1."""
import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TICKS = os.sysconf("SC_CLK_TCK")
ID, DOMAIN, PASSWORD = "34020000002000000001", "3402000000", "12345678"


def pinned(core):
    """The server has a core, the generator another one."""
    return ["taskset", "-c", str(core)] if shutil.which("taskset") and os.cpu_count() > 1 else []


def free_port():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def with_children(pid):
    pids = [pid]
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        pids += with_children(int(child))
    return pids


class Server:
    """A registrar that runs while the `with` lasts. Stopped by its pid."""

    def __init__(self, command, folder, port):
        self.port = port
        self.output = folder / "output"
        with open(self.output, "wb") as out, open(folder / "errors", "wb") as errors:
            self.process = subprocess.Popen(pinned(0) + command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors)
        time.sleep(1.2)
        if self.process.poll() is not None:
            raise SystemExit(f"{self.name} does not start:\n" + (folder / "errors").read_text()[-2000:])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def cpu(self):
        """User and system seconds of all its threads and processes."""
        user = system = 0
        for pid in with_children(self.process.pid):
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            user += int(fields[11])
            system += int(fields[12])
        return user / TICKS, system / TICKS

    def resident(self):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise RuntimeError("no VmRSS")


class Gbscope(Server):
    name = "gbscope"

    def __init__(self, cli, folder):
        port = free_port()
        super().__init__([str(cli), "serve", "--listen", f"127.0.0.1:{port}", "--id", ID, "--domain", DOMAIN, "--password", PASSWORD,
                          "--session", str(folder / "session.pcapng")], folder, port)

    def complaints(self):
        """After its end: what was not recorded, answered or told."""
        found = []
        with open(self.output, "rb") as out:
            dropped = sum(json.loads(line)["lines"] for line in out if line.startswith(b'{"event":"dropped"'))
        with open(self.output, "rb") as out:
            summary = json.loads(out.readlines()[-1])
        for key in ("unrecorded", "unanswered", "malformed", "retransmissions"):
            if summary.get(key) != 0:
                found.append(f"{key} {summary.get(key)}")
        if dropped:
            found.append(f"{dropped} events not written")
        return found


class Kamailio(Server):
    name = "Kamailio"

    def __init__(self, folder):
        port = free_port()
        config = folder / "kamailio.cfg"
        config.write_text((HERE / "kamailio.cfg").read_text().replace("PORT", str(port)).replace('"PASSWORD"', f'"{PASSWORD}"'))
        super().__init__(["kamailio", "-f", str(config), "-DD", "-E", "-m", "512", "-M", "16", "-Y", str(folder), "-w", str(folder)], folder, port)

    def complaints(self):
        return []


def load(generator, port, **options):
    command = pinned(1) + [str(generator), "--port", str(port), "--id", ID, "--domain", DOMAIN, "--password", PASSWORD]
    for name, value in options.items():
        command += ["--" + name.replace("_", "-")] + ([] if value is True else [str(value)])
    done = subprocess.run(command, capture_output=True, text=True, timeout=200, check=True)
    if done.stderr:
        print(done.stderr.strip(), file=sys.stderr)
    return json.loads(done.stdout)


def failures(result):
    return [f"{key} {result[key]}" for key in ("retransmissions", "failed", "unexpected") if result[key] != 0]


def measure(server, arguments):
    """One run; the registrar is warm when the measured load begins."""
    with server:
        load(arguments.generator, server.port, devices=arguments.devices, seconds=arguments.warm)
        before = server.cpu()
        options = {"keepalive_only": True} if arguments.keepalive_only else {}
        result = load(arguments.generator, server.port, devices=arguments.devices, in_flight=arguments.in_flight, rate=arguments.rate, seconds=arguments.seconds, **options)
        time.sleep(0.5)  # the record of the last quarter second
        after = server.cpu()
    cycles = max(1, result["done"])
    run = {"rate": cycles / result["seconds"], "user": 1e6 * (after[0] - before[0]) / cycles, "system": 1e6 * (after[1] - before[1]) / cycles,
           "generator": 1e6 * result["cpu_seconds"] / cycles}
    run["cpu"] = run["user"] + run["system"]
    for complaint in failures(result) + server.complaints():
        print(f"WARNING: {server.name}: {complaint}; this run's figure does not count", file=sys.stderr)
        run["bad"] = True
    return run


def spread(values, digits=1):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def compare(arguments, work):
    pairs = []
    for number in range(arguments.pairs):
        pair = []
        for make in (lambda folder: Gbscope(arguments.cli, folder), Kamailio):
            folder = Path(tempfile.mkdtemp(dir=work))
            pair.append(measure(make(folder), arguments))
            shutil.rmtree(folder)
        ours, theirs = pair
        print(f"pair {number + 1}: gbscope {ours['cpu']:6.1f} us, {ours['rate']:7.0f}/s   Kamailio {theirs['cpu']:6.1f} us, {theirs['rate']:7.0f}/s   "
              f"CPU ratio {ours['cpu'] / theirs['cpu']:.3f}", flush=True)
        if not (ours.get("bad") or theirs.get("bad")):
            pairs.append((ours, theirs))
    if not pairs:
        print("WARNING: no pair counts", file=sys.stderr)
        return 1
    what = "keepalives" if arguments.keepalive_only else "cycles"
    print(f"\n{len(pairs)} pairs count; median (min to max)")
    for name, runs in zip(("gbscope", "Kamailio"), zip(*pairs)):
        print(f"{name:9s} CPU {spread([run['cpu'] for run in runs])} us, of it user {spread([run['user'] for run in runs])}; {what}/s {spread([run['rate'] for run in runs], 0)}; "
              f"generator {spread([run['generator'] for run in runs])} us")
    print(f"gbscope / Kamailio: CPU {spread([ours['cpu'] / theirs['cpu'] for ours, theirs in pairs], 3)}; "
          f"{what}/s {spread([ours['rate'] / theirs['rate'] for ours, theirs in pairs], 2)}")
    return 0


def memory(arguments, work):
    """Steady growth, so the tables with a fixed bound (transactions, answers) are full before it is measured."""
    folder = Path(tempfile.mkdtemp(dir=work))
    devices, messages, first = 10_000, arguments.messages, 100
    with Gbscope(arguments.cli, folder) as server:
        run = lambda **options: failures(load(arguments.generator, server.port, rate=10_000, seconds=100, **options))
        bad = run(devices=first, count=first) + run(devices=first, count=250_000, keepalive_only=True)
        start = server.resident()
        bad += run(devices=devices, count=devices)
        registered = server.resident()
        bad += run(devices=devices, count=messages, keepalive_only=True)
        end = server.resident()
    for complaint in bad + server.complaints():
        print(f"WARNING: {complaint}; the memory figures do not count", file=sys.stderr)
    shutil.rmtree(folder)
    print(f"memory: {start / 2**20:.0f} MiB with {first} devices and full tables; {(registered - start) / (devices - first):.0f} octets a device more "
          f"({devices} devices, each registered and beating once); {(end - registered) / messages:.0f} octets a keepalive more ({messages} keepalives; no summaries in the CLI); "
          f"{end / 2**20:.0f} MiB at the end", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("generator", type=Path)
    parser.add_argument("cli", type=Path)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--warm", type=float, default=3, help="seconds of load before, until the tables of transactions and answers are full")
    parser.add_argument("--devices", type=int, default=1000)
    parser.add_argument("--in-flight", type=int, default=200)
    parser.add_argument("--rate", type=float, default=0, help="cycles a second; 0: as fast as they end")
    parser.add_argument("--keepalive-only", action="store_true")
    parser.add_argument("--messages", type=int, default=300_000, help="keepalives of the memory figure; 0: leave it out")
    arguments = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="gbscope-bench-"))
    try:
        status = compare(arguments, work) if arguments.pairs > 0 else 0
        if arguments.messages > 0:
            memory(arguments, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
