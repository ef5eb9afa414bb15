// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/crs.h"
#include "core/geo/geometry_column.h"
#include "core/geo/packed_rtree.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace banlang {

/// Where the district is known to lie, in the store's CRS: the ground of units, or, while no units are known, the extents of layers
/// whose place is beyond doubt.
class DistrictFootprint {
public:
    DistrictFootprint() { polygons_.kind = GeometryKind::polygon; }
    void addPolygons(const GeometryColumn& units);
    void addExtent(const Box& extent) { extents_.push_back(extent); }

    [[nodiscard]] bool known() const { return hasPolygons() || !extents_.empty(); }
    [[nodiscard]] bool hasPolygons() const { return polygons_.featureCount() > 0; }
    [[nodiscard]] bool inside(Point point) const;
    [[nodiscard]] Box extent() const;

private:
    GeometryColumn polygons_;
    PackedRtree index_;
    std::vector<Box> extents_;
};

/// One way to read the coordinates of a layer, and how well it fits what is known.
struct CrsCandidate {
    int epsg = 0; ///< 0: the layer's own CRS, which has no code
    bool swapAxes = false;
    double insideShare = 0;         ///< of the sampled features, how many lie in the outline
    std::optional<double> ownShare; ///< of those that name their unit, how many lie in it
    LonLat middle;                  ///< of the sampled features
};

struct CrsGuess {
    std::vector<CrsCandidate> candidates; ///< best first; the layer's own CRS among them when it names one
    bool certain = false;                 ///< the first fits, and no other place comes near
    bool declaredFits = false;            ///< the layer's own CRS fits: nothing else was tried
    bool declaredPossible = false;        ///< the coordinates can be in the layer's own CRS, wherever that puts them
    double declaredShare = 0;             ///< how many features it puts into the outline
};

/// Roughly: within the box round the country.
[[nodiscard]] bool inVietnam(const LonLat& place);

/// What is known of single features: whether a place is right for one. Nothing when nothing is known of it.
using ExpectedPlace = std::function<std::optional<bool>(std::size_t feature, Point place)>;

/// A coordinate system, and the way from it to the store's.
struct CrsToStore {
    Crs crs;
    CrsTransform toStore;
};

/// Tries coordinate systems in use in Vietnam, with axes as they are and exchanged. Keeps the transformations, which are costly to
/// make.
class CrsDetector {
public:
    explicit CrsDetector(int storeEpsg) : storeEpsg_(storeEpsg) {}

    [[nodiscard]] CrsGuess find(const GeometryColumn& geometry, const std::optional<Crs>& declared,
                                const DistrictFootprint& footprint, const ExpectedPlace& expectedPlace);

private:
    [[nodiscard]] const std::vector<CrsToStore>& usualOnes();

    int storeEpsg_;
    std::vector<CrsToStore> usual_;
};

} // namespace banlang
