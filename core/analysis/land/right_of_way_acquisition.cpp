// SPDX-License-Identifier: MIT
#include "core/analysis/land/right_of_way_acquisition.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/land/right_of_way_parcels.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/analysis/rules/road_standards.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace banlang {
namespace {

/// What the donation records say that one parcel gives to one road.
struct Declared {
    LandState state = LandState::needed;
    double givenM2 = 0;
    double pledgedM2 = 0;
    Date givenOn{};
};
using DeclaredByParcel = std::map<std::pair<std::uint32_t, std::uint32_t>, Declared>; ///< road, parcel

struct DonationRecords {
    DeclaredByParcel byParcel;
    std::set<std::uint32_t> roadsWithDonationRecord;
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

DonationRecords readDonationRecords(const AnalysisContext& context) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const FeatureTable& donations = district.table(Role::donations);
    const TableLinks& links = district.linksOf(Role::donations);
    DonationRecords donationRecords;
    for (const std::uint32_t row : countedRows(context, Role::donations)) {
        const auto state = donationState(donations, row, asOf);
        if (!state || row >= links.road.size() || links.road[row] == notLinked) continue;
        const auto road = static_cast<std::uint32_t>(links.road[row]);
        donationRecords.roadsWithDonationRecord.insert(road);
        if (links.parcel[row] == notLinked) continue;
        Declared& declared = donationRecords.byParcel[{road, static_cast<std::uint32_t>(links.parcel[row])}];
        const double areaM2 = std::max(0.0, donations.numberAt(fields::donations.declaredAreaM2, row));
        declared.state = std::min(declared.state, landState(*state));
        const Date day = donations.dateAt(fields::donations.donatedOn, row);
        const bool given = *state != DonationState::pledged && day <= asOf;
        if (given && (!declared.givenOn.known() || day > declared.givenOn)) declared.givenOn = day;
        (*state == DonationState::pledged ? declared.pledgedM2 : declared.givenM2) += std::isnan(areaM2) ? 0 : areaM2;
    }
    return donationRecords;
}

/// Widths that works on the roads ask for, the widest where several do.
std::map<std::uint32_t, double> widthsOfWorks(const AnalysisContext& context) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto& roadOf = district.linksOf(Role::roadWorks).road;
    std::map<std::uint32_t, double> widths;
    for (const std::uint32_t row : countedRows(context, Role::roadWorks)) {
        if (linkedRow(roadOf, row) == notLinked || !workState(works, row, asOf)) continue;
        double& width = widths[static_cast<std::uint32_t>(roadOf[row])];
        const double asked = works.numberAt(fields::roadWorks.targetBedWidthM, row);
        if (asked > width) width = asked;
    }
    return widths;
}

void addUp(RoadAcquisition& acquisition, const DonationRecords& donationRecords) {
    for (ParcelAcquisition& parcel : acquisition.parcels) {
        Declared declared;
        if (const auto found = donationRecords.byParcel.find({acquisition.road, parcel.parcel});
            found != donationRecords.byParcel.end())
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
        for (std::size_t state = 0; state < landStates; ++state) acquisition.byStateM2[state] += parcel.byStateM2[state];
        acquisition.neededM2 += parcel.areaM2;
        acquisition.donatedM2 += given;
        acquisition.pledgedM2 += pledged;
        acquisition.outstandingM2 += parcel.areaM2 - given - pledged;
    }
}

/// What depends on no day.
void addParcels(RoadAcquisition& acquisition, const RightOfWayParcels& rightOfWay) {
    acquisition.parcels.reserve(rightOfWay.size());
    for (const RightOfWayParcel& part : rightOfWay) {
        ParcelAcquisition& parcel = acquisition.parcels.emplace_back();
        parcel.parcel = part.parcel;
        parcel.areaM2 = part.areaM2;
        parcel.fromM = part.fromM;
        parcel.toM = part.toM;
        parcel.left = part.left;
    }
}

} // namespace

std::shared_ptr<const std::vector<RoadAcquisition>> rightOfWayAcquisition(const AnalysisContext& context) {
    return context.kept<std::vector<RoadAcquisition>>(
        {"land-take", {.day = true}}, [](const AnalysisContext& asked) { return rightOfWayAcquisition(asked, {}); },
        [](const std::vector<RoadAcquisition>& acquisitions) {
            std::size_t bytes = acquisitions.size() * sizeof(RoadAcquisition);
            for (const RoadAcquisition& acquisition : acquisitions) bytes += acquisition.parcels.size() * sizeof(ParcelAcquisition);
            return bytes;
        });
}

std::vector<RoadAcquisition> rightOfWayAcquisition(const AnalysisContext& context, const AcquisitionQuestion& question) {
    const FeatureTable& roads = context.district().table(Role::roads);
    const RoadStandards& standards = context.rules().roads;
    const auto ofWorks = widthsOfWorks(context);
    const DonationRecords donationRecords = readDonationRecords(context);
    std::set<std::uint32_t> chosen;
    if (question.onlyRoad) {
        chosen.insert(*question.onlyRoad);
    } else {
        for (const auto& [road, width] : ofWorks) chosen.insert(road);
        chosen.insert(donationRecords.roadsWithDonationRecord.begin(), donationRecords.roadsWithDonationRecord.end());
    }
    std::vector<RoadAcquisition> acquisitions;
    std::vector<WidenedRoad> widened;
    for (const std::uint32_t road : chosen) {
        RoadAcquisition acquisition;
        acquisition.road = road;
        acquisition.currentWidthM = currentWidthM(roads, road);
        const auto ofWork = ofWorks.find(road);
        const double byWork = ofWork == ofWorks.end() ? 0 : ofWork->second;
        const double byClass = standards.of(roads.textAt(fields::roads.managementClass, road)).bedWidthM.value_or(0);
        acquisition.targetWidthM = question.widthM.value_or(byWork > 0 ? byWork : byClass);
        acquisition.anyDonationRecord = donationRecords.roadsWithDonationRecord.contains(road);
        widened.push_back({road, acquisition.targetWidthM});
        acquisitions.push_back(std::move(acquisition));
    }
    const auto rightOfWay = rightOfWayParcels(context, widened);
    for (std::size_t i = 0; i < acquisitions.size(); ++i) {
        addParcels(acquisitions[i], *rightOfWay[i]);
        addUp(acquisitions[i], donationRecords);
    }
    return acquisitions;
}

} // namespace banlang
