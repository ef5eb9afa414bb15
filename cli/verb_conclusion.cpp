// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/directives/directives.h"
#include "core/base/write_error.h"
#include "core/text/format.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct DirectiveArguments {
    std::string store;
    std::string id;
    std::string asOf;
    std::string compare;
};

Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

struct CellJson {
    Language language;
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(double value) const { return value; }
    Json operator()(const Bilingual& text) const { return text.in(language); }
    Json operator()(Date date) const { return toIso(date); }
};

struct CellText {
    Language language;
    std::string operator()(std::monostate) const { return "–"; }
    std::string operator()(double value) const { return formatNumber(value, value == std::trunc(value) ? 0 : 1, language); }
    std::string operator()(const Bilingual& text) const { return text.in(language); }
    std::string operator()(Date date) const { return formatDate(date, language); }
};

Json figureJson(const AnswerFigure& figure, Language language) {
    Json entry = {{"label", figure.label.in(language)}, {"unit", figure.unit}, {"value", orNull(figure.value)}};
    if (figure.previous) entry["previous"] = *figure.previous;
    if (figure.target) entry["target"] = *figure.target;
    return entry;
}

Json tableJson(const AnswerTable& table, Language language) {
    Json columns = Json::array();
    for (const AnswerColumn& column : table.columns)
        columns.push_back({{"id", column.id}, {"label", column.label.in(language)}, {"unit", column.unit}});
    Json rows = Json::array();
    for (const AnswerRow& row : table.rows) {
        Json cells = Json::array();
        for (const AnswerCell& cell : row.cells) cells.push_back(std::visit(CellJson{language}, cell));
        rows.push_back({{"role", recordKind(row.role).id},
                        {"row", row.row == notLinked ? Json(nullptr) : Json(row.row + 1)},
                        {"cells", std::move(cells)}});
    }
    return {{"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

Json answerJson(const Answer& answer, Language language) {
    Json figures = Json::array();
    for (const AnswerFigure& figure : answer.figures) figures.push_back(figureJson(figure, language));
    Json needs = Json::array();
    for (const Role role : answer.needs) needs.push_back(recordKind(role).id);
    return {{"id", answer.id},
            {"programme", programmeId(answer.programme)},
            {"statement", answer.statement.in(language)},
            {"question", answer.question.in(language)},
            {"state", id(answer.state)},
            {"headline", answer.headline.in(language)},
            {"figures", std::move(figures)},
            {"table", tableJson(answer.table, language)},
            {"layer", answer.layer},
            {"gap", answer.gap},
            {"needs", std::move(needs)}};
}

void printTable(const AnswerTable& table, Language language) {
    std::string line;
    for (const AnswerColumn& column : table.columns)
        line += fmt::format("{}{}{}", line.empty() ? "" : " | ", column.label.in(language),
                            column.unit.empty() ? "" : fmt::format(" ({})", column.unit));
    print("\n{}\n", line);
    for (const AnswerRow& row : table.rows) {
        line.clear();
        for (const AnswerCell& cell : row.cells) line += (line.empty() ? "" : " | ") + std::visit(CellText{language}, cell);
        print("{}\n", line);
    }
}

void printAnswer(const Answer& answer, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    print("{}  {}\n{}\n{}\n\n{}\n", answer.id, programmeLabel(answer.programme).in(language), answer.statement.in(language),
          answer.question.in(language), answer.headline.in(language));
    for (const AnswerFigure& figure : answer.figures) {
        const std::string value =
            figure.value ? CellText{language}(*figure.value) : std::string(vietnamese ? "chưa có báo cáo" : "no report");
        print("  {:<44} {:>14} {}", figure.label.in(language), value, figure.unit);
        if (figure.target) print("  {} {}", vietnamese ? "kế hoạch" : "plan", CellText{language}(*figure.target));
        if (figure.previous) print("  {} {}", vietnamese ? "trước đó" : "before", CellText{language}(*figure.previous));
        print("\n");
    }
    if (!answer.table.rows.empty()) printTable(answer.table, language);
    if (!answer.layer.empty()) print("\n{} {}\n", vietnamese ? "Lớp bản đồ:" : "Map layer:", answer.layer);
}

Error unknownAnswer(const std::string& id) {
    std::string known;
    for (const DirectivePoint& point : directivePoints()) known += fmt::format("{}{}", known.empty() ? "" : ", ", point.id);
    return {ErrorKind::usage,
            "unknown-answer",
            {fmt::format("Kết luận không có ý “{}”", id), fmt::format("The conclusion has no point “{}”", id)},
            {"Có: " + known, "There are: " + known},
            {}};
}

int runDirective(const DirectiveArguments& arguments, const CommonOptions& common) {
    const auto context = analysisContext(arguments.store, common, arguments.asOf, arguments.compare);
    if (!context) return fail(common, context.error());
    const bool all = arguments.id.empty();
    std::vector<Answer> answers;
    for (const DirectivePoint& point : directivePoints()) {
        if (all || point.id == arguments.id) answers.push_back(directiveAnswer(*context, point));
        if (context->shouldStop()) return fail(common, stoppedError(arguments.store));
    }
    if (answers.empty()) return fail(common, unknownAnswer(arguments.id));
    Json list = Json::array();
    for (const Answer& answer : answers) {
        if (common.json) {
            list.push_back(answerJson(answer, common.language()));
        } else if (all) {
            print("{:<4} {:<22} {}\n", answer.id, programmeLabel(answer.programme).in(common.language()),
                  answer.headline.in(common.language()));
        } else {
            printAnswer(answer, common.language());
        }
    }
    if (common.json) {
        Json fields = {{"as_of", toIso(context->asOf())}};
        if (const auto day = context->compareWith()) fields["compare"] = toIso(*day);
        fields["answers"] = std::move(list);
        printJson("conclusion", fields);
    }
    return 0;
}

} // namespace

void addConclusion(CommandLine& line) {
    auto arguments = std::make_shared<DirectiveArguments>();
    VerbOptions verb =
        line.addVerb("conclusion", "Trả lời từng ý của kết luận 18/5/2022 / answers to each point of the conclusion of 18/5/2022");
    verb.option("STORE", arguments->store).required();
    verb.option("--id", arguments->id, "Một ý: E1-E7, W1-W6, V1-V17 / one point");
    verb.option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    verb.option("--compare", arguments->compare, "So với ngày / compared with");
    line.whenChosen(verb, [&line, arguments] { return runDirective(*arguments, line.common); });
}

} // namespace banlang::cli
