// SPDX-License-Identifier: MIT
#include "layers/labels.h"

#include "core/geo/measure.h"
#include "layers/label_candidates.h"
#include "layers/label_collision.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace banlang {
namespace {

constexpr std::size_t mostRepeats = 3;
constexpr double repeatDistancePx = 260;

struct Waiting {
    const MapLabel* label = nullptr;
    std::string_view layer;
};

std::vector<Waiting> waitingLabels(const MapScene& scene, const MapView& view) {
    std::vector<Waiting> waiting;
    const Box seen = view.visible();
    for (const auto& layer : scene.layers) {
        for (const LabelSet& set : layer->labels) {
            if (!set.scales.shows(view.scaleDenominator())) continue;
            for (const MapLabel& label : set.labels) {
                if (!label.path.empty() || seen.contains(label.at)) waiting.push_back({&label, layer->id});
            }
        }
    }
    std::sort(waiting.begin(), waiting.end(), [](const Waiting& a, const Waiting& b) {
        const auto key = [](const Waiting& w) { return std::tuple(w.label->kind, -w.label->priority, w.label->id, w.layer); };
        return std::tuple(key(a), std::string_view(a.label->text)) < std::tuple(key(b), std::string_view(b.label->text));
    });
    return waiting;
}

void takeMarkers(TakenSpace& taken, const MapScene& scene, const MapView& view) {
    for (const auto& layer : scene.layers) {
        for (const MarkerSet& set : layer->markers) {
            if (!set.scales.shows(view.scaleDenominator())) continue;
            for (const Marker& marker : set.markers) {
                const PixelPoint at = view.toPixel(marker.at);
                const Point middle{at.x + marker.offsetXPx, at.y + marker.offsetYPx};
                taken.take(Box{middle.x, middle.y, middle.x, middle.y}.widenedBy(marker.radiusPx + marker.rimPx / 2));
            }
        }
    }
}

/// The largest symbol at a point.
double markerRadiusPx(const MapScene& scene, const MapView& view, Point at) {
    double radius = 0;
    for (const auto& layer : scene.layers) {
        for (const MarkerSet& set : layer->markers) {
            if (!set.scales.shows(view.scaleDenominator())) continue;
            for (const Marker& marker : set.markers) {
                const bool here = marker.at == at && marker.offsetXPx == 0 && marker.offsetYPx == 0;
                if (here) radius = std::max(radius, marker.radiusPx + marker.rimPx / 2);
            }
        }
    }
    return radius;
}

/// Points of the commune that a label names; everything counts as inside for other labels.
std::function<bool(PixelPoint)> insideTest(const MapScene& scene, const MapView& view, const MapLabel& label) {
    if (label.kind != LabelKind::commune || !scene.district) return [](PixelPoint) { return true; };
    const GeometryColumn& areas = scene.district->table(Role::communes).geometry;
    if (label.id >= areas.featureCount()) return [](PixelPoint) { return true; };
    return [&areas, view, row = label.id](PixelPoint pixel) { return contains(areas, row, view.toMap(pixel)); };
}

double unitWidthPx(const MapScene& scene, const MapView& view, const MapLabel& label) {
    if (!scene.district || label.kind != LabelKind::commune) return view.widthPx;
    const GeometryColumn& areas = scene.district->table(Role::communes).geometry;
    return label.id < areas.featureCount() ? areas.boxes[label.id].width() / view.metresPerPx : view.widthPx;
}

/// The same name again only far away, and not too often.
class Repeats {
public:
    [[nodiscard]] bool allows(const PlacedLabel& placed) const {
        const auto found = places_.find(placed.label->text);
        if (found == places_.end()) return true;
        return found->second.size() < mostRepeats &&
               std::none_of(found->second.begin(), found->second.end(), [&](PixelPoint other) {
                   return std::hypot(other.x - placed.centre.x, other.y - placed.centre.y) < repeatDistancePx;
               });
    }
    void add(const PlacedLabel& placed) { places_[placed.label->text].push_back(placed.centre); }

private:
    std::map<std::string, std::vector<PixelPoint>> places_;
};

} // namespace

LabelStyle labelStyle(LabelKind kind) {
    switch (kind) {
    case LabelKind::badge:
        return {.sizePx = 14, .bold = true, .haloPx = 3.5};
    case LabelKind::district:
        return {.sizePx = 15, .capitals = true, .spacingPx = 4, .haloPx = 4};
    case LabelKind::commune:
        return {.sizePx = 17, .bold = true, .haloPx = 6};
    case LabelKind::village:
        return {.sizePx = 15, .bold = true, .haloPx = 4};
    case LabelKind::road:
        return {.sizePx = 12, .haloPx = 3};
    case LabelKind::river:
        return {.sizePx = 12.5, .italic = true, .spacingPx = 0.6, .haloPx = 3};
    case LabelKind::code:
        return {.sizePx = 10.5, .haloPx = 2.4};
    }
    return {};
}

std::vector<PlacedLabel> placeLabels(const MapScene& scene, const MapView& view, const MeasureText& measure,
                                     const std::vector<Box>& obstaclesPx, Language language) {
    TakenSpace taken;
    for (const Box& box : obstaclesPx) taken.take(box);
    takeMarkers(taken, scene, view);
    const auto insideFrame = [&](const Box& box) {
        return box.minX >= 0 && box.minY >= 0 && box.maxX <= view.widthPx && box.maxY <= view.heightPx;
    };
    Repeats repeats;
    std::vector<PlacedLabel> result;
    for (const Waiting& waiting : waitingLabels(scene, view)) {
        const MapLabel& label = *waiting.label;
        const bool followsLine = !label.path.empty();
        std::vector<LabelCandidate> candidates =
            followsLine ? lineCandidates(label, view, measure)
                        : pointCandidates(label, view, measure, language, unitWidthPx(scene, view, label),
                                          markerRadiusPx(scene, view, label.at), insideTest(scene, view, label));
        const auto free = std::find_if(candidates.begin(), candidates.end(), [&](const LabelCandidate& candidate) {
            return std::all_of(candidate.boxesPx.begin(), candidate.boxesPx.end(), insideFrame) &&
                   taken.isFree(candidate.boxesPx) && (!followsLine || repeats.allows(candidate.placed));
        });
        if (free == candidates.end()) continue;
        for (const Box& box : free->boxesPx) taken.take(box);
        if (followsLine) repeats.add(free->placed);
        result.push_back(std::move(free->placed));
    }
    return result;
}

} // namespace banlang
