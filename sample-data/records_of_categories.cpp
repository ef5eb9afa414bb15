// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"
#include "sample-data/names.h"
#include "sample-data/place_tables.h"
#include "sample-data/random.h"
#include "sample-data/record_places.h"
#include "sample-data/table_rows.h"

#include <algorithm>
#include <map>

namespace banlang::sample {
namespace {

/// Since when a household has been in a category, and until when.
struct Term {
    std::string_view category;
    Date from;
    Date to;
};

void addTerm(FeatureTable& table, const Landscape& land, std::size_t household, const Term& term) {
    addRow(table, {{fields::householdCategories.householdId, householdId(land, household)},
                   {fields::householdCategories.headName, personName(land.seed, household)},
                   {fields::householdCategories.villageCode, villageOfHousehold(land, household).code},
                   {fields::householdCategories.category, term.category},
                   {fields::householdCategories.validFrom, term.from},
                   {fields::householdCategories.validTo, term.to}});
}

/// Lists of poor households are renewed at the end of each year.
Date newYear(int year) {
    return Date::fromYmd(year, 1, 1);
}

void addPoverty(FeatureTable& table, const Landscape& land, std::size_t household, std::string_view categories, Random& random) {
    const bool nearPoor = hasCategory(categories, "cận nghèo");
    const bool poor = !nearPoor && hasCategory(categories, "nghèo");
    const Date since = newYear(random.whole(2019, 2022));
    if (poor) {
        addTerm(table, land, household, {"nghèo", since, {}});
    } else if (nearPoor) {
        if (random.chance(0.4))
            addTerm(table, land, household, {"nghèo", newYear(2019), since <= newYear(2019) ? newYear(2020) : since});
        addTerm(table, land, household, {"cận nghèo", std::max(since, newYear(2020)), {}});
    } else if (random.chance(0.35)) {
        // Out of poverty: what was true of the household is true no more.
        const Date until = newYear(random.whole(2020, 2022));
        addTerm(table, land, household, {random.chance(0.6) ? "nghèo" : "cận nghèo", newYear(2019), until});
    }
}

std::map<std::string, Date, std::less<>> listedOn(const FeatureTable& supportList) {
    std::map<std::string, Date, std::less<>> days;
    for (std::size_t row = 0; row < supportList.rowCount; ++row)
        days.emplace(supportList.textAt(fields::supportList.householdId, row),
                     supportList.dateAt(fields::supportList.listedOn, row));
    return days;
}

} // namespace

FeatureTable householdCategoryRecords(const Landscape& land) {
    FeatureTable table = sampleTable(Role::householdCategories);
    for (std::size_t h = 0; h < land.houses.size(); ++h) {
        Random random(land.seed, 0x6469656e, h);
        const std::string categories = categoriesOf(land, h);
        addPoverty(table, land, h, categories, random);
        for (const char* lasting : {"người có công", "cựu chiến binh"}) {
            if (hasCategory(categories, lasting)) addTerm(table, land, h, {lasting, newYear(2019), {}});
        }
        if (hasCategory(categories, "khó khăn nhà ở"))
            addTerm(table, land, h, {"khó khăn nhà ở", daysAfter(newYear(2021), random.whole(0, 300)), {}});
    }
    return table;
}

FeatureTable housingReviewRecords(const Landscape& land, const FeatureTable& supportList) {
    FeatureTable table = sampleTable(Role::housingReviews);
    const auto listed = listedOn(supportList);
    for (std::size_t h = 0; h < land.houses.size(); ++h) {
        Random random(land.seed, 0x726176, h);
        const std::string categories = categoriesOf(land, h);
        const std::string id = householdId(land, h);
        const auto list = listed.find(id);
        const bool need = hasCategory(categories, "khó khăn nhà ở");
        const bool looked = list != listed.end() || (!categories.empty() && random.chance(need ? 0.75 : 0.25));
        if (!looked) continue;
        const Date day = list != listed.end() ? daysAfter(list->second, -random.whole(5, 40))
                                              : daysAfter(Date::fromYmd(2021, 9, 15), random.whole(0, 200));
        const bool propose = need && list == listed.end() && random.chance(0.5);
        addRow(table, {{fields::housingReviews.householdId, id},
                       {fields::housingReviews.headName, personName(land.seed, h)},
                       {fields::housingReviews.villageCode, villageOfHousehold(land, h).code},
                       {fields::housingReviews.reviewedOn, day},
                       {fields::housingReviews.category, categories},
                       {fields::housingReviews.housingNeed, need ? 1.0 : 0.0},
                       {fields::housingReviews.decision, list != listed.end() ? "đưa vào danh sách"
                                                         : propose            ? "đề nghị bổ sung"
                                                         : need               ? "chưa đưa vào danh sách"
                                                                              : "không thuộc diện"},
                       {fields::housingReviews.reason,
                        propose                        ? Value("nhà dột nát, chưa được hỗ trợ")
                        : need && list == listed.end() ? Value(random.chance(0.5) ? "chưa có đất ở ổn định" : "chưa đối ứng được")
                                                       : Value()}});
    }
    return table;
}

} // namespace banlang::sample
