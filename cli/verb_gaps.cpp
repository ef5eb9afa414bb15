// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/gap_rules.h"
#include "core/analysis/gaps.h"
#include "core/store/rules.h"

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
    return row == notLinked ? std::string{} : std::string(district.table(role).textAt("code", static_cast<std::size_t>(row)));
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

Json unitJson(const District& district, const GapUnitCount& unit) {
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
    for (const GapUnitCount& unit : gap.byUnit) units.push_back(unitJson(district, unit));
    return {{"id", gap.id},
            {"title", gap.title.in(language)},
            {"definition", gap.definition.in(language)},
            {"examined", gap.examined},
            {"count", gap.items.size()},
            {"by_unit", units},
            {"items", items}};
}

void printGap(const Gap& gap, bool withItems, Language language) {
    fmt::print("{:<36} {:>5} / {:<5} {}\n", gap.id, gap.items.size(), gap.examined, gap.title.in(language));
    if (!withItems) return;
    fmt::print("    {}\n", gap.definition.in(language));
    for (const GapItem& item : gap.items) fmt::print("    {:<12} {:<28} {}\n", item.code, item.name, item.reason.in(language));
}

Error unknownGap(const std::string& id, const std::vector<Gap>& gaps) {
    std::string known;
    for (const Gap& gap : gaps) known += fmt::format("{}{}", known.empty() ? "" : ", ", gap.id);
    return {ErrorKind::usage,
            "unknown-gap",
            {fmt::format("Không có câu hỏi “{}”", id), fmt::format("There is no gap “{}”", id)},
            {"Có: " + known, "There are: " + known},
            {}};
}

int runGaps(const GapsArguments& arguments, const CommonOptions& common) {
    const auto district = openStore(arguments.store, common);
    if (!district) return fail(common, district.error());
    const auto asOf = asOfDate(arguments.asOf, **district);
    if (!asOf) return fail(common, asOf.error());
    const auto rules = storedRules(arguments.store);
    if (!rules) return fail(common, rules.error());
    const auto gaps = findGaps(**district, *asOf, gapRules(*rules));
    const bool all = arguments.gap.empty();
    const auto isAsked = [&](const Gap& gap) { return all || gap.id == arguments.gap; };
    if (std::none_of(gaps.begin(), gaps.end(), isAsked)) return fail(common, unknownGap(arguments.gap, gaps));
    Json list = Json::array();
    for (const Gap& gap : gaps) {
        if (!isAsked(gap)) continue;
        if (common.json) {
            list.push_back(gapJson(**district, gap, common.language()));
        } else {
            printGap(gap, !all, common.language());
        }
    }
    if (common.json) printJson("gaps", {{"as_of", toIso(*asOf)}, {"gaps", list}});
    return 0;
}

} // namespace

void addGaps(CommandLine& line) {
    auto arguments = std::make_shared<GapsArguments>();
    CLI::App* verb = line.app.add_subcommand("gaps", "Ai, nơi nào còn sót / who and what is not reached");
    verb->add_option("STORE", arguments->store)->required();
    verb->add_option("--gap", arguments->gap, "Một câu hỏi / one question");
    verb->add_option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    verb->callback([&line, arguments] { line.run = [&line, arguments] { return runGaps(*arguments, line.common); }; });
}

} // namespace banlang::cli
