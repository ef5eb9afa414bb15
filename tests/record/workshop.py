# SPDX-License-Identifier: MIT
"""The place where the programs run while they are recorded, and how one step is run."""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Callable

from normalise import Normaliser

# Always the same place: paths are printed, drawn and stored, and so need no normalisation.
WORK = Path("/tmp/banlang-record")
PROGRAMS = ("banlang", "banlang-sample", "banlang-viewer")
SECONDS_FOR_A_STEP = 600
# 2022-05-18 07:10 UTC: the moment of every file that leaves, and of every import that a sheet or the window names.
SOURCE_DATE_EPOCH = "1652857800"
MOMENT_OF_IMPORT = "2022-05-18T07:10:00Z"


@dataclass
class Step:
    """One run of a program. `name` is its path in the record, without ending; `{out}` in an argument is the step's own folder, and
    whatever lies there afterwards is recorded."""

    name: str
    program: str
    arguments: list[str]
    script: list[str] = field(default_factory=list)  # lines of the window's script; `{out}` as above


@dataclass
class Prepare:
    """Something between two steps that is not recorded by itself."""

    do: Callable[["Workshop"], None]


Chain = list  # of Step and Prepare, one after the other; chains run beside each other


class Workshop:
    """Runs chains of steps and writes what they print and make into the record. Safe for several threads between `open` and
    `close`."""

    def __init__(self, programs: Path, record: Path, processes: int):
        self.record = record
        self.processes = processes
        self.failures: list[str] = []
        self.used: list[tuple[str, list[str], list[str]]] = []  # program, arguments, script of each step
        self.seconds: dict[str, float] = {}
        self._programs = programs
        self._normaliser = Normaliser(datetime.now(timezone.utc))
        self._lock = threading.Lock()
        self._place = None

    def open(self) -> None:
        self._place = open(WORK.with_suffix(".lock"), "w")
        try:
            fcntl.flock(self._place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another recording is under way; waiting for its end", file=sys.stderr)
            fcntl.flock(self._place, fcntl.LOCK_EX)
        shutil.rmtree(WORK, ignore_errors=True)
        for folder in ("bin", "out", "home", "state", "tmp", "scripts"):
            (WORK / folder).mkdir(parents=True)
        # The programs look for each other, and for the sample district, beside themselves.
        for program in PROGRAMS:
            shutil.copy2(self._programs / program, WORK / "bin" / program)
        self.record.mkdir(parents=True)

    def close(self) -> None:
        shutil.rmtree(WORK, ignore_errors=True)
        self._place.close()

    def run(self, chains: list[Chain]) -> None:
        with ThreadPoolExecutor(self.processes) as pool:
            for done in [pool.submit(self._run_chain, chain) for chain in chains]:
                done.result()

    def answer(self, arguments: list[str], program: str = "banlang") -> str:
        """What the program prints, not recorded: for choosing what to record."""
        ran = self._ran(program, arguments, "answer")
        return (ran.stdout + ran.stderr).decode()

    def write(self, name: str, content: bytes) -> None:
        path = self.record / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self._normaliser.apply(name, content))

    def fail(self, what: str) -> None:
        with self._lock:
            self.failures.append(what)

    def _run_chain(self, chain: Chain) -> None:
        for part in chain:
            if isinstance(part, Step):
                self._run_step(part)
            else:
                part.do(self)

    def _ran(self, program: str, arguments: list[str], step: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [program, *arguments],
            executable=WORK / "bin" / program,
            cwd=WORK,
            env=self._environment(step),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS_FOR_A_STEP,
        )

    def _environment(self, step: str) -> dict[str, str]:
        return {
            "PATH": "/usr/bin:/bin",
            "HOME": str(WORK / "home"),
            "TMPDIR": str(WORK / "tmp"),
            "XDG_STATE_HOME": str(WORK / "state" / step),  # recently used folders: each step begins without
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH,
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "GALLIUM_DRIVER": "llvmpipe",
            "BANLANG_GL_DEBUG": "1",
        }

    def _run_step(self, step: Step) -> None:
        out = Path("out") / step.name
        (WORK / out).mkdir(parents=True)
        arguments = [argument.replace("{out}", str(out)) for argument in step.arguments]
        if step.script:
            script = WORK / "scripts" / step.name
            script.parent.mkdir(parents=True, exist_ok=True)
            script.write_text("".join(line.replace("{out}", str(out)) + "\n" for line in step.script))
            arguments += ["--script", str(script.relative_to(WORK))]
        begin = time.monotonic()
        try:
            ran = self._ran(step.program, arguments, step.name)
        except subprocess.TimeoutExpired:
            self.fail(f"{step.name}: no end after {SECONDS_FOR_A_STEP} s")
            return
        took = time.monotonic() - begin
        if ran.returncode < 0:
            self.fail(f"{step.name}: ended by signal {-ran.returncode}")
        with self._lock:
            self.seconds[step.name] = took
            self.used.append((step.program, step.arguments, step.script))
        self._record(step, arguments, ran, WORK / out)

    def _record(self, step: Step, arguments: list[str], ran: subprocess.CompletedProcess, out: Path) -> None:
        command = " ".join([step.program, *(repr(word) if " " in word or not word else word for word in arguments)])
        lines = [f"$ {command}", *(f"> {line}" for line in step.script), f"exit {ran.returncode}", "stderr:"]
        self.write(f"{step.name}.run", "\n".join(lines).encode() + b"\n" + ran.stderr)
        if ran.stdout:
            self.write(f"{step.name}.{'json' if ran.stdout.lstrip().startswith(b'{') else 'txt'}", ran.stdout)
        for path in sorted(out.rglob("*")):
            if path.is_file():
                self.write(f"{step.name}/{path.relative_to(out)}", path.read_bytes())
        shutil.rmtree(out)


def copy(source: str, target: str) -> Prepare:
    """A file or folder of the workshop under another name, with the files that SQLite keeps beside a store."""

    def do(_: Workshop) -> None:
        if (WORK / source).is_dir():
            shutil.copytree(WORK / source, WORK / target)
            return
        (WORK / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(WORK / source, WORK / target)

    return Prepare(do)


def import_at_fixed_moment(store: str) -> Prepare:
    """Sheets and the window print the day and hour of each import, as pixels that no pattern could replace."""

    def do(_: Workshop) -> None:
        with sqlite3.connect(WORK / store) as connection:
            connection.execute("UPDATE banlang_batches SET imported_at = ?", (MOMENT_OF_IMPORT,))
        connection.close()

    return Prepare(do)


def record_folder(folder: str, name: str) -> Prepare:
    """Files of the workshop as they are; GeoPackages as the text of their tables."""

    def do(workshop: Workshop) -> None:
        for path in sorted((WORK / folder).rglob("*")):
            if not path.is_file():
                continue
            target = f"{name}/{path.relative_to(WORK / folder)}"
            if path.suffix == ".gpkg":
                workshop.write(f"{target}.sql", tables_of(path))
            else:
                workshop.write(target, path.read_bytes())

    return Prepare(do)


def record_store(store: str, name: str) -> Prepare:
    return Prepare(lambda workshop: workshop.write(f"{name}.sql", tables_of(WORK / store)))


def tables_of(path: Path) -> bytes:
    """Schema and rows of a GeoPackage as text, a row a line; large blobs by their hash. Without what SQLite and the program keep
    for themselves and make anew from the rows: pages of R-trees, and the copy of the columns that opens a store quickly."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        schema = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        lines = [f"{kind} {name}: {sql}" for kind, name, sql in schema]
        for kind, name, _ in schema:
            pages = name.startswith("rtree_") and name.endswith(("_node", "_parent", "_rowid"))
            if kind != "table" or pages or name == "banlang_columns":
                continue
            columns = [column[1] for column in connection.execute(f'PRAGMA table_info("{name}")')]
            if name == "banlang_columns_state":
                columns = ["kind", "rows"]
            lines.append(f"rows of {name} ({', '.join(columns)})")
            chosen = ", ".join(f'"{column}"' for column in columns)
            rows = [" | ".join(map(_cell, row)) for row in connection.execute(f'SELECT {chosen} FROM "{name}"')]
            # A kind's copy is renewed when the kind is first read, in no order that counts.
            lines += sorted(rows) if name == "banlang_columns_state" else rows
    connection.close()
    return ("\n".join(lines) + "\n").encode()


def _cell(value: object) -> str:
    if isinstance(value, bytes):
        return value.hex() if len(value) <= 64 else f"{len(value)} bytes {hashlib.sha256(value).hexdigest()}"
    return repr(value)
