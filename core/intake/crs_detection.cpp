// SPDX-License-Identifier: MIT
#include "core/intake/crs_detection.h"

#include "core/geo/measure.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

/// VN-2000 in its provincial meridians (3° zones), its old zones of 3° and 6°, WGS 84, and what older maps are in.
constexpr int usualEpsg[] = {9205, 9206, 9207, 9208, 9209, 9210, 9211, 9212,  9213,  9214, 9215, 9216, 9217, 9218, 5899,
                             5896, 5897, 5898, 3405, 3406, 4326, 4756, 32648, 32649, 3857, 3148, 3149, 2044, 2045};
constexpr std::size_t firstLook = 200;
constexpr std::size_t secondLook = 4'000;
constexpr double fits = 0.9;
/// Features at the edge, or strays, spoil the share; a candidate that no other comes near need not be as good.
constexpr double fitsAlone = 0.7;
constexpr double nearNothing = 0.1;
/// Candidates that are so much worse than the best are not looked at again.
constexpr double outOfTheRunning = 0.3;
/// Two readings that put the layer this near to each other are one place for a planner; only grids that nearly coincide do.
constexpr double samePlaceM = 3;

struct Sample {
    std::vector<std::size_t> features;
    std::vector<Point> points;
};

Sample sampleOf(const GeometryColumn& geometry, std::size_t mostSamples) {
    Sample sample;
    const std::size_t step = std::max<std::size_t>(1, geometry.featureCount() / mostSamples);
    for (std::size_t feature = 0; feature < geometry.featureCount(); feature += step) {
        const auto point = geometry.isEmpty(feature) ? std::nullopt : representativePoint(geometry, feature);
        if (!point || !std::isfinite(point->x) || !std::isfinite(point->y)) continue;
        sample.features.push_back(feature);
        sample.points.push_back(*point);
    }
    return sample;
}

bool possible(Point point, bool geographic) {
    if (geographic) return std::abs(point.x) <= 180 && std::abs(point.y) <= 90;
    constexpr double earthM = 4e7;
    // A grid of metres does not hold a district within 1 km of its origin: these are degrees.
    return std::abs(point.x) < earthM && std::abs(point.y) < earthM && (std::abs(point.x) > 1'000 || std::abs(point.y) > 1'000);
}

struct Tried {
    CrsCandidate candidate;
    const Crs* crs = nullptr;
    const CrsTransform* toStore = nullptr;
    int changes = 0;         ///< how many things the file would have got wrong
    Point middle;            ///< in the store's CRS
    std::vector<bool> right; ///< by sample: where its own unit is, or, where none is named, in the district
};

double share(std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// Looks where the sample lies under one reading; false when its coordinates cannot be read so.
bool look(Tried& tried, const Sample& sample, const DistrictFootprint& footprint, const ExpectedPlace& expectedPlace) {
    std::vector<double> xy;
    for (const Point& point : sample.points) {
        const Point turned = tried.candidate.swapAxes ? Point{point.y, point.x} : point;
        if (!possible(turned, tried.crs->geographic())) return false;
        xy.insert(xy.end(), {turned.x, turned.y});
    }
    if (tried.toStore->apply(std::span(xy)) > 0) return false;
    std::size_t inside = 0;
    std::size_t own = 0;
    std::size_t named = 0;
    tried.middle = {};
    tried.right.clear();
    for (std::size_t i = 0; i < sample.points.size(); ++i) {
        const Point place{xy[2 * i], xy[2 * i + 1]};
        tried.middle.x += place.x / static_cast<double>(sample.points.size());
        tried.middle.y += place.y / static_cast<double>(sample.points.size());
        const bool in = footprint.inside(place);
        const auto right = expectedPlace ? expectedPlace(sample.features[i], place) : std::nullopt;
        inside += in ? 1U : 0U;
        named += right ? 1U : 0U;
        own += right.value_or(false) ? 1U : 0U;
        tried.right.push_back(right.value_or(in));
    }
    tried.candidate.insideShare = share(inside, sample.points.size());
    constexpr std::size_t enoughNamed = 3;
    tried.candidate.ownShare = named >= enoughNamed ? std::optional(share(own, named)) : std::nullopt;
    return true;
}

/// Whether one reading puts features right that the other does not, and hardly the other way round.
bool clearlyBetter(const Tried& one, const Tried& other) {
    std::size_t onlyOne = 0;
    std::size_t onlyOther = 0;
    for (std::size_t i = 0; i < one.right.size(); ++i) {
        onlyOne += one.right[i] && !other.right[i] ? 1U : 0U;
        onlyOther += !one.right[i] && other.right[i] ? 1U : 0U;
    }
    constexpr std::size_t enough = 8;
    return (onlyOne >= enough || onlyOne * 2 > one.right.size()) && onlyOther * 5 <= onlyOne;
}

/// What counts is whether features lie in the units that they name; where none is named, whether they lie in the district.
double worth(const CrsCandidate& candidate) {
    return candidate.ownShare ? (*candidate.ownShare * 3 + candidate.insideShare) / 4 : candidate.insideShare;
}

bool samePlace(const Tried& a, const Tried& b) {
    return std::hypot(a.middle.x - b.middle.x, a.middle.y - b.middle.y) < samePlaceM;
}

/// Best first; of equals the one that takes the file at its word, then the store's CRS.
void sortByWorth(std::vector<Tried>& tried) {
    std::stable_sort(tried.begin(), tried.end(), [](const Tried& a, const Tried& b) {
        constexpr double equal = 0.005;
        const double difference = worth(a.candidate) - worth(b.candidate);
        return std::abs(difference) > equal ? difference > 0 : a.changes < b.changes;
    });
}

/// Whether the first fits and every other place is clearly worse, or asks for more mistakes in the file.
bool leavesNoDoubt(const std::vector<Tried>& tried) {
    const Tried& best = tried.front();
    bool clear = true;
    bool alone = true;
    for (const Tried& other : tried) {
        if (samePlace(best, other) || (other.changes > best.changes && best.changes > 0)) continue;
        clear = clear && clearlyBetter(best, other);
        alone = alone && worth(other.candidate) <= nearNothing;
    }
    return clear && (worth(best.candidate) >= fits || (alone && worth(best.candidate) >= fitsAlone));
}

/// Latitudes above 90 that fall into Vietnam when the axes of the file's own degrees are exchanged: no outline is needed to know.
bool isOnlyTurn(const Tried& tried) {
    return tried.candidate.swapAxes && tried.changes == 1 && tried.crs->geographic() && inVietnam(tried.candidate.middle);
}

void putOnlyTurnFirst(std::vector<Tried>& tried) {
    std::stable_partition(tried.begin(), tried.end(), isOnlyTurn);
}

std::vector<Tried> tryAll(const std::vector<CrsToStore>& usual, const GeometryColumn& geometry, const std::optional<Crs>& declared,
                          const DistrictFootprint& footprint, const ExpectedPlace& expectedPlace) {
    std::vector<Tried> tried;
    const Sample sample = sampleOf(geometry, firstLook);
    for (const CrsToStore& candidate : usual) {
        for (const bool swapAxes : {false, true}) {
            Tried next;
            next.crs = &candidate.crs;
            next.toStore = &candidate.toStore;
            next.candidate.epsg = candidate.crs.epsg();
            next.candidate.swapAxes = swapAxes;
            if (declared) next.changes = (candidate.crs.epsg() != declared->epsg() ? 1 : 0) + (swapAxes ? 1 : 0);
            if (look(next, sample, footprint, expectedPlace)) tried.push_back(std::move(next));
        }
    }
    if (tried.empty() || !footprint.known()) return tried;
    sortByWorth(tried);
    const double best = worth(tried.front().candidate);
    std::erase_if(tried, [&](const Tried& other) { return worth(other.candidate) < best - outOfTheRunning; });
    const Sample larger = sampleOf(geometry, secondLook);
    std::erase_if(tried, [&](Tried& other) { return !look(other, larger, footprint, expectedPlace); });
    sortByWorth(tried);
    return tried;
}

} // namespace

bool inVietnam(const LonLat& place) {
    return place.lonDeg > 102 && place.lonDeg < 110 && place.latDeg > 8 && place.latDeg < 24;
}

void DistrictFootprint::addPolygons(const GeometryColumn& units) {
    for (std::size_t feature = 0; feature < units.featureCount(); ++feature) {
        if (!units.isEmpty(feature)) polygons_.appendFeature(units, feature);
    }
    index_ = PackedRtree(polygons_.boxes);
}

bool DistrictFootprint::inside(Point point) const {
    if (!hasPolygons()) return std::any_of(extents_.begin(), extents_.end(), [&](const Box& box) { return box.contains(point); });
    bool found = false;
    index_.search(Box{point.x, point.y, point.x, point.y},
                  [&](std::uint32_t feature) { found = found || contains(polygons_, feature, point); });
    return found;
}

Box DistrictFootprint::extent() const {
    Box whole = polygons_.extent();
    if (!hasPolygons()) {
        for (const Box& box : extents_) whole.grow(box);
    }
    return whole;
}

const std::vector<CrsToStore>& CrsDetector::usualOnes() {
    if (!usual_.empty()) return usual_;
    const auto store = Crs::fromEpsg(storeEpsg_);
    const auto add = [&](int epsg) {
        auto crs = Crs::fromEpsg(epsg);
        auto transform = crs && store ? CrsTransform::between(*crs, *store) : Result<CrsTransform>(Unexpected(Error{}));
        if (transform) usual_.push_back({std::move(*crs), std::move(*transform)});
    };
    add(storeEpsg_);
    for (const int epsg : usualEpsg) {
        if (epsg != storeEpsg_) add(epsg);
    }
    return usual_;
}

CrsGuess CrsDetector::find(const GeometryColumn& geometry, const std::optional<Crs>& declared, const DistrictFootprint& footprint,
                           const ExpectedPlace& expectedPlace) {
    CrsGuess guess;
    const Sample sample = sampleOf(geometry, firstLook);
    if (sample.points.empty()) {
        guess.certain = guess.declaredFits = declared.has_value();
        return guess;
    }
    const auto store = Crs::fromEpsg(storeEpsg_);
    const auto transform = declared && store ? CrsTransform::between(*declared, *store) : Result<CrsTransform>(Unexpected(Error{}));
    Tried asDeclared;
    asDeclared.crs = declared ? &*declared : nullptr;
    asDeclared.toStore = transform ? &*transform : nullptr;
    asDeclared.candidate.epsg = declared ? declared->epsg() : 0;
    guess.declaredPossible = transform && look(asDeclared, sample, footprint, expectedPlace);
    guess.declaredShare = asDeclared.candidate.insideShare;
    const bool placed = asDeclared.candidate.insideShare >= 0.5 && asDeclared.candidate.ownShare.value_or(1) >= 0.5;
    if (guess.declaredPossible && (placed || !footprint.known())) {
        guess.candidates.push_back(asDeclared.candidate);
        guess.certain = guess.declaredFits = true;
        return guess;
    }
    std::vector<Tried> tried = tryAll(usualOnes(), geometry, declared, footprint, expectedPlace);
    const auto lonLat = toWgs84(storeEpsg_);
    for (Tried& result : tried) {
        if (lonLat) result.candidate.middle = lonLatOf(*lonLat, result.middle);
    }
    if (!footprint.known() && !guess.declaredPossible) putOnlyTurnFirst(tried);
    guess.certain = !tried.empty() && (footprint.known() ? leavesNoDoubt(tried) : isOnlyTurn(tried.front()));
    for (const Tried& result : tried) guess.candidates.push_back(result.candidate);
    return guess;
}

} // namespace banlang
