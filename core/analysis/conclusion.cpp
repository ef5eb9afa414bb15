// SPDX-License-Identifier: MIT
#include "core/analysis/conclusion.h"

#include "core/analysis/conclusion_parts.h"
#include "core/analysis/gap_rules.h"
#include "core/text/format.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

/// The number behind a name of a headline; nothing: no report.
std::optional<double> namedNumber(const ConclusionFacts& facts, const Gap* gap, const NamedNumbers& numbers,
                                  std::string_view name) {
    const auto own = std::find_if(numbers.begin(), numbers.end(), [&](const auto& number) { return number.first == name; });
    if (own != numbers.end()) return own->second;
    if (gap != nullptr) {
        if (name == "missed") return static_cast<double>(gap->items.size());
        if (name == "examined") return static_cast<double>(gap->examined);
        if (name == "reached") return static_cast<double>(gap->examined - std::min(gap->examined, gap->items.size()));
    }
    const Indicator* const indicator = facts.indicator(name);
    return indicator == nullptr ? std::nullopt : indicator->value;
}

std::string numberText(const ConclusionFacts& facts, std::string_view name, const std::optional<double>& value, Language language) {
    if (!value) return language == Language::vietnamese ? "(chưa có báo cáo)" : "(no report)";
    const Indicator* const indicator = facts.indicator(name);
    const bool decimals = indicator != nullptr && (indicator->unit == "km" || indicator->unit == "t");
    return formatNumber(*value, decimals ? 1 : 0, language);
}

std::string filled(std::string_view pattern, const ConclusionFacts& facts, const Gap* gap, const NamedNumbers& numbers,
                   Language language) {
    std::string text;
    while (!pattern.empty()) {
        const std::size_t open = std::min(pattern.find('{'), pattern.size());
        text += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (pattern.empty()) break;
        const std::size_t close = pattern.find('}');
        const std::string_view name = pattern.substr(1, close - 1);
        text += numberText(facts, name, namedNumber(facts, gap, numbers, name), language);
        pattern.remove_prefix(close + 1);
    }
    return text;
}

AnswerState stateOf(const District& district, std::span<const Role> needs) {
    bool any = false;
    for (const Role role : needs) {
        any = any || district.table(role).rowCount > 0;
        const TableLinks& links = district.linksOf(role);
        const auto placed = [](std::int32_t row) { return row != notLinked; };
        if (std::any_of(links.commune.begin(), links.commune.end(), placed) ||
            std::any_of(links.village.begin(), links.village.end(), placed))
            return AnswerState::answered;
    }
    return any ? AnswerState::notMapped : AnswerState::noRecords;
}

Bilingual whatToImport(std::span<const Role> needs) {
    Bilingual list;
    for (const Role role : needs) {
        const RecordKind& kind = recordKind(role);
        list.vi += fmt::format("{}{} ({})", list.vi.empty() ? "" : ", ", kind.label.vi, kind.id);
        list.en += fmt::format("{}{} ({})", list.en.empty() ? "" : ", ", kind.label.en, kind.id);
    }
    return {fmt::format("Chưa có số liệu; cần nạp: {}", list.vi), fmt::format("No records yet; to import: {}", list.en)};
}

void addFigures(const ConclusionFacts& facts, const AnswerSpec& spec, const Gap* gap, Answer& answer) {
    for (const std::string_view id : spec.indicators) {
        const Indicator* const one = facts.indicator(id);
        if (one != nullptr) answer.figures.push_back({one->label, one->unit, one->value, one->previous, one->target});
    }
    if (gap == nullptr || gap->examined == 0) return;
    answer.figures.push_back({gap->title, "", static_cast<double>(gap->items.size()), {}, {}});
    answer.figures.push_back({{"đã xét", "examined"}, "", static_cast<double>(gap->examined), {}, {}});
}

Answer answerTo(const ConclusionFacts& facts, const AnswerSpec& spec) {
    Answer answer;
    answer.id = spec.id;
    answer.programme = spec.programme;
    answer.statement = spec.statement;
    answer.question = spec.question;
    answer.layer = spec.layer;
    answer.gap = spec.gap;
    answer.needs.assign(spec.needs.begin(), spec.needs.end());
    answer.state = stateOf(facts.district, spec.needs);
    if (answer.state == AnswerState::noRecords) {
        answer.headline = whatToImport(spec.needs);
        return answer;
    }
    const Gap* const gap = facts.gap(spec.gap);
    NamedNumbers numbers;
    addFigures(facts, spec, gap, answer);
    if (spec.fill != nullptr) spec.fill(facts, answer, numbers);
    if (answer.table.columns.empty()) answer.table = communeTable(facts, spec.indicators, spec.gap);
    if (answer.headline.vi.empty()) {
        answer.headline = {filled(spec.headline.vi, facts, gap, numbers, Language::vietnamese),
                           filled(spec.headline.en, facts, gap, numbers, Language::english)};
    }
    if (answer.state == AnswerState::notMapped) {
        answer.headline.vi += "; chưa bản ghi nào nối được với xã, thôn";
        answer.headline.en += "; no record found its commune or village yet";
    }
    return answer;
}

} // namespace

std::string_view id(AnswerState state) {
    static constexpr std::string_view ids[] = {"answered", "no-records", "not-mapped"};
    return ids[static_cast<std::size_t>(state)];
}

const Gap* ConclusionFacts::gap(std::string_view id) const {
    const auto found = std::find_if(gaps.begin(), gaps.end(), [&](const Gap& one) { return !id.empty() && one.id == id; });
    return found == gaps.end() ? nullptr : &*found;
}

const Indicator* ConclusionFacts::indicator(const UnitProgress& unit, std::string_view id) const {
    const auto found =
        std::find_if(unit.indicators.begin(), unit.indicators.end(), [&](const Indicator& one) { return one.id == id; });
    return found == unit.indicators.end() ? nullptr : &*found;
}

std::vector<Answer> conclusionAnswers(const District& district, Date asOf, const std::vector<UnitProgress>& units,
                                      const std::vector<Gap>& gaps, const RuleTexts& rules) {
    const SetAside aside = setAside(district);
    const ConclusionFacts facts{district, asOf, units, gaps, aside, rules};
    std::vector<Answer> answers;
    for (const auto part : {existingAnswers(), weakAnswers(), newRuralAnswers(), homeAnswers()}) {
        for (const AnswerSpec& spec : part) answers.push_back(answerTo(facts, spec));
    }
    return answers;
}

std::vector<Answer> conclusionAnswers(const District& district, Date asOf, std::optional<Date> compareWith,
                                      const RuleTexts& rules) {
    return conclusionAnswers(district, asOf, progress(district, asOf, compareWith), findGaps(district, asOf, gapRules(rules)),
                             rules);
}

} // namespace banlang
