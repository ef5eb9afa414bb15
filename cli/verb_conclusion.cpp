// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/conclusion.h"
#include "core/store/rules.h"
#include "core/text/format.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct ConclusionArguments {
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
    std::string operator()(double value) const {
        return formatNumber(value, value == static_cast<std::int64_t>(value) ? 0 : 1, language);
    }
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
    fmt::print("\n{}\n", line);
    for (const AnswerRow& row : table.rows) {
        line.clear();
        for (const AnswerCell& cell : row.cells) line += (line.empty() ? "" : " | ") + std::visit(CellText{language}, cell);
        fmt::print("{}\n", line);
    }
}

void printAnswer(const Answer& answer, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    fmt::print("{}  {}\n{}\n{}\n\n{}\n", answer.id, programmeLabel(answer.programme).in(language), answer.statement.in(language),
               answer.question.in(language), answer.headline.in(language));
    for (const AnswerFigure& figure : answer.figures) {
        const std::string value =
            figure.value ? CellText{language}(*figure.value) : std::string(vietnamese ? "chưa có báo cáo" : "no report");
        fmt::print("  {:<44} {:>14} {}", figure.label.in(language), value, figure.unit);
        if (figure.target) fmt::print("  {} {}", vietnamese ? "kế hoạch" : "plan", CellText{language}(*figure.target));
        if (figure.previous) fmt::print("  {} {}", vietnamese ? "trước đó" : "before", CellText{language}(*figure.previous));
        fmt::print("\n");
    }
    if (!answer.table.rows.empty()) printTable(answer.table, language);
    if (!answer.layer.empty()) fmt::print("\n{} {}\n", vietnamese ? "Lớp bản đồ:" : "Map layer:", answer.layer);
}

Error unknownAnswer(const std::string& id, const std::vector<Answer>& answers) {
    std::string known;
    for (const Answer& answer : answers) known += fmt::format("{}{}", known.empty() ? "" : ", ", answer.id);
    return {ErrorKind::usage,
            "unknown-answer",
            {fmt::format("Kết luận không có ý “{}”", id), fmt::format("The conclusion has no point “{}”", id)},
            {"Có: " + known, "There are: " + known},
            {}};
}

int runConclusion(const ConclusionArguments& arguments, const CommonOptions& common) {
    const auto district = openStore(arguments.store, common);
    if (!district) return fail(common, district.error());
    const auto asOf = asOfDate(arguments.asOf, **district);
    if (!asOf) return fail(common, asOf.error());
    std::optional<Date> compareWith;
    if (!arguments.compare.empty()) {
        const auto date = asOfDate(arguments.compare, **district);
        if (!date) return fail(common, date.error());
        compareWith = *date;
    }
    const auto rules = storedRules(arguments.store);
    if (!rules) return fail(common, rules.error());
    const auto answers = conclusionAnswers(**district, *asOf, compareWith, *rules);
    const bool all = arguments.id.empty();
    const auto isAsked = [&](const Answer& answer) { return all || answer.id == arguments.id; };
    if (std::none_of(answers.begin(), answers.end(), isAsked)) return fail(common, unknownAnswer(arguments.id, answers));
    Json list = Json::array();
    for (const Answer& answer : answers) {
        if (!isAsked(answer)) continue;
        if (common.json) {
            list.push_back(answerJson(answer, common.language()));
        } else if (all) {
            fmt::print("{:<4} {:<22} {}\n", answer.id, programmeLabel(answer.programme).in(common.language()),
                       answer.headline.in(common.language()));
        } else {
            printAnswer(answer, common.language());
        }
    }
    if (common.json) {
        Json fields = {{"as_of", toIso(*asOf)}};
        if (compareWith) fields["compare"] = toIso(*compareWith);
        fields["answers"] = std::move(list);
        printJson("conclusion", std::move(fields));
    }
    return 0;
}

} // namespace

void addConclusion(CommandLine& line) {
    auto arguments = std::make_shared<ConclusionArguments>();
    CLI::App* verb = line.app.add_subcommand(
        "conclusion", "Trả lời từng ý của kết luận 18/5/2022 / answers to each point of the conclusion of 18/5/2022");
    verb->add_option("STORE", arguments->store)->required();
    verb->add_option("--id", arguments->id, "Một ý: E1-E7, W1-W6, V1-V17 / one point");
    verb->add_option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    verb->add_option("--compare", arguments->compare, "So với ngày / compared with");
    verb->callback([&line, arguments] { line.run = [&line, arguments] { return runConclusion(*arguments, line.common); }; });
}

} // namespace banlang::cli
