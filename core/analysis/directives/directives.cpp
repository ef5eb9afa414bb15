// SPDX-License-Identifier: MIT
#include "core/analysis/directives/directives.h"

#include "core/analysis/directives/directive_parts.h"
#include "core/text/format.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

/// The number behind a name of a headline; nothing: no report.
std::optional<double> namedNumber(const DirectiveFacts& facts, const Gap* gap, const NamedNumbers& numbers, std::string_view name) {
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

std::string numberText(const DirectiveFacts& facts, std::string_view name, const std::optional<double>& value, Language language) {
    if (!value) return language == Language::vietnamese ? "(chưa có báo cáo)" : "(no report)";
    const Indicator* const indicator = facts.indicator(name);
    const bool decimals = indicator != nullptr && (indicator->unit == "km" || indicator->unit == "t");
    return formatNumber(*value, decimals ? 1 : 0, language);
}

std::string filled(std::string_view pattern, const DirectiveFacts& facts, const Gap* gap, const NamedNumbers& numbers,
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

void addFigures(const DirectiveFacts& facts, const DirectivePoint& point, const Gap* gap, Answer& answer) {
    for (const std::string_view id : point.indicators) {
        const Indicator* const one = facts.indicator(id);
        if (one != nullptr) answer.figures.push_back({one->label, one->unit, one->value, one->previous, one->target});
    }
    if (gap == nullptr || gap->examined == 0) return;
    answer.figures.push_back({gap->title, "", static_cast<double>(gap->items.size()), {}, {}});
    answer.figures.push_back({{"đã xét", "examined"}, "", static_cast<double>(gap->examined), {}, {}});
}

Answer answerTo(const DirectiveFacts& facts, const DirectivePoint& point) {
    Answer answer;
    answer.id = point.id;
    answer.programme = point.programme;
    answer.statement = point.statement;
    answer.question = point.question;
    answer.layer = point.layer;
    answer.gap = point.gap;
    answer.needs.assign(point.needs.begin(), point.needs.end());
    answer.state = stateOf(facts.district, point.needs);
    if (answer.state == AnswerState::noRecords) {
        answer.headline = whatToImport(point.needs);
        return answer;
    }
    const auto sharedGap = facts.gap(point.gap);
    const Gap* const gap = sharedGap.get();
    NamedNumbers numbers;
    addFigures(facts, point, gap, answer);
    if (point.fill != nullptr) point.fill(facts, answer, numbers);
    if (answer.table.columns.empty()) answer.table = communeTable(facts, point.indicators, point.gap);
    if (answer.headline.vi.empty()) {
        answer.headline = {filled(point.headline.vi, facts, gap, numbers, Language::vietnamese),
                           filled(point.headline.en, facts, gap, numbers, Language::english)};
    }
    if (answer.state == AnswerState::notMapped) {
        answer.headline.vi += "; chưa bản ghi nào nối được với xã, thôn";
        answer.headline.en += "; no record found its commune or village yet";
    }
    return answer;
}

std::vector<Answer> answersTo(const AnalysisContext& context) {
    const DirectiveFacts facts(context);
    std::vector<Answer> answers;
    for (const DirectivePoint& point : directivePoints()) {
        if (context.shouldStop()) break;
        answers.push_back(answerTo(facts, point));
    }
    return answers;
}

std::size_t bytesOf(const std::vector<Answer>& answers) {
    std::size_t bytes = 0;
    for (const Answer& answer : answers) {
        bytes += sizeof(Answer) + answer.figures.size() * sizeof(AnswerFigure);
        for (const AnswerRow& row : answer.table.rows) bytes += sizeof(AnswerRow) + row.cells.size() * sizeof(AnswerCell);
    }
    return bytes;
}

} // namespace

std::string_view id(AnswerState state) {
    static constexpr std::string_view ids[] = {"answered", "no-records", "not-mapped"};
    return ids[static_cast<std::size_t>(state)];
}

DirectiveFacts::DirectiveFacts(const AnalysisContext& asked)
    : context(asked), district(asked.district()), asOf(asked.asOf()), sharedUnits(progress(asked)),
      sharedExcludedRecords(excludedRecords(asked)), units(*sharedUnits), excluded(*sharedExcludedRecords) {}

std::shared_ptr<const Gap> DirectiveFacts::gap(std::string_view id) const {
    const GapQuestion* const question = gapQuestion(id);
    return question == nullptr ? nullptr : findGap(context, *question);
}

const Indicator* DirectiveFacts::indicator(const AdminUnitProgress& unit, std::string_view id) const {
    const auto found =
        std::find_if(unit.indicators.begin(), unit.indicators.end(), [&](const Indicator& one) { return one.id == id; });
    return found == unit.indicators.end() ? nullptr : &*found;
}

std::span<const DirectivePoint> directivePoints() {
    static const std::vector<DirectivePoint> points = [] {
        std::vector<DirectivePoint> all;
        for (const auto part : {existingPoints(), weakPoints(), newRuralPoints(), homePoints()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return points;
}

Answer directiveAnswer(const AnalysisContext& context, const DirectivePoint& point) {
    return answerTo(DirectiveFacts(context), point);
}

std::shared_ptr<const std::vector<Answer>> directiveAnswers(const AnalysisContext& context) {
    return context.kept<std::vector<Answer>>({"conclusion", {.day = true, .compareDay = true}}, answersTo, bytesOf);
}

} // namespace banlang
