// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/random.h"
#include "sample-data/table_rows.h"

#include <algorithm>
#include <cmath>

namespace banlang::sample {
namespace {

constexpr const char* organisations[] = {"Hội Nông dân",       "Hội Phụ nữ",       "Đoàn Thanh niên",
                                         "Hội Cựu chiến binh", "Mặt trận Tổ quốc", "Công an xã"};

/// Splits a whole number into parts that add up to it again.
double partOf(double whole, int part, int parts) {
    const double each = std::floor(whole / parts);
    return part + 1 < parts ? each : whole - each * (parts - 1);
}

/// Between a start and an end, or the meeting where there is no end yet.
Date dayWithin(Date start, Date end, Random& random) {
    const Date last = end.known() ? end : meetingDay();
    const int days = std::max(0, last.daysSince1970 - start.daysSince1970);
    return daysAfter(start, random.whole(0, days));
}

void addHelpers(FeatureTable& table, const FeatureTable& houses, std::size_t house, Date lastDay, Random& random) {
    const double pledged = houses.numberAt(fields::houses.labourDaysPledged, house);
    const double given = houses.numberAt(fields::houses.labourDaysGiven, house);
    const Date start = houses.dateAt(fields::houses.startedOn, house);
    const int helpers = random.whole(2, 4);
    const int first = random.whole(0, 5);
    // One who has pledged and not come; the others have done his part.
    const bool absent = start.known() && random.chance(0.2);
    for (int i = 0; i < helpers; ++i) {
        const bool came = start.known() && !(absent && i == 0);
        const double days = !came ? 0 : absent ? partOf(given, i - 1, helpers - 1) : partOf(given, i, helpers);
        const Date begin = start.known() ? start : daysAfter(Date::fromYmd(2022, 3, 1), random.whole(0, 60));
        const Date day = came ? dayWithin(begin, houses.dateAt(fields::houses.finishedOn, house), random) : begin;
        if (day > lastDay) continue;
        addRow(table,
               {{fields::labourDays.date, day},
                {fields::labourDays.organisation, organisations[static_cast<std::size_t>(first + i) % std::size(organisations)]},
                {fields::labourDays.houseId, houses.textAt(fields::houses.id, house)},
                {fields::labourDays.communeCode, houses.textAt(fields::houses.communeCode, house)},
                {fields::labourDays.villageCode, houses.textAt(fields::houses.villageCode, house)},
                {fields::labourDays.daysPledged, partOf(pledged, i, helpers)},
                {fields::labourDays.daysGiven, days}});
    }
}

void addBrigades(FeatureTable& table, const FeatureTable& works, std::size_t work, Date lastDay, Random& random) {
    const Date start = works.dateAt(fields::roadWorks.startedOn, work);
    if (!start.known()) return;
    const int brigades = random.whole(4, static_cast<int>(std::size(organisations)));
    for (int i = 0; i < brigades; ++i) {
        const double pledged = random.whole(2, 12) * 5;
        const Date day = dayWithin(start, works.dateAt(fields::roadWorks.finishedOn, work), random);
        if (day > lastDay) continue;
        addRow(table,
               {{fields::labourDays.date, day},
                {fields::labourDays.organisation, organisations[static_cast<std::size_t>(i) % std::size(organisations)]},
                {fields::labourDays.workId, works.textAt(fields::roadWorks.id, work)},
                {fields::labourDays.communeCode, works.textAt(fields::roadWorks.communeCode, work)},
                {fields::labourDays.daysPledged, pledged},
                {fields::labourDays.daysGiven, random.chance(0.15) ? 0.0 : std::round(pledged * random.between(0.6, 1.15))}});
    }
}

/// What is brought, and in how much of it.
struct Material {
    const char* name;
    const char* unit;
    double ordered = 0;
    double received = 0;
};

void addLoads(FeatureTable& table, const FeatureTable& works, std::size_t work, const Material& material, Random& random) {
    const Date start = works.dateAt(fields::roadWorks.startedOn, work);
    const Date end = works.dateAt(fields::roadWorks.finishedOn, work);
    const int days = std::max(1, (end.known() ? end : meetingDay()).daysSince1970 - start.daysSince1970);
    const int loads = std::min(random.whole(2, 4), days); // on as many days
    for (int i = 0; i < loads; ++i) {
        const Date day = ifPast(daysAfter(start, days * i / loads + random.whole(0, days / loads - 1)));
        const Date checked = random.chance(0.7) ? ifPast(daysAfter(day, random.whole(0, 6))) : Date{};
        addRow(table, {{fields::deliveries.date, day},
                       {fields::deliveries.material, material.name},
                       {fields::deliveries.workId, works.textAt(fields::roadWorks.id, work)},
                       {fields::deliveries.communeCode, works.textAt(fields::roadWorks.communeCode, work)},
                       {fields::deliveries.quantityOrdered, partOf(material.ordered, i, loads)},
                       {fields::deliveries.quantityReceived, partOf(material.received, i, loads)},
                       {fields::deliveries.quantityUnit, material.unit},
                       {fields::deliveries.qualityCheckedOn, checked},
                       {fields::deliveries.qualityResult, !checked.known()     ? Value()
                                                          : random.chance(0.9) ? Value("đạt")
                                                                               : Value("chưa đạt, đề nghị đổi lô")}});
    }
}

void addRoadMaterials(FeatureTable& table, const FeatureTable& works, std::size_t work, Random& random) {
    if (!works.dateAt(fields::roadWorks.startedOn, work).known()) return;
    const double cement = works.numberAt(fields::roadWorks.cementOrderedT, work);
    const double received = works.numberAt(fields::roadWorks.cementReceivedT, work);
    addLoads(table, works, work, {"xi măng", "tấn", cement, received}, random);
    addLoads(table, works, work, {"cát", "m3", std::round(cement * 1.4), std::round(received * 1.4)}, random);
    addLoads(table, works, work, {"đá dăm", "m3", std::round(cement * 2.4), std::round(received * 2.5)}, random);
}

void addHouseMaterials(FeatureTable& table, const FeatureTable& houses, std::size_t house, Random& random) {
    const Date start = houses.dateAt(fields::houses.startedOn, house);
    if (!start.known()) return;
    const Material materials[] = {{"xi măng", "tấn", 4, random.chance(0.85) ? 4.0 : 2.0},
                                  {"gạch", "viên", 4500, random.chance(0.9) ? 4500.0 : 3000.0},
                                  {"tôn lợp", "m2", 75, 75},
                                  {"thép", "kg", 350, 350}};
    for (const Material& material : materials) {
        const bool roofing = material.unit == std::string_view("m2");
        const Date day = roofing ? houses.dateAt(fields::houses.wallsOn, house) : ifPast(daysAfter(start, random.whole(0, 12)));
        if (!day.known() || random.chance(0.12)) continue;
        addRow(table, {{fields::deliveries.date, day},
                       {fields::deliveries.material, material.name},
                       {fields::deliveries.houseId, houses.textAt(fields::houses.id, house)},
                       {fields::deliveries.communeCode, houses.textAt(fields::houses.communeCode, house)},
                       {fields::deliveries.quantityOrdered, material.ordered},
                       {fields::deliveries.quantityReceived, material.received},
                       {fields::deliveries.quantityUnit, material.unit}});
    }
}

} // namespace

FeatureTable labourDayRecords(const Landscape& land, const RecordSet& records) {
    FeatureTable table = sampleTable(Role::labourDays);
    const auto lastDayIn = lastActiveDays(land);
    const FeatureTable& houses = records[indexOf(Role::houses)];
    const FeatureTable& works = records[indexOf(Role::roadWorks)];
    for (std::size_t house = 0; house < houses.rowCount; ++house) {
        Random random(land.seed, 0x6c61626f, house);
        addHelpers(table, houses, house, lastDayIn(houses.textAt(fields::houses.communeCode, house)), random);
    }
    for (std::size_t work = 0; work < works.rowCount; ++work) {
        Random random(land.seed, 0x62726967, work);
        addBrigades(table, works, work, lastDayIn(works.textAt(fields::roadWorks.communeCode, work)), random);
    }
    return table;
}

FeatureTable deliveryRecords(const Landscape& land, const RecordSet& records) {
    FeatureTable table = sampleTable(Role::deliveries);
    const FeatureTable& houses = records[indexOf(Role::houses)];
    const FeatureTable& works = records[indexOf(Role::roadWorks)];
    for (std::size_t work = 0; work < works.rowCount; ++work) {
        Random random(land.seed, 0x6c6f6164, work);
        addRoadMaterials(table, works, work, random);
    }
    for (std::size_t house = 0; house < houses.rowCount; ++house) {
        Random random(land.seed, 0x62726963, house);
        addHouseMaterials(table, houses, house, random);
    }
    return table;
}

} // namespace banlang::sample
