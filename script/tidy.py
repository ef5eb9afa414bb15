#!/usr/bin/python3
"""script/tidy.py FILE...: clang-tidy on the files (.cpp, .h), as the preset tidy compiles them. script/lint --tidy calls it.

Nearly all of clang-tidy's time goes into headers that hundreds of files share. Files that are compiled alike are therefore laid one after
the other into one source, the includes of all before the first; it is looked at once, and places in its findings are told as places of the
files. Files that do not go together (the same name in two unnamed namespaces) are told apart before where a look at their names shows it,
and after where clang says so. What is found in a file counts only when the file alone has it; what is found in a header counts as it is.

Prints each finding once. Exit status 1: something was found, or a file could not be looked at, which is named.
"""
import json
import os
import re
import shlex
import subprocess
import sys
import threading
from collections import defaultdict, deque

BUILD = "build/tidy"
MOST_FILES = 16  # more share more, but the last batch then keeps one core busy while the others wait
DIAGNOSTIC = re.compile(r"^(?P<path>/[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<kind>fatal error|error|warning|note): (?P<text>.*)$")
FUNCTION_OR_TYPE = re.compile(r"^(?:template <.*> *)?(?:struct|class|enum class|enum) (\w+)|^\w[\w:<>,&* \[\]]*?[ &*](\w+)\(", re.M)
VALUE = re.compile(r"^(?:constexpr|const|static|inline|thread_local|std::)[^(=;{]*?(\w+)(?:\[\w*\])? *(?:=|\{|;)", re.M)
DECLARED = re.compile(r"[\w>&*\]] (\w+)(?=[,;={)\[(]| [=:])")


class Unit:
    """A file to look at, with what decides whether it goes into one source with others."""

    def __init__(self, path, flags):
        self.path = path
        self.flags = flags
        self.is_header = path.endswith(".h")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        self.lines = text.splitlines()
        self.is_alone = not self.is_header and re.search(r"^#(?!include)", text, re.M) is not None  # macros would reach the next file
        self.names = {name for pair in FUNCTION_OR_TYPE.findall(text) for name in pair if name}
        self.values = set(VALUE.findall(text))
        self.declared = set(DECLARED.findall(text))

    def goes_with(self, other):
        """False where the two define the same name, or where a value of one would be shadowed in the other."""
        if self.is_header or other.is_header:
            return True
        if self.is_alone or other.is_alone:
            return False
        return not (self.names & other.names or self.values & other.declared or other.values & self.declared)

    def includes(self):
        """Line number and text of what stands before everything; a header is included itself, being no source."""
        if self.is_header:
            return [(1, f'#include "{self.path}"')]
        return [] if self.is_alone else [(n, line) for n, line in enumerate(self.lines, 1) if line.startswith("#include")]

    def body(self):
        if self.is_header:
            return []
        taken = {number for number, _ in self.includes()}
        return [(number, line) for number, line in enumerate(self.lines, 1) if number not in taken]


class Finding:
    """One message of clang-tidy with the notes that belong to it; path is relative to the repository."""

    def __init__(self, path, heading):
        self.path, self.lines = path, [heading]
        self.touched = {path}  # by the message and its notes

    def text(self):
        return "\n".join(self.lines)

    def is_compile_error(self):
        return "[clang-diagnostic-error]" in self.lines[0] or ": fatal error: " in self.lines[0]


def compile_flags():
    """File -> flags, from the build folder. -Werror is left out: it would end a source after twenty warnings."""
    flags = {}
    with open(f"{BUILD}/compile_commands.json", encoding="utf-8") as file:
        for entry in json.load(file):
            words = shlex.split(entry["command"].split(" -o ")[0])
            start = next(i for i, word in enumerate(words) if os.path.basename(word).startswith("clang++"))
            path = os.path.relpath(entry["file"])
            flags.setdefault(path, tuple(word for word in words[start + 1 :] if word != "-Werror"))
    return flags


def flags_of(path, flags):
    """A header is looked at as the source of its name is compiled, or else as its nearest neighbour; None for a source not compiled."""
    if path.endswith(".cpp"):
        return flags.get(path)
    own = flags.get(path[: -len(".h")] + ".cpp")
    folder = os.path.dirname(path)
    while not own and folder:
        own = next((flags[file] for file in sorted(flags) if file.startswith(folder + "/")), None)
        folder = os.path.dirname(folder)
    return own


def batches_of(units, most):
    """As few as hold `most` files each; a file goes to the emptiest that it fits into, and where there is none begins another."""
    by_flags = defaultdict(list)
    for unit in units:
        by_flags[unit.flags].append(unit)
    batches = []
    for alike in by_flags.values():
        own = [[] for _ in range(-(-len(alike) // most))]
        for unit in alike:
            fitting = [batch for batch in own if len(batch) < most and all(unit.goes_with(other) for other in batch)]
            if not fitting:
                own.append([])
                fitting = own[-1:]
            min(fitting, key=len).append(unit)
        batches += [batch for batch in own if batch]
    return sorted(batches, key=len, reverse=True)


def look_at(batch, number):
    """Runs clang-tidy on the batch: its findings, and what it said where it failed without any."""
    source = os.path.abspath(f"{BUILD}/tidy-{number}.cpp")
    laid = [(unit.path, *line) for unit in batch for line in unit.includes()] + [(unit.path, *line) for unit in batch for line in unit.body()]
    with open(source, "w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for _, _, line in laid)
    command = ["clang-tidy", "--quiet", "--warnings-as-errors=*", source, "--", *batch[0].flags]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=BUILD, check=False)
    os.remove(source)

    def place(match):
        """Where a message points to: a file of the batch or a header."""
        if match["path"] != source:
            return os.path.relpath(match["path"]), int(match["line"])
        return laid[min(int(match["line"]), len(laid)) - 1][:2]

    findings = []
    for text in ran.stdout.splitlines():
        match = DIAGNOSTIC.match(text)
        if match:
            path, at = place(match)
            text = f"{path}:{at}:{match['column']}: {match['kind']}: {match['text']}"
        if match and match["kind"] != "note":
            findings.append(Finding(path, text))
        elif findings:
            findings[-1].lines.append(text)
            if match:
                findings[-1].touched.add(path)
    said = ran.stdout + ran.stderr if ran.returncode != 0 and not findings else ""
    return findings, said


class Tidying:
    """Batches that wait, and what was found so far. Any number of threads may work it off."""

    def __init__(self, batches):
        self.waiting = deque(batches)
        self.changed = threading.Condition()
        self.running = 0
        self.runs = 0
        self.reported = {}  # text -> path, of every finding
        self.clean = set()
        self.failed = {}  # path -> what clang-tidy said

    def work(self):
        while True:
            with self.changed:
                while not self.waiting and self.running:
                    self.changed.wait()
                if not self.waiting:
                    return
                batch = self.waiting.popleft()
                self.running += 1
                self.runs += 1
                number = self.runs
            findings, said = [], ""
            try:
                findings, said = look_at(batch, number)
            except Exception as error:  # a thread that ends in silence would leave its batch out
                said = repr(error)
            with self.changed:
                self.take(batch, findings, said)
                self.running -= 1
                self.changed.notify_all()

    def take(self, batch, findings, said):
        if len(batch) == 1:
            if said:
                self.failed[batch[0].path] = said
            self.report(findings)
            if not said and not any(finding.is_compile_error() or finding.path == batch[0].path for finding in findings):
                self.clean.add(batch[0].path)
            return
        members = {unit.path for unit in batch}
        blamed = {path for finding in findings for path in finding.touched & members}
        named = [unit for unit in batch if unit.path in blamed]
        others = [unit for unit in batch if unit.path not in blamed]
        if said or any(finding.is_compile_error() for finding in findings):
            half = (len(batch) + 1) // 2
            self.waiting.extend([named, others] if named and others else [batch[:half], batch[half:]])
            return
        self.report(finding for finding in findings if not finding.touched & members)
        self.waiting.extend([unit] for unit in named)
        self.clean.update(unit.path for unit in others)

    def report(self, findings):
        for finding in findings:
            if finding.text() not in self.reported:
                self.reported[finding.text()] = finding.path
                print(finding.text(), flush=True)


def main(paths):
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    cores = len(os.sched_getaffinity(0))
    flags = compile_flags()
    paths = list(dict.fromkeys(os.path.relpath(path) for path in paths))
    units = [Unit(path, flags_of(path, flags)) for path in paths if flags_of(path, flags) and os.path.exists(path)]
    most = min(MOST_FILES, -(-len(units) // cores)) if units else 1
    tidying = Tidying(batches_of(units, most))
    threads = [threading.Thread(target=tidying.work) for _ in range(cores)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    tidying.clean -= set(tidying.reported.values())
    for path in paths:
        if path in tidying.failed:
            print(f"{path}: clang-tidy failed: {tidying.failed[path]}")
        elif path not in {unit.path for unit in units}:
            print(f"{path}: not looked at: no such file, or the preset tidy does not compile it")
    print(f"clang-tidy: {len(tidying.clean)} of {len(paths)} files clean, {len(tidying.reported)} findings, {tidying.runs} runs")
    return 0 if len(tidying.clean) == len(paths) and not tidying.reported else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
