// SPDX-License-Identifier: MIT
#include "core/model/record_kinds.h"
#include "sample-data/names.h"
#include "sample-data/place_tables.h"
#include "sample-data/random.h"
#include "sample-data/record_tables.h"
#include "sample-data/table_rows.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

/// How far the mobilisation for one road has come.
struct Mobilisation {
    double agreed = 0;  ///< share of parcels with donation records
    double donated = 0; ///< share of those that have given
    double updated = 0; ///< share of those whose certificate was corrected
};

Mobilisation mobilisationOf(const Landscape& land, std::int32_t work) {
    Random random(land.seed, 0x6d6f6269, static_cast<std::uint64_t>(work));
    if (work == 6 || work == 19) return {}; // nobody has been asked yet
    return {random.between(0.4, 1.05), random.between(0.45, 1), random.between(0.1, 0.75)};
}

const std::string& communeCode(const Landscape& land, const ParcelKey& key) {
    return land.settlements.communes[static_cast<std::size_t>(key.commune)].code;
}

void addDonation(const Landscape& land, const LandNeed& need, std::size_t number, RecordsAndTruth& out) {
    const Road& road = land.roads[need.road];
    const Mobilisation mobilisation = mobilisationOf(land, road.work);
    Random random(land.seed, 0x646f6e61, number);
    if (!random.chance(mobilisation.agreed)) return;
    const std::string id = fmt::format("HD{:05}", out.records.rowCount + 1);
    const Date pledged = daysAfter(Date::fromYmd(2021, 1, 10), random.whole(0, 480));
    const bool given = random.chance(mobilisation.donated);
    const Date donated = given ? ifPast(daysAfter(pledged, random.whole(5, 90))) : Date{};
    const Date updated =
        donated.known() && random.chance(mobilisation.updated) ? ifPast(daysAfter(donated, random.whole(30, 200))) : Date{};
    const bool tooMuch = random.chance(0.008);
    const double area = std::max(1.0, std::round(need.areaM2 * (tooMuch ? 2.4 : random.between(0.93, 1.0))));
    const std::string sheet = fmt::format("{}", need.parcel.sheet);
    const std::string parcelNumber = fmt::format("{}", need.parcel.number);
    const std::string household = need.household < 0 ? std::string() : householdId(land, static_cast<std::size_t>(need.household));
    const std::string& commune = communeCode(land, need.parcel);
    const std::string head = need.household < 0 ? std::string() : personName(land.seed, static_cast<std::uint64_t>(need.household));
    const std::string& village = land.settlements.villages[static_cast<std::size_t>(need.parcel.village)].code;
    const std::string minute = fmt::format("{:02}/BB-HĐ", out.records.rowCount % 60 + 1);
    addRow(out.records, {{fields::donations.id, id},
                         {fields::donations.communeCode, commune},
                         {fields::donations.sheet, sheet},
                         {fields::donations.number, parcelNumber},
                         {fields::donations.householdId, household},
                         {fields::donations.roadId, road.id},
                         {fields::donations.purpose, road.work % 4 == 1    ? "mở mới"
                                                     : random.chance(0.02) ? "công trình phúc lợi"
                                                                           : "nâng cấp"},
                         {fields::donations.declaredAreaM2, area},
                         {fields::donations.pledgedOn, pledged},
                         {fields::donations.donatedOn, donated},
                         {fields::donations.certificateUpdatedOn, updated},
                         {fields::donations.minuteNo, minute},
                         {fields::donations.honourConsent, random.chance(0.7) ? 1.0 : 0.0},
                         {fields::donations.headName, head},
                         {fields::donations.villageCode, village}});
    addRow(out.truth, {{"id", id},
                       {"commune_code", commune},
                       {"sheet", sheet},
                       {"number", parcelNumber},
                       {"household_id", household},
                       {"road_id", road.id},
                       {"village_code", village}});
    if (tooMuch) addRow(out.faults, {{"role", "donations"}, {"key", id}, {"rule", "area-above-need"}});
}

/// What is wrong with a row that was typed in a hurry.
struct Slip {
    std::string id;
    std::string sheet = "999";
    Value areaM2 = 25.0;
    const char* rule = "unknown-parcel";
};

void addSlip(const Landscape& land, const Slip& slip, RecordsAndTruth& out) {
    const Value none;
    addRow(out.records, {{fields::donations.id, slip.id},
                         {fields::donations.communeCode, land.settlements.communes.front().code},
                         {fields::donations.sheet, slip.sheet.empty() ? none : Value(slip.sheet)},
                         {fields::donations.number, slip.sheet.empty() ? none : Value("7")},
                         {fields::donations.purpose, "nâng cấp"},
                         {fields::donations.declaredAreaM2, slip.areaM2},
                         {fields::donations.pledgedOn, Date::fromYmd(2022, 2, 14)},
                         {fields::donations.donatedOn, Date::fromYmd(2022, 3, 2)},
                         {fields::donations.minuteNo, "61/BB-HĐ"},
                         {fields::donations.honourConsent, 0.0}});
    addRow(out.faults, {{"role", "donations"}, {"key", slip.id}, {"rule", slip.rule}});
}

/// Two rows for a parcel whose number was misread, a row entered twice under one number, and a row without its area.
void addSlips(const Landscape& land, RecordsAndTruth& out) {
    const auto nextId = [&] { return fmt::format("HD{:05}", out.records.rowCount + 1); };
    addSlip(land, {nextId()}, out);
    addSlip(land, {nextId(), "998"}, out);
    addSlip(land, {"HD00001", {}, 25.0, "duplicate-key"}, out);
    addSlip(land, {nextId(), {}, {}, "missing-value"}, out);
}

struct WorkTime {
    Date started;
    Date finished;
};

/// Fills in how the last work went: its pavement, and the time it stood still.
void addCourse(FeatureTable& works, const WorkTime& time, Random& random) {
    const std::size_t row = works.rowCount - 1;
    works.find(fields::roadWorks.targetPavementWidthM)->numbers[row] = 3.5;
    works.find(fields::roadWorks.thicknessM)->numbers[row] = random.chance(0.8) ? 0.18 : 0.16;
    const bool paused = time.started.known() && random.chance(0.25);
    const Date from = paused ? ifPast(daysAfter(time.started, random.whole(10, 60))) : Date{};
    if (!from.known() || (time.finished.known() && time.finished < daysAfter(from, 30))) return;
    works.find(fields::roadWorks.pausedOn)->dates[row] = from;
    const Date again = daysAfter(from, random.whole(12, 28));
    const bool resumed = time.finished.known() || random.chance(0.4);
    if (resumed) works.find(fields::roadWorks.resumedOn)->dates[row] = ifPast(again);
}

} // namespace

RecordsAndTruth donationRecords(const Landscape& land, const std::vector<std::size_t>& works, const ParcelSummary& parcels) {
    RecordsAndTruth out{sampleTable(Role::donations),
                        textTable({"id", "commune_code", "sheet", "number", "household_id", "road_id", "village_code"}),
                        textTable({"role", "key", "rule"})};
    if (works.empty()) return out;
    for (std::size_t i = 0; i < parcels.needs.size(); ++i) addDonation(land, parcels.needs[i], i, out);
    if (out.records.rowCount > 0) addSlips(land, out);
    return out;
}

FeatureTable roadWorkRecords(const Landscape& land, const std::vector<std::size_t>& works) {
    FeatureTable table = sampleTable(Role::roadWorks);
    for (std::size_t w = 0; w < works.size(); ++w) {
        const Road& road = land.roads[works[w]];
        Random random(land.seed, 0x776f726b, w);
        Random later(land.seed, 0x636f7572, w);
        const double length = lengthM(road.line);
        const bool isNew = w % 4 == 1;
        const Date planned = daysAfter(Date::fromYmd(2021, 3, 1), random.whole(0, 480));
        const Date plannedEnd = daysAfter(planned, random.whole(60, 210));
        const Date started = random.chance(0.85) ? ifPast(daysAfter(planned, random.whole(-10, 45))) : Date{};
        constexpr int fewestDays = 20; // no road is built faster
        const Date finished = !started.known()
                                  ? Date{}
                                  : ifPast(std::max(daysAfter(plannedEnd, random.whole(-30, 120)), daysAfter(started, fewestDays)));
        const bool reported = started.known() && random.chance(0.82);
        const double cement = std::round(length * 3.5 * 0.18 * 0.35);
        const Value percent = finished.known() ? Value(100.0) : reported ? Value(std::round(random.between(1, 18)) * 5) : Value();
        const Date told = finished.known() ? finished : reported ? daysAfter(meetingDay(), -random.whole(1, 40)) : Date{};
        const double received = started.known() ? std::round(cement * random.between(0.3, 1)) : 0.0;
        const Date checked = finished.known() && random.chance(0.7) ? ifPast(daysAfter(finished, 10)) : Date{};
        const std::string id = fmt::format("CT{:03}", w + 1);
        const std::string name = fmt::format("{} {}", isNew ? "Mở mới" : "Nâng cấp", road.name);
        addRow(table, {{fields::roadWorks.id, id},
                       {fields::roadWorks.name, name},
                       {fields::roadWorks.roadId, road.id},
                       {fields::roadWorks.communeCode, land.settlements.communes[static_cast<std::size_t>(road.commune)].code},
                       {fields::roadWorks.kind, isNew ? "mở mới" : "nâng cấp"},
                       {fields::roadWorks.fromM, 0.0},
                       {fields::roadWorks.toM, std::round(length)},
                       {fields::roadWorks.targetBedWidthM, road.corridorM},
                       {fields::roadWorks.percentDone, percent},
                       {fields::roadWorks.plannedStart, planned},
                       {fields::roadWorks.plannedFinish, plannedEnd},
                       {fields::roadWorks.startedOn, started},
                       {fields::roadWorks.finishedOn, finished},
                       {fields::roadWorks.reportedOn, told},
                       {fields::roadWorks.cementOrderedT, cement},
                       {fields::roadWorks.cementReceivedT, received},
                       {fields::roadWorks.qualityCheckedOn, checked},
                       {fields::roadWorks.qualityResult, !checked.known()     ? Value()
                                                         : later.chance(0.85) ? Value("đạt")
                                                                              : Value("chưa đạt: mặt đường rạn")}});
        addCourse(table, {started, finished}, later);
    }
    return table;
}

} // namespace banlang::sample
