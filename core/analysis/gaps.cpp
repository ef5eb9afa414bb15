// SPDX-License-Identifier: MIT
#include "core/analysis/gaps.h"

#include "core/analysis/gap_questions.h"
#include "core/model/as_of.h"
#include "core/model/counted_commune.h"

namespace banlang {

GapBuilder::GapBuilder(const District& district, Date asOf, std::string_view id, Label title, Label definition)
    : district_(district), asOf_(asOf), gap_{id, title, definition, {}, 0, {}},
      communes_(district.table(Role::communes).rowCount, GapUnitCount{.level = Role::communes}),
      villages_(district.table(Role::villages).rowCount, GapUnitCount{.level = Role::villages}) {}

GapBuilder::Place GapBuilder::placeOf(Role role, std::size_t row) const {
    const TableLinks& links = district_.linksOf(role);
    const auto self = static_cast<std::int32_t>(row);
    return {role == Role::communes ? self : countedCommune(district_.linksOf(Role::villages).commune, links, row),
            role == Role::villages ? self : linkedRow(links.village, row)};
}

bool GapBuilder::examine(Role role, std::size_t row) {
    const bool isUnit = role == Role::communes || role == Role::villages;
    if (isUnit && !inForce(district_.table(role), row, asOf_)) return false;
    const Place place = placeOf(role, row);
    ++gap_.examined;
    if (place.commune != notLinked) ++communes_[static_cast<std::size_t>(place.commune)].examined;
    if (place.village != notLinked) ++villages_[static_cast<std::size_t>(place.village)].examined;
    return true;
}

GapItem GapBuilder::item(Role role, std::size_t row) const {
    const FeatureTable& table = district_.table(role);
    const Place place = placeOf(role, row);
    GapItem item;
    item.role = role;
    item.row = static_cast<std::uint32_t>(row);
    item.commune = place.commune;
    item.village = place.village;
    const bool isUnit = role == Role::communes || role == Role::villages;
    item.code = table.textAt(isUnit ? "code" : "id", row);
    // Records of households are named by their village, so that no person is.
    const bool ofHousehold = role == Role::households || role == Role::houses || role == Role::gardens;
    if (isUnit) {
        item.name = fullName(table, row);
    } else if (!ofHousehold) {
        item.name = table.textAt("name", row);
    } else if (item.village != notLinked) {
        item.name = fullName(district_.table(Role::villages), static_cast<std::size_t>(item.village));
    }
    return item;
}

void GapBuilder::miss(Role role, std::size_t row, Bilingual reason, bool atRisk) {
    GapItem& missed = gap_.items.emplace_back(item(role, row));
    missed.reason = std::move(reason);
    missed.atRisk = atRisk;
    if (missed.commune != notLinked) ++communes_[static_cast<std::size_t>(missed.commune)].count;
    if (missed.village != notLinked) ++villages_[static_cast<std::size_t>(missed.village)].count;
}

Gap GapBuilder::finish() && {
    for (auto* const units : {&communes_, &villages_}) {
        for (std::size_t row = 0; row < units->size(); ++row) {
            GapUnitCount& unit = (*units)[row];
            if (unit.examined == 0) continue;
            unit.row = static_cast<std::int32_t>(row);
            gap_.byUnit.push_back(unit);
        }
    }
    return std::move(gap_);
}

int daysBetween(Date from, Date to) {
    return to.daysSince1970 - from.daysSince1970;
}

std::span<const GapQuestion> gapQuestions() {
    static constexpr GapQuestion questions[] = {
        villagesWithoutGreenRoute,
        villagesWithoutHardenedAccess,
        loansNeverInspected,
        lateHouses,
        unfinishedOldHouses,
        priorityHouseholdsOffList,
        silentSaturdays,
        modelVillagesWithoutMeeting,
        worksStuckForLand,
        staleVillages,
        lowParticipation,
        lapsedMovements,
        neverInspected,
        loansNotAssessed,
        housesWithUnfinishedItems,
        communesWithoutLaunch,
        worksBehindPlan,
        assetsInPoorCondition,
        labourNotGiven,
        poorHouseholdsNotJoined,
    };
    return questions;
}

GapQuestion gapQuestion(std::string_view gapId) {
    const District nothing = emptyDistrict(0);
    const GapRules rules = shippedGapRules();
    for (const GapQuestion question : gapQuestions()) {
        if (question(nothing, Date::fromYmd(2022, 1, 1), rules).id == gapId) return question;
    }
    return nullptr;
}

std::vector<Gap> findGaps(const District& district, Date asOf) {
    return findGaps(district, asOf, shippedGapRules());
}

std::vector<Gap> findGaps(const District& district, Date asOf, const GapRules& rules) {
    std::vector<Gap> gaps;
    for (const GapQuestion question : gapQuestions()) gaps.push_back(question(district, asOf, rules));
    return gaps;
}

} // namespace banlang
