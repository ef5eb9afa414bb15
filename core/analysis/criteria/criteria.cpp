// SPDX-License-Identifier: MIT
#include "core/analysis/criteria/criteria.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/criteria/criteria_roads.h"
#include "core/analysis/rules/analysis_rules.h"
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

bool isIndicatorNo(const CriteriaSet& set, std::string_view rawText) {
    for (const Criterion& criterion : set.criteria) {
        for (const CriteriaIndicator& indicator : criterion.indicators) {
            if (indicator.no == rawText && indicator.no != criterion.no) return true;
        }
    }
    return false;
}

/// Under which set a result was given; nothing when it names one that is not known.
const CriteriaSet* setOfResult(std::span<const CriteriaSet> sets, std::string_view rawText, Date date) {
    return rawText.empty() ? setInForce(sets, date) : findSet(sets, rawText);
}

/// Criterion or indicator that a record means, by its number in the set; empty when there is none such. Thousands of records say
/// one of a few dozen texts, so each text is understood once.
class Numbers {
public:
    explicit Numbers(const CriteriaSet& set) : set_(set) {}
    const std::string& of(std::string_view rawText) {
        const auto known = known_.find(rawText);
        return known != known_.end() ? known->second : known_.emplace(rawText, found(rawText)).first->second;
    }

private:
    [[nodiscard]] std::string found(std::string_view rawText) const {
        if (isIndicatorNo(set_, rawText)) return std::string(rawText);
        const auto criterion = set_.find(rawText);
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
        const Date date = results.dateAt(fields::criteria.date, row);
        const std::int32_t commune = linkedRow(communeOf, row);
        if (commune == notLinked || date > asOf) continue;
        const std::string_view rawText = results.textAt(fields::criteria.criterion, row);
        const CriteriaSet* ofSet = setOfResult(sets, results.textAt(fields::criteria.setVersion, row), date);
        const bool counts = ofSet != nullptr && ofSet->id == set.id;
        const std::string number = counts ? numbers.of(rawText) : std::string(rawText);
        if (number.empty()) continue;
        LatestResults& own = latest[static_cast<std::size_t>(commune)];
        const auto [found, isNew] = (counts ? own.rowOf : own.ofOtherSets).try_emplace(number, row);
        if (!isNew && date >= results.dateAt(fields::criteria.date, found->second)) found->second = row;
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
        const double year = due.numberAt(fields::criteriaDue.dueYear, row);
        const std::string& number = numbers.of(due.textAt(fields::criteriaDue.criterion, row));
        const CriteriaSet* ofSet = setOfResult(sets, due.textAt(fields::criteriaDue.setVersion, row), asOf);
        const bool named = !due.textAt(fields::criteriaDue.setVersion, row).empty();
        if (commune == notLinked || std::isnan(year) || number.empty() || (named && (ofSet == nullptr || ofSet->id != set.id)))
            continue;
        Allocation& allocation = all[static_cast<std::size_t>(commune)][number];
        if (static_cast<int>(year) < allocation.dueYear) continue;
        allocation = {static_cast<int>(year), std::string(due.textAt(fields::criteriaDue.owner, row))};
    }
    return all;
}

std::optional<double> valueOf(const FeatureTable& results, std::size_t row) {
    const double value = results.numberAt(fields::criteria.value, row);
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

CriterionStatus statusOf(const FeatureTable& results, const LatestResults& latest, const Criterion& criterion) {
    CriterionStatus status;
    const auto found = latest.rowOf.find(criterion.no);
    if (found == latest.rowOf.end()) return status;
    status.state = readCriterionResult(results.textAt(fields::criteria.result, found->second));
    status.value = valueOf(results, found->second);
    status.date = results.dateAt(fields::criteria.date, found->second);
    return status;
}

void addReported(std::vector<RoadRatio>& roads, const FeatureTable& results, const LatestResults& latest) {
    for (RoadRatio& road : roads) {
        const auto found = latest.rowOf.find(road.no);
        if (found == latest.rowOf.end()) continue;
        road.reportedPercent = valueOf(results, found->second);
        road.reportedOn = results.dateAt(fields::criteria.date, found->second);
    }
}

std::vector<CommuneCriteria> criteriaUnder(const CriteriaSet& set, const AnalysisContext& context) {
    const District& district = context.district();
    const std::span<const CriteriaSet> allSets = context.rules().criteriaSets;
    const Date asOf = context.asOf();
    const FeatureTable& communes = district.table(Role::communes);
    const FeatureTable& results = district.table(Role::criteria);
    const auto latest = latestResults(district, set, allSets, asOf);
    const auto allocated = allocations(district, set, allSets, asOf);
    auto roads = roadRatios(context, set);
    std::vector<CommuneCriteria> answer;
    for (std::uint32_t row = 0; row < communes.rowCount; ++row) {
        if (!inForce(communes, row, asOf)) continue;
        CommuneCriteria commune;
        commune.commune = row;
        commune.code = communes.textAt(fields::communes.code, row);
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

Error noSet(std::string_view rawText, std::span<const CriteriaSet> sets) {
    std::string known;
    for (const CriteriaSet& set : sets) known += fmt::format("{}{} ({})", known.empty() ? "" : ", ", set.id, set.decree);
    return {
        ErrorKind::usage,
        "unknown-set",
        {rawText.empty() ? std::string("Ngày này chưa có bộ tiêu chí nào") : fmt::format("Không có bộ tiêu chí “{}”", rawText),
         rawText.empty() ? std::string("No criteria set is in force on this day") : fmt::format("There is no set “{}”", rawText)},
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

CriterionState readCriterionResult(std::string_view rawText) {
    const std::string key = withoutDiacritics(rawText);
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

std::optional<double> RoadRatio::aboveReported() const {
    return reportedPercent && percent ? std::optional(*percent - *reportedPercent) : std::nullopt;
}

std::size_t CommuneCriteria::count(CriterionState state) const {
    return static_cast<std::size_t>(
        std::count_if(criteria.begin(), criteria.end(), [&](const CriterionStatus& status) { return status.state == state; }));
}

Result<std::shared_ptr<const CriteriaAnswer>> communeCriteria(const AnalysisContext& context) {
    constexpr std::size_t ownerBytes = 32;
    return sharedValue(context.kept<Result<CriteriaAnswer>>(
        {"criteria", {.day = true}}, [](const AnalysisContext& asked) { return communeCriteria(asked, {}); },
        [](const Result<CriteriaAnswer>& answer) {
            std::size_t bytes = 0;
            if (!answer) return bytes;
            for (const CommuneCriteria& commune : answer->communes)
                bytes += sizeof(CommuneCriteria) + commune.criteria.size() * (sizeof(CriterionStatus) + ownerBytes) +
                         commune.roads.size() * sizeof(RoadRatio);
            return bytes;
        }));
}

Result<CriteriaAnswer> communeCriteria(const AnalysisContext& context, std::string_view setId) {
    const std::span<const CriteriaSet> sets = context.rules().criteriaSets;
    const CriteriaSet* set = setId.empty() ? setInForce(sets, context.asOf()) : findSet(sets, setId);
    if (set == nullptr || set->level != "commune") return Unexpected(noSet(setId, sets));
    return CriteriaAnswer{*set, criteriaUnder(*set, context)};
}

} // namespace banlang
