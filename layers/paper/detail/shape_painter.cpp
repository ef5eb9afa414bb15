// SPDX-License-Identifier: MIT
#include "layers/paper/detail/shape_painter.h"

#include "layers/paper/detail/coverage.h"
#include "layers/style/offset_line.h"

#include <cmath>

namespace banlang::print_layout {
namespace {

/// One path of many features is faster than many paths, until the path itself is the cost.
constexpr std::size_t featuresPerPath = 256;
/// Vertices nearer than this to the one before say nothing on paper.
constexpr double vertexGapPx = 0.12;
constexpr double tinyPx = 0.2 * pxPerMm;
/// An outline that would take most of its parcel turns a district of parcels grey.
constexpr double outlineShare = 6;

void addRing(cairo_t* cr, std::span<const double> ring, const MapView& view, bool closed) {
    PixelPoint last{};
    const std::size_t count = ring.size() / 2;
    for (std::size_t i = 0; i < count; ++i) {
        const PixelPoint at = view.toPixel({ring[2 * i], ring[2 * i + 1]});
        if (i == 0) {
            cairo_move_to(cr, at.x, at.y);
        } else if (i + 1 < count && std::abs(at.x - last.x) < vertexGapPx && std::abs(at.y - last.y) < vertexGapPx) {
            continue;
        } else if (!closed || i + 1 < count) {
            cairo_line_to(cr, at.x, at.y);
        }
        last = at;
    }
    if (closed) cairo_close_path(cr);
}

void addOffsetPath(cairo_t* cr, const GeometryColumn& geometry, std::size_t feature, const MapView& view, double offsetPx) {
    for (std::size_t ring = geometry.firstRing(feature); ring < geometry.lastRing(feature); ++ring) {
        std::vector<Point> line;
        const auto xy = geometry.ring(ring);
        for (std::size_t i = 0; i + 1 < xy.size(); i += 2) line.push_back({xy[i], xy[i + 1]});
        bool first = true;
        for (const Point point : offsetLine(line, offsetPx * view.metresPerPx)) {
            const PixelPoint at = view.toPixel(point);
            first ? cairo_move_to(cr, at.x, at.y) : cairo_line_to(cr, at.x, at.y);
            first = false;
        }
    }
}

using Rows = std::vector<std::uint32_t>;

/// Features in the view by class, in order of their rows.
std::vector<Rows> visibleByClass(const ShapeSet& set, const MapView& view) {
    std::vector<Rows> rows(set.styles.size());
    const Box seen = view.visible().widenedBy(30 * view.metresPerPx);
    for (std::uint32_t i = 0; i < set.geometry->featureCount(); ++i) {
        if (set.classOf[i] < rows.size() && set.geometry->boxes[i].intersects(seen)) rows[set.classOf[i]].push_back(i);
    }
    return rows;
}

double sizePx(const Box& box, const MapView& view) {
    return std::max(box.width(), box.height()) / view.metresPerPx;
}

void fillClass(cairo_t* cr, const ShapeSet& set, const Rows& rows, const FillStyle& fill, const MapView& view,
               const std::stop_token& stop) {
    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
    std::size_t inPath = 0;
    for (const std::uint32_t row : rows) {
        if (stop.stop_requested()) return;
        addFeaturePath(cr, *set.geometry, row, view);
        // Overlapping features would cut holes into each other under the even-odd rule, so only the parcels share paths.
        if (!set.areaTrueWhenTiny || ++inPath % featuresPerPath == 0) fillPath(cr, fill);
    }
    fillPath(cr, fill);
}

/// A band that begins at the edge of a polygon and lies inside: twice as wide on the edge, clipped to the polygon.
void strokeInside(cairo_t* cr, const GeometryColumn& polygons, std::uint32_t row, const StrokeStyle& stroke, const MapView& view) {
    const Saved saved(cr);
    addFeaturePath(cr, polygons, row, view);
    cairo_clip_preserve(cr);
    StrokeStyle wide = stroke;
    wide.widthPx = ScaledPx(2 * stroke.widthPx.at(view.scaleDenominator()));
    strokePath(cr, wide, view.scaleDenominator());
}

void strokeClass(cairo_t* cr, const ShapeSet& set, const Rows& rows, const StrokeStyle& stroke, const MapView& view,
                 const std::stop_token& stop) {
    const double scale = view.scaleDenominator();
    const double width = stroke.widthPx.at(scale);
    const double offset = stroke.offsetPx.at(scale);
    if (width <= 0) return;
    const bool polygon = set.geometry->kind == GeometryKind::polygon;
    const double smallest = set.areaTrueWhenTiny ? std::max(tinyPx, outlineShare * width) : 0;
    std::size_t inPath = 0;
    for (const std::uint32_t row : rows) {
        if (stop.stop_requested()) return;
        if (sizePx(set.geometry->boxes[row], view) < smallest) continue;
        if (polygon && offset > 0 && offset <= width / 2 + 0.1) {
            strokeInside(cr, *set.geometry, row, stroke, view);
            continue;
        }
        offset == 0 ? addFeaturePath(cr, *set.geometry, row, view) : addOffsetPath(cr, *set.geometry, row, view, offset);
        // A see-through stroke must not be laid twice where features meet, so it stays one path.
        if (stroke.colour.a == 255 && ++inPath % featuresPerPath == 0) strokePath(cr, stroke, scale);
    }
    strokePath(cr, stroke, scale);
}

} // namespace

void addFeaturePath(cairo_t* cr, const GeometryColumn& geometry, std::size_t feature, const MapView& view) {
    for (std::size_t ring = geometry.firstRing(feature); ring < geometry.lastRing(feature); ++ring) {
        addRing(cr, geometry.ring(ring), view, geometry.kind == GeometryKind::polygon);
    }
}

void strokePath(cairo_t* cr, const StrokeStyle& stroke, double scaleDenominator) {
    setColour(cr, stroke.colour);
    cairo_set_line_width(cr, stroke.widthPx.at(scaleDenominator));
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    const bool dashed = !stroke.dashPx.empty();
    cairo_set_line_cap(cr, stroke.roundCaps && !dashed ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    const std::vector<double> dashes(stroke.dashPx.begin(), stroke.dashPx.end());
    cairo_set_dash(cr, dashes.data(), static_cast<int>(dashes.size()), 0);
    cairo_stroke(cr);
    cairo_set_dash(cr, nullptr, 0, 0);
}

std::vector<std::size_t> paintShapes(cairo_t* cr, const ShapeSet& set, const MapView& view, const std::stop_token& stop) {
    std::vector<std::size_t> drawn(set.styles.size());
    if (!set.scales.shows(view.scaleDenominator()) || set.geometry == nullptr) return drawn;
    const auto rows = visibleByClass(set, view);
    const bool blended = set.areaTrueWhenTiny && blendByCoverage(cr, set, rows, view);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        drawn[i] = rows[i].size();
        const ClassStyle& style = set.styles[i];
        if (style.fill && !blended) fillClass(cr, set, rows[i], *style.fill, view, stop);
        for (const StrokeStyle& stroke : style.strokes) strokeClass(cr, set, rows[i], stroke, view, stop);
    }
    return drawn;
}

} // namespace banlang::print_layout
