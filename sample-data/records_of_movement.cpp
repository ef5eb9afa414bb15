// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/random.h"
#include "sample-data/record_places.h"
#include "sample-data/table_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banlang::sample {
namespace {

constexpr const char* programmes[] = {"nông thôn mới", "cải tạo vườn tạp", "hỗ trợ nhà ở"};

struct Event {
    Date date;
    std::string_view village; ///< empty: of the whole commune
    std::string_view kind;
    std::string_view programme;
    std::string_view output;
};

void addEvent(FeatureTable& table, std::string_view commune, const Event& event, int households, Random& random) {
    const int came = std::max(1, static_cast<int>(households * random.between(0.3, 0.9)));
    addRow(table, {{fields::campaigns.date, event.date},
                   {fields::campaigns.communeCode, commune},
                   {fields::campaigns.villageCode, event.village.empty() ? Value() : Value(event.village)},
                   {fields::campaigns.kind, event.kind},
                   {fields::campaigns.programme, event.programme},
                   {fields::campaigns.participants, static_cast<double>(came + random.whole(0, came))},
                   {fields::campaigns.participatingHouseholds, static_cast<double>(came)},
                   {fields::campaigns.output, event.output}});
}

/// Launched in the springs of 2021 and 2022; every programme on a day of its own.
void addLaunches(FeatureTable& table, std::string_view commune, Random& random) {
    for (const int year : {2021, 2022}) {
        for (const char* programme : programmes) {
            const Date day = daysAfter(Date::fromYmd(year, 2, 8), random.whole(0, 14));
            addEvent(table, commune, {day, {}, "phát động thi đua", programme, "các thôn ký cam kết thi đua"}, 150, random);
        }
    }
}

Point beside(Point centre, Random& random) {
    constexpr double reachM = 150;
    const double east = random.between(-reachM, reachM);
    return {centre.x + std::round(east), centre.y + std::round(random.between(-reachM, reachM))};
}

void addVillageEvents(FeatureTable& table, const Landscape& land, std::size_t v) {
    constexpr const char* outputs[] = {"phát dọn 500 m đường thôn", "giúp 3 hộ cải tạo vườn", "di dời 4 chuồng gia súc",
                                       "trồng 300 m hàng rào xanh"};
    const Village& village = land.settlements.villages[v];
    const auto c = static_cast<std::size_t>(village.commune);
    if (neverLaunched(c) || isQuiet(v)) return;
    Random random(land.seed, 0x72617175, v);
    for (int i = random.whole(1, 5); i > 0; --i) {
        const Date day = daysAfter(Date::fromYmd(2021, 3, 1), 88 * (i - 1) + random.whole(0, 87));
        if (day > lastActiveDay(c)) continue;
        addEvent(table, land.settlements.communes[c].code,
                 {day, village.code, "ra quân", programmes[random.whole(0, 1)], random.pick(outputs)},
                 static_cast<int>(village.households), random);
    }
}

} // namespace

FeatureTable campaignRecords(const Landscape& land) {
    FeatureTable table = sampleTable(Role::campaigns);
    for (std::size_t c = 0; c < land.settlements.communes.size(); ++c) {
        const std::string& commune = land.settlements.communes[c].code;
        Random random(land.seed, 0x63616d70, c);
        if (!neverLaunched(c)) addLaunches(table, commune, random);
        for (Date month = Date::fromYmd(2021, 3, 1); month <= meetingDay(); month = daysAfter(month, 30)) {
            const Date day = daysAfter(month, random.whole(0, 20));
            if (day > lastActiveDay(c)) continue;
            addEvent(table, commune,
                     {day, {}, "tuyên truyền", random.pick(programmes), "tuyên truyền tại chợ phiên và loa truyền thanh"}, 60,
                     random);
        }
    }
    for (std::size_t v = 0; v < land.settlements.villages.size(); ++v) addVillageEvents(table, land, v);
    return table;
}

FeatureTable publicAssetRecords(const Landscape& land) {
    constexpr const char* kinds[] = {"sân thể thao", "công trình nước sạch", "cầu dân sinh", "điểm trường",
                                     "đường điện chiếu sáng"};
    constexpr const char* conditions[] = {"tốt", "tốt", "tốt", "trung bình", "trung bình", "xấu"};
    constexpr const char* keepers[] = {"Trưởng thôn", "Chi hội Phụ nữ thôn", "Chi đoàn thôn", "Tổ tự quản"};
    FeatureTable table = sampleTable(Role::publicAssets);
    for (std::size_t v = 0; v < land.settlements.villages.size(); ++v) {
        const Village& village = land.settlements.villages[v];
        Random random(land.seed, 0x74616973, v);
        const int count = random.whole(1, 4);
        for (int i = 0; i < count; ++i) {
            const std::string id = fmt::format("TS{:05}", table.rowCount + 1);
            const std::string kind = i == 0 ? "nhà văn hóa thôn" : random.pick(kinds);
            const char* condition = random.pick(conditions);
            const bool poor = condition == std::string_view("xấu");
            const std::string name =
                fmt::format("{}{} {}", i == 0 ? "Nhà văn hóa" : "Công trình: ", i == 0 ? "" : kind, village.name);
            addPoint(table.geometry, beside(land.frame.centre(village.centre), random));
            addRow(table, {{fields::publicAssets.id, id},
                           {fields::publicAssets.name, name},
                           {fields::publicAssets.kind, kind},
                           {fields::publicAssets.communeCode, communeCode(land, village)},
                           {fields::publicAssets.villageCode, village.code},
                           {fields::publicAssets.condition, condition},
                           {fields::publicAssets.inUse, poor && random.chance(0.5) ? 0.0 : 1.0},
                           {fields::publicAssets.lookedAfterBy, poor && random.chance(0.5) ? Value() : Value(random.pick(keepers))},
                           {fields::publicAssets.checkedOn,
                            random.chance(0.85) ? Value(daysAfter(Date::fromYmd(2021, 8, 1), random.whole(0, 280))) : Value()}});
        }
    }
    return table;
}

} // namespace banlang::sample
