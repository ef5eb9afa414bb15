// SPDX-License-Identifier: MIT
#include "viewer/map/pick.h"

#include "core/geo/measure.h"

#include <algorithm>
#include <cmath>

namespace banlang::viewer {
namespace {

/// Collects what lies under one place, from the top of the scene down.
class Picking {
public:
    Picking(const MapView& view, PixelPoint pixel, double tolerancePx)
        : view_(view), pixel_(pixel), at_(view.toMap(pixel)), tolerancePx_(tolerancePx),
          near_(Box{at_.x, at_.y, at_.x, at_.y}.widenedBy(tolerancePx * view.metresPerPx)) {}

    void markers(const MapLayer& layer) {
        for (auto set = layer.markers.rbegin(); set != layer.markers.rend(); ++set) {
            if (!set->scales.shows(view_.scaleDenominator())) continue;
            for (auto marker = set->markers.rbegin(); marker != set->markers.rend(); ++marker) {
                if (marker->row != notLinked && touches(*marker)) add(marker->role, static_cast<std::uint32_t>(marker->row));
            }
        }
    }

    /// Painted last is on top: sets from the last, classes from the last, and features from the last.
    void shapes(const PreparedLayer& layer) {
        for (auto shapes = layer.shapes.rbegin(); shapes != layer.shapes.rend(); ++shapes) {
            const ShapeSet& set = *shapes->set;
            if (!set.scales.shows(view_.scaleDenominator())) continue;
            std::vector<std::uint32_t> hits;
            shapes->search(near_, [&](std::uint32_t feature) {
                const bool hasRow = set.rowOf.empty() || feature < set.rowOf.size();
                if (hasRow && touches(*set.geometry, feature)) hits.push_back(feature);
            });
            std::sort(hits.begin(), hits.end(), [&](std::uint32_t a, std::uint32_t b) {
                return set.classOf[a] != set.classOf[b] ? set.classOf[a] > set.classOf[b] : a > b;
            });
            for (const std::uint32_t hit : hits) add(set.role, set.rowOf.empty() ? hit : set.rowOf[hit]);
        }
    }

    std::vector<RecordRef> targets;

private:
    [[nodiscard]] bool touches(const Marker& marker) const {
        const PixelPoint foot = view_.toPixel(marker.at);
        return std::hypot(foot.x + marker.offsetXPx - pixel_.x, foot.y + marker.offsetYPx - pixel_.y) <=
               marker.radiusPx + tolerancePx_;
    }

    [[nodiscard]] bool touches(const GeometryColumn& geometry, std::size_t feature) const {
        if (geometry.kind == GeometryKind::polygon) return contains(geometry, feature, at_);
        if (geometry.kind != GeometryKind::line) return geometry.kind == GeometryKind::point;
        const auto nearest = nearestOnLine(geometry, feature, at_);
        return nearest && nearest->distanceM <= tolerancePx_ * view_.metresPerPx;
    }

    void add(Role role, std::uint32_t row) {
        const RecordRef target{role, row};
        if (std::find(targets.begin(), targets.end(), target) == targets.end()) targets.push_back(target);
    }

    const MapView& view_;
    PixelPoint pixel_;
    Point at_;
    double tolerancePx_;
    Box near_;
};

} // namespace

std::vector<RecordRef> pick(const PreparedScene& scene, const MapView& view, PixelPoint pixel, double tolerancePx) {
    Picking picking(view, pixel, tolerancePx);
    // All markers lie above all shapes.
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) picking.markers(*layer->layer);
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) picking.shapes(*layer);
    return std::move(picking.targets);
}

} // namespace banlang::viewer
