// SPDX-License-Identifier: MIT
#include "layers/paper/detail/focus.h"

#include "core/geo/measure.h"
#include "layers/base/base_layers.h"
#include "layers/style/boundary_style.h"

#include <algorithm>
#include <cmath>

namespace banlang::print_layout {
namespace {

constexpr double bandPx = 15;
constexpr double bandAlpha = 0.28;
constexpr int samples = 14;
constexpr double frameMarginPx = 24;

bool isBand(const StrokeStyle& stroke) {
    return stroke.offsetPx.at25k > 0 && stroke.colour.a < 255;
}

/// The bands of all communes and of the district give way to the one of the page.
void keepOneBand(MapLayer& communes, std::uint32_t commune, MapColourScheme colourScheme) {
    for (ShapeSet& set : communes.shapes) {
        bool banded = false;
        for (ClassStyle& style : set.styles) {
            banded = banded || std::any_of(style.strokes.begin(), style.strokes.end(), isBand);
            std::erase_if(style.strokes, isBand);
        }
        if (!banded || set.geometry->kind != GeometryKind::polygon || set.styles.empty()) continue;
        set.styles.front().strokes.push_back(vignette(colourScheme, bandPx, bandAlpha));
        for (std::size_t row = 0; row < set.classOf.size(); ++row) set.classOf[row] = row == commune ? std::uint8_t{0} : noClass;
    }
}

/// A place well inside the part of a polygon that the view shows.
std::optional<Point> middleOfVisible(const GeometryColumn& polygons, std::size_t row, const MapView& view) {
    const Box seen = view.visible().widenedBy(-frameMarginPx * view.metresPerPx);
    const Box& box = polygons.boxes[row];
    const Box part{std::max(box.minX, seen.minX), std::max(box.minY, seen.minY), std::min(box.maxX, seen.maxX),
                   std::min(box.maxY, seen.maxY)};
    if (part.minX >= part.maxX || part.minY >= part.maxY) return std::nullopt;
    std::vector<Point> inside;
    Point mean{};
    for (int i = 0; i < samples * samples; ++i) {
        const Point point{part.minX + part.width() * (i % samples + 0.5) / samples,
                          part.minY + part.height() * (i / samples + 0.5) / samples}; // NOLINT(bugprone-integer-division): a row
        if (!contains(polygons, row, point)) continue;
        inside.push_back(point);
        mean = {mean.x + point.x, mean.y + point.y};
    }
    if (inside.empty()) return std::nullopt;
    mean = {mean.x / static_cast<double>(inside.size()), mean.y / static_cast<double>(inside.size())};
    return *std::min_element(inside.begin(), inside.end(), [&](Point a, Point b) {
        return std::hypot(a.x - mean.x, a.y - mean.y) < std::hypot(b.x - mean.x, b.y - mean.y);
    });
}

bool bordersCommunes(const MapLayer& layer) {
    const BaseLayer* declaration = findBaseLayer(layer.id);
    return declaration != nullptr && declaration->bordersCommunes;
}

void keepLabels(MapLayer& layer, const GeometryColumn& communes, std::uint32_t commune, const MapView& view,
                MapColourScheme colourScheme) {
    for (LabelSet& set : layer.labels) {
        std::erase_if(set.labels, [&](const MapLabel& label) {
            const bool ofUnit = label.kind == LabelKind::village || label.kind == LabelKind::code || label.kind == LabelKind::badge;
            return ofUnit && !contains(communes, commune, label.at);
        });
        if (set.within) {
            set.within = [found = std::move(set.within), &communes, commune](const Box& box, double metresPerPx) {
                std::vector<MapLabel> labels = found(box, metresPerPx);
                std::erase_if(labels, [&](const MapLabel& label) { return !contains(communes, commune, label.at); });
                return labels;
            };
        }
        if (!bordersCommunes(layer)) continue;
        std::erase_if(set.labels, [&](MapLabel& label) {
            if (label.kind != LabelKind::commune || label.id == commune || label.id >= communes.featureCount()) return false;
            const auto middle = middleOfVisible(communes, label.id, view);
            if (!middle) return true;
            label.kind = LabelKind::district;
            label.at = *middle;
            label.colour = mapPalette(colourScheme).neighbourName;
            return false;
        });
    }
}

} // namespace

void focusOnCommune(MapScene& scene, std::uint32_t commune, const MapView& view) {
    const GeometryColumn& communes = scene.district->table(Role::communes).geometry;
    for (auto& shared : scene.layers) {
        auto layer = std::make_shared<MapLayer>(*shared);
        if (bordersCommunes(*layer)) keepOneBand(*layer, commune, scene.colourScheme);
        for (MarkerSet& set : layer->markers) {
            std::erase_if(set.markers, [&](const Marker& marker) { return !contains(communes, commune, marker.at); });
        }
        keepLabels(*layer, communes, commune, view, scene.colourScheme);
        shared = std::move(layer);
    }
}

} // namespace banlang::print_layout
