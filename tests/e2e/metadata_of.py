#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints as JSON what a file says of itself, read with nothing of ours: Python's own XML, ZIP and JSON readers, and pdfinfo."""
import json
import pathlib
import struct
import subprocess
import sys
import xml.etree.ElementTree as tree
import zipfile


def texts(root):
    """Texts by the last part of the tag."""
    return {element.tag.split("}")[-1]: element.text for element in root.iter() if element.text and element.text.strip()}


def of_png(path):
    data = path.read_bytes()
    at, found = 8, {}
    while at < len(data):
        (length,), kind = struct.unpack(">I", data[at : at + 4]), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if kind == b"iTXt":
            keyword, rest = body.split(b"\0", 1)
            assert rest[:2] == b"\0\0", "not compressed"
            _language, _keyword, text = rest[2:].split(b"\0", 2)
            found[keyword.decode("latin-1")] = text.decode("utf-8")
        if kind == b"pHYs":
            found["pHYs"] = list(struct.unpack(">IIB", body))
        at += 12 + length
    return found


def of_pdf(path):
    lines = subprocess.run(["pdfinfo", "-isodates", "-enc", "UTF-8", path], check=True, capture_output=True).stdout.decode()
    return {key: value.strip() for key, value in (line.split(":", 1) for line in lines.splitlines() if ":" in line)}


def of_xlsx(path):
    with zipfile.ZipFile(path) as book:
        found = texts(tree.fromstring(book.read("docProps/core.xml")))
        custom = tree.fromstring(book.read("docProps/custom.xml"))
        found["custom"] = {entry.get("name"): "".join(entry.itertext()) for entry in custom}
        found["formulas"] = sum(book.read(name).count(b"<f") for name in book.namelist() if "worksheets/sheet" in name)
        found["links"] = sum("hyperlink" in name or b"<hyperlink" in book.read(name) for name in book.namelist())
        sheets = tree.fromstring(book.read("xl/workbook.xml"))
        found["sheets"] = [sheet.get("name") for sheet in sheets.iter() if sheet.tag.endswith("}sheet")]
        return found


def metadata(path):
    ending = path.suffix
    if ending == ".png":
        return of_png(path)
    if ending == ".pdf":
        return of_pdf(path)
    if ending == ".xlsx":
        return of_xlsx(path)
    if ending in (".geojson", ".json"):
        whole = json.loads(path.read_text("utf-8"))
        return {key: value for key, value in whole.items() if key != "features"}
    return texts(tree.parse(path).getroot())  # .svg, .shp.xml


print(json.dumps(metadata(pathlib.Path(sys.argv[1]))))
