// SPDX-License-Identifier: MIT
#include "sample-data/follow_up.h"

#include <fmt/format.h>

#include <charconv>

namespace banlang::sample {
namespace {

/// The first number in a text, as "phát quang 800 m đường" has it.
double numberIn(std::string_view text) {
    const std::size_t at = text.find_first_of("0123456789");
    int value = 0;
    if (at != std::string_view::npos) std::from_chars(text.data() + at, text.data() + text.size(), value);
    return value;
}

/// The work of the commune that was under way on the day, if there was one.
std::string_view workUnderWay(const FeatureTable& works, std::string_view commune, Date day) {
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        if (works.textAt(fields::roadWorks.communeCode, row) != commune || !(works.dateAt(fields::roadWorks.startedOn, row) <= day))
            continue;
        const Date finished = works.dateAt(fields::roadWorks.finishedOn, row);
        if (!finished.known() || finished >= day) return works.textAt(fields::roadWorks.id, row);
    }
    return {};
}

/// Concrete was poured on a work, brush was cleared over a width of 3 m.
void addOutputs(FeatureTable& saturdays, const FeatureTable& works) {
    TextValues ids;
    for (std::size_t row = 0; row < saturdays.rowCount; ++row) {
        const std::string_view output = saturdays.textAt(fields::saturdays.output, row);
        const bool poured = output.find("bê tông") != std::string_view::npos;
        const bool cleared = output.starts_with("phát quang");
        ids.append(poured ? workUnderWay(works, saturdays.textAt(fields::saturdays.communeCode, row),
                                         saturdays.dateAt(fields::saturdays.date, row))
                          : std::string_view());
        if (poured) saturdays.find(fields::saturdays.roadM)->numbers[row] = numberIn(output);
        if (cleared) saturdays.find(fields::saturdays.clearedM2)->numbers[row] = numberIn(output) * 3;
    }
    saturdays.find(fields::saturdays.workId)->text = std::move(ids);
}

} // namespace

std::function<Date(std::string_view commune)> lastActiveDays(const Landscape& land) {
    std::map<std::string, Date, std::less<>> lastDays;
    for (std::size_t c = 0; c < land.settlements.communes.size(); ++c)
        lastDays.emplace(land.settlements.communes[c].code, lastActiveDay(c));
    return [lastDays = std::move(lastDays)](std::string_view commune) { return lastDays.find(commune)->second; };
}

void addFollowUps(const Landscape& land, RecordSet& records) {
    const auto of = [&](Role role) -> FeatureTable& { return records[indexOf(role)]; };
    addOutputs(of(Role::saturdays), of(Role::roadWorks));
    of(Role::houseItems) = houseItemRecords(land, of(Role::houses));
    of(Role::houseResources) = houseResourceRecords(land, of(Role::houses));
    of(Role::labourDays) = labourDayRecords(land, records);
    of(Role::deliveries) = deliveryRecords(land, records);
    of(Role::inspections) = inspectionRecords(land, records);
    of(Role::contributions) = contributionRecords(land, records);
    of(Role::campaigns) = campaignRecords(land);
    of(Role::publicAssets) = publicAssetRecords(land);
    of(Role::householdCategories) = householdCategoryRecords(land);
    of(Role::housingReviews) = housingReviewRecords(land, of(Role::supportList));
    of(Role::criteriaDue) = criteriaDueRecords(land);
    of(Role::checklists) = checklistRecords(land, of(Role::modelVillages));
    of(Role::communeRankingScores) = communeRankingScoreRecords(land);
    of(Role::adminUnitChanges) = unitChangeRecords(land);
}

} // namespace banlang::sample
