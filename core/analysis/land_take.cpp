// SPDX-License-Identifier: MIT
#include "core/analysis/land_take.h"

#include "core/analysis/land_strips.h"
#include "core/analysis/road_standards.h"
#include "core/analysis/set_aside.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace banlang {
namespace {

/// What the minutes say that one parcel gives to one road.
struct Declared {
    LandState state = LandState::needed;
    double givenM2 = 0;
    double pledgedM2 = 0;
    Date givenOn{};
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
    for (const std::uint32_t row : countedRows(district, Role::donations)) {
        const auto state = donationState(donations, row, asOf);
        if (!state || row >= links.road.size() || links.road[row] == notLinked) continue;
        const auto road = static_cast<std::uint32_t>(links.road[row]);
        minutes.roadsWithMinutes.insert(road);
        if (links.parcel[row] == notLinked) continue;
        Declared& declared = minutes.byParcel[{road, static_cast<std::uint32_t>(links.parcel[row])}];
        const double areaM2 = std::max(0.0, donations.numberAt("declared_area_m2", row));
        declared.state = std::min(declared.state, landState(*state));
        const Date day = donations.dateAt("donated_on", row);
        const bool given = *state != DonationState::pledged && day <= asOf;
        if (given && (!declared.givenOn.known() || day > declared.givenOn)) declared.givenOn = day;
        (*state == DonationState::pledged ? declared.pledgedM2 : declared.givenM2) += std::isnan(areaM2) ? 0 : areaM2;
    }
    return minutes;
}

/// Widths that works on the roads ask for, the widest where several do.
std::map<std::uint32_t, double> widthsOfWorks(const District& district, Date asOf) {
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto& roadOf = district.linksOf(Role::roadWorks).road;
    std::map<std::uint32_t, double> widths;
    for (const std::uint32_t row : countedRows(district, Role::roadWorks)) {
        if (linkedRow(roadOf, row) == notLinked || !workState(works, row, asOf)) continue;
        double& width = widths[static_cast<std::uint32_t>(roadOf[row])];
        const double asked = works.numberAt("target_bed_width_m", row);
        if (asked > width) width = asked;
    }
    return widths;
}

void addUp(RoadLandTake& take, const Minutes& minutes) {
    for (ParcelTake& parcel : take.parcels) {
        Declared declared;
        if (const auto found = minutes.byParcel.find({take.road, parcel.parcel}); found != minutes.byParcel.end())
            declared = found->second;
        parcel.state = declared.state;
        parcel.givenOn = declared.givenOn;
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

/// What depends on no day.
void addParcels(RoadLandTake& take, const LandStrips& strips) {
    take.parcels.reserve(strips.size());
    for (const ParcelStrip& strip : strips) {
        ParcelTake& parcel = take.parcels.emplace_back();
        parcel.parcel = strip.parcel;
        parcel.areaM2 = strip.areaM2;
        parcel.fromM = strip.fromM;
        parcel.toM = strip.toM;
        parcel.left = strip.left;
    }
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
    std::vector<WidenedRoad> widened;
    for (const std::uint32_t road : chosen) {
        RoadLandTake take;
        take.road = road;
        take.currentWidthM = currentWidthM(roads, road);
        const auto ofWork = ofWorks.find(road);
        const double byWork = ofWork == ofWorks.end() ? 0 : ofWork->second;
        const double byClass = standards.of(roads.textAt("class", road)).bedWidthM.value_or(0);
        take.targetWidthM = widthM.value_or(byWork > 0 ? byWork : byClass);
        take.anyMinutes = minutes.roadsWithMinutes.contains(road);
        widened.push_back({road, take.targetWidthM});
        takes.push_back(std::move(take));
    }
    const auto strips = landStrips(district, widened);
    for (std::size_t i = 0; i < takes.size(); ++i) {
        addParcels(takes[i], *strips[i]);
        addUp(takes[i], minutes);
    }
    return takes;
}

} // namespace banlang
