// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/place_tables.h"
#include "sample-data/record_places.h"
#include "sample-data/table_rows.h"

#include <fmt/format.h>

#include <cmath>

namespace banlang::sample {
namespace {

/// Households whose house stands on a parcel that was surveyed.
std::vector<std::size_t> surveyedHouseholds(const ParcelSummary& parcels, std::size_t count) {
    std::vector<std::size_t> households;
    for (std::size_t h = 0; h < parcels.parcelOfHousehold.size() && households.size() < count; ++h) {
        if (parcels.parcelOfHousehold[h].sheet > 0 && !parcels.shapeOfHousehold[h].empty()) households.push_back(h);
    }
    return households;
}

void addFault(LateReports& late, std::string_view role, std::string_view key, std::string_view rule) {
    addRow(late.faults, {{"role", role}, {"key", key}, {"rule", rule}});
}

struct LateDonation {
    std::string id;
    std::size_t household;
    double areaM2;
    Date donated;
};

void addDonation(LateReports& late, const Landscape& land, const ParcelSummary& parcels, const LateDonation& donation,
                 std::string_view rule) {
    const ParcelKey& key = parcels.parcelOfHousehold[donation.household];
    addRow(late.donations, {{fields::donations.id, donation.id},
                            {fields::donations.communeCode, land.settlements.communes[static_cast<std::size_t>(key.commune)].code},
                            {fields::donations.sheet, fmt::format("{}", key.sheet)},
                            {fields::donations.number, fmt::format("{}", key.number)},
                            {fields::donations.householdId, householdId(land, donation.household)},
                            {fields::donations.purpose, "công trình phúc lợi"},
                            {fields::donations.declaredAreaM2, donation.areaM2},
                            {fields::donations.donatedOn, donation.donated}});
    addFault(late, "donations", donation.id, rule);
}

void addDonations(LateReports& late, const Landscape& land, const ParcelSummary& parcels) {
    const std::vector<std::size_t> households = surveyedHouseholds(parcels, 3);
    if (households.size() < 3) return;
    const Date day = Date::fromYmd(2022, 4, 20);
    const double parcelM2 = ringAreaM2(parcels.shapeOfHousehold[households[1]]);
    addDonation(late, land, parcels, {"HD90001", households[0], -25, day}, "negative-value");
    addDonation(late, land, parcels, {"HD90002", households[1], std::ceil(parcelM2 * 2.5), day}, "donation-above-parcel");
    addDonation(late, land, parcels, {"HD90003", households[2], 12, Date::fromYmd(1922, 4, 20)}, "implausible-date");
}

/// A loan whose household nobody knows.
void addLoan(LateReports& late, const Landscape& land) {
    const Village& village = land.settlements.villages.front();
    addRow(late.gardens, {{fields::gardens.id, "VT90001"},
                          {fields::gardens.householdId, fmt::format("{}-999", village.code)},
                          {fields::gardens.villageCode, village.code},
                          {fields::gardens.communeCode, communeCode(land, village)},
                          {fields::gardens.areaM2, 240.0},
                          {fields::gardens.cropGroup, "cây ăn quả"},
                          {fields::gardens.borrower, 1.0},
                          {fields::gardens.loanVnd, 30e6},
                          {fields::gardens.registeredOn, Date::fromYmd(2022, 3, 14)},
                          {fields::gardens.disbursedOn, Date::fromYmd(2022, 4, 25)}});
    addFault(late, "gardens", "VT90001", "unknown-household");
    addFault(late, "gardens", "VT90001", "loan-without-household");
}

void addShift(LateReports& late, const FeatureTable& saturdays, std::size_t row, Date day) {
    addRow(late.saturdays, {{fields::saturdays.date, day},
                            {fields::saturdays.communeCode, saturdays.textAt(fields::saturdays.communeCode, row)},
                            {fields::saturdays.villageCode, saturdays.textAt(fields::saturdays.villageCode, row)},
                            {fields::saturdays.organisation, saturdays.textAt(fields::saturdays.organisation, row)},
                            {fields::saturdays.participants, saturdays.numberAt(fields::saturdays.participants, row)},
                            {fields::saturdays.output, saturdays.textAt(fields::saturdays.output, row)}});
}

/// One shift that was reported before, and one on a Thursday.
void addShifts(LateReports& late, const FeatureTable& saturdays) {
    if (saturdays.rowCount < 2) return;
    const std::size_t last = saturdays.rowCount - 1;
    const Date thursday = daysAfter(saturdays.dateAt(fields::saturdays.date, last - 1), -2);
    addShift(late, saturdays, last, saturdays.dateAt(fields::saturdays.date, last));
    addShift(late, saturdays, last - 1, thursday);
    const auto keyOf = [&](std::size_t row, Date day) {
        return fmt::format("{}/{}", toIso(day), saturdays.textAt(fields::saturdays.villageCode, row));
    };
    addFault(late, "saturdays", keyOf(last, saturdays.dateAt(fields::saturdays.date, last)), "duplicate-event");
    addFault(late, "saturdays", keyOf(last - 1, thursday), "saturday-not-saturday");
}

/// A household that moved and is on the lists of two villages.
void addMovedHousehold(LateReports& late, const Landscape& land, const FeatureTable& households) {
    constexpr std::size_t moved = 5;
    const Point place = land.houses[land.houses.size() - 1];
    addPoint(late.households.geometry, {place.x + 12, place.y});
    addRow(late.households, {{fields::households.id, households.textAt(fields::households.id, moved)},
                             {fields::households.villageCode, land.settlements.villages.back().code},
                             {fields::households.headName, households.textAt(fields::households.headName, moved)},
                             {fields::households.members, households.numberAt(fields::households.members, moved)}});
    addFault(late, "households", households.textAt(fields::households.id, moved), "duplicate-key");
}

} // namespace

LateReports lateReports(const Landscape& land, const RecordSet& records, const ParcelSummary& parcels) {
    LateReports late{sampleTable(Role::households), sampleTable(Role::donations), sampleTable(Role::gardens),
                     sampleTable(Role::saturdays), textTable({"role", "key", "rule"})};
    late.gardens.geometry = GeometryColumn(); // not measured: a plain table
    addDonations(late, land, parcels);
    addLoan(late, land);
    addShifts(late, records[indexOf(Role::saturdays)]);
    addMovedHousehold(late, land, records[indexOf(Role::households)]);
    return late;
}

} // namespace banlang::sample
