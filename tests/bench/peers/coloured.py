#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""coloured.py F.png: share in percent of the pixels with a colour among those that are not plain ground. What is not coloured is
grey: outlines that lie so close that nothing is left between them (and, on a whole sheet, letters)."""
import sys

import numpy
from PIL import Image

Image.MAX_IMAGE_PIXELS = None
pixels = numpy.asarray(Image.open(sys.argv[1]).convert("RGB")).astype(int)
spread = pixels.max(axis=2) - pixels.min(axis=2)
coloured = (spread >= 14).sum()
grey = ((spread < 14) & (pixels.max(axis=2) < 225)).sum()
print(f"{100 * coloured / max(1, coloured + grey):.1f}")
