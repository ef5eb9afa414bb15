// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/quality/quality.h"
#include "core/base/write_error.h"
#include "core/text/format.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct CheckArguments {
    std::string store;
    std::string rule;
    std::string failOn;
    std::string asOf;
    std::size_t examples = 5;
};

/// What bears a later date than today has not happened. (Other verbs take the last recorded day, which such a date would move.)
Result<Date> checkDate(const std::string& text, const District& district) {
    if (!text.empty()) return asOfDate(text, district);
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return Date{static_cast<std::int32_t>(today.time_since_epoch().count())};
}

Json exampleJson(const QualityExample& example, Language language) {
    return {{"role", recordKind(example.role).id},
            {"row", example.row + 1},
            {"key", example.key},
            {"finding", example.finding.in(language)},
            {"measure", example.measure}};
}

Json ruleJson(const QualityRule& rule, Language language) {
    Json examples = Json::array();
    for (const QualityExample& example : rule.examples) examples.push_back(exampleJson(example, language));
    Json byRole = Json::object();
    for (const RecordKind& kind : recordKinds()) {
        if (rule.countByRole[indexOf(kind.role)] > 0) byRole[std::string(kind.id)] = rule.countByRole[indexOf(kind.role)];
    }
    return {{"id", rule.id},
            {"severity", id(rule.severity)},
            {"title", rule.title.in(language)},
            {"fix", rule.fix.in(language)},
            {"unit", rule.unit},
            {"count", rule.count},
            {"by_role", byRole},
            {"examples", examples}};
}

std::string_view severityWord(QualitySeverity severity, Language language) {
    static constexpr Label words[] = {{"lưu ý", "note"}, {"cảnh báo", "warning"}, {"lỗi", "error"}};
    return words[static_cast<std::size_t>(severity)].in(language);
}

void printRule(const QualityRule& rule, Language language) {
    print("{:<26} {:>9}  {:<8}  {}\n", rule.id, formatNumber(static_cast<double>(rule.count), 0, language),
          severityWord(rule.severity, language), rule.title.in(language));
    for (const QualityExample& example : rule.examples) {
        print("    {} {}: {}\n", recordKind(example.role).label.in(language), example.key, example.finding.in(language));
    }
    if (rule.count > 0) print("    -> {}\n", rule.fix.in(language));
}

bool gateFails(const std::vector<QualityRule>& rules, const std::string& failOn) {
    if (failOn.empty()) return false;
    const auto least = failOn == "warn" ? QualitySeverity::warning : QualitySeverity::error;
    return std::any_of(rules.begin(), rules.end(),
                       [&](const QualityRule& rule) { return rule.count > 0 && rule.severity >= least; });
}

Error unknownRule(const std::string& id) {
    std::string known;
    for (const std::string_view one : qualityRuleIds()) known += fmt::format("{}{}", known.empty() ? "" : ", ", one);
    return {ErrorKind::usage,
            "unknown-rule",
            {fmt::format("Không có quy tắc “{}”", id), fmt::format("There is no rule “{}”", id)},
            {"Có: " + known, "There are: " + known},
            {}};
}

int runCheck(const CheckArguments& arguments, const CommonOptions& common) {
    const auto ids = qualityRuleIds();
    if (!arguments.rule.empty() && std::find(ids.begin(), ids.end(), arguments.rule) == ids.end())
        return fail(common, unknownRule(arguments.rule));
    const auto district = openStore(arguments.store, common);
    if (!district) return fail(common, district.error());
    const auto asOf = checkDate(arguments.asOf, **district);
    if (!asOf) return fail(common, asOf.error());
    const auto context = analysisContext(arguments.store, *district, toIso(*asOf));
    if (!context) return fail(common, context.error());
    const auto rules = checkQuality(*context, {arguments.examples, arguments.rule});
    if (context->shouldStop()) return fail(common, stoppedError(arguments.store));
    const bool failed = gateFails(rules, arguments.failOn);
    if (common.json) {
        Json list = Json::array();
        for (const QualityRule& rule : rules) list.push_back(ruleJson(rule, common.language()));
        Json fields = {{"as_of", toIso(*asOf)}, {"rules", list}};
        if (!arguments.failOn.empty()) fields["gate"] = failed ? "failed" : "passed";
        printJson("check", fields);
    } else {
        for (const QualityRule& rule : rules) printRule(rule, common.language());
    }
    if (!failed) return 0;
    say(common, {"Không đạt ngưỡng chất lượng --fail-on " + arguments.failOn,
                 "The quality gate --fail-on " + arguments.failOn + " was not passed"});
    return static_cast<int>(ErrorKind::qualityGate);
}

} // namespace

void addCheck(CommandLine& line) {
    auto arguments = std::make_shared<CheckArguments>();
    VerbOptions verb = line.addVerb("check", "Kiểm tra chất lượng dữ liệu / data-quality report");
    verb.option("STORE", arguments->store).required();
    verb.option("--fail-on", arguments->failOn, "Mã thoát 4 khi có lỗi từ mức này / exit 4 from this severity on: warn | error")
        .oneOf({"warn", "error"});
    verb.option("--rule", arguments->rule, "Một quy tắc / one rule");
    verb.option("--examples", arguments->examples, "Số ví dụ mỗi quy tắc / examples per rule").showDefault();
    verb.option("--as-of", arguments->asOf, "Tính đến ngày; mặc định hôm nay / as of; today by default");
    line.whenChosen(verb, [&line, arguments] { return runCheck(*arguments, line.common); });
}

} // namespace banlang::cli
