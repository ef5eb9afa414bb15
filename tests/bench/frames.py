#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""frames.py F.json [WORD]: what banlang-viewer --frames wrote, as "name value" a line, times in ms. With WORD (a command of the
script): only how long that command took to its complete picture."""
import json
import statistics
import sys


def spread(name, values):
    if values:
        print(name + "_median", f"{statistics.median(values):.1f}")
        print(name + "_worst", f"{max(values):.1f}")
        print(name + "_count", len(values))


times = json.load(open(sys.argv[1], encoding="utf-8"))
if len(sys.argv) > 2:
    spread("complete", [p["ms"] for p in times.get("pictures", []) if p["command"].split()[0] == sys.argv[2]])
else:
    for name in ("p50", "p99", "max", "first_picture_ms"):
        print(name, f"{times[name]:.1f}")
    print("late_percent", f"{100 * sum(ms > 1000 / 60 for ms in times['frames']) / len(times['frames']):.1f}")
    print("renderer", times.get("renderer", "unknown"))
    spread("complete", times.get("complete_ms", []))
