#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""frames.py F.json [WORD]: what banlang-viewer --frames wrote, as "name value" a line, times in ms. With WORD (a command of the
script): only how long that command took to its complete picture. What was not measured, as the frames of a run without a script, is
"none"."""
import json
import statistics
import sys


def figure(value):
    return "none" if value is None else f"{value:.1f}"


def spread(name, values):
    print(name + "_median", figure(statistics.median(values) if values else None))
    print(name + "_worst", figure(max(values, default=None)))
    print(name + "_count", len(values))


times = json.load(open(sys.argv[1], encoding="utf-8"))
if len(sys.argv) > 2:
    spread("complete", [p["ms"] for p in times.get("pictures", []) if p["command"].split()[0] == sys.argv[2]])
else:
    for name in ("p50", "p99", "max", "first_picture_ms"):
        print(name, figure(times[name]))
    frames = times["frames"]
    print("late_percent", figure(100 * sum(ms > 1000 / 60 for ms in frames) / len(frames) if frames else None))
    print("renderer", times.get("renderer", "unknown"))
    spread("complete", times.get("complete_ms", []))
