#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""picture_mapnik.py STORE STYLES WIDTH HEIGHT F.png: all parcels as banlang paints them (its printParcelStyles), by Mapnik."""
import sys

import mapnik

store, styles, width, height, target = sys.argv[1:]
dots_per_style_px = 300 / 96
sheet = mapnik.Map(int(width), int(height))
sheet.background = mapnik.Color("white")
style = mapnik.Style()
for line in open(styles, encoding="utf-8"):
    use, fill, outline, outline_px = line.rstrip("\n").split("\t")
    rule = mapnik.Rule()
    if use == "*":
        setattr(rule, "else", True)
        rule.set_else(True) if hasattr(rule, "set_else") else None
    else:
        rule.filter = mapnik.Expression(f"[land_use].match('{use}.*')")
    area = mapnik.PolygonSymbolizer()
    area.fill = mapnik.Color(fill)
    rule.symbols.append(area)
    line_symbol = mapnik.LineSymbolizer()
    line_symbol.stroke = mapnik.Color(outline)
    line_symbol.stroke_width = float(outline_px) * dots_per_style_px
    rule.symbols.append(line_symbol)
    style.rules.append(rule)
style.filter_mode = mapnik.filter_mode.FIRST
sheet.append_style("parcels", style)
layer = mapnik.Layer("parcels")
layer.datasource = mapnik.Ogr(file=store, layer="parcels")
layer.styles.append("parcels")
sheet.layers.append(layer)
sheet.zoom_all()
mapnik.render_to_file(sheet, target, "png")
