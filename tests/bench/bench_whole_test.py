#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bench_whole_test.py SCRIPT BIN FOLDER: runs every job of script/bench on a small district, and wants an end without failure and a
row for each job. How fast they are is not asked."""
import json
import os
import subprocess
import sys

FIRST_ROW = {
    "import": "import, checks",
    "open": "open, links",
    "link": "parcels to villages",
    "link-all": "all links",
    "sums": "sums of all",
    "set-aside": "what they leave out",
    "landtake": "land take",
    "tessellate": "triangles of the parcels",
    "pick": "what lies under",
    "start": "start to first full picture",
    "pan": "moving at all scales",
    "switch": "programme to whole picture",
    "picture": "A4 sheet",
    "memory": "memory, open",
}

script, programs, folder = sys.argv[1:4]
os.makedirs(folder, exist_ok=True)
report = os.path.join(folder, "bench.json")
if os.path.exists(report):
    os.remove(report)
run = subprocess.run([script, "--parcels", "2000", "--json", report], env={**os.environ, "BANLANG_BIN": programs},
                     capture_output=True, text=True)
faults = []
if run.returncode != 0:
    faults.append(f"script/bench ended with {run.returncode}: {run.stderr.strip()}")
if run.stderr.strip():
    faults.append(f"it complained: {run.stderr.strip()}")
with open(script, encoding="utf-8") as text:
    named = next(line for line in text if line.startswith("all=("))[5:].strip().rstrip(")").split()
if named != list(FIRST_ROW):
    faults.append(f"its jobs are {named}, this test knows {list(FIRST_ROW)}")
rows = json.load(open(report, encoding="utf-8"))["jobs"] if os.path.exists(report) else []
for job, begin in FIRST_ROW.items():
    found = [row for row in rows if row["job"].startswith(begin)]
    if len(found) != 1:
        faults.append(f"{len(found)} rows for the job {job}")
    elif not isinstance(found[0]["ours"], (int, float)):
        faults.append(f"no figure for the job {job}: {found[0]}")
print(run.stdout)
for fault in faults:
    print("FAILED:", fault)
sys.exit(1 if faults else 0)
