// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/names.h"
#include "sample-data/random.h"
#include "sample-data/record_places.h"
#include "sample-data/table_rows.h"

#include <algorithm>

namespace banlang::sample {
namespace {

/// Who gives, and how much at a time, in units of half a million.
struct Source {
    const char* kind;
    const char* name; ///< empty: a person
    int least;
    int most;
};
constexpr Source sources[] = {
    {"ngân sách nhà nước", "Ngân sách huyện", 20, 120},
    {"doanh nghiệp", "Công ty xây dựng Phiêng Sương", 10, 80},
    {"hợp tác xã", "HTX nông nghiệp Mây Xanh", 2, 20},
    {"hộ khá giả", "", 1, 10},
    {"cán bộ, công chức", "Công đoàn cơ quan huyện", 2, 24},
    {"tổ chức, đoàn thể", "Hội Cựu chiến binh huyện", 2, 20},
    {"nhân dân", "", 0, 4},
};
constexpr const char* goods[] = {"xi măng", "tấm lợp", "cây giống", "gạch", "cát"};

/// What is given, for what.
struct Purpose {
    std::string_view programme;
    std::string_view commune;
    std::string_view village;
    std::string_view work;
    std::string_view house;
    Date lastDay; ///< of the commune
};

Value known(std::string_view text) {
    return text.empty() ? Value() : Value(text);
}

void addGift(FeatureTable& table, const Landscape& land, const Purpose& purpose, Date day, Random& random) {
    const Source& source = random.pick(sources);
    const std::string donor = *source.name != '\0' ? source.name : personName(land.seed, random.next());
    const double money = random.whole(source.least, source.most) * 5e5;
    const bool inKind = random.chance(0.25);
    if (day > purpose.lastDay) return;
    const bool labour = money == 0 || (source.least < 5 && random.chance(0.2));
    addRow(table, {{fields::contributions.date, day},
                   {fields::contributions.communeCode, purpose.commune},
                   {fields::contributions.villageCode, known(purpose.village)},
                   {fields::contributions.programme, purpose.programme},
                   {fields::contributions.donorKind, source.kind},
                   {fields::contributions.donor, donor},
                   {fields::contributions.workId, known(purpose.work)},
                   {fields::contributions.houseId, known(purpose.house)},
                   {fields::contributions.amountVnd, money > 0 && !inKind ? Value(money) : Value()},
                   {fields::contributions.goods, money > 0 && inKind ? Value(random.pick(goods)) : Value()},
                   {fields::contributions.goodsVnd, money > 0 && inKind ? Value(money) : Value()},
                   {fields::contributions.labourDays, labour ? Value(static_cast<double>(random.whole(2, 30))) : Value()}});
}

/// No two on one day.
void addGifts(FeatureTable& table, const Landscape& land, const Purpose& purpose, Date from, Date to, int count, Random& random) {
    const int days = std::max(1, to.daysSince1970 - from.daysSince1970);
    const int gifts = std::min(count, days);
    for (int i = 0; i < gifts; ++i)
        addGift(table, land, purpose, daysAfter(from, days * i / gifts + random.whole(0, days / gifts - 1)), random);
}

using LastDayIn = std::function<Date(std::string_view commune)>;

void addGiftsToWorks(FeatureTable& table, const Landscape& land, const FeatureTable& works, const LastDayIn& lastDayIn) {
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        const Date started = works.dateAt(fields::roadWorks.startedOn, row);
        if (!started.known()) continue;
        Random random(land.seed, 0x67697764, row);
        const std::string_view commune = works.textAt(fields::roadWorks.communeCode, row);
        const Purpose purpose{"nông thôn mới", commune, {}, works.textAt(fields::roadWorks.id, row), {}, lastDayIn(commune)};
        addGifts(table, land, purpose, started, meetingDay(), random.whole(4, 12), random);
    }
}

void addGiftsToHouses(FeatureTable& table, const Landscape& land, const FeatureTable& houses, const LastDayIn& lastDayIn) {
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        const Date started = houses.dateAt(fields::houses.startedOn, row);
        const Date end = houses.dateAt(fields::houses.finishedOn, row);
        if (!started.known()) continue;
        Random random(land.seed, 0x67696868, row);
        const std::string_view commune = houses.textAt(fields::houses.communeCode, row);
        const std::string_view village = houses.textAt(fields::houses.villageCode, row);
        const Purpose purpose{"hỗ trợ nhà ở", commune, village, {}, houses.textAt(fields::houses.id, row), lastDayIn(commune)};
        addGifts(table, land, purpose, started, end.known() ? end : meetingDay(), random.whole(4, 10), random);
    }
}

void addGiftsToVillages(FeatureTable& table, const Landscape& land) {
    for (std::size_t v = 0; v < land.settlements.villages.size(); ++v) {
        const Village& village = land.settlements.villages[v];
        const Date lastDay = lastActiveDay(static_cast<std::size_t>(village.commune));
        Random random(land.seed, 0x67697676, v);
        const Purpose roads{"nông thôn mới", communeCode(land, village), village.code, {}, {}, lastDay};
        const Purpose gardens{"cải tạo vườn tạp", communeCode(land, village), village.code, {}, {}, lastDay};
        addGifts(table, land, roads, Date::fromYmd(2021, 1, 10), meetingDay(), random.whole(0, 6), random);
        addGifts(table, land, gardens, Date::fromYmd(2021, 1, 11), meetingDay(), random.whole(0, 4), random);
    }
}

} // namespace

FeatureTable contributionRecords(const Landscape& land, const RecordSet& records) {
    FeatureTable table = sampleTable(Role::contributions);
    const LastDayIn lastDayIn = lastActiveDays(land);
    addGiftsToWorks(table, land, records[indexOf(Role::roadWorks)], lastDayIn);
    addGiftsToHouses(table, land, records[indexOf(Role::houses)], lastDayIn);
    addGiftsToVillages(table, land);
    return table;
}

} // namespace banlang::sample
