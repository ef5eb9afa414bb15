// SPDX-License-Identifier: MIT
#include "core/analysis/land_take.h"

#include "core/analysis/road_standards.h"
#include "core/base/parallel.h"
#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "core/geo/packed_rtree.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace banlang {
namespace {

/// Slivers that come from drawing, not from the ground.
constexpr double smallestTakeM2 = 0.5;

/// What the minutes say that one parcel gives to one road.
struct Declared {
    LandState state = LandState::needed;
    double givenM2 = 0;
    double pledgedM2 = 0;
};
using DeclaredByParcel = std::map<std::pair<std::uint32_t, std::uint32_t>, Declared>; ///< road, parcel

struct Minutes {
    DeclaredByParcel byParcel;
    std::set<std::uint32_t> roadsWithMinutes;
};

LandState landState(DonationState state) {
    switch (state) {
    case DonationState::certificateUpdated:
        return LandState::certificateUpdated;
    case DonationState::donated:
        return LandState::donated;
    case DonationState::pledged:
        return LandState::pledged;
    }
    return LandState::needed;
}

Minutes readMinutes(const District& district, Date asOf) {
    const FeatureTable& donations = district.table(Role::donations);
    const TableLinks& links = district.linksOf(Role::donations);
    Minutes minutes;
    for (std::size_t row = 0; row < donations.rowCount; ++row) {
        const auto state = donationState(donations, row, asOf);
        if (!state || row >= links.road.size() || links.road[row] == notLinked) continue;
        const auto road = static_cast<std::uint32_t>(links.road[row]);
        minutes.roadsWithMinutes.insert(road);
        if (links.parcel[row] == notLinked) continue;
        Declared& declared = minutes.byParcel[{road, static_cast<std::uint32_t>(links.parcel[row])}];
        const double areaM2 = std::max(0.0, donations.numberAt("declared_area_m2", row));
        declared.state = std::min(declared.state, landState(*state));
        (*state == DonationState::pledged ? declared.pledgedM2 : declared.givenM2) += std::isnan(areaM2) ? 0 : areaM2;
    }
    return minutes;
}

/// Widths that works on the roads ask for, the widest where several do.
std::map<std::uint32_t, double> widthsOfWorks(const District& district, Date asOf) {
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto& roadOf = district.linksOf(Role::roadWorks).road;
    std::map<std::uint32_t, double> widths;
    for (std::size_t row = 0; row < works.rowCount && row < roadOf.size(); ++row) {
        if (roadOf[row] == notLinked || !workState(works, row, asOf)) continue;
        double& width = widths[static_cast<std::uint32_t>(roadOf[row])];
        const double asked = works.numberAt("target_bed_width_m", row);
        if (asked > width) width = asked;
    }
    return widths;
}

double currentWidthM(const FeatureTable& roads, std::uint32_t road) {
    const double bed = roads.numberAt("bed_width_m", road);
    if (!std::isnan(bed)) return bed;
    const double pavement = roads.numberAt("pavement_width_m", road);
    return std::isnan(pavement) ? 0 : pavement;
}

/// The part of a parcel between today's bed and the corridor of the target width, measured only where the road passes the parcel.
std::optional<ParcelTake> takeFrom(const District& district, const RoadLandTake& take, std::uint32_t parcel) {
    const GeometryColumn& roads = district.table(Role::roads).geometry;
    const GeometryColumn& parcels = district.table(Role::parcels).geometry;
    ParcelTake result;
    result.parcel = parcel;
    result.fromM = std::numeric_limits<double>::infinity();
    for (std::size_t r = parcels.firstRing(parcel); r < parcels.lastRing(parcel); ++r) {
        const auto ring = parcels.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); i += 2) {
            const auto position = nearestOnLine(roads, take.road, {ring[i], ring[i + 1]});
            if (!position) return std::nullopt;
            result.fromM = std::min(result.fromM, position->chainageM);
            result.toM = std::max(result.toM, position->chainageM);
        }
    }
    const double margin = 2 * take.targetWidthM;
    const GeometryColumn stretch = lineStretch(roads, take.road, result.fromM - margin, result.toM + margin);
    if (stretch.isEmpty(0)) return std::nullopt;
    const GeometryColumn inCorridor = intersection(parcels, parcel, corridor(stretch, 0, take.targetWidthM / 2), 0);
    if (inCorridor.isEmpty(0)) return std::nullopt;
    const GeometryColumn land =
        take.currentWidthM > 0 ? difference(inCorridor, 0, corridor(stretch, 0, take.currentWidthM / 2), 0) : inCorridor;
    result.areaM2 = areaM2(land, 0);
    if (result.areaM2 < smallestTakeM2) return std::nullopt;

    result.fromM = std::numeric_limits<double>::infinity();
    result.toM = 0;
    for (std::size_t i = 0; i < land.pointCount(); ++i) {
        const auto position = nearestOnLine(roads, take.road, land.point(i));
        result.fromM = std::min(result.fromM, position->chainageM);
        result.toM = std::max(result.toM, position->chainageM);
    }
    if (const auto inside = pointOnSurface(land, 0)) result.left = nearestOnLine(roads, take.road, *inside)->left;
    return result;
}

void addUp(RoadLandTake& take, const Minutes& minutes) {
    for (ParcelTake& parcel : take.parcels) {
        Declared declared;
        if (const auto found = minutes.byParcel.find({take.road, parcel.parcel}); found != minutes.byParcel.end())
            declared = found->second;
        parcel.state = declared.state;
        parcel.declaredDonatedM2 = declared.givenM2;
        const double given = std::min(parcel.areaM2, declared.givenM2);
        const double pledged = std::min(parcel.areaM2 - given, declared.pledgedM2);
        const LandState givenState = declared.state == LandState::certificateUpdated ? declared.state : LandState::donated;
        parcel.byStateM2[static_cast<std::size_t>(givenState)] = given;
        parcel.byStateM2[static_cast<std::size_t>(LandState::pledged)] = pledged;
        parcel.byStateM2[static_cast<std::size_t>(LandState::needed)] = parcel.areaM2 - given - pledged;
        for (std::size_t state = 0; state < landStates; ++state) take.byStateM2[state] += parcel.byStateM2[state];
        take.neededM2 += parcel.areaM2;
        take.donatedM2 += given;
        take.pledgedM2 += pledged;
        take.outstandingM2 += parcel.areaM2 - given - pledged;
    }
}

void measure(const District& district, const PackedRtree& parcelTree, const Minutes& minutes, RoadLandTake& take) {
    take.anyMinutes = minutes.roadsWithMinutes.count(take.road) > 0;
    if (take.targetWidthM <= take.currentWidthM) return;
    const GeometryColumn& roads = district.table(Role::roads).geometry;
    // The box of a winding road holds far more than the road meets: ask piece by piece.
    std::set<std::uint32_t> candidates;
    for (std::size_t i = roads.ringOffsets[roads.firstRing(take.road)]; i < roads.ringOffsets[roads.lastRing(take.road)]; ++i) {
        Box piece;
        piece.grow(roads.point(i));
        if (i + 1 < roads.ringOffsets[roads.lastRing(take.road)]) piece.grow(roads.point(i + 1));
        parcelTree.search(piece.widenedBy(take.targetWidthM / 2), [&](std::uint32_t parcel) { candidates.insert(parcel); });
    }
    for (const std::uint32_t parcel : candidates) {
        // Transport land is road already; nobody has to give it.
        if (district.table(Role::parcels).textAt("land_use", parcel) == "DGT") continue;
        if (auto found = takeFrom(district, take, parcel)) take.parcels.push_back(*found);
    }
    std::sort(take.parcels.begin(), take.parcels.end(),
              [](const ParcelTake& a, const ParcelTake& b) { return std::pair(a.fromM, a.parcel) < std::pair(b.fromM, b.parcel); });
    addUp(take, minutes);
}

} // namespace

std::optional<double> targetBedWidthM(std::string_view roadClass) {
    return shippedRoadStandards().of(roadClass).bedWidthM;
}

std::vector<RoadLandTake> landTake(const District& district, Date asOf, std::optional<std::uint32_t> onlyRoad,
                                   std::optional<double> widthM) {
    const FeatureTable& roads = district.table(Role::roads);
    const RoadStandards standards = shippedRoadStandards();
    const auto ofWorks = widthsOfWorks(district, asOf);
    const Minutes minutes = readMinutes(district, asOf);
    std::set<std::uint32_t> chosen;
    if (onlyRoad) {
        chosen.insert(*onlyRoad);
    } else {
        for (const auto& [road, width] : ofWorks) chosen.insert(road);
        chosen.insert(minutes.roadsWithMinutes.begin(), minutes.roadsWithMinutes.end());
    }
    std::vector<RoadLandTake> takes;
    for (const std::uint32_t road : chosen) {
        RoadLandTake take;
        take.road = road;
        take.currentWidthM = currentWidthM(roads, road);
        const auto ofWork = ofWorks.find(road);
        const double byWork = ofWork == ofWorks.end() ? 0 : ofWork->second;
        const double byClass = standards.of(roads.textAt("class", road)).bedWidthM.value_or(0);
        take.targetWidthM = widthM.value_or(byWork > 0 ? byWork : byClass);
        takes.push_back(std::move(take));
    }
    const PackedRtree parcelTree(district.table(Role::parcels).geometry.boxes);
    parallelRanges(takes.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) measure(district, parcelTree, minutes, takes[i]);
    });
    return takes;
}

} // namespace banlang
