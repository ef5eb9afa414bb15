// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/random.h"

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
    const double pledged = houses.numberAt("labour_days_pledged", house);
    const double given = houses.numberAt("labour_days_given", house);
    const Date start = houses.dateAt("started_on", house);
    const int helpers = random.whole(2, 4);
    const int first = random.whole(0, 5);
    // One who has pledged and not come; the others have done his part.
    const bool absent = start.known() && random.chance(0.2);
    for (int i = 0; i < helpers; ++i) {
        const bool came = start.known() && !(absent && i == 0);
        const double days = !came ? 0 : absent ? partOf(given, i - 1, helpers - 1) : partOf(given, i, helpers);
        const Date begin = start.known() ? start : daysAfter(Date::fromYmd(2022, 3, 1), random.whole(0, 60));
        const Date day = came ? dayWithin(begin, houses.dateAt("finished_on", house), random) : begin;
        if (day > lastDay) continue;
        addRow(table, {{"date", day},
                       {"organisation", organisations[static_cast<std::size_t>(first + i) % std::size(organisations)]},
                       {"house_id", houses.textAt("id", house)},
                       {"commune_code", houses.textAt("commune_code", house)},
                       {"village_code", houses.textAt("village_code", house)},
                       {"days_pledged", partOf(pledged, i, helpers)},
                       {"days_given", days}});
    }
}

void addBrigades(FeatureTable& table, const FeatureTable& works, std::size_t work, Date lastDay, Random& random) {
    const Date start = works.dateAt("started_on", work);
    if (!start.known()) return;
    const int brigades = random.whole(4, static_cast<int>(std::size(organisations)));
    for (int i = 0; i < brigades; ++i) {
        const double pledged = random.whole(2, 12) * 5;
        const Date day = dayWithin(start, works.dateAt("finished_on", work), random);
        if (day > lastDay) continue;
        addRow(table, {{"date", day},
                       {"organisation", organisations[static_cast<std::size_t>(i) % std::size(organisations)]},
                       {"work_id", works.textAt("id", work)},
                       {"commune_code", works.textAt("commune_code", work)},
                       {"days_pledged", pledged},
                       {"days_given", random.chance(0.15) ? 0.0 : std::round(pledged * random.between(0.6, 1.15))}});
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
    const Date start = works.dateAt("started_on", work);
    const Date end = works.dateAt("finished_on", work);
    const int days = std::max(1, (end.known() ? end : meetingDay()).daysSince1970 - start.daysSince1970);
    const int loads = std::min(random.whole(2, 4), days); // on as many days
    for (int i = 0; i < loads; ++i) {
        const Date day = ifPast(daysAfter(start, days * i / loads + random.whole(0, days / loads - 1)));
        const Date checked = random.chance(0.7) ? ifPast(daysAfter(day, random.whole(0, 6))) : Date{};
        addRow(table, {{"date", day},
                       {"material", material.name},
                       {"work_id", works.textAt("id", work)},
                       {"commune_code", works.textAt("commune_code", work)},
                       {"quantity_ordered", partOf(material.ordered, i, loads)},
                       {"quantity_received", partOf(material.received, i, loads)},
                       {"quantity_unit", material.unit},
                       {"quality_checked_on", checked},
                       {"quality_result", !checked.known()     ? Value()
                                          : random.chance(0.9) ? Value("đạt")
                                                               : Value("chưa đạt, đề nghị đổi lô")}});
    }
}

void addRoadMaterials(FeatureTable& table, const FeatureTable& works, std::size_t work, Random& random) {
    if (!works.dateAt("started_on", work).known()) return;
    const double cement = works.numberAt("cement_ordered_t", work);
    const double received = works.numberAt("cement_received_t", work);
    addLoads(table, works, work, {"xi măng", "tấn", cement, received}, random);
    addLoads(table, works, work, {"cát", "m3", std::round(cement * 1.4), std::round(received * 1.4)}, random);
    addLoads(table, works, work, {"đá dăm", "m3", std::round(cement * 2.4), std::round(received * 2.5)}, random);
}

void addHouseMaterials(FeatureTable& table, const FeatureTable& houses, std::size_t house, Random& random) {
    const Date start = houses.dateAt("started_on", house);
    if (!start.known()) return;
    const Material materials[] = {{"xi măng", "tấn", 4, random.chance(0.85) ? 4.0 : 2.0},
                                  {"gạch", "viên", 4500, random.chance(0.9) ? 4500.0 : 3000.0},
                                  {"tôn lợp", "m2", 75, 75},
                                  {"thép", "kg", 350, 350}};
    for (const Material& material : materials) {
        const bool roofing = material.unit == std::string_view("m2");
        const Date day = roofing ? houses.dateAt("walls_on", house) : ifPast(daysAfter(start, random.whole(0, 12)));
        if (!day.known() || random.chance(0.12)) continue;
        addRow(table, {{"date", day},
                       {"material", material.name},
                       {"house_id", houses.textAt("id", house)},
                       {"commune_code", houses.textAt("commune_code", house)},
                       {"quantity_ordered", material.ordered},
                       {"quantity_received", material.received},
                       {"quantity_unit", material.unit}});
    }
}

} // namespace

FeatureTable labourDayRecords(const Landscape& land, const RecordSet& records) {
    FeatureTable table = emptyTable(Role::labourDays);
    const auto lastDayIn = lastActiveDays(land);
    const FeatureTable& houses = records[indexOf(Role::houses)];
    const FeatureTable& works = records[indexOf(Role::roadWorks)];
    for (std::size_t house = 0; house < houses.rowCount; ++house) {
        Random random(land.seed, 0x6c61626f, house);
        addHelpers(table, houses, house, lastDayIn(houses.textAt("commune_code", house)), random);
    }
    for (std::size_t work = 0; work < works.rowCount; ++work) {
        Random random(land.seed, 0x62726967, work);
        addBrigades(table, works, work, lastDayIn(works.textAt("commune_code", work)), random);
    }
    return table;
}

FeatureTable deliveryRecords(const Landscape& land, const RecordSet& records) {
    FeatureTable table = emptyTable(Role::deliveries);
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
