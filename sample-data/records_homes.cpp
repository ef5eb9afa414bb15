// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "sample-data/follow_up.h"
#include "sample-data/names.h"
#include "sample-data/place_tables.h"
#include "sample-data/random.h"
#include "sample-data/record_places.h"
#include "sample-data/table_rows.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

/// The part of a house's parcel east of a line, as large a share as asked, or all of it; a ring that turns both ways is left whole.
Polyline gardenShape(const Polyline& parcel, double share) {
    if (parcel.empty() || share >= 1 || !isConvex(parcel)) return parcel;
    double low = parcel.front().x;
    double high = low;
    for (const Point point : parcel) {
        low = std::min(low, point.x);
        high = std::max(high, point.x);
    }
    const double wanted = share * ringAreaM2(parcel);
    Polyline part = parcel;
    for (int round = 0; round < 20; ++round) {
        const double middle = (low + high) / 2;
        part = eastOf(parcel, middle);
        (ringAreaM2(part) > wanted ? low : high) = middle;
    }
    roundToCentimetre(part);
    return part.size() < 3 ? parcel : part;
}

void addGarden(const Landscape& land, const ParcelSummary& parcels, std::size_t household, RecordsAndTruth& out) {
    constexpr const char* crops[] = {"cây ăn quả", "rau, đậu, lạc", "ao cá", "chuồng trại", "xếp đá, đổ đất"};
    Random random(land.seed, 0x67617264, household);
    const bool poor = hasCategory(categoriesOf(land, household), "nghèo");
    const bool borrower = poor && random.chance(0.7);
    const Date registered = daysAfter(Date::fromYmd(2021, 1, 15), random.whole(0, 470));
    const Date started = random.chance(0.88) ? ifPast(daysAfter(registered, random.whole(5, 70))) : Date{};
    const Date finished = started.known() && random.chance(0.75) ? ifPast(daysAfter(started, random.whole(40, 160))) : Date{};
    const Date lapsed = started.known() && random.chance(0.06) ? ifPast(daysAfter(started, random.whole(120, 300))) : Date{};
    const Date disbursed = borrower ? ifPast(daysAfter(registered, random.whole(20, 80))) : Date{};
    const Date inspected = disbursed.known() && random.chance(0.55) ? ifPast(daysAfter(disbursed, random.whole(30, 220))) : Date{};
    const ParcelKey& key = parcels.parcelOfHousehold[household];
    const std::string sheet = key.sheet > 0 ? fmt::format("{}", key.sheet) : std::string();
    const std::string number = key.sheet > 0 ? fmt::format("{}", key.number) : std::string();
    // A house on the border may stand on a parcel of the next commune.
    const std::string& commune = key.sheet > 0 ? land.settlements.communes[static_cast<std::size_t>(key.commune)].code
                                               : communeCode(land, villageOfHousehold(land, household));
    const std::string id = fmt::format("VT{:05}", out.records.rowCount + 1);
    const std::string householdKey = householdId(land, household);
    const std::string head = personName(land.seed, household);
    // Neighbours grow the same for sale: whole villages take to it, not single gardens.
    const double taste = unitOf(hashOf(land.seed, 0x63687579, static_cast<std::uint64_t>(land.villageOfHousehold[household])));
    const bool specialised = unitOf(hashOf(land.seed, 0x63687579, household, 1)) < taste * 0.45;
    const Polyline shape = gardenShape(parcels.shapeOfHousehold[household], random.between(0.45, 1.1));
    for (const Point point : shape) out.records.geometry.addPoint(point);
    if (!shape.empty()) {
        out.records.geometry.endRing();
        out.records.geometry.endPart();
    }
    out.records.geometry.endFeature();
    const double surveyed = shape.empty() ? 0 : areaM2(out.records.geometry, out.records.rowCount);
    addRow(out.records, {{fields::gardens.id, id},
                         {fields::gardens.householdId, householdKey},
                         {fields::gardens.villageCode, villageOfHousehold(land, household).code},
                         {fields::gardens.communeCode, commune},
                         {fields::gardens.sheet, sheet},
                         {fields::gardens.number, number},
                         {fields::gardens.areaM2, shape.empty() ? std::round(random.between(150, 480)) : std::floor(surveyed)},
                         {fields::gardens.cropGroup, random.pick(crops)},
                         {fields::gardens.borrower, borrower ? 1.0 : 0.0},
                         {fields::gardens.loanVnd, borrower ? Value(static_cast<double>(random.whole(2, 6)) * 5e6) : Value()},
                         {fields::gardens.registeredOn, registered},
                         {fields::gardens.startedOn, started},
                         {fields::gardens.finishedOn, finished},
                         {fields::gardens.lapsedOn, lapsed},
                         {fields::gardens.disbursedOn, disbursed},
                         {fields::gardens.inspectedOn, inspected},
                         {fields::gardens.purposeKept, inspected.known() ? Value(random.chance(0.93) ? 1.0 : 0.0) : Value()},
                         {fields::gardens.headName, head},
                         {fields::gardens.specialised, specialised ? 1.0 : 0.0}});
    addRow(out.truth, {{"id", id},
                       {"household_id", householdKey},
                       {"village_code", villageOfHousehold(land, household).code},
                       {"commune_code", commune},
                       {"sheet", sheet},
                       {"number", number}});
}

void addHouse(const Landscape& land, std::size_t household, bool early, RecordsAndTruth& out) {
    constexpr const char* items[] = {"nhà vệ sinh; sân", "sân", "nhà vệ sinh", "trát tường; nền"};
    Random random(land.seed, 0x6e686f, household);
    const Date start = early ? daysAfter(Date::fromYmd(2019, 9, 1), random.whole(0, 700))
                             : daysAfter(Date::fromYmd(2022, 2, 10), random.whole(0, 90));
    Date step[5];
    step[0] = ifPast(start);
    for (int i = 1; i < 5; ++i) step[i] = step[i - 1].known() ? ifPast(daysAfter(step[i - 1], random.whole(10, 32))) : Date{};
    const bool unfinished = early && random.chance(0.16);
    const Date handed = step[4].known() && !unfinished ? ifPast(daysAfter(step[4], random.whole(3, 20))) : Date{};
    const double pledged = random.whole(20, 60);
    const std::string id = fmt::format("NO{:04}", out.records.rowCount + 1);
    const std::string householdKey = householdId(land, household);
    const std::string categories = categoriesOf(land, household);
    const std::string head = personName(land.seed, household);
    const Value reported =
        random.chance(0.85) ? Value(early ? Date::fromYmd(2022, 4, 15) : daysAfter(meetingDay(), -random.whole(1, 25))) : Value();
    addRow(out.records,
           {{fields::houses.id, id},
            {fields::houses.householdId, householdKey},
            {fields::houses.villageCode, villageOfHousehold(land, household).code},
            {fields::houses.communeCode, communeCode(land, villageOfHousehold(land, household))},
            {fields::houses.category, categories},
            {fields::houses.phase, early ? "2019-2021" : "2022"},
            {fields::houses.deadline, early ? Date::fromYmd(2021, 12, 31) : Date::fromYmd(2022, 6, 30)},
            {fields::houses.startedOn, step[0]},
            {fields::houses.foundationOn, step[1]},
            {fields::houses.wallsOn, step[2]},
            {fields::houses.roofOn, step[3]},
            {fields::houses.finishedOn, unfinished ? Date{} : step[4]},
            {fields::houses.handedOverOn, handed},
            {fields::houses.unfinishedItems, unfinished ? Value(random.pick(items)) : Value()},
            {fields::houses.helpPlan, unfinished && random.chance(0.5) ? Value("đoàn thể xã giúp ngày công, vật liệu") : Value()},
            {fields::houses.reportedOn, reported},
            {fields::houses.supportVnd, 60e6},
            {fields::houses.labourDaysPledged, pledged},
            {fields::houses.labourDaysGiven, step[0].known() ? std::round(pledged * random.between(0.3, 1.1)) : 0.0},
            {fields::houses.headName, head}});
    addRow(out.truth, {{"id", id},
                       {"household_id", householdKey},
                       {"village_code", villageOfHousehold(land, household).code},
                       {"commune_code", communeCode(land, villageOfHousehold(land, household))}});
}

/// 0: no support; 1: phase 2019-2021; 2: phase 2022.
int housingPhase(const Landscape& land, std::size_t household) {
    const std::string categories = categoriesOf(land, household);
    const bool entitled = hasCategory(categories, "khó khăn nhà ở") ||
                          (hasCategory(categories, "hộ nghèo") && hasCategory(categories, "người có công"));
    if (!entitled) return 0;
    Random random(land.seed, 0x70686173, household);
    return random.chance(0.4) ? 1 : random.chance(0.5) ? 2 : 0;
}

} // namespace

RecordsAndTruth gardenRecords(const Landscape& land, const ParcelSummary& parcels) {
    RecordsAndTruth out{
        sampleTable(Role::gardens), textTable({"id", "household_id", "village_code", "commune_code", "sheet", "number"}), {}};
    const double share =
        std::min(0.3, 500.0 * static_cast<double>(land.settlements.communes.size()) / 13 / static_cast<double>(land.houses.size()));
    for (std::size_t h = 0; h < land.houses.size(); ++h) {
        if (staysAway(static_cast<std::size_t>(land.villageOfHousehold[h]))) continue;
        if (unitOf(hashOf(land.seed, 0x76756f, h)) < share) addGarden(land, parcels, h, out);
    }
    return out;
}

RecordsAndTruth houseRecords(const Landscape& land) {
    RecordsAndTruth out{sampleTable(Role::houses), textTable({"id", "household_id", "village_code", "commune_code"}), {}};
    for (std::size_t h = 0; h < land.houses.size(); ++h) {
        const int phase = housingPhase(land, h);
        if (phase > 0) addHouse(land, h, phase == 1, out);
    }
    return out;
}

FeatureTable supportListRecords(const Landscape& land) {
    FeatureTable table = sampleTable(Role::supportList);
    std::string last;
    for (std::size_t h = 0; h < land.houses.size(); ++h) {
        if (housingPhase(land, h) == 0) continue;
        Random random(land.seed, 0x6c697374, h);
        const std::string id = householdId(land, h);
        const std::string head = personName(land.seed, h);
        const bool replaced = !last.empty() && random.chance(0.05);
        const Value removed = replaced ? Value(daysAfter(Date::fromYmd(2022, 3, 1), random.whole(0, 60))) : Value();
        addRow(table, {{fields::supportList.householdId, id},
                       {fields::supportList.listedOn, daysAfter(Date::fromYmd(2021, 11, 20), random.whole(0, 60))},
                       {fields::supportList.removedOn, removed},
                       {fields::supportList.replacedBy, replaced ? Value(last) : Value()},
                       {fields::supportList.reason, replaced ? Value("đã được hỗ trợ từ nguồn khác") : Value()},
                       {fields::supportList.headName, head},
                       {fields::supportList.villageCode, villageOfHousehold(land, h).code},
                       {fields::supportList.approvedBy, random.chance(0.8) ? "UBND huyện" : "Ban chỉ đạo huyện"}});
        last = id;
    }
    return table;
}

} // namespace banlang::sample
