// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/random.h"
#include "sample-data/table_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::sample {
namespace {

/// A part of a house, and the step that ends it.
struct HousePart {
    std::string_view item;
    DateField endsWith;
};
constexpr HousePart parts[] = {
    {"móng", fields::houses.foundationOn}, {"tường", fields::houses.wallsOn},         {"mái", fields::houses.roofOn},
    {"nền", fields::houses.finishedOn},    {"trát tường", fields::houses.finishedOn}, {"nhà vệ sinh", fields::houses.finishedOn},
    {"sân", fields::houses.finishedOn}};

bool isOld(const FeatureTable& houses, std::size_t house) {
    return houses.textAt(fields::houses.phase, house) != "2022";
}

/// "trát tường; nền" names the floor, not the walls.
bool names(std::string_view list, std::string_view item) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find("; "), list.size());
        if (list.substr(0, end) == item) return true;
        list.remove_prefix(std::min(end + 2, list.size()));
    }
    return false;
}

Date lastStep(const FeatureTable& houses, std::size_t house) {
    Date last;
    for (const DateField& step : {fields::houses.startedOn, fields::houses.foundationOn, fields::houses.wallsOn,
                                  fields::houses.roofOn, fields::houses.finishedOn}) {
        const Date date = houses.dateAt(step, house);
        if (date.known()) last = date;
    }
    return last;
}

/// Of a part that is not done yet, tens of percent.
double percentBegun(const FeatureTable& houses, std::size_t house, const DateField& endsWith, Random& random) {
    const bool roofed = houses.dateAt(fields::houses.roofOn, house).known();
    const bool begun =
        endsWith.name == fields::houses.foundationOn.name || roofed ||
        (endsWith.name == fields::houses.wallsOn.name && houses.dateAt(fields::houses.foundationOn, house).known()) ||
        (endsWith.name == fields::houses.roofOn.name && houses.dateAt(fields::houses.wallsOn, house).known());
    const double percent = random.whole(1, 8) * 10;
    return begun ? percent : 0;
}

void addItem(FeatureTable& table, const FeatureTable& houses, std::size_t house, const HousePart& part, Random& random) {
    constexpr const char* helpers[] = {"Hội Cựu chiến binh xã", "Đoàn Thanh niên xã", "Hội Phụ nữ xã", "Ban chỉ đạo xã"};
    const bool old = isOld(houses, house);
    const std::string_view open = houses.textAt(fields::houses.unfinishedItems, house);
    const std::string_view plan = houses.textAt(fields::houses.helpPlan, house);
    // A yard that the monthly report has forgotten: only the list of parts tells.
    const bool forgotten = old && open.empty() && part.item == "sân" && random.chance(0.04);
    const bool done = old ? !names(open, part.item) && !forgotten : houses.dateAt(part.endsWith, house).known();
    const double begun = percentBegun(houses, house, part.endsWith, random);
    const Date told = houses.dateAt(fields::houses.reportedOn, house);
    const Date day = told.known() ? std::max(told, lastStep(houses, house))
                     : old        ? Date::fromYmd(2022, 4, 15)
                                  : lastStep(houses, house);
    const auto add = [&](Date on, double percent) {
        const bool helped = percent < 100 && !plan.empty() && old;
        addRow(table, {{fields::houseItems.houseId, houses.textAt(fields::houses.id, house)},
                       {fields::houseItems.item, part.item},
                       {fields::houseItems.percentDone, percent},
                       {fields::houseItems.reportedOn, on},
                       {fields::houseItems.helpPlan, helped ? Value(plan) : Value()},
                       {fields::houseItems.helpBy, helped ? Value(random.pick(helpers)) : Value()},
                       {fields::houseItems.dueOn, helped ? Value(Date::fromYmd(2022, 6, 15)) : Value()}});
    };
    if (old && !done) add(Date::fromYmd(2021, 12, 20), std::max(10.0, begun - 20));
    add(day, done ? 100 : begun);
}

} // namespace

FeatureTable houseItemRecords(const Landscape& land, const FeatureTable& houses) {
    FeatureTable table = sampleTable(Role::houseItems);
    for (std::size_t house = 0; house < houses.rowCount; ++house) {
        if (!houses.dateAt(fields::houses.startedOn, house).known()) continue;
        Random random(land.seed, 0x6974656d, house);
        for (const HousePart& part : parts) addItem(table, houses, house, part, random);
    }
    return table;
}

FeatureTable houseResourceRecords(const Landscape& land, const FeatureTable& houses) {
    constexpr const char* materials[] = {"gỗ làm cột, kèo", "cát, đá tại chỗ", "gạch đã mua 2000 viên", "tre, vầu"};
    constexpr const char* plans[] = {"xã vận động ngày công", "đoàn thể giúp vật liệu", "vay thêm Ngân hàng CSXH",
                                     "anh em trong họ giúp công"};
    FeatureTable table = sampleTable(Role::houseResources);
    for (std::size_t house = 0; house < houses.rowCount; ++house) {
        if (isOld(houses, house)) continue;
        Random random(land.seed, 0x7265736f, house);
        if (random.chance(0.12)) continue; // not assessed yet
        const double own = random.whole(0, 8) * 5e6;
        const double needed = std::max(0.0, random.whole(14, 24) * 5e6 - 60e6 - own);
        const double labour = random.whole(10, 60);
        const Date assessed = daysAfter(Date::fromYmd(2022, 1, 10), random.whole(0, 80));
        addRow(table,
               {{fields::houseResources.houseId, houses.textAt(fields::houses.id, house)},
                {fields::houseResources.assessedOn, assessed},
                {fields::houseResources.ownVnd, own},
                {fields::houseResources.ownLabourDays, labour},
                {fields::houseResources.ownMaterial, random.chance(0.6) ? Value(random.pick(materials)) : Value()},
                {fields::houseResources.neededVnd, needed},
                {fields::houseResources.neededLabourDays, std::max(0.0, 90 - labour)},
                {fields::houseResources.supportPlan, needed > 0 && random.chance(0.7) ? Value(random.pick(plans)) : Value()}});
        if (needed > 0 && random.chance(0.25)) {
            addRow(table, {{fields::houseResources.houseId, houses.textAt(fields::houses.id, house)},
                           {fields::houseResources.assessedOn, daysAfter(assessed, random.whole(25, 45))},
                           {fields::houseResources.ownVnd, own + 5e6},
                           {fields::houseResources.ownLabourDays, labour},
                           {fields::houseResources.neededVnd, std::max(0.0, needed - 5e6)},
                           {fields::houseResources.neededLabourDays, std::max(0.0, 70 - labour)},
                           {fields::houseResources.supportPlan, random.pick(plans)}});
        }
    }
    return table;
}

} // namespace banlang::sample
