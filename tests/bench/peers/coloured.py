#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""coloured.py F.png [WITHOUT.png]: share in percent of the pixels with a colour among those that are not plain ground; with a second
picture of the same sheet without parcels, among those that differ. What has no colour is grey: outlines that lie so close that
nothing is left between them (and letters of the legend)."""
import sys

import numpy
from PIL import Image

Image.MAX_IMAGE_PIXELS = None


def read(path):
    return numpy.asarray(Image.open(path).convert("RGB")).astype(int)


pixels = read(sys.argv[1])
parcels = numpy.ones(pixels.shape[:2], dtype=bool)
if len(sys.argv) > 2:
    parcels = (numpy.abs(pixels - read(sys.argv[2])).max(axis=2) > 4)
spread = pixels.max(axis=2) - pixels.min(axis=2)
coloured = (parcels & (spread >= 14)).sum()
grey = (parcels & (spread < 14) & (pixels.max(axis=2) < 225)).sum()
print(f"{100 * coloured / max(1, coloured + grey):.1f}")
