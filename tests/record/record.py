#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The record of every output. Made from two builds and compared, it shows what else a change of the programs changes.

  record.py make --bin DIR --out DIR [--quick] [--processes N]
  record.py compare A B [--keep-going]
"""

import argparse
import hashlib
import json
import shutil
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import plan
from differences import explain, pixel_difference
from normalise import tolerance_for
from workshop import PROGRAMS, Workshop

SUMS = "SHA256SUMS"  # of every file of the record, for sha256sum -c
ABOUT = "about.json"  # what the record is of, and how long it took; not compared
MOST_EXPLAINED = 20  # without --keep-going


def make(programs: Path, out: Path, quick: bool, processes: int) -> int:
    missing = [program for program in PROGRAMS if not (programs / program).is_file()]
    if missing:
        print(f"{programs} lacks {', '.join(missing)}", file=sys.stderr)
        return 2
    if out.exists() and (any(out.iterdir()) and not (out / SUMS).is_file()):
        print(f"{out} is there and is no record", file=sys.stderr)
        return 2
    shutil.rmtree(out, ignore_errors=True)
    begin = time.monotonic()
    workshop = Workshop(programs, out, processes)
    workshop.open()
    try:
        unused = plan.make(workshop, quick)
    finally:
        workshop.close()
    sums = {str(path.relative_to(out)): sha256(path) for path in sorted(out.rglob("*")) if path.is_file()}
    seconds = time.monotonic() - begin
    slowest = dict(sorted(workshop.seconds.items(), key=lambda entry: -entry[1])[:20])
    about = {"quick": quick, "runs": len(workshop.seconds), "files": len(sums), "seconds": round(seconds, 1)}
    about |= {"not_used": unused, "slowest": slowest}
    (out / ABOUT).write_text(json.dumps(about, indent=2) + "\n")
    (out / SUMS).write_text("".join(f"{digest}  {name}\n" for name, digest in sums.items()))
    print(f"{out}: {len(workshop.seconds)} runs, {len(sums)} files, {seconds:.0f} s")
    for line in unused:
        print(f"no run uses: {line}", file=sys.stderr)
    for failure in workshop.failures:
        print(f"failed: {failure}", file=sys.stderr)
    return 1 if workshop.failures else 0


def compare(a: Path, b: Path, keep_going: bool) -> int:
    for record in (a, b):
        if not (record / SUMS).is_file():
            print(f"{record} is no whole record: it has no {SUMS}", file=sys.stderr)
            return 2
    quick = [json.loads((record / ABOUT).read_text())["quick"] for record in (a, b)]
    if quick[0] != quick[1]:
        print("a quick record can only be compared with a quick one", file=sys.stderr)
        return 2
    digests = [{str(path.relative_to(record)): sha256(path) for path in record.rglob("*") if path.is_file()} for record in (a, b)]
    names = sorted((set(digests[0]) | set(digests[1])) - {SUMS, ABOUT})
    different = [name for name in names if digests[0].get(name) != digests[1].get(name)]
    with ProcessPoolExecutor() as pool:
        rounded = {name for name, within in zip(different, pool.map(within_tolerance, different, repeat(a), repeat(b))) if within}
    different = [name for name in different if name not in rounded]
    explained = different if keep_going else different[:MOST_EXPLAINED]
    for name in explained:
        print(name)
        for line in difference(name, a, b):
            print(f"    {line}")
    if len(explained) < len(different):
        print(f"... and {len(different) - len(explained)} more; --keep-going explains them all")
    if rounded:
        print(f"{len(rounded)} pictures differ by no more than normalise.py allows")
    print(f"{len(different)} of {len(names)} files differ")
    for folder, count in Counter(group(name) for name in different).most_common():
        print(f"  {count:6} in {folder}")
    return 1 if different else 0


def within_tolerance(name: str, a: Path, b: Path) -> bool:
    levels = tolerance_for(name)
    if levels == 0 or not (a / name).is_file() or not (b / name).is_file():
        return False
    found = pixel_difference((a / name).read_bytes(), (b / name).read_bytes())
    return found is not None and found.levels <= levels


def difference(name: str, a: Path, b: Path) -> list[str]:
    if not (a / name).is_file():
        return ["only in B"]
    if not (b / name).is_file():
        return ["only in A"]
    return explain(name, (a / name).read_bytes(), (b / name).read_bytes())


def group(name: str) -> str:
    """The folder that a run belongs to, without the folder of the run itself."""
    parts = name.split("/")
    return "/".join(parts[: min(len(parts) - 1, 3 if parts[0] in ("clean", "messy") else 2)])


def sha256(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main() -> int:
    parser = argparse.ArgumentParser(description="The record of every output: makes one, or compares two.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    making = verbs.add_parser("make", help="run the programs and keep what they print, write and draw")
    making.add_argument("--bin", type=Path, required=True, help="folder of banlang, banlang-sample and banlang-viewer")
    making.add_argument("--out", type=Path, required=True, help="folder of the record; an older record there is replaced")
    making.add_argument("--quick", action="store_true", help="each verb, layer and sheet once, in less than a minute")
    making.add_argument("--processes", type=int, default=2, help="runs beside each other (2)")
    comparing = verbs.add_parser("compare", help="exit 1 and a list where two records differ")
    comparing.add_argument("a", type=Path)
    comparing.add_argument("b", type=Path)
    every = f"explain every difference, not only the first {MOST_EXPLAINED}"
    comparing.add_argument("--keep-going", action="store_true", help=every)
    asked = parser.parse_args()
    if asked.verb == "make":
        return make(asked.bin.resolve(), asked.out.resolve(), asked.quick, asked.processes)
    return compare(asked.a, asked.b, asked.keep_going)


if __name__ == "__main__":
    sys.exit(main())
