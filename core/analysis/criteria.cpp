// SPDX-License-Identifier: MIT
#include "core/analysis/criteria.h"

#include "core/analysis/criteria_roads.h"
#include "core/model/as_of.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace banlang {
namespace {

struct StateInfo {
    std::string_view id;
    Label label;
};
constexpr std::array<StateInfo, criterionStateCount> stateInfos{{
    {"met", {"đạt", "met"}},
    {"not_lasting", {"đạt nhưng chưa bền vững", "met, not lasting"}},
    {"not_met", {"chưa đạt", "not met"}},
    {"no_result", {"chưa có kết quả", "no result"}},
}};

/// The last result of one commune for one criterion or indicator of the set.
struct LatestResults {
    std::map<std::string, std::size_t, std::less<>> rowOf; ///< by criterion as said
    std::map<std::string, std::size_t, std::less<>> ofOtherSets;
};

bool isIndicatorNo(const CriteriaSet& set, std::string_view said) {
    for (const Criterion& criterion : set.criteria) {
        for (const CriteriaIndicator& indicator : criterion.indicators) {
            if (indicator.no == said && indicator.no != criterion.no) return true;
        }
    }
    return false;
}

/// Under which set a result was given; nothing when it names one that is not known.
const CriteriaSet* setOfResult(std::span<const CriteriaSet> sets, std::string_view said, Date date) {
    return said.empty() ? setInForce(sets, date) : findSet(sets, said);
}

/// Criterion or indicator that a record means, by its number in the set; empty when there is none such. Thousands of records say
/// one of a few dozen texts, so each text is understood once.
class Numbers {
public:
    explicit Numbers(const CriteriaSet& set) : set_(set) {}
    const std::string& of(std::string_view said) {
        const auto known = known_.find(said);
        return known != known_.end() ? known->second : known_.emplace(said, found(said)).first->second;
    }

private:
    [[nodiscard]] std::string found(std::string_view said) const {
        if (isIndicatorNo(set_, said)) return std::string(said);
        const auto criterion = set_.find(said);
        return criterion ? set_.criteria[*criterion].no : std::string{};
    }
    const CriteriaSet& set_;
    std::map<std::string, std::string, std::less<>> known_;
};

std::vector<LatestResults> latestResults(const District& district, const CriteriaSet& set, std::span<const CriteriaSet> sets,
                                         Date asOf) {
    const FeatureTable& results = district.table(Role::criteria);
    const auto& communeOf = district.linksOf(Role::criteria).commune;
    std::vector<LatestResults> latest(district.table(Role::communes).rowCount);
    Numbers numbers(set);
    for (std::size_t row = 0; row < results.rowCount; ++row) {
        const Date date = results.dateAt("date", row);
        const std::int32_t commune = linkedRow(communeOf, row);
        if (commune == notLinked || date > asOf) continue;
        const std::string_view said = results.textAt("criterion", row);
        const CriteriaSet* ofSet = setOfResult(sets, results.textAt("set_version", row), date);
        const bool counts = ofSet != nullptr && ofSet->id == set.id;
        const std::string number = counts ? numbers.of(said) : std::string(said);
        if (number.empty()) continue;
        LatestResults& own = latest[static_cast<std::size_t>(commune)];
        const auto [found, isNew] = (counts ? own.rowOf : own.ofOtherSets).try_emplace(number, row);
        if (!isNew && date >= results.dateAt("date", found->second)) found->second = row;
    }
    return latest;
}

struct Allocation {
    int dueYear = 0;
    std::string owner;
};
using Allocations = std::vector<std::map<std::string, Allocation, std::less<>>>; ///< by row of commune and number

Allocations allocations(const District& district, const CriteriaSet& set, std::span<const CriteriaSet> sets, Date asOf) {
    const FeatureTable& due = district.table(Role::criteriaDue);
    const auto& communeOf = district.linksOf(Role::criteriaDue).commune;
    Allocations all(district.table(Role::communes).rowCount);
    Numbers numbers(set);
    for (std::size_t row = 0; row < due.rowCount; ++row) {
        const std::int32_t commune = linkedRow(communeOf, row);
        const double year = due.numberAt("due_year", row);
        const std::string& number = numbers.of(due.textAt("criterion", row));
        const CriteriaSet* ofSet = setOfResult(sets, due.textAt("set_version", row), asOf);
        const bool named = !due.textAt("set_version", row).empty();
        if (commune == notLinked || std::isnan(year) || number.empty() || (named && (ofSet == nullptr || ofSet->id != set.id)))
            continue;
        Allocation& allocation = all[static_cast<std::size_t>(commune)][number];
        if (static_cast<int>(year) < allocation.dueYear) continue;
        allocation = {static_cast<int>(year), std::string(due.textAt("owner", row))};
    }
    return all;
}

std::optional<double> valueOf(const FeatureTable& results, std::size_t row) {
    const double value = results.numberAt("value", row);
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

CriterionStatus statusOf(const FeatureTable& results, const LatestResults& latest, const Criterion& criterion) {
    CriterionStatus status;
    const auto found = latest.rowOf.find(criterion.no);
    if (found == latest.rowOf.end()) return status;
    status.state = readCriterionResult(results.textAt("result", found->second));
    status.value = valueOf(results, found->second);
    status.date = results.dateAt("date", found->second);
    return status;
}

void addReported(std::vector<RoadRatio>& roads, const FeatureTable& results, const LatestResults& latest) {
    for (RoadRatio& road : roads) {
        const auto found = latest.rowOf.find(road.no);
        if (found == latest.rowOf.end()) continue;
        road.reportedPercent = valueOf(results, found->second);
        road.reportedOn = results.dateAt("date", found->second);
    }
}

Error noSet(std::string_view said, std::span<const CriteriaSet> sets) {
    std::string known;
    for (const CriteriaSet& set : sets) known += fmt::format("{}{} ({})", known.empty() ? "" : ", ", set.id, set.decree);
    return {ErrorKind::usage,
            "unknown-set",
            {said.empty() ? std::string("Ngày này chưa có bộ tiêu chí nào") : fmt::format("Không có bộ tiêu chí “{}”", said),
             said.empty() ? std::string("No criteria set is in force on this day") : fmt::format("There is no set “{}”", said)},
            {fmt::format("Có: {}", known), fmt::format("There are: {}", known)},
            {}};
}

} // namespace

Label label(CriterionState state) {
    return stateInfos[static_cast<std::size_t>(state)].label;
}

std::string_view id(CriterionState state) {
    return stateInfos[static_cast<std::size_t>(state)].id;
}

CriterionState readCriterionResult(std::string_view said) {
    const std::string key = accentFree(said);
    const auto holds = [&](std::string_view word) { return key.find(word) != std::string::npos; };
    if (key.empty()) return CriterionState::noResult;
    if (holds("ben vung") || holds("not lasting")) return CriterionState::metNotLasting;
    if (holds("chua") || holds("khong") || holds("not") || key == "0" || key == "no") return CriterionState::notMet;
    if (holds("dat") || holds("met") || key == "x" || key == "1" || key == "yes" || key == "co") return CriterionState::met;
    return CriterionState::noResult;
}

bool CriterionStatus::dueNotMet(int year) const {
    const bool open = state == CriterionState::notMet || state == CriterionState::noResult;
    return open && dueYear && *dueYear <= year;
}

std::size_t CommuneCriteria::count(CriterionState state) const {
    return static_cast<std::size_t>(
        std::count_if(criteria.begin(), criteria.end(), [&](const CriterionStatus& status) { return status.state == state; }));
}

std::vector<CommuneCriteria> communeCriteria(const District& district, const CriteriaSet& set, std::span<const CriteriaSet> allSets,
                                             Date asOf) {
    const FeatureTable& communes = district.table(Role::communes);
    const FeatureTable& results = district.table(Role::criteria);
    const auto latest = latestResults(district, set, allSets, asOf);
    const auto allocated = allocations(district, set, allSets, asOf);
    auto roads = roadRatios(district, set, asOf);
    std::vector<CommuneCriteria> answer;
    for (std::uint32_t row = 0; row < communes.rowCount; ++row) {
        if (!inForce(communes, row, asOf)) continue;
        CommuneCriteria commune;
        commune.commune = row;
        commune.code = communes.textAt("code", row);
        commune.name = fullName(communes, row);
        for (const Criterion& criterion : set.criteria) {
            CriterionStatus status = statusOf(results, latest[row], criterion);
            if (const auto due = allocated[row].find(criterion.no); due != allocated[row].end()) {
                status.dueYear = due->second.dueYear;
                status.owner = due->second.owner;
            }
            commune.criteria.push_back(std::move(status));
        }
        commune.roads = std::move(roads[row]);
        addReported(commune.roads, results, latest[row]);
        commune.otherSetResults = latest[row].ofOtherSets.size();
        answer.push_back(std::move(commune));
    }
    return answer;
}

Result<CriteriaAnswer> communeCriteria(const District& district, Date asOf, const RuleTexts& rules, std::string_view setId) {
    BANLANG_TRY(sets, criteriaSets(rules));
    const CriteriaSet* set = setId.empty() ? setInForce(sets, asOf) : findSet(sets, setId);
    if (set == nullptr || set->level != "commune") return Unexpected(noSet(setId, sets));
    return CriteriaAnswer{*set, communeCriteria(district, *set, sets, asOf)};
}

} // namespace banlang
