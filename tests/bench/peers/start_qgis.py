# SPDX-License-Identifier: MIT
"""Run inside QGIS by start_qgis.sh: opens the parcels, waits for the first whole picture, notes the time and leaves."""
import os
import time

from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsProject, QgsRendererCategory, QgsVectorLayer
from qgis.utils import iface

layer = QgsVectorLayer(f"{os.environ['BANLANG_STORE']}|layername=parcels", "parcels", "ogr")
categories = []
for line in open(os.environ["BANLANG_STYLES"], encoding="utf-8"):
    use, fill, outline, outline_px = line.rstrip("\n").split("\t")
    symbol = QgsFillSymbol.createSimple({"color": fill, "outline_color": outline,
                                         "outline_width": str(float(outline_px) * 25.4 / 96), "outline_width_unit": "MM"})
    categories.append(QgsRendererCategory(None if use == "*" else use, symbol, use))
layer.setRenderer(QgsCategorizedSymbolRenderer('substr("land_use", 1, 3)', categories))


def leave():
    with open(os.environ["BANLANG_DONE"], "w", encoding="ascii") as done:
        done.write(str(time.time()))
    os._exit(0)


iface.mapCanvas().mapCanvasRefreshed.connect(leave)
QgsProject.instance().addMapLayer(layer)
iface.mapCanvas().setExtent(layer.extent())
iface.mapCanvas().refresh()
