# SPDX-License-Identifier: MIT
"""What differs between two files of a record, in words: a path into a JSON object, lines of a text, a member, a table, pixels."""

import difflib
import io
import json
import re
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import zipfile
import zlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

MOST_LINES = 12  # of an explanation
MOST_LETTERS = 160  # of a line or value
MARKUP = (".svg", ".kml", ".xml", ".rels", ".qml")  # an element a line when compared
TEXTS = (*MARKUP, ".txt", ".run", ".sql", ".csv", ".csvt", ".prj", ".cpg", ".toml", ".mif", ".mid", ".tab", ".id")
ZIPS = (".kmz", ".xlsx", ".zip", ".qgz", ".docx")


def explain(name: str, a: bytes, b: bytes) -> list[str]:
    """Lines about two different contents of the file `name`."""
    ending = Path(name).suffix.lower()
    try:
        if ending in (".json", ".geojson"):
            lines = _json(a, b)
        elif ending in TEXTS:
            lines = _text(*(_lines(one, ending in MARKUP) for one in (a, b)))
        elif ending in ZIPS:
            lines = _zip(a, b)
        elif ending == ".gpkg":
            lines = _tables(a, b)
        elif ending == ".png":
            lines = _pixels(a, b)
        elif ending == ".pdf":
            lines = _pdf(a, b)
        else:
            lines = _bytes(a, b)
    except Exception as error:  # a broken file is still to be compared
        lines = [f"cannot be read as {ending}: {error}", *_bytes(a, b)]
    more = len(lines) - MOST_LINES
    return [_short(line) for line in lines[:MOST_LINES]] + ([f"... {more} more"] if more > 0 else [])


def _short(line: str) -> str:
    return line if len(line) <= 2 * MOST_LETTERS else line[: 2 * MOST_LETTERS] + " ..."


def _lines(content: bytes, markup: bool) -> str:
    text = content.decode(errors="backslashreplace")
    return text.replace("><", ">\n<") if markup else text


def _bytes(a: bytes, b: bytes) -> list[str]:
    first = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    near = slice(first, first + 24)
    return [f"bytes differ from {first} on; {len(a)} and {len(b)} bytes", f"  - {a[near]!r}", f"  + {b[near]!r}"]


def _json(a: bytes, b: bytes) -> list[str]:
    lines = list(_values("", json.loads(a), json.loads(b)))
    if lines:
        return [f"{len(lines)} values differ", *lines]
    return ["the same values, written differently", *_text(a.decode(), b.decode())]


def _values(path: str, a: object, b: object) -> Iterator[str]:
    if isinstance(a, dict) and isinstance(b, dict):
        for key in a:
            if key not in b:
                yield f"{path}.{key}: only in A: {_value(a[key])}"
        for key in b:
            if key not in a:
                yield f"{path}.{key}: only in B: {_value(b[key])}"
        if list(a) != list(b) and set(a) == set(b):
            yield f"{path}: keys in another order: {_value(list(a))} -> {_value(list(b))}"
        for key in a:
            if key in b:
                yield from _values(f"{path}.{key}", a[key], b[key])
    elif isinstance(a, list) and isinstance(b, list):
        if len(a) != len(b):
            yield f"{path}: {len(a)} entries -> {len(b)} entries"
        for i, (x, y) in enumerate(zip(a, b)):
            yield from _values(f"{path}[{i}]", x, y)
    elif type(a) is not type(b) or a != b:
        yield f"{path}: {_value(a)} -> {_value(b)}"


def _value(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + " ..."


def _text(a: str, b: str) -> list[str]:
    """A unified diff, of what is left between the same beginning and the same end."""
    old, new = a.split("\n"), b.split("\n")
    start = next((i for i, (x, y) in enumerate(zip(old, new)) if x != y), min(len(old), len(new)))
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    limit = 400  # the diff of long texts takes long, and nobody reads all of it
    lines = [line for line in difflib.unified_diff(old[:limit], new[:limit], lineterm="", n=0) if line[:2] != "@@"]
    return [f"from line {start + 1} on, {len(old)} and {len(new)} lines", *_near_difference(lines[2:])]


def _near_difference(lines: list[str]) -> Iterator[str]:
    """Long lines only around the first letter in which they differ from their neighbour."""
    for i, line in enumerate(lines):
        other = next((one for one in lines[i + 1 :] + lines[:i][::-1] if one[0] != line[0]), "")
        first = next((k for k, (x, y) in enumerate(zip(line[1:], other[1:])) if x != y), 0)
        if len(line) > 2 * MOST_LETTERS and first > 60:
            line = f"{line[0]} (letter {first}) ... {line[first - 40 :]}"
        yield _short(line)


def _zip(a: bytes, b: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(a)) as old, zipfile.ZipFile(io.BytesIO(b)) as new:
        lines = [f"{name}: only in A" for name in old.namelist() if name not in new.namelist()]
        lines += [f"{name}: only in B" for name in new.namelist() if name not in old.namelist()]
        for name in old.namelist():
            if name in new.namelist() and old.read(name) != new.read(name):
                lines += [f"{name}:"] + [f"  {line}" for line in explain(name, old.read(name), new.read(name))]
    return lines or ["the same members; only the container differs", *_bytes(a, b)]


def _tables(a: bytes, b: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "a.gpkg", Path(folder) / "b.gpkg"]
        for path, content in zip(paths, (a, b)):
            path.write_bytes(content)
        with closing(_opened(paths[0])) as old, closing(_opened(paths[1])) as new:
            return _different_tables(old, new) or ["the same tables and rows; only the file around them differs", *_bytes(a, b)]


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?immutable=1", uri=True)


def _different_tables(old: sqlite3.Connection, new: sqlite3.Connection) -> list[str]:
    query = "SELECT name, type, sql FROM sqlite_master ORDER BY name"
    schemas = [{name: (kind, sql) for name, kind, sql in one.execute(query)} for one in (old, new)]
    lines = []
    for side, one, other in (("A", *schemas), ("B", *schemas[::-1])):
        lone = [name for name in one if name not in other]
        lines += [f"only in {side}: {', '.join(lone)}"] if lone else []
    for name, (kind, sql) in schemas[0].items():
        if name not in schemas[1]:
            continue
        if schemas[1][name][1] != sql:
            lines += [f"{name}: another definition", f"  - {sql}", f"  + {schemas[1][name][1]}"]
        if kind == "table":
            lines += _different_rows(name, old, new)
    return lines


def _different_rows(table: str, old: sqlite3.Connection, new: sqlite3.Connection) -> list[str]:
    cursors = [one.execute(f'SELECT * FROM "{table}"') for one in (old, new)]
    columns = [column[0] for column in cursors[0].description]
    rows = [cursor.fetchall() for cursor in cursors]
    if rows[0] == rows[1]:
        return []
    different = [i for i, (x, y) in enumerate(zip(*rows)) if x != y]
    lines = [f"table {table}: {len(different)} rows differ, {len(rows[0])} and {len(rows[1])} rows"]
    for i in different[:3]:
        for column, x, y in zip(columns, rows[0][i], rows[1][i]):
            if x != y:
                lines.append(f"  row {i + 1}, {column}: {_cell(x)} -> {_cell(y)}")
    return lines


def _cell(value: object) -> str:
    if isinstance(value, bytes):
        return f"{len(value)} bytes" + (f" ({value[:16].hex()}...)" if value else "")
    return _value(value)


@dataclass
class PixelDifference:
    count: int  # of pixels
    levels: int  # the largest difference of a channel, of 255
    box: tuple[int, int, int, int]  # left, top, right, bottom


def pixel_difference(a: bytes, b: bytes) -> PixelDifference | None:
    """None for pictures of different size or kind."""
    old, new = _Png(a), _Png(b)
    if old.size != new.size or old.depth != new.depth:
        return None
    found = PixelDifference(0, 0, (old.size[0], old.size[1], -1, -1))
    for y, (row, other) in enumerate(zip(old.rows(), new.rows())):
        if row == other:
            continue
        places = [i for i, (p, q) in enumerate(zip(row, other)) if p != q]
        pixels = {i // old.depth for i in places}
        left, top, right, bottom = found.box
        found = PixelDifference(
            found.count + len(pixels),
            max(found.levels, *(abs(row[i] - other[i]) for i in places)),
            (min(left, *pixels), min(top, y), max(right, *pixels), y),
        )
    return found


def _pixels(a: bytes, b: bytes) -> list[str]:
    """Share of the pixels that differ, and where; the chunks that do when none does."""
    old, new = _Png(a), _Png(b)
    found = pixel_difference(a, b)
    if found is None:
        return [f"{old.size[0]} x {old.size[1]} px of {old.depth} bytes -> {new.size[0]} x {new.size[1]} px of {new.depth}"]
    if found.count == 0:
        kinds = sorted({kind.decode() for kind, _ in set(old.chunks) ^ set(new.chunks)})
        return [f"the same pixels; chunks that differ: {', '.join(kinds)}"]
    whole = old.size[0] * old.size[1]
    left, top, right, bottom = found.box
    share = f"{found.count} of {whole} pixels differ ({100 * found.count / whole:.4f} %), by up to {found.levels} of 255"
    return [f"{share}, within x {left}-{right}, y {top}-{bottom}"]


class _Png:
    """Rows of pixels of a PNG of eight bits a channel, not interlaced."""

    def __init__(self, content: bytes):
        self.chunks: list[tuple[bytes, bytes]] = []
        at = 8
        while at < len(content):
            (length,) = struct.unpack(">I", content[at : at + 4])
            self.chunks.append((content[at + 4 : at + 8], content[at + 8 : at + 8 + length]))
            at += 12 + length
        width, height, bits, colour, _, _, interlaced = struct.unpack(">IIBBBBB", dict(self.chunks)[b"IHDR"])
        if bits != 8 or interlaced or colour not in (0, 2, 4, 6):
            raise ValueError(f"PNG with {bits} bits, colour type {colour}")
        self.size = (width, height)
        self.depth = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
        self._data = zlib.decompress(b"".join(chunk for kind, chunk in self.chunks if kind == b"IDAT"))

    def rows(self) -> Iterator[bytes]:
        stride, step = self.size[0] * self.depth, self.depth
        before = bytearray(stride)
        for y in range(self.size[1]):
            start = y * (stride + 1)
            row = bytearray(self._data[start + 1 : start + 1 + stride])
            self._unfilter(self._data[start], row, before, step)
            yield bytes(row)
            before = row

    @staticmethod
    def _unfilter(kind: int, row: bytearray, before: bytearray, step: int) -> None:
        if kind == 1:
            for i in range(step, len(row)):
                row[i] = (row[i] + row[i - step]) & 255
        elif kind == 2:
            for i, above in enumerate(before):
                row[i] = (row[i] + above) & 255
        elif kind == 3:
            for i, above in enumerate(before):
                row[i] = (row[i] + (((row[i - step] if i >= step else 0) + above) >> 1)) & 255
        elif kind == 4:
            for i, above in enumerate(before):
                left, corner = (row[i - step], before[i - step]) if i >= step else (0, 0)
                p, q, r = abs(above - corner), abs(left - corner), abs(left + above - 2 * corner)
                row[i] = (row[i] + (left if p <= q and p <= r else above if q <= r else corner)) & 255


def _pdf(a: bytes, b: bytes) -> list[str]:
    """The text of its pages, then the objects, streams unpacked."""
    lines = []
    if shutil.which("pdftotext"):
        texts = [_pages(one) for one in (a, b)]
        same = texts[0] == texts[1]
        lines += ["the text of the pages is the same"] if same else ["text of the pages:", *(f"  {line}" for line in _text(*texts))]
    old, new = _pdf_objects(a), _pdf_objects(b)
    different = [number for number in sorted(set(old) | set(new)) if old.get(number) != new.get(number)]
    if not different:
        return [*lines, "the same objects; only the file around them differs", *_bytes(a, b)]
    lines.append(f"{len(different)} of {len(set(old) | set(new))} objects differ; the first is object {different[0]}:")
    return lines + [f"  {line}" for line in _text(old.get(different[0], ""), new.get(different[0], ""))]


def _pages(content: bytes) -> str:
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True).stdout.decode(errors="replace")
    return re.sub(" {2,}", "  ", text)


def _pdf_objects(content: bytes) -> dict[int, str]:
    objects = {}
    for found in re.finditer(rb"(\d+) 0 obj\b(.*?)endobj", content, re.DOTALL):
        head, mark, stream = found[2].partition(b"stream")
        if mark and b"FlateDecode" in head:
            stream = zlib.decompressobj().decompress(stream.lstrip(b"\r\n"))
        objects[int(found[1])] = (head + mark + b"\n" + stream).decode("latin-1")
    return objects
