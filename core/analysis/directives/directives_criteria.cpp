// SPDX-License-Identifier: MIT
#include "core/analysis/criteria/criteria.h"
#include "core/analysis/criteria/criteria_villages.h"
#include "core/analysis/directives/directive_parts.h"
#include "core/analysis/ranking/commune_ranking.h"
#include "core/analysis/rules/analysis_rules.h"

#include <algorithm>

namespace banlang {
namespace {

constexpr AnswerColumn communeColumn{"commune", {"xã", "commune"}, ""};
constexpr AnswerColumn codeColumn{"code", {"mã", "code"}, ""};

/// Says in words why there is nothing; the answer keeps what records alone can tell.
void sayError(const Error& error, Answer& answer) {
    answer.headline = error.message;
}

} // namespace

void fillCriteria(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    const auto answered = communeCriteria(facts.context);
    if (!answered) return sayError(answered.error(), answer);
    const auto& found = *answered;
    const int year = toYmd(facts.asOf).year;
    const auto total = static_cast<double>(found->set.criteria.size());
    answer.table.columns = {communeColumn,
                            codeColumn,
                            {"met", {"đạt", "met"}, ""},
                            {"not_lasting", {"đạt chưa bền vững", "met, not lasting"}, ""},
                            {"not_met", {"chưa đạt", "not met"}, ""},
                            {"no_result", {"chưa đánh giá", "not assessed"}, ""},
                            {"due_not_met", {"đến hạn năm nay chưa đạt", "due and not met"}, ""}};
    double met = 0;
    double due = 0;
    for (const CommuneCriteria& commune : found->communes) {
        const auto count = [&](CriterionState state) { return static_cast<double>(commune.count(state)); };
        const auto dueHere = static_cast<double>(std::count_if(commune.criteria.begin(), commune.criteria.end(),
                                                               [&](const CriterionStatus& one) { return one.dueNotMet(year); }));
        met += count(CriterionState::met);
        due += dueHere;
        answer.table.rows.push_back(
            {Role::communes,
             static_cast<std::int32_t>(commune.commune),
             {nameCell(commune.name), nameCell(commune.code), count(CriterionState::met), count(CriterionState::metNotLasting),
              count(CriterionState::notMet), count(CriterionState::noResult), dueHere}});
    }
    numbers = {{"met", met}, {"of", total * static_cast<double>(found->communes.size())}, {"due", due}};
    answer.figures.push_back({{"Tiêu chí đến hạn chưa đạt", "Criteria due and not met"}, "", due, {}, {}});
}

void fillCommuneRanking(const DirectiveFacts& facts, Answer& answer, NamedNumbers& /*numbers*/) {
    const auto ranked = communeRanking(facts.context);
    if (!ranked) return sayError(ranked.error(), answer);
    const auto& ranking = *ranked;
    answer.table.columns = {{"rank", {"hạng", "rank"}, ""}, communeColumn, codeColumn, {"score", {"điểm", "score"}, ""}};
    std::string first;
    for (const CommuneRankingRow& row : ranking->rows) {
        if (row.rank == 1 && row.score) first += (first.empty() ? "" : ", ") + row.name;
        answer.table.rows.push_back(
            {Role::communes,
             static_cast<std::int32_t>(row.commune),
             {static_cast<double>(row.rank), nameCell(row.name), nameCell(row.code), numberCell(row.score)}});
    }
    if (!first.empty()) answer.headline = {"Dẫn đầu thi đua: " + first, "First in emulation: " + first};
}

void fillChecklists(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) {
    const auto villages = modelVillages(facts.context);
    const auto items = static_cast<double>(facts.context.rules().modelVillages.items.size());
    answer.table.columns = {communeColumn,
                            {"village", {"thôn", "village"}, ""},
                            codeColumn,
                            {"met", {"mục đạt", "items met"}, ""},
                            {"judged", {"mục đã chấm", "items judged"}, ""},
                            {"items", {"số mục", "items"}, ""},
                            {"weight_percent", {"điểm đạt", "share met"}, "percent"},
                            {"registered_on", {"ngày đăng ký", "registered on"}, ""},
                            {"recognised_on", {"ngày công nhận", "recognised on"}, ""},
                            {"meeting_on", {"họp dân gần nhất", "last meeting"}, ""}};
    double passing = 0;
    for (const ModelVillageStatus& one : *villages) {
        passing += one.passes ? 1 : 0;
        answer.table.rows.push_back({Role::villages,
                                     static_cast<std::int32_t>(one.village),
                                     {communeCell(facts, Role::villages, one.village), nameCell(one.name), nameCell(one.code),
                                      static_cast<double>(one.met), static_cast<double>(one.judged), items, one.weightPercent,
                                      dateCell(one.registeredOn), dateCell(one.recognisedOn), dateCell(one.meetingOn)}});
    }
    numbers = {{"passing", passing}, {"followed", static_cast<double>(villages->size())}};
    answer.figures.push_back({{"Thôn đạt bộ tiêu chí", "Villages that meet the checklist"}, "", passing, {}, {}});
}

} // namespace banlang
