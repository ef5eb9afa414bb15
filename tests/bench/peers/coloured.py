#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""coloured.py STYLES F.png [WITHOUT.png]: share in percent of the pixels that have the colour of a land use among those that have
it or that of the outline, each pixel taken for the nearest of these and white. Outlines that lie so close that nothing is left between
them make it small. WITHOUT is the same sheet without parcels: only pixels that differ from it count."""
import sys

import numpy
from PIL import Image

Image.MAX_IMAGE_PIXELS = None


def read(path):
    return numpy.asarray(Image.open(path).convert("RGB")).astype(numpy.int16)


def rgb(text):
    return [int(text[i:i + 2], 16) for i in (1, 3, 5)]


rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
fills = sorted({tuple(rgb(row[1])) for row in rows if row[0] != "*"})
names = [(255, 255, 255), tuple(rgb(rows[0][2]))] + fills
pixels = read(sys.argv[2])
changed = numpy.ones(pixels.shape[:2], dtype=bool)
if len(sys.argv) > 3:
    changed = numpy.abs(pixels - read(sys.argv[3])).max(axis=2) > 4
pixels = pixels[changed].astype(numpy.int32)
nearest = numpy.zeros(len(pixels), dtype=numpy.int8)
least = numpy.full(len(pixels), 1 << 30, dtype=numpy.int32)
for number, name in enumerate(names):
    distance = ((pixels - numpy.array(name)) ** 2).sum(axis=1)
    nearer = distance < least
    nearest[nearer] = number
    least[nearer] = distance[nearer]
outline = (nearest == 1).sum()
coloured = (nearest > 1).sum()
print(f"{100 * coloured / max(1, coloured + outline):.1f}")
