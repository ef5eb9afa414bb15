// SPDX-License-Identifier: MIT
#include "core/intake/place.h"

#include "core/geo/measure.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

/// VN-2000 in its provincial meridians (3° zones), its old zones of 3° and 6°, WGS 84, and what older maps are in.
constexpr int usualEpsg[] = {9205, 9206, 9207, 9208, 9209, 9210, 9211, 9212,  9213,  9214, 9215, 9216, 9217, 9218, 5899,
                             5896, 5897, 5898, 3405, 3406, 4326, 4756, 32648, 32649, 3857, 3148, 3149, 2044, 2045};
constexpr std::size_t mostSamples = 400;
constexpr double fits = 0.9;
constexpr double clearlyBetter = 0.1;
/// Features at the edge, or strays, spoil the share; a candidate that no other comes near need not be as good.
constexpr double fitsAlone = 0.7;
constexpr double nearNothing = 0.1;
/// Two readings that put the layer this near to each other are one place for a planner; only grids that nearly coincide do.
constexpr double samePlaceM = 3;

struct Sample {
    std::vector<std::size_t> features;
    std::vector<Point> points;
};

Sample sampleOf(const GeometryColumn& geometry) {
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
    PlaceCandidate candidate;
    Point middle; ///< in the store's CRS
};

std::optional<Tried> tryOut(const Sample& sample, const Crs& crs, const CrsTransform& toStore, bool swapAxes,
                            const Outline& outline, const OwnPlace& ownPlace) {
    Tried tried;
    tried.candidate.epsg = crs.epsg();
    tried.candidate.swapAxes = swapAxes;
    std::vector<double> xy;
    for (const Point& point : sample.points) {
        const Point turned = swapAxes ? Point{point.y, point.x} : point;
        if (!possible(turned, crs.geographic())) return std::nullopt;
        xy.insert(xy.end(), {turned.x, turned.y});
    }
    if (toStore.apply(std::span(xy)) > 0) return std::nullopt;
    std::size_t inside = 0;
    std::size_t own = 0;
    std::size_t named = 0;
    for (std::size_t i = 0; i < sample.points.size(); ++i) {
        const Point place{xy[2 * i], xy[2 * i + 1]};
        tried.middle.x += place.x / static_cast<double>(sample.points.size());
        tried.middle.y += place.y / static_cast<double>(sample.points.size());
        inside += outline.inside(place) ? 1U : 0U;
        const auto right = ownPlace ? ownPlace(sample.features[i], place) : std::nullopt;
        named += right ? 1U : 0U;
        own += right.value_or(false) ? 1U : 0U;
    }
    const auto share = [](std::size_t part, std::size_t whole) { return static_cast<double>(part) / static_cast<double>(whole); };
    tried.candidate.insideShare = share(inside, sample.points.size());
    constexpr std::size_t enoughNamed = 3;
    if (named >= enoughNamed) tried.candidate.ownShare = share(own, named);
    return tried;
}

/// What counts is whether features lie in the units that they name; where none is named, whether they lie in the district.
double worth(const PlaceCandidate& candidate) {
    return candidate.ownShare ? (*candidate.ownShare * 3 + candidate.insideShare) / 4 : candidate.insideShare;
}

bool samePlace(const Tried& a, const Tried& b) {
    return std::hypot(a.middle.x - b.middle.x, a.middle.y - b.middle.y) < samePlaceM;
}

} // namespace

void Outline::addGround(const GeometryColumn& units) {
    for (std::size_t feature = 0; feature < units.featureCount(); ++feature) {
        if (!units.isEmpty(feature)) ground_.appendFeature(units, feature);
    }
    index_ = PackedRtree(ground_.boxes);
}

bool Outline::inside(Point point) const {
    if (!hasGround()) return std::any_of(extents_.begin(), extents_.end(), [&](const Box& box) { return box.contains(point); });
    bool found = false;
    index_.search(Box{point.x, point.y, point.x, point.y},
                  [&](std::uint32_t feature) { found = found || contains(ground_, feature, point); });
    return found;
}

Box Outline::extent() const {
    Box whole = ground_.extent();
    if (!hasGround()) {
        for (const Box& box : extents_) whole.grow(box);
    }
    return whole;
}

const std::vector<PlaceFinder::Candidate>& PlaceFinder::usualOnes() {
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

PlaceGuess PlaceFinder::find(const GeometryColumn& geometry, const std::optional<Crs>& declared, const Outline& outline,
                             const OwnPlace& ownPlace) {
    PlaceGuess guess;
    const Sample sample = sampleOf(geometry);
    if (sample.points.empty()) {
        guess.certain = guess.declaredFits = declared.has_value();
        return guess;
    }
    std::vector<Tried> tried;
    const auto store = Crs::fromEpsg(storeEpsg_);
    if (declared && store) {
        const auto transform = CrsTransform::between(*declared, *store);
        if (auto result = transform ? tryOut(sample, *declared, *transform, false, outline, ownPlace) : std::nullopt) {
            const bool placed =
                !outline.known() || (result->candidate.insideShare >= 0.5 && result->candidate.ownShare.value_or(1) >= 0.5);
            if (placed) {
                guess.candidates.push_back(result->candidate);
                guess.certain = guess.declaredFits = true;
                return guess;
            }
            tried.push_back(*result);
        }
    }
    for (const Candidate& candidate : usualOnes()) {
        for (const bool swapAxes : {false, true}) {
            if (auto result = tryOut(sample, candidate.crs, candidate.toStore, swapAxes, outline, ownPlace))
                tried.push_back(*result);
        }
    }
    std::stable_sort(tried.begin(), tried.end(),
                     [](const Tried& a, const Tried& b) { return worth(a.candidate) > worth(b.candidate); });
    if (!tried.empty() && outline.known()) {
        const auto rival =
            std::find_if(tried.begin() + 1, tried.end(), [&](const Tried& other) { return !samePlace(tried.front(), other); });
        const double second = rival == tried.end() ? 0 : worth(rival->candidate);
        const double best = worth(tried.front().candidate);
        guess.certain = (best >= fits && second + clearlyBetter <= best) || (best >= fitsAlone && second <= nearNothing);
    }
    const auto lonLat = toWgs84(storeEpsg_);
    for (Tried& result : tried) {
        if (lonLat) result.candidate.middle = lonLatOf(*lonLat, result.middle);
        guess.candidates.push_back(result.candidate);
    }
    return guess;
}

} // namespace banlang
