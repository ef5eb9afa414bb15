// SPDX-License-Identifier: MIT
#include "core/analysis/progress/follow_up.h"
#include "core/model/as_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

/// Rows of items that tell of one item of one house stand together, the latest report last.
struct ItemReport {
    std::int32_t house = notLinked;
    std::string_view item;
    std::int32_t day = 0;
    std::uint32_t row = 0;
    auto operator<=>(const ItemReport&) const = default;
};

std::vector<ItemReport> itemReports(const District& district, Date asOf) {
    const FeatureTable& items = district.table(Role::houseItems);
    const auto& houseOf = district.linksOf(Role::houseItems).house;
    std::vector<ItemReport> reports;
    for (std::size_t row = 0; row < items.rowCount; ++row) {
        const Date reported = items.dateAt(fields::houseItems.reportedOn, row);
        // A list without a day stands until a dated one comes.
        if (linkedRow(houseOf, row) == notLinked || (reported.known() && reported > asOf)) continue;
        reports.push_back({houseOf[row], items.textAt(fields::houseItems.item, row), reported.known() ? reported.daysSince1970 : 0,
                           static_cast<std::uint32_t>(row)});
    }
    std::sort(reports.begin(), reports.end());
    return reports;
}

bool names(std::string_view text, std::string_view a, std::string_view b) {
    return text.find(a) != std::string_view::npos || text.find(b) != std::string_view::npos;
}

/// "nghèo" is within "cận nghèo" too.
void addCategories(std::string_view text, HouseholdStatus& status) {
    status.merit = status.merit || names(text, "người có công", "Người có công");
    status.veteran = status.veteran || names(text, "cựu chiến binh", "Cựu chiến binh");
    status.housingNeed = status.housingNeed || names(text, "khó khăn nhà ở", "khó khăn về nhà ở") ||
                         names(text, "Khó khăn nhà ở", "Khó khăn về nhà ở");
    for (std::size_t at = text.find("nghèo"); at != std::string_view::npos; at = text.find("nghèo", at + 1)) {
        const std::string_view before = text.substr(0, at);
        const bool near = before.ends_with("cận ") || before.ends_with("Cận ");
        (near ? status.nearPoor : status.poor) = true;
    }
    if (text.find("Nghèo") != std::string_view::npos) status.poor = true;
}

} // namespace

bool isOfPhase2022(const FeatureTable& houses, std::size_t row) {
    return houses.textAt(fields::houses.phase, row).starts_with("2022");
}

std::vector<HouseItemsLeft> houseItemsLeft(const District& district, Date asOf) {
    const FeatureTable& houses = district.table(Role::houses);
    const FeatureTable& items = district.table(Role::houseItems);
    std::vector<HouseItemsLeft> left(houses.rowCount);
    std::vector<bool> itemised(houses.rowCount);
    const auto reports = itemReports(district, asOf);
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const ItemReport& report = reports[i];
        const bool latest = i + 1 == reports.size() || reports[i + 1].house != report.house || reports[i + 1].item != report.item;
        const auto house = static_cast<std::size_t>(report.house);
        if (!latest) continue;
        const double percent = items.numberAt(fields::houseItems.percentDone, report.row);
        HouseItemsLeft& one = left[house];
        itemised[house] = true;
        if (std::isnan(percent) || percent >= 100) continue;
        one.planned = (one.items.empty() || one.planned) && !items.textAt(fields::houseItems.helpPlan, report.row).empty();
        one.items += fmt::format("{}{} {:.0f} %", one.items.empty() ? "" : ", ", report.item, percent);
    }
    const auto plan = houses.column(fields::houses.helpPlan);
    const auto unfinished = houses.column(fields::houses.unfinishedItems);
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        if (!itemised[row]) left[row].items = unfinished[row];
        left[row].planned = left[row].planned || !plan[row].empty();
    }
    return left;
}

std::vector<HouseholdStatus> householdStatuses(const District& district, Date asOf) {
    const FeatureTable& households = district.table(Role::households);
    std::vector<HouseholdStatus> statuses(households.rowCount);
    const auto own = households.column(fields::households.categories);
    for (std::size_t row = 0; row < households.rowCount; ++row) addCategories(own[row], statuses[row]);
    const FeatureTable& categories = district.table(Role::householdCategories);
    const auto& householdOf = district.linksOf(Role::householdCategories).household;
    for (std::size_t row = 0; row < categories.rowCount; ++row) {
        const std::int32_t household = linkedRow(householdOf, row);
        if (household == notLinked || !inForce(categories, row, asOf)) continue;
        addCategories(categories.textAt(fields::householdCategories.category, row), statuses[static_cast<std::size_t>(household)]);
    }
    // The latest review by the day says whether there is need; a household may have been housed since.
    const FeatureTable& reviews = district.table(Role::housingReviews);
    const auto& reviewed = district.linksOf(Role::housingReviews).household;
    std::vector<Date> latest(households.rowCount);
    for (std::size_t row = 0; row < reviews.rowCount; ++row) {
        const std::int32_t household = linkedRow(reviewed, row);
        const Date date = reviews.dateAt(fields::housingReviews.reviewedOn, row);
        if (household == notLinked || !(date <= asOf)) continue;
        const auto at = static_cast<std::size_t>(household);
        const double need = reviews.numberAt(fields::housingReviews.housingNeed, row);
        addCategories(reviews.textAt(fields::housingReviews.category, row), statuses[at]);
        if ((latest[at].known() && date < latest[at]) || std::isnan(need)) continue;
        latest[at] = date;
        statuses[at].housingNeed = need != 0;
    }
    return statuses;
}

std::vector<bool> listedHouseholds(const District& district, Date asOf) {
    const FeatureTable& list = district.table(Role::supportList);
    const auto& householdOf = district.linksOf(Role::supportList).household;
    std::vector<bool> listed(district.table(Role::households).rowCount);
    for (std::size_t row = 0; row < list.rowCount; ++row) {
        const bool active =
            list.dateAt(fields::supportList.listedOn, row) <= asOf && list.dateAt(fields::supportList.removedOn, row) > asOf;
        const std::int32_t household = linkedRow(householdOf, row);
        if (active && household != notLinked) listed[static_cast<std::size_t>(household)] = true;
    }
    return listed;
}

} // namespace banlang
