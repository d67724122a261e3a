#!/usr/bin/env python3
"""Opens one capture with gbscope, tshark and sngrep in turn, and tells medians, ratios and memory. See README.md."""
import argparse
import os
import statistics
import subprocess
import sys
import time


def run(command):
    """Seconds by the clock, seconds of the processor, MiB resident at most."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"{command[0]} failed: {errors.decode(errors='replace')[-500:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("openbench")
    parser.add_argument("capture")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    contestants = {
        "gbscope, as the window opens it": [options.openbench, options.capture],
        "gbscope-cli analyze": [options.cli, "analyze", options.capture],
        "tshark -r": ["tshark", "-r", options.capture],
        "sngrep -l 1000000": ["sngrep", "-F", "-q", "-N", "-l", "1000000", "-I", options.capture],
    }
    results = {name: [] for name in contestants}
    run(["cat", options.capture])  # into the page cache
    for _ in range(options.rounds):
        for name, command in contestants.items():
            results[name].append(run(command))
    median = {name: statistics.median(wall for wall, _, _ in runs) for name, runs in results.items()}
    for name, runs in results.items():
        walls = [wall for wall, _, _ in runs]
        print(f"{name:34} {min(walls):6.2f} / {median[name]:6.2f} / {max(walls):6.2f} s   processor {statistics.median(cpu for _, cpu, _ in runs):6.2f} s   "
              f"resident {statistics.median(rss for _, _, rss in runs):5.0f}, at most {max(rss for _, _, rss in runs):5.0f} MiB")
    for ours in list(contestants)[:2]:
        for peer in list(contestants)[2:]:
            ratios = [theirs[0] / mine[0] for mine, theirs in zip(results[ours], results[peer])]
            print(f"{peer} : {ours} = {statistics.median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f})")


main()
