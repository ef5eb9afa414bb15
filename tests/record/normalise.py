# SPDX-License-Identifier: MIT
"""What differs between two runs of the same programs over the same input, and what it is replaced by.

Everything else is recorded and compared byte for byte. An entry here hides a change of what it matches, so each has its reason.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone


@dataclass(frozen=True)
class Normalisation:
    name: str
    endings: tuple[str, ...]  # of the recorded files that it is for
    pattern: re.Pattern  # its first group is a moment in ISO 8601, UTC
    replacement: bytes
    reason: str


NORMALISATIONS = (
    Normalisation(
        name="moment of the run",
        endings=(".json", ".txt", ".run", ".sql"),
        pattern=re.compile(rb"(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z"),
        replacement=b"<moment of the run>",
        reason="imports, decisions, frozen rankings and tables of a store say when they were made; SOURCE_DATE_EPOCH is for files "
        "that leave. Only moments between the beginning and the end of the recording are replaced, others are data.",
    ),
)


@dataclass(frozen=True)
class Tolerance:
    name: str
    pattern: re.Pattern  # of the names of pictures in the record
    levels: int  # a channel of a pixel may differ by so many of 255
    reason: str


TOLERANCES = (
    Tolerance(
        name="tiles of the window's map",
        pattern=re.compile(r"(^|/)window/.*\.png$"),
        levels=8,
        reason="a tile of the map is painted at once, or from its lines that were painted before, by how much time a frame has "
        "left; the edges of lines are rounded once or twice. Places, letters and panels are not touched by it.",
    ),
)


def tolerance_for(name: str) -> int:
    return max((entry.levels for entry in TOLERANCES if entry.pattern.search(name)), default=0)


class Normaliser:
    """Replaces what the table lists. `start`: when the recording began, UTC."""

    def __init__(self, start: datetime):
        self.start = start - timedelta(seconds=2)

    def apply(self, name: str, content: bytes) -> bytes:
        for entry in NORMALISATIONS:
            if name.endswith(entry.endings):
                content = entry.pattern.sub(lambda found: self._replaced(entry, found), content)
        return content

    def _replaced(self, entry: Normalisation, found: re.Match) -> bytes:
        moment = datetime.strptime(found[1].decode(), "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)
        within = self.start <= moment <= datetime.now(timezone.utc) + timedelta(seconds=2)
        return entry.replacement if within else found[0]
