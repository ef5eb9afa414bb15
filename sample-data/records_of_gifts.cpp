// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/names.h"
#include "sample-data/random.h"
#include "sample-data/record_places.h"

#include <fmt/format.h>

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

void addGift(FeatureTable& table, const Landscape& land, const Purpose& purpose, Date from, Date to, Random& random) {
    const Source& source = random.pick(sources);
    const int days = std::max(0, to.daysSince1970 - from.daysSince1970);
    const Date day = daysAfter(from, random.whole(0, days));
    const std::string donor = *source.name != '\0' ? source.name : personName(land.seed, random.next());
    const double money = random.whole(source.least, source.most) * 5e5;
    const bool inKind = random.chance(0.25);
    if (day > purpose.lastDay) return;
    const bool labour = money == 0 || (source.least < 5 && random.chance(0.2));
    addRow(table, {{"date", day},
                   {"commune_code", purpose.commune},
                   {"village_code", known(purpose.village)},
                   {"programme", purpose.programme},
                   {"donor_kind", source.kind},
                   {"donor", donor},
                   {"work_id", known(purpose.work)},
                   {"house_id", known(purpose.house)},
                   {"amount_vnd", money > 0 && !inKind ? Value(money) : Value()},
                   {"goods", money > 0 && inKind ? Value(random.pick(goods)) : Value()},
                   {"goods_vnd", money > 0 && inKind ? Value(money) : Value()},
                   {"labour_days", labour ? Value(static_cast<double>(random.whole(2, 30))) : Value()}});
}

} // namespace

FeatureTable contributionRecords(const Landscape& land, const RecordSet& records) {
    FeatureTable table = emptyTable(Role::contributions);
    const auto lastDayIn = lastActiveDays(land);
    const FeatureTable& works = records[indexOf(Role::roadWorks)];
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        Random random(land.seed, 0x67697764, row);
        const Purpose purpose{"nông thôn mới",
                              works.textAt("commune_code", row),
                              {},
                              works.textAt("id", row),
                              {},
                              lastDayIn(works.textAt("commune_code", row))};
        const Date started = works.dateAt("started_on", row);
        for (int i = started.known() ? random.whole(4, 12) : 0; i > 0; --i)
            addGift(table, land, purpose, started, meetingDay(), random);
    }
    const FeatureTable& houses = records[indexOf(Role::houses)];
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        Random random(land.seed, 0x67696868, row);
        const Purpose purpose{"hỗ trợ nhà ở",
                              houses.textAt("commune_code", row),
                              houses.textAt("village_code", row),
                              {},
                              houses.textAt("id", row),
                              {}};
        const Date started = houses.dateAt("started_on", row);
        const Date end = houses.dateAt("finished_on", row);
        for (int i = started.known() ? random.whole(4, 10) : 0; i > 0; --i)
            addGift(table, land, purpose, started, end.known() ? end : meetingDay(), random);
    }
    for (std::size_t v = 0; v < land.settlements.villages.size(); ++v) {
        const Village& village = land.settlements.villages[v];
        Random random(land.seed, 0x67697676, v);
        for (int i = random.whole(0, 10); i > 0; --i) {
            const Purpose purpose{
                random.chance(0.6) ? "nông thôn mới" : "cải tạo vườn tạp", communeCode(land, village), village.code, {}, {},
                lastActiveDay(static_cast<std::size_t>(village.commune))};
            addGift(table, land, purpose, Date::fromYmd(2021, 1, 10), meetingDay(), random);
        }
    }
    return table;
}

} // namespace banlang::sample
