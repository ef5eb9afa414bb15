// SPDX-License-Identifier: MIT
#include "core/analysis/criteria/criteria_villages.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/model/as_of.h"

#include <map>

namespace banlang {
namespace {

/// Latest judgement of every item of one village.
using Judgements = std::vector<std::map<std::size_t, std::size_t>>;

Judgements judgements(const District& district, Date asOf, const ModelVillageRules& rules) {
    const FeatureTable& lists = district.table(Role::checklists);
    const auto& villageOf = district.linksOf(Role::checklists).village;
    Judgements latest(district.table(Role::villages).rowCount);
    for (std::size_t row = 0; row < lists.rowCount; ++row) {
        const std::int32_t village = linkedRow(villageOf, row);
        const auto item = rules.find(lists.textAt(fields::checklists.item, row));
        const Date date = lists.dateAt(fields::checklists.date, row);
        if (village == notLinked || !item || date > asOf) continue;
        const auto [found, isNew] = latest[static_cast<std::size_t>(village)].try_emplace(*item, row);
        if (!isNew && date >= lists.dateAt(fields::checklists.date, found->second)) found->second = row;
    }
    return latest;
}

/// Last day of a meeting of each village.
std::vector<Date> lastMeetings(const District& district, Date asOf) {
    const FeatureTable& meetings = district.table(Role::meetings);
    std::vector<Date> last(district.table(Role::villages).rowCount);
    for (std::size_t row = 0; row < meetings.rowCount; ++row) {
        const Date date = meetings.dateAt(fields::meetings.date, row);
        const std::int32_t village = linkedRow(district.linksOf(Role::meetings).village, row);
        if (village == notLinked || date > asOf) continue;
        Date& latest = last[static_cast<std::size_t>(village)];
        if (!latest.known() || date > latest) latest = date;
    }
    return last;
}

void judge(ModelVillageStatus& status, const FeatureTable& lists, const std::map<std::size_t, std::size_t>& latest,
           const ModelVillageRules& rules) {
    double all = 0;
    double met = 0;
    for (std::size_t item = 0; item < rules.items.size(); ++item) {
        all += rules.items[item].weight;
        const auto found = latest.find(item);
        const CriterionState state = found == latest.end()
                                         ? CriterionState::noResult
                                         : readCriterionResult(lists.textAt(fields::checklists.result, found->second));
        if (state != CriterionState::noResult) ++status.judged;
        if (state == CriterionState::met) {
            ++status.met;
            met += rules.items[item].weight;
        } else {
            status.missing.push_back(item);
        }
    }
    status.weightPercent = all > 0 ? met / all * 100 : 0;
    status.passes = status.judged > 0 && status.weightPercent >= rules.passPercent;
}

std::vector<ModelVillageStatus> modelVillagesOf(const AnalysisContext& context) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const ModelVillageRules& rules = context.rules().modelVillages;
    const FeatureTable& villages = district.table(Role::villages);
    const FeatureTable& registrations = district.table(Role::modelVillages);
    const auto latest = judgements(district, asOf, rules);
    std::map<std::size_t, ModelVillageStatus> byVillage;
    for (std::size_t row = 0; row < registrations.rowCount; ++row) {
        const std::int32_t village = linkedRow(district.linksOf(Role::modelVillages).village, row);
        const Date registeredOn = registrations.dateAt(fields::modelVillages.registeredOn, row);
        if (village == notLinked || (registeredOn > asOf && !recognisedOn(registrations, row, asOf))) continue;
        ModelVillageStatus& status = byVillage[static_cast<std::size_t>(village)];
        status.registeredOn = registeredOn;
        if (recognisedOn(registrations, row, asOf))
            status.recognisedOn = registrations.dateAt(fields::modelVillages.recognisedOn, row);
    }
    for (std::size_t village = 0; village < villages.rowCount; ++village) {
        if (!latest[village].empty()) byVillage.try_emplace(village);
    }
    const std::vector<Date> meetings = lastMeetings(district, asOf);
    std::vector<ModelVillageStatus> answer;
    for (auto& [village, status] : byVillage) {
        status.village = static_cast<std::uint32_t>(village);
        status.commune = linkedRow(district.linksOf(Role::villages).commune, village);
        status.code = villages.textAt(fields::villages.code, village);
        status.name = fullName(villages, village);
        status.meetingOn = meetings[village];
        judge(status, district.table(Role::checklists), latest[village], rules);
        answer.push_back(std::move(status));
    }
    return answer;
}

} // namespace

std::shared_ptr<const std::vector<ModelVillageStatus>> modelVillages(const AnalysisContext& context) {
    constexpr std::size_t textBytes = 64; // of name and code
    return context.kept<std::vector<ModelVillageStatus>>(
        {"model-villages", {.day = true}}, modelVillagesOf, [](const std::vector<ModelVillageStatus>& villages) {
            std::size_t bytes = 0;
            for (const ModelVillageStatus& one : villages)
                bytes += sizeof(ModelVillageStatus) + textBytes + one.missing.size() * sizeof(std::size_t);
            return bytes;
        });
}

} // namespace banlang
