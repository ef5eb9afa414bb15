// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/random.h"

#include <algorithm>
#include <set>

namespace banlang::sample {
namespace {

/// A garden may lie over the border; who looks at it is the commune of its village, whose code begins with its own.
constexpr std::size_t communeDigits = 5;

using Codes = std::set<std::string, std::less<>>;

Codes communesThat(const Landscape& land, bool (*does)(std::size_t)) {
    Codes codes;
    for (std::size_t c = 0; c < land.settlements.communes.size(); ++c) {
        if (does(c)) codes.insert(land.settlements.communes[c].code);
    }
    return codes;
}

/// A loan is looked at together with its garden; whether it did any good is written down by few.
void addLoanChecks(FeatureTable& table, const FeatureTable& gardens, std::size_t garden, Random& random) {
    constexpr const char* effects[] = {"có hiệu quả", "có hiệu quả", "bước đầu có hiệu quả", "chưa rõ hiệu quả"};
    const Date day = gardens.dateAt("inspected_on", garden);
    const Date lapsed = gardens.dateAt("lapsed_on", garden);
    const bool assessed = random.chance(0.55);
    const double before = random.whole(6, 18) * 1e6;
    const bool kept = gardens.numberAt("purpose_kept", garden) != 0;
    addRow(table, {{"date", day},
                   {"garden_id", gardens.textAt("id", garden)},
                   {"commune_code", gardens.textAt("village_code", garden).substr(0, communeDigits)},
                   {"village_code", gardens.textAt("village_code", garden)},
                   {"inspector", random.chance(0.5) ? "Ngân hàng CSXH huyện" : "Ban chỉ đạo xã"},
                   {"finding", kept ? "sử dụng vốn đúng mục đích" : "sử dụng vốn chưa đúng mục đích"},
                   {"maintained", lapsed.known() && lapsed <= day ? 0.0 : 1.0},
                   {"purpose_kept", kept ? 1.0 : 0.0},
                   {"effect", assessed ? Value(kept ? random.pick(effects) : "chưa có hiệu quả") : Value()},
                   {"income_before_vnd", assessed ? Value(before) : Value()},
                   {"income_after_vnd", assessed ? Value(before + (kept ? random.whole(1, 9) * 1e6 : 0)) : Value()},
                   {"mend_by", kept ? Value() : Value(daysAfter(day, 30))}});
}

void addGardenChecks(FeatureTable& table, const FeatureTable& gardens, std::size_t garden, Random& random) {
    constexpr const char* findings[] = {"vườn chăm sóc tốt", "còn cỏ, cần phát dọn", "đã xếp đá, đang trồng cây",
                                        "chuồng trại hợp vệ sinh"};
    if (gardens.dateAt("inspected_on", garden).known()) addLoanChecks(table, gardens, garden, random);
    const Date started = gardens.dateAt("started_on", garden);
    const Date day = started.known() && random.chance(0.4) ? ifPast(daysAfter(started, random.whole(20, 240))) : Date{};
    // A loan that no one has looked at stays so.
    if (!day.known() || (gardens.numberAt("borrower", garden) != 0 && !gardens.dateAt("inspected_on", garden).known())) return;
    const Date lapsed = gardens.dateAt("lapsed_on", garden);
    addRow(table, {{"date", day},
                   {"garden_id", gardens.textAt("id", garden)},
                   {"commune_code", gardens.textAt("village_code", garden).substr(0, communeDigits)},
                   {"village_code", gardens.textAt("village_code", garden)},
                   {"inspector", "Tổ công tác xã"},
                   {"finding", random.pick(findings)},
                   {"maintained", lapsed.known() && lapsed <= day ? 0.0 : 1.0}});
}

void addHouseChecks(FeatureTable& table, const FeatureTable& houses, std::size_t house, Random& random) {
    constexpr const char* findings[] = {"đúng mẫu, đủ 3 cứng", "thi công đúng tiến độ", "tiến độ chậm, thiếu nhân công",
                                        "nền chưa láng, cần làm tiếp"};
    const Date started = houses.dateAt("started_on", house);
    for (int i = started.known() && random.chance(0.75) ? random.whole(1, 3) : 0; i > 0; --i) {
        const Date day = ifPast(daysAfter(started, random.whole(5, 30) + 30 * i));
        if (!day.known()) continue;
        const bool fault = random.chance(0.2);
        addRow(table, {{"date", day},
                       {"house_id", houses.textAt("id", house)},
                       {"commune_code", houses.textAt("commune_code", house)},
                       {"village_code", houses.textAt("village_code", house)},
                       {"inspector", random.chance(0.4) ? "Chủ tịch UBND xã" : "Ban chỉ đạo xã"},
                       {"finding", findings[fault ? random.whole(2, 3) : random.whole(0, 1)]},
                       {"mend_by", fault ? Value(daysAfter(day, 20)) : Value()},
                       {"mended_on", fault && random.chance(0.6) ? Value(ifPast(daysAfter(day, random.whole(5, 30)))) : Value()}});
    }
}

void addWorkChecks(FeatureTable& table, const FeatureTable& works, std::size_t work, Random& random) {
    const Date started = works.dateAt("started_on", work);
    const Date finished = works.dateAt("finished_on", work);
    for (int i = started.known() && random.chance(0.75) ? random.whole(1, 4) : 0; i > 0; --i) {
        const Date day = ifPast(daysAfter(started, random.whole(3, 25) + 25 * i));
        if (!day.known() || (finished.known() && day > daysAfter(finished, 40))) continue;
        const bool fault = random.chance(0.25);
        addRow(table, {{"date", day},
                       {"work_id", works.textAt("id", work)},
                       {"commune_code", works.textAt("commune_code", work)},
                       {"inspector", random.chance(0.5) ? "Phòng Kinh tế và Hạ tầng" : "Ban giám sát cộng đồng"},
                       {"finding", fault ? "bê tông chưa bảo dưỡng đủ ngày" : "chất lượng, khối lượng vật liệu bảo đảm"},
                       {"mend_by", fault ? Value(daysAfter(day, 15)) : Value()},
                       {"mended_on", fault && random.chance(0.6) ? Value(ifPast(daysAfter(day, random.whole(3, 25)))) : Value()}});
    }
}

/// The work of a commune as a whole, looked at by the steering committee of the district.
void addCommuneChecks(FeatureTable& table, const Landscape& land) {
    for (std::size_t c = 0; c < land.settlements.communes.size(); ++c) {
        Random random(land.seed, 0x62636468, c);
        for (Date day = Date::fromYmd(2021, 3, 10); day <= meetingDay() && !neverInspects(c); day = daysAfter(day, 90)) {
            const Date on = ifPast(daysAfter(day, random.whole(0, 20)));
            if (!on.known()) continue;
            addRow(table, {{"date", on},
                           {"commune_code", land.settlements.communes[c].code},
                           {"inspector", "Ban chỉ đạo huyện"},
                           {"finding", random.chance(0.7) ? "triển khai đúng kế hoạch" : "một số thôn chưa vào cuộc"}});
        }
    }
}

template <class Add>
void each(const Landscape& land, const FeatureTable& objects, std::uint64_t stream, const Codes& never, Add&& add) {
    for (std::size_t row = 0; row < objects.rowCount; ++row) {
        if (never.contains(objects.textAt("commune_code", row))) continue;
        Random random(land.seed, stream, row);
        add(row, random);
    }
}

} // namespace

FeatureTable inspectionRecords(const Landscape& land, const RecordSet& records) {
    FeatureTable table = emptyTable(Role::inspections);
    const FeatureTable& gardens = records[indexOf(Role::gardens)];
    const FeatureTable& houses = records[indexOf(Role::houses)];
    const FeatureTable& works = records[indexOf(Role::roadWorks)];
    const Codes never = communesThat(land, neverInspects);
    each(land, gardens, 0x69766172, {}, [&](std::size_t row, Random& random) { addGardenChecks(table, gardens, row, random); });
    each(land, houses, 0x69686f75, never, [&](std::size_t row, Random& random) { addHouseChecks(table, houses, row, random); });
    each(land, works, 0x69776f72, never, [&](std::size_t row, Random& random) { addWorkChecks(table, works, row, random); });
    addCommuneChecks(table, land);
    return table;
}

} // namespace banlang::sample
