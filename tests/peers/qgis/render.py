# SPDX-License-Identifier: MIT
"""Draws a layer of a GeoPackage as QGIS opens it, with the style that lies in the file.

render.py FILE LAYER MINX MINY MAXX MAXY WIDTH HEIGHT OUT.png GROUND
"""
import sys

from qgis.core import QgsApplication, QgsMapRendererSequentialJob, QgsMapSettings, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

path, name = sys.argv[1:3]
extent = QgsRectangle(*(float(value) for value in sys.argv[3:7]))
width, height = (int(value) for value in sys.argv[7:9])
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
if not layer.isValid() or layer.renderer().type() != "categorizedSymbol":
    sys.exit(f"QGIS does not open {path} with the style in it")
settings = QgsMapSettings()
settings.setLayers([layer])
settings.setDestinationCrs(layer.crs())
settings.setOutputDpi(96)
settings.setOutputSize(QSize(width, height))
settings.setExtent(extent)
settings.setBackgroundColor(QColor(sys.argv[10]))
settings.setFlag(QgsMapSettings.Antialiasing, True)
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
job.renderedImage().save(sys.argv[9])
del layer
application.exitQgis()
