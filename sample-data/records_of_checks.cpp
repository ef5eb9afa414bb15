// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/random.h"
#include "sample-data/table_rows.h"

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
    const Date day = gardens.dateAt(fields::gardens.inspectedOn, garden);
    const Date lapsed = gardens.dateAt(fields::gardens.lapsedOn, garden);
    const bool assessed = random.chance(0.55);
    const double before = random.whole(6, 18) * 1e6;
    const bool kept = gardens.numberAt(fields::gardens.purposeKept, garden) != 0;
    addRow(table, {{fields::inspections.date, day},
                   {fields::inspections.gardenId, gardens.textAt(fields::gardens.id, garden)},
                   {fields::inspections.communeCode, gardens.textAt(fields::gardens.villageCode, garden).substr(0, communeDigits)},
                   {fields::inspections.villageCode, gardens.textAt(fields::gardens.villageCode, garden)},
                   {fields::inspections.inspector, random.chance(0.5) ? "Ngân hàng CSXH huyện" : "Ban chỉ đạo xã"},
                   {fields::inspections.finding, kept ? "sử dụng vốn đúng mục đích" : "sử dụng vốn chưa đúng mục đích"},
                   {fields::inspections.maintained, lapsed.known() && lapsed <= day ? 0.0 : 1.0},
                   {fields::inspections.purposeKept, kept ? 1.0 : 0.0},
                   {fields::inspections.effect, assessed ? Value(kept ? random.pick(effects) : "chưa có hiệu quả") : Value()},
                   {fields::inspections.incomeBeforeVnd, assessed ? Value(before) : Value()},
                   {fields::inspections.incomeAfterVnd, assessed ? Value(before + (kept ? random.whole(1, 9) * 1e6 : 0)) : Value()},
                   {fields::inspections.mendBy, kept ? Value() : Value(daysAfter(day, 30))}});
}

void addGardenChecks(FeatureTable& table, const FeatureTable& gardens, std::size_t garden, Random& random) {
    constexpr const char* findings[] = {"vườn chăm sóc tốt", "còn cỏ, cần phát dọn", "đã xếp đá, đang trồng cây",
                                        "chuồng trại hợp vệ sinh"};
    if (gardens.dateAt(fields::gardens.inspectedOn, garden).known()) addLoanChecks(table, gardens, garden, random);
    const Date started = gardens.dateAt(fields::gardens.startedOn, garden);
    const Date day = started.known() && random.chance(0.4) ? ifPast(daysAfter(started, random.whole(20, 240))) : Date{};
    // A loan that no one has looked at stays so.
    if (!day.known() ||
        (gardens.numberAt(fields::gardens.borrower, garden) != 0 && !gardens.dateAt(fields::gardens.inspectedOn, garden).known()))
        return;
    const Date lapsed = gardens.dateAt(fields::gardens.lapsedOn, garden);
    addRow(table, {{fields::inspections.date, day},
                   {fields::inspections.gardenId, gardens.textAt(fields::gardens.id, garden)},
                   {fields::inspections.communeCode, gardens.textAt(fields::gardens.villageCode, garden).substr(0, communeDigits)},
                   {fields::inspections.villageCode, gardens.textAt(fields::gardens.villageCode, garden)},
                   {fields::inspections.inspector, "Tổ công tác xã"},
                   {fields::inspections.finding, random.pick(findings)},
                   {fields::inspections.maintained, lapsed.known() && lapsed <= day ? 0.0 : 1.0}});
}

void addHouseChecks(FeatureTable& table, const FeatureTable& houses, std::size_t house, Random& random) {
    constexpr const char* findings[] = {"đúng mẫu, đủ 3 cứng", "thi công đúng tiến độ", "tiến độ chậm, thiếu nhân công",
                                        "nền chưa láng, cần làm tiếp"};
    const Date started = houses.dateAt(fields::houses.startedOn, house);
    for (int i = started.known() && random.chance(0.75) ? random.whole(1, 3) : 0; i > 0; --i) {
        const Date day = ifPast(daysAfter(started, random.whole(5, 30) + 30 * i));
        if (!day.known()) continue;
        const bool fault = random.chance(0.2);
        addRow(table, {{fields::inspections.date, day},
                       {fields::inspections.houseId, houses.textAt(fields::houses.id, house)},
                       {fields::inspections.communeCode, houses.textAt(fields::houses.communeCode, house)},
                       {fields::inspections.villageCode, houses.textAt(fields::houses.villageCode, house)},
                       {fields::inspections.inspector, random.chance(0.4) ? "Chủ tịch UBND xã" : "Ban chỉ đạo xã"},
                       {fields::inspections.finding, findings[fault ? random.whole(2, 3) : random.whole(0, 1)]},
                       {fields::inspections.mendBy, fault ? Value(daysAfter(day, 20)) : Value()},
                       {fields::inspections.mendedOn,
                        fault && random.chance(0.6) ? Value(ifPast(daysAfter(day, random.whole(5, 30)))) : Value()}});
    }
}

void addWorkChecks(FeatureTable& table, const FeatureTable& works, std::size_t work, Random& random) {
    const Date started = works.dateAt(fields::roadWorks.startedOn, work);
    const Date finished = works.dateAt(fields::roadWorks.finishedOn, work);
    for (int i = started.known() && random.chance(0.75) ? random.whole(1, 4) : 0; i > 0; --i) {
        const Date day = ifPast(daysAfter(started, random.whole(3, 25) + 25 * i));
        if (!day.known() || (finished.known() && day > daysAfter(finished, 40))) continue;
        const bool fault = random.chance(0.25);
        addRow(table,
               {{fields::inspections.date, day},
                {fields::inspections.workId, works.textAt(fields::roadWorks.id, work)},
                {fields::inspections.communeCode, works.textAt(fields::roadWorks.communeCode, work)},
                {fields::inspections.inspector, random.chance(0.5) ? "Phòng Kinh tế và Hạ tầng" : "Ban giám sát cộng đồng"},
                {fields::inspections.finding, fault ? "bê tông chưa bảo dưỡng đủ ngày" : "chất lượng, khối lượng vật liệu bảo đảm"},
                {fields::inspections.mendBy, fault ? Value(daysAfter(day, 15)) : Value()},
                {fields::inspections.mendedOn,
                 fault && random.chance(0.6) ? Value(ifPast(daysAfter(day, random.whole(3, 25)))) : Value()}});
    }
}

/// The work of a commune as a whole, looked at by the steering committee of the district.
void addCommuneChecks(FeatureTable& table, const Landscape& land) {
    for (std::size_t c = 0; c < land.settlements.communes.size(); ++c) {
        Random random(land.seed, 0x62636468, c);
        for (Date day = Date::fromYmd(2021, 3, 10); day <= meetingDay() && !neverInspects(c); day = daysAfter(day, 90)) {
            const Date on = ifPast(daysAfter(day, random.whole(0, 20)));
            if (!on.known()) continue;
            addRow(table,
                   {{fields::inspections.date, on},
                    {fields::inspections.communeCode, land.settlements.communes[c].code},
                    {fields::inspections.inspector, "Ban chỉ đạo huyện"},
                    {fields::inspections.finding, random.chance(0.7) ? "triển khai đúng kế hoạch" : "một số thôn chưa vào cuộc"}});
        }
    }
}

template <class Add>
void each(const Landscape& land, const FeatureTable& objects, const TextField& communeCode, std::uint64_t stream,
          const Codes& never, Add&& add) {
    for (std::size_t row = 0; row < objects.rowCount; ++row) {
        if (never.contains(objects.textAt(communeCode, row))) continue;
        Random random(land.seed, stream, row);
        add(row, random);
    }
}

} // namespace

FeatureTable inspectionRecords(const Landscape& land, const RecordSet& records) {
    FeatureTable table = sampleTable(Role::inspections);
    const FeatureTable& gardens = records[indexOf(Role::gardens)];
    const FeatureTable& houses = records[indexOf(Role::houses)];
    const FeatureTable& works = records[indexOf(Role::roadWorks)];
    const Codes never = communesThat(land, neverInspects);
    each(land, gardens, fields::gardens.communeCode, 0x69766172, {},
         [&](std::size_t row, Random& random) { addGardenChecks(table, gardens, row, random); });
    each(land, houses, fields::houses.communeCode, 0x69686f75, never,
         [&](std::size_t row, Random& random) { addHouseChecks(table, houses, row, random); });
    each(land, works, fields::roadWorks.communeCode, 0x69776f72, never,
         [&](std::size_t row, Random& random) { addWorkChecks(table, works, row, random); });
    addCommuneChecks(table, land);
    return table;
}

} // namespace banlang::sample
