#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""picture_qgis.py STORE STYLES WIDTH HEIGHT F.png: all parcels as banlang paints them (its printParcelStyles), by QGIS."""
import sys

from qgis.core import (QgsApplication, QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsMapRendererParallelJob, QgsMapSettings,
                       QgsRendererCategory, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

store, styles, width, height, target = sys.argv[1:]
QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(f"{store}|layername=parcels", "parcels", "ogr")
if not layer.isValid():
    sys.exit("QGIS cannot open the parcels")
categories = []
for line in open(styles, encoding="utf-8"):
    use, fill, outline, outline_px = line.rstrip("\n").split("\t")
    symbol = QgsFillSymbol.createSimple({"color": fill, "outline_color": outline, "outline_style": "solid",
                                         "outline_width": str(float(outline_px) * 25.4 / 96), "outline_width_unit": "MM"})
    categories.append(QgsRendererCategory(None if use == "*" else use, symbol, use))
layer.setRenderer(QgsCategorizedSymbolRenderer('substr("land_use", 1, 3)', categories))
settings = QgsMapSettings()
settings.setLayers([layer])
settings.setOutputSize(QSize(int(width), int(height)))
settings.setOutputDpi(300)
settings.setDestinationCrs(layer.crs())
settings.setBackgroundColor(QColor("white"))
settings.setExtent(layer.extent())
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
job.renderedImage().save(target, "png")
del job, layer
application.exitQgis()
