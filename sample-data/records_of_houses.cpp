// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/random.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::sample {
namespace {

/// A part of a house, and the step that ends it.
struct HousePart {
    std::string_view item;
    std::string_view endsWith;
};
constexpr HousePart parts[] = {{"móng", "foundation_on"}, {"tường", "walls_on"},         {"mái", "roof_on"},
                               {"nền", "finished_on"},    {"trát tường", "finished_on"}, {"nhà vệ sinh", "finished_on"},
                               {"sân", "finished_on"}};

bool isOld(const FeatureTable& houses, std::size_t house) {
    return houses.textAt("phase", house) != "2022";
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
    for (const char* step : {"started_on", "foundation_on", "walls_on", "roof_on", "finished_on"}) {
        const Date date = houses.dateAt(step, house);
        if (date.known()) last = date;
    }
    return last;
}

/// Of a part that is not done yet, tens of percent.
double percentBegun(const FeatureTable& houses, std::size_t house, std::string_view endsWith, Random& random) {
    const bool roofed = houses.dateAt("roof_on", house).known();
    const bool begun = endsWith == "foundation_on" || roofed ||
                       (endsWith == "walls_on" && houses.dateAt("foundation_on", house).known()) ||
                       (endsWith == "roof_on" && houses.dateAt("walls_on", house).known());
    const double percent = random.whole(1, 8) * 10;
    return begun ? percent : 0;
}

void addItem(FeatureTable& table, const FeatureTable& houses, std::size_t house, const HousePart& part, Random& random) {
    constexpr const char* helpers[] = {"Hội Cựu chiến binh xã", "Đoàn Thanh niên xã", "Hội Phụ nữ xã", "Ban chỉ đạo xã"};
    const bool old = isOld(houses, house);
    const std::string_view open = houses.textAt("unfinished_items", house);
    const std::string_view plan = houses.textAt("help_plan", house);
    // A yard that the monthly report has forgotten: only the list of parts tells.
    const bool forgotten = old && open.empty() && part.item == "sân" && random.chance(0.04);
    const bool done = old ? !names(open, part.item) && !forgotten : houses.dateAt(part.endsWith, house).known();
    const double begun = percentBegun(houses, house, part.endsWith, random);
    const Date told = houses.dateAt("reported_on", house);
    const Date day = told.known() ? std::max(told, lastStep(houses, house))
                     : old        ? Date::fromYmd(2022, 4, 15)
                                  : lastStep(houses, house);
    const auto add = [&](Date on, double percent) {
        const bool helped = percent < 100 && !plan.empty() && old;
        addRow(table, {{"house_id", houses.textAt("id", house)},
                       {"item", part.item},
                       {"percent_done", percent},
                       {"reported_on", on},
                       {"help_plan", helped ? Value(plan) : Value()},
                       {"help_by", helped ? Value(random.pick(helpers)) : Value()},
                       {"due_on", helped ? Value(Date::fromYmd(2022, 6, 15)) : Value()}});
    };
    if (old && !done) add(Date::fromYmd(2021, 12, 20), std::max(10.0, begun - 20));
    add(day, done ? 100 : begun);
}

} // namespace

FeatureTable houseItemRecords(const Landscape& land, const FeatureTable& houses) {
    FeatureTable table = emptyTable(Role::houseItems);
    for (std::size_t house = 0; house < houses.rowCount; ++house) {
        if (!houses.dateAt("started_on", house).known()) continue;
        Random random(land.seed, 0x6974656d, house);
        for (const HousePart& part : parts) addItem(table, houses, house, part, random);
    }
    return table;
}

FeatureTable houseResourceRecords(const Landscape& land, const FeatureTable& houses) {
    constexpr const char* materials[] = {"gỗ làm cột, kèo", "cát, đá tại chỗ", "gạch đã mua 2000 viên", "tre, vầu"};
    constexpr const char* plans[] = {"xã vận động ngày công", "đoàn thể giúp vật liệu", "vay thêm Ngân hàng CSXH",
                                     "anh em trong họ giúp công"};
    FeatureTable table = emptyTable(Role::houseResources);
    for (std::size_t house = 0; house < houses.rowCount; ++house) {
        if (isOld(houses, house)) continue;
        Random random(land.seed, 0x7265736f, house);
        if (random.chance(0.12)) continue; // not assessed yet
        const double own = random.whole(0, 8) * 5e6;
        const double needed = std::max(0.0, random.whole(14, 24) * 5e6 - 60e6 - own);
        const double labour = random.whole(10, 60);
        const Date assessed = daysAfter(Date::fromYmd(2022, 1, 10), random.whole(0, 80));
        addRow(table, {{"house_id", houses.textAt("id", house)},
                       {"assessed_on", assessed},
                       {"own_vnd", own},
                       {"own_labour_days", labour},
                       {"own_material", random.chance(0.6) ? Value(random.pick(materials)) : Value()},
                       {"needed_vnd", needed},
                       {"needed_labour_days", std::max(0.0, 90 - labour)},
                       {"support_plan", needed > 0 && random.chance(0.7) ? Value(random.pick(plans)) : Value()}});
        if (needed > 0 && random.chance(0.25)) {
            addRow(table, {{"house_id", houses.textAt("id", house)},
                           {"assessed_on", daysAfter(assessed, random.whole(25, 45))},
                           {"own_vnd", own + 5e6},
                           {"own_labour_days", labour},
                           {"needed_vnd", std::max(0.0, needed - 5e6)},
                           {"needed_labour_days", std::max(0.0, 70 - labour)},
                           {"support_plan", random.pick(plans)}});
        }
    }
    return table;
}

} // namespace banlang::sample
