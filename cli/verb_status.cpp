// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/progress/progress.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/base/write_error.h"
#include "core/link/find_admin_unit.h"
#include "core/report/figure_units.h"
#include "core/report/indicator_figures.h"
#include "core/text/format.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct StatusArguments {
    std::string store;
    std::string asOf;
    std::string compare;
    std::string unit;
};

std::string_view levelId(AdminLevel level) {
    switch (level) {
    case AdminLevel::district:
        return "district";
    case AdminLevel::commune:
        return "commune";
    case AdminLevel::village:
        return "village";
    }
    return "";
}

Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json programmesJson(const AdminUnitProgress& unit, Date asOf) {
    Json programmes = Json::object();
    for (std::size_t i = 0; i < programmeCount; ++i) {
        const Date last = unit.lastReport[i];
        const auto days = daysSinceReport(unit, static_cast<Programme>(i), asOf);
        programmes[std::string(programmeId(static_cast<Programme>(i)))] = {
            {"last_report", last.known() ? Json(toIso(last)) : Json(nullptr)}, {"days_since", days ? Json(*days) : Json(nullptr)}};
    }
    return programmes;
}

Json excludedRecordsJson(const ExcludedRecords& excluded) {
    Json groups = Json::array();
    for (const ExcludedRecordGroup& group : excluded.groups) {
        Json rows = Json::array();
        for (const std::uint32_t row : group.rows) rows.push_back(row + 1);
        Json entry = {{"rule", group.rule}, {"role", recordKind(group.role).id}, {"records", group.rows.size()}};
        if (group.amount) entry["amount"] = *group.amount;
        if (group.amount) entry["unit"] = group.unit;
        entry["rows"] = std::move(rows);
        groups.push_back(std::move(entry));
    }
    return groups;
}

void printExcludedRecords(const ExcludedRecords& excluded, Language language) {
    if (excluded.groups.empty()) return;
    const bool vietnamese = language == Language::vietnamese;
    print("{} {}\n", excluded.recordCount(),
          vietnamese ? "bản ghi để riêng, không cộng (xem banlang check):" : "records set aside, in no sum (see banlang check):");
    for (const ExcludedRecordGroup& group : excluded.groups) {
        print("      {} {}: {}", group.rows.size(), recordKind(group.role).label.in(language), group.title.in(language));
        if (group.amount) print(" ({} {})", formatNumber(*group.amount, 0, language), group.unit);
        print("\n");
    }
}

Json unitJson(const AdminUnitProgress& unit, Date asOf, Language language) {
    Json indicators = Json::object();
    for (const Indicator& indicator : unit.indicators) {
        const IndicatorFigure figure = indicatorFigure(indicator, Audience::workingGroup);
        Json entry = {{"label", figure.label.in(language)}, {"unit", figure.unit}, {"value", orNull(indicator.value)}};
        if (figure.target) entry["target"] = *figure.target;
        if (figure.percentOfTarget) entry["percent"] = *figure.percentOfTarget;
        if (figure.previous) entry["previous"] = *figure.previous;
        if (figure.change) entry["change"] = *figure.change;
        indicators[std::string(indicator.id)] = std::move(entry);
    }
    return {{"code", unit.code},
            {"name", unit.name},
            {"level", levelId(unit.level)},
            {"parent", unit.parentCode},
            {"last_activity", unit.lastActivity.known() ? Json(toIso(unit.lastActivity)) : Json(nullptr)},
            {"programmes", programmesJson(unit, asOf)},
            {"indicators", indicators}};
}

/// A commune with its villages, or one village.
bool wanted(const AdminUnitProgress& unit, const std::optional<AdminUnitRef>& asked, const District& district) {
    if (!asked) return true;
    const auto row = static_cast<std::int32_t>(asked->row);
    const bool village = unit.level == AdminLevel::village;
    if (asked->role == Role::villages) return village && unit.row == row;
    if (!village) return unit.level == AdminLevel::commune && unit.row == row;
    return linkedRow(district.linksOf(Role::villages).commune, static_cast<std::size_t>(unit.row)) == row;
}

void printUnit(const AdminUnitProgress& unit, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    const std::string_view name =
        unit.level == AdminLevel::district && unit.name.empty() ? neutralWords().whole.in(language) : std::string_view(unit.name);
    print("{}{}  {}\n", unit.level == AdminLevel::village ? "    " : "", name, unit.code);
    for (std::size_t i = 0; i < programmeCount && unit.level != AdminLevel::village; ++i) {
        const Date last = unit.lastReport[i];
        const std::string none = vietnamese ? "chưa có báo cáo" : "no report";
        const std::string since = fmt::format("{} {}", vietnamese ? "báo cáo cuối" : "last report", formatDate(last, language));
        print("      {:<34} {}\n", programmeLabel(static_cast<Programme>(i)).in(language), last.known() ? since : none);
    }
    for (const Indicator& indicator : unit.indicators) {
        if (!indicator.value && !indicator.target) continue;
        const IndicatorFigure figure = indicatorFigure(indicator, Audience::workingGroup);
        const std::string value = indicator.value ? formatNumber(*indicator.value, listDecimalsOf(indicator.unit), language)
                                                  : std::string(vietnamese ? "chưa có báo cáo" : "no report");
        print("      {:<34} {:>14} {:<6}", indicator.label.in(language), value, indicator.unit);
        if (indicator.target) print("  {} {}", vietnamese ? "chỉ tiêu" : "target", formatNumber(*indicator.target, 0, language));
        if (figure.change) print("  {}{}", *figure.change >= 0 ? "+" : "", formatNumber(*figure.change, 1, language));
        print("\n");
    }
}

int runStatus(const StatusArguments& arguments, const CommonOptions& common) {
    const auto context = analysisContext(arguments.store, common, arguments.asOf, arguments.compare);
    if (!context) return fail(common, context.error());
    const District& district = context->district();
    const Date asOf = context->asOf();
    std::optional<AdminUnitRef> asked;
    if (!arguments.unit.empty()) {
        const auto unit = findAdminUnit(district, arguments.unit, AdminLevelFilter::communesAndVillages, asOf);
        if (!unit) return fail(common, unit.error());
        asked = *unit;
    }
    const auto excluded = excludedRecords(*context);
    const auto units = progress(*context);
    if (context->shouldStop()) return fail(common, stoppedError(arguments.store));
    Json list = Json::array();
    for (const AdminUnitProgress& unit : *units) {
        if (!wanted(unit, asked, district)) continue;
        if (common.json) list.push_back(unitJson(unit, asOf, common.language()));
        const bool villagesOnlyWhenAsked = unit.level != AdminLevel::village || asked;
        if (!common.json && villagesOnlyWhenAsked) printUnit(unit, common.language());
    }
    if (!common.json) printExcludedRecords(*excluded, common.language());
    if (common.json) {
        Json fields = {{"as_of", toIso(asOf)}};
        if (const auto day = context->compareWith()) fields["compare"] = toIso(*day);
        fields["office"] = officeJson(district.office);
        fields["units"] = std::move(list);
        fields["set_aside"] = excludedRecordsJson(*excluded);
        printJson("status", fields);
    }
    return 0;
}

} // namespace

void addStatus(CommandLine& line) {
    auto arguments = std::make_shared<StatusArguments>();
    VerbOptions verb = line.addVerb("status", "Tiến độ theo đơn vị và chương trình / progress per unit and programme");
    verb.option("STORE", arguments->store).required();
    verb.option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    verb.option("--compare", arguments->compare, "So với ngày / compared with");
    verb.option("--unit", arguments->unit, "Mã hoặc tên xã, thôn / commune or village, by code or name");
    line.whenChosen(verb, [&line, arguments] { return runStatus(*arguments, line.common); });
}

} // namespace banlang::cli
