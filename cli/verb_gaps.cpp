// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/gaps/gaps.h"
#include "core/base/write_error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct GapsArguments {
    std::string store;
    std::string gap;
    std::string asOf;
};

std::string codeOf(const District& district, Role role, std::int32_t row) {
    return row == notLinked ? std::string{}
                            : std::string(district.table(role).textAt(fields::units.code, static_cast<std::size_t>(row)));
}

Json itemJson(const District& district, const GapItem& item, Language language) {
    return {{"role", recordKind(item.role).id},
            {"code", item.code},
            {"name", item.name},
            {"commune", codeOf(district, Role::communes, item.commune)},
            {"village", codeOf(district, Role::villages, item.village)},
            {"reason", item.reason.in(language)},
            {"at_risk", item.atRisk}};
}

Json unitJson(const District& district, const AdminUnitGapCount& unit) {
    return {{"code", codeOf(district, unit.level, unit.row)},
            {"name", fullName(district.table(unit.level), static_cast<std::size_t>(unit.row))},
            {"level", unit.level == Role::communes ? "commune" : "village"},
            {"count", unit.count},
            {"examined", unit.examined}};
}

Json gapJson(const District& district, const Gap& gap, Language language) {
    Json items = Json::array();
    for (const GapItem& item : gap.items) items.push_back(itemJson(district, item, language));
    Json units = Json::array();
    for (const AdminUnitGapCount& unit : gap.byAdminUnit) units.push_back(unitJson(district, unit));
    return {{"id", gap.id},
            {"title", gap.title.in(language)},
            {"definition", gap.definition.in(language)},
            {"examined", gap.examined},
            {"count", gap.items.size()},
            {"by_unit", units},
            {"items", items}};
}

void printGap(const Gap& gap, bool withItems, Language language) {
    print("{:<36} {:>5} / {:<5} {}\n", gap.id, gap.items.size(), gap.examined, gap.title.in(language));
    if (!withItems) return;
    print("    {}\n", gap.definition.in(language));
    for (const GapItem& item : gap.items) print("    {:<12} {:<28} {}\n", item.code, item.name, item.reason.in(language));
}

Error unknownGap(const std::string& id) {
    std::string known;
    for (const GapQuestion& one : gapQuestions()) known += fmt::format("{}{}", known.empty() ? "" : ", ", one.id);
    return {ErrorKind::usage,
            "unknown-gap",
            {fmt::format("Không có câu hỏi “{}”", id), fmt::format("There is no gap “{}”", id)},
            {"Có: " + known, "There are: " + known},
            {}};
}

int runGaps(const GapsArguments& arguments, const CommonOptions& common) {
    const auto context = analysisContext(arguments.store, common, arguments.asOf);
    if (!context) return fail(common, context.error());
    const bool all = arguments.gap.empty();
    const GapQuestion* const asked = all ? nullptr : gapQuestion(arguments.gap);
    if (!all && asked == nullptr) return fail(common, unknownGap(arguments.gap));
    const Gaps gaps = all ? findGaps(*context) : Gaps{findGap(*context, *asked)};
    if (context->shouldStop()) return fail(common, stoppedError(arguments.store));
    Json list = Json::array();
    for (const auto& gap : gaps) {
        if (common.json) {
            list.push_back(gapJson(context->district(), *gap, common.language()));
        } else {
            printGap(*gap, !all, common.language());
        }
    }
    if (common.json) printJson("gaps", {{"as_of", toIso(context->asOf())}, {"gaps", list}});
    return 0;
}

} // namespace

void addGaps(CommandLine& line) {
    auto arguments = std::make_shared<GapsArguments>();
    VerbOptions verb = line.addVerb("gaps", "Ai, nơi nào còn sót / who and what is not reached");
    verb.option("STORE", arguments->store).required();
    verb.option("--gap", arguments->gap, "Một câu hỏi / one question");
    verb.option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    line.whenChosen(verb, [&line, arguments] { return runGaps(*arguments, line.common); });
}

} // namespace banlang::cli
