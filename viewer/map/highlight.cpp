// SPDX-License-Identifier: MIT
#include "viewer/map/highlight.h"

#include "layers/style/palette.h"

#include <algorithm>
#include <array>

namespace banlang::viewer::detail {
namespace {

constexpr double glowPx = 22;
constexpr double glowAlpha = 0.2;
constexpr double centreLinePx = 2;
constexpr double hoverHaloPx = 4.5;
constexpr double hoverLinePx = 2.2;
constexpr double pointRadiusPx = 8;
/// Around the rim of the symbol that stands there.
constexpr double symbolGapPx = 3;

StrokeStyle stroke(Colour colour, double widthPx) {
    StrokeStyle style;
    style.colour = colour;
    style.widthPx = widthPx;
    return style;
}

std::vector<StrokeStyle> strokesOf(HighlightKind kind, const MapPalette& palette) {
    if (kind == HighlightKind::selected) {
        return {stroke(withAlpha(palette.selection, glowAlpha), glowPx), stroke(palette.selection, centreLinePx)};
    }
    return {stroke(palette.halo, hoverHaloPx), stroke(palette.label, hoverLinePx)};
}

/// A circle is a ring of rim only.
std::vector<Marker> circlesAround(const Marker& symbol, const std::vector<StrokeStyle>& strokes) {
    std::vector<Marker> circles;
    for (const StrokeStyle& style : strokes) {
        Marker circle;
        circle.at = symbol.at;
        circle.offsetXPx = symbol.offsetXPx;
        circle.offsetYPx = symbol.offsetYPx;
        circle.radiusPx = symbol.radiusPx + symbol.rimPx / 2 + symbolGapPx;
        circle.fill = withAlpha(style.colour, 0);
        circle.rim = style.colour;
        circle.rimPx = std::min(style.widthPx.at10k, circle.radiusPx);
        circles.push_back(circle);
    }
    return circles;
}

const Marker* symbolOf(const MapScene& scene, RecordRef target) {
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) {
        for (const MarkerSet& set : (*layer)->markers) {
            const auto found = std::find_if(set.markers.begin(), set.markers.end(), [&](const Marker& marker) {
                return marker.role == target.role && marker.row == static_cast<std::int32_t>(target.row);
            });
            if (found != set.markers.end()) return &*found;
        }
    }
    return nullptr;
}

/// Its geometry in the district; for things that have none of their own, such as records along a road, what a layer draws for them.
GeometryColumn geometryOf(const MapScene& scene, RecordRef target) {
    if (scene.district != nullptr) {
        const GeometryColumn& own = scene.district->table(target.role).geometry;
        if (target.row < own.featureCount() && !own.isEmpty(target.row)) return own.selected(std::array{target.row});
    }
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) {
        for (const ShapeSet& set : (*layer)->shapes) {
            if (set.role != target.role || set.geometry == nullptr) continue;
            std::vector<std::uint32_t> features;
            for (std::uint32_t i = 0; i < set.geometry->featureCount(); ++i) {
                const std::uint32_t row = i < set.rowOf.size() ? set.rowOf[i] : i;
                if (row == target.row && i < set.classOf.size() && set.classOf[i] < set.styles.size()) features.push_back(i);
            }
            if (!features.empty()) return set.geometry->selected(features);
        }
    }
    return {};
}

} // namespace

std::optional<Highlight> highlightOf(const MapScene& scene, RecordRef target, HighlightKind kind) {
    const std::vector<StrokeStyle> strokes = strokesOf(kind, mapPalette(scene.colourScheme));
    Highlight highlight;
    GeometryColumn geometry = geometryOf(scene, target);
    if (geometry.kind == GeometryKind::line || geometry.kind == GeometryKind::polygon) {
        highlight.shapes.classOf.assign(geometry.featureCount(), 0);
        highlight.shapes.geometry = std::make_shared<const GeometryColumn>(std::move(geometry));
        highlight.shapes.styles = {{.fill = {}, .strokes = strokes}};
        return highlight;
    }
    Marker symbol;
    symbol.radiusPx = pointRadiusPx;
    if (const Marker* shown = symbolOf(scene, target)) {
        symbol = *shown;
    } else if (geometry.pointCount() > 0) {
        symbol.at = geometry.point(0);
    } else {
        return std::nullopt;
    }
    highlight.markers = circlesAround(symbol, strokes);
    return highlight;
}

} // namespace banlang::viewer::detail
