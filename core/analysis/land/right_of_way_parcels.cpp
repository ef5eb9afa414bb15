// SPDX-License-Identifier: MIT
#include "core/analysis/land/right_of_way_parcels.h"

#include "core/analysis/context/analysis_context.h"
#include "core/base/parallel.h"
#include "core/geo/buffer_ring.h"
#include "core/geo/line_segments.h"
#include "core/geo/overlay.h"
#include "core/geo/packed_rtree.h"
#include "core/geo/simple_ring.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>

namespace banlang {
namespace {

/// Slivers that come from drawing, not from the ground.
constexpr double smallestShareM2 = 0.5;

/// Boxes of the pieces of all roads, as wide as the roads are to be.
struct Pieces {
    std::vector<Box> boxes;
    std::vector<std::uint32_t> roadOf; ///< position in the list of widened roads
};

Pieces piecesOf(const GeometryColumn& lines, std::span<const WidenedRoad> roads) {
    Pieces found;
    std::vector<LineSegment> pieces;
    for (std::uint32_t i = 0; i < roads.size(); ++i) {
        pieces.clear();
        appendSegments(pieces, lines, roads[i].road);
        for (const LineSegment& piece : pieces) found.boxes.push_back(piece.box().widenedBy(roads[i].targetWidthM / 2));
        found.roadOf.resize(found.boxes.size(), i);
    }
    return found;
}

/// For each road the parcels whose boxes touch one of its pieces, in rising order.
std::vector<std::vector<std::uint32_t>> parcelsNear(const std::vector<Box>& parcels, const Pieces& pieces, std::size_t roadCount) {
    // A tree over the roads is small and soon made. Neighbours on the ground are neighbours in memory, so most blocks of parcels
    // lie far from every road and cost one question.
    constexpr std::size_t blockSize = 32;
    constexpr std::size_t blocksAtOnce = 256;
    const PackedRtree tree(pieces.boxes);
    std::vector<std::vector<std::uint32_t>> near(roadCount);
    std::mutex mutex;
    const std::size_t blockCount = (parcels.size() + blockSize - 1) / blockSize;
    parallelRanges(blockCount, blocksAtOnce, [&](std::size_t begin, std::size_t end) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> found; // road, parcel
        for (std::size_t block = begin; block < end; ++block) {
            const std::size_t last = std::min(parcels.size(), (block + 1) * blockSize);
            Box all;
            for (std::size_t parcel = block * blockSize; parcel < last; ++parcel) all.grow(parcels[parcel]);
            bool any = false;
            tree.search(all, [&](std::uint32_t /*piece*/) { any = true; });
            if (!any) continue;
            for (std::size_t parcel = block * blockSize; parcel < last; ++parcel) {
                tree.search(parcels[parcel], [&](std::uint32_t piece) {
                    found.emplace_back(pieces.roadOf[piece], static_cast<std::uint32_t>(parcel));
                });
            }
        }
        const std::scoped_lock lock(mutex);
        for (const auto& [road, parcel] : found) near[road].push_back(parcel);
    });
    for (auto& ofRoad : near) {
        std::sort(ofRoad.begin(), ofRoad.end());
        ofRoad.erase(std::unique(ofRoad.begin(), ofRoad.end()), ofRoad.end());
    }
    return near;
}

std::optional<BufferRing::Share> shareOf(const BufferRing& ring, const GeometryColumn& parcels, std::uint32_t parcel) {
    if (isTriviallyValid(parcels, parcel) || invalidReason(parcels, parcel).empty())
        return ring.shareOf(parcels, parcel, smallestShareM2);
    const GeometryColumn valid = madeValid(parcels, parcel);
    return valid.isEmpty(0) ? std::nullopt : ring.shareOf(valid, 0, smallestShareM2);
}

RightOfWayParcels rightOfWayAlong(const District& district, const WidenedRoad& widened, const std::vector<std::uint32_t>& near) {
    const FeatureTable& roads = district.table(Role::roads);
    const GeometryColumn& parcels = district.table(Role::parcels).geometry;
    const BufferRing ring(roads.geometry, widened.road, currentWidthM(roads, widened.road) / 2, widened.targetWidthM / 2);
    const auto landUse = district.table(Role::parcels).column(fields::parcels.landUse);
    RightOfWayParcels rightOfWay;
    for (const std::uint32_t parcel : near) {
        if (landUse.present() && landUse[parcel] == "DGT") continue;
        if (const auto share = shareOf(ring, parcels, parcel))
            rightOfWay.push_back({parcel, share->areaM2, share->fromM, share->toM, share->left});
    }
    std::sort(rightOfWay.begin(), rightOfWay.end(), [](const RightOfWayParcel& a, const RightOfWayParcel& b) {
        return std::pair(a.fromM, a.parcel) < std::pair(b.fromM, b.parcel);
    });
    return rightOfWay;
}

/// What has been measured of a district.
struct Measured {
    std::mutex mutex;
    std::map<WidenedRoad, std::shared_ptr<const RightOfWayParcels>> rightOfWay;
};

void measure(const District& district, std::span<const WidenedRoad> roads, Measured& measured) {
    const Pieces pieces = piecesOf(district.table(Role::roads).geometry, roads);
    const auto near = parcelsNear(district.table(Role::parcels).geometry.boxes, pieces, roads.size());
    std::vector<RightOfWayParcels> rightOfWay(roads.size());
    parallelRanges(roads.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!near[i].empty()) rightOfWay[i] = rightOfWayAlong(district, roads[i], near[i]);
        }
    });
    for (std::size_t i = 0; i < roads.size(); ++i)
        measured.rightOfWay[roads[i]] = std::make_shared<const RightOfWayParcels>(std::move(rightOfWay[i]));
}

} // namespace

double currentWidthM(const FeatureTable& roads, std::uint32_t road) {
    const double bed = roads.numberAt(fields::roads.bedWidthM, road);
    if (!std::isnan(bed)) return bed;
    const double pavement = roads.numberAt(fields::roads.pavementWidthM, road);
    return std::isnan(pavement) ? 0 : pavement;
}

std::vector<std::shared_ptr<const RightOfWayParcels>> rightOfWayParcels(const AnalysisContext& context,
                                                                        std::span<const WidenedRoad> roads) {
    const District& district = context.district();
    // Grows with the roads and widths that are asked about.
    const auto kept = context.kept<std::shared_ptr<Measured>>(
        {"land-strips", {}}, [](const AnalysisContext&) { return std::make_shared<Measured>(); },
        [](const std::shared_ptr<Measured>&) { return sizeof(Measured); });
    Measured& measured = **kept;
    const std::scoped_lock lock(measured.mutex);
    std::vector<WidenedRoad> missing;
    for (const WidenedRoad& widened : roads) {
        const bool wider = widened.targetWidthM > currentWidthM(district.table(Role::roads), widened.road);
        if (wider && !measured.rightOfWay.contains(widened)) missing.push_back(widened);
    }
    if (!missing.empty()) measure(district, missing, measured);
    const auto none = std::make_shared<const RightOfWayParcels>();
    std::vector<std::shared_ptr<const RightOfWayParcels>> rightOfWay;
    rightOfWay.reserve(roads.size());
    for (const WidenedRoad& widened : roads) {
        const auto found = measured.rightOfWay.find(widened);
        rightOfWay.push_back(found == measured.rightOfWay.end() ? none : found->second);
    }
    return rightOfWay;
}

} // namespace banlang
