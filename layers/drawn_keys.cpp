// SPDX-License-Identifier: MIT
#include "layers/drawn_keys.h"

#include "core/geo/measure.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

DrawnKeys keysOf(const ShapeSet& set) {
    DrawnKeys drawn{set.scales, {}};
    LegendKeys classes;
    for (const std::uint8_t drawnClass : set.classOf) classes.set(drawnClass);
    for (std::size_t i = 0; i < set.styles.size(); ++i) {
        if (classes.test(i)) drawn.keys.set(set.keyOfClass(i));
    }
    return drawn;
}

DrawnKeys keysOf(const MarkerSet& set) {
    DrawnKeys drawn{set.scales, {}};
    for (const Marker& marker : set.markers) {
        for (const LegendKey key : marker.keys) drawn.keys.set(key);
    }
    return drawn;
}

/// Whether a part of the segment lies in the box (Liang and Barsky).
bool crosses(Point from, Point to, const Box& box) {
    double first = 0;
    double last = 1;
    const auto cut = [&](double step, double room) {
        if (step == 0) return room >= 0;
        const double at = room / step;
        if (step < 0) {
            first = std::max(first, at);
        } else {
            last = std::min(last, at);
        }
        return first <= last;
    };
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    return cut(-dx, from.x - box.minX) && cut(dx, box.maxX - from.x) && cut(-dy, from.y - box.minY) && cut(dy, box.maxY - from.y);
}

bool anyEdgeCrosses(const GeometryColumn& geometry, std::size_t feature, const Box& box) {
    for (std::size_t ring = geometry.firstRing(feature); ring < geometry.lastRing(feature); ++ring) {
        const auto xy = geometry.ring(ring);
        for (std::size_t i = 0; i + 3 < xy.size(); i += 2) {
            if (crosses({xy[i], xy[i + 1]}, {xy[i + 2], xy[i + 3]}, box)) return true;
        }
    }
    return false;
}

bool reachesInto(const ShapeSet& set, std::size_t feature, bool filled, const Box& box) {
    const GeometryColumn& geometry = *set.geometry;
    if (!geometry.boxes[feature].intersects(box)) return false;
    return anyEdgeCrosses(geometry, feature, box) || (filled && contains(geometry, feature, box.centre()));
}

void addShapes(const ShapeSet& set, const MapView& view, LegendKeys& keys) {
    if (!set.scales.shows(view.scaleDenominator()) || set.geometry == nullptr) return;
    const Box seen = view.visible();
    for (std::size_t i = 0; i < set.classOf.size(); ++i) {
        const LegendKey key = set.keyOfClass(set.classOf[i]);
        if (key == noKey || keys.test(key)) continue;
        if (reachesInto(set, i, set.styles[set.classOf[i]].fill.has_value(), seen)) keys.set(key);
    }
}

void addMarkers(const MarkerSet& set, const MapView& view, LegendKeys& keys) {
    if (!set.scales.shows(view.scaleDenominator())) return;
    for (const Marker& marker : set.markers) {
        const PixelPoint foot = view.toPixel(marker.at);
        const double x = foot.x + marker.offsetXPx;
        const double y = foot.y + marker.offsetYPx;
        const double r = marker.radiusPx;
        if (x <= -r || y <= -r || x >= view.widthPx + r || y >= view.heightPx + r) continue;
        for (const LegendKey key : marker.keys) keys.set(key);
    }
}

} // namespace

std::vector<DrawnKeys> drawnKeys(const MapLayer& layer) {
    std::vector<DrawnKeys> drawn;
    for (const auto* sets : {&layer.ground, &layer.shapes}) {
        for (const ShapeSet& set : *sets) drawn.push_back(keysOf(set));
    }
    for (const MarkerSet& set : layer.markers) drawn.push_back(keysOf(set));
    for (DrawnKeys& one : drawn) one.keys.reset(noKey);
    return drawn;
}

LegendKeys keysInView(const MapLayer& layer, const MapView& view) {
    LegendKeys keys;
    for (const ShapeSet& set : layer.shapes) addShapes(set, view, keys);
    for (const MarkerSet& set : layer.markers) addMarkers(set, view, keys);
    return keys;
}

} // namespace banlang
