// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/progress/group_progress.h"
#include "core/analysis/quality/quality.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/analysis/units/admin_unit_groups.h"
#include "core/analysis/units/areal_apportionment.h"
#include "core/report/commune_values.h"
#include "core/text/format.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct UnitsArguments {
    std::string store;
    std::string asOf;
    std::string indicator;
    std::string from;
    std::string to;
    bool changes = false;
    bool check = false;
    bool groups = false;
};

Json dateOrNull(Date date) {
    return date.known() ? Json(toIso(date)) : Json(nullptr);
}

Json numberOrNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

/// Words for a value on a terminal.
std::string shown(double value, std::string_view unit, Language language) {
    const int decimals = unit == "km" ? 2 : 1;
    const bool whole = std::abs(value - std::round(value)) < 1e-9;
    return fmt::format("{}{}{}", formatNumber(value, whole ? 0 : decimals, language), unit.empty() ? "" : " ", unit);
}

void listUnits(const AnalysisContext& context, const CommonOptions& common, Json& fields) {
    const FeatureTable& communes = context.district().table(Role::communes);
    Json units = Json::array();
    for (const AdminUnitGroup& group : groupsOf(context)) {
        if (!common.json && !group.name.empty()) print("{}\n", group.name);
        for (const std::int32_t commune : group.communes) {
            const auto row = static_cast<std::size_t>(commune);
            const Date from = communes.dateAt(fields::communes.validFrom, row);
            const Date to = communes.dateAt(fields::communes.validTo, row);
            if (common.json) {
                units.push_back({{"code", communes.textAt(fields::communes.code, row)},
                                 {"name", communes.textAt(fields::communes.name, row)},
                                 {"kind", communes.textAt(fields::communes.kind, row)},
                                 {"valid_from", dateOrNull(from)},
                                 {"valid_to", dateOrNull(to)},
                                 {"group", group.name}});
            } else {
                print("  {:<8} {}  {}{}{}\n", communes.textAt(fields::communes.code, row), fullName(communes, row),
                      formatDate(from, common.language()), from.known() || to.known() ? " – " : "",
                      formatDate(to, common.language()));
            }
        }
    }
    fields["units"] = std::move(units);
}

/// Changes that concern units of the store, on either side.
void listChanges(const District& district, const CommonOptions& common, Json& fields) {
    const FeatureTable& communes = district.table(Role::communes);
    std::vector<std::string_view> codes;
    for (std::size_t row = 0; row < communes.rowCount; ++row) codes.push_back(communes.textAt(fields::communes.code, row));
    const auto isHere = [&](const std::string& code) { return std::find(codes.begin(), codes.end(), code) != codes.end(); };
    Json list = Json::array();
    for (const AdminUnitChange& change : adminUnitChangesOf(district)) {
        if (!isHere(change.oldCode) && !isHere(change.newCode)) continue;
        if (common.json) {
            list.push_back({{"old_code", change.oldCode},
                            {"new_code", change.newCode},
                            {"changed_on", dateOrNull(change.changedOn)},
                            {"share", numberOrNull(change.share)},
                            {"basis", change.basis}});
        } else {
            print("{}  {} -> {}  {}\n", formatDate(change.changedOn, common.language()), change.oldCode, change.newCode,
                  change.share ? fmt::format("{:g}", *change.share) : std::string("?"));
        }
    }
    fields["changes"] = std::move(list);
}

void checkUnits(const AnalysisContext& context, const CommonOptions& common, Json& fields) {
    Json rules = Json::array();
    for (const std::string_view rule : {"unit-versions-overlap", "code-recycled"}) {
        for (const QualityRule& found : checkQuality(context, {1'000, rule})) {
            Json examples = Json::array();
            if (!common.json) print("{}: {}\n", found.title.in(common.language()), found.count);
            for (const QualityExample& example : found.examples) {
                examples.push_back({{"key", example.key}, {"finding", example.finding.in(common.language())}});
                if (!common.json) print("  {:<20} {}\n", example.key, example.finding.in(common.language()));
            }
            rules.push_back({{"id", found.id}, {"severity", id(found.severity)}, {"count", found.count}, {"examples", examples}});
        }
    }
    fields["rules"] = std::move(rules);
}

void listGroups(const AnalysisContext& context, const CommonOptions& common, Json& fields) {
    Json groups = Json::array();
    const auto units = progress(context);
    for (const GroupProgress& group : groupProgress(*units, groupsOf(context))) {
        const Label nameless{"(chưa rõ nhóm)", "(no group)"};
        if (!common.json) {
            print("{}  {} {}\n", group.name.empty() ? nameless.in(common.language()) : std::string_view(group.name), group.communes,
                  common.language() == Language::vietnamese ? "xã" : "communes");
        }
        Json indicators = Json::object();
        for (const Indicator& indicator : group.indicators) {
            Json entry = {{"label", indicator.label.in(common.language())},
                          {"unit", indicator.unit},
                          {"value", numberOrNull(indicator.value)}};
            if (indicator.target) entry["target"] = *indicator.target;
            indicators[std::string(indicator.id)] = std::move(entry);
            if (!common.json && indicator.value) {
                print("      {:<34} {:>14}\n", indicator.label.in(common.language()),
                      shown(*indicator.value, indicator.unit, common.language()));
            }
        }
        groups.push_back({{"name", group.name}, {"communes", group.communes}, {"indicators", indicators}});
    }
    fields["groups"] = std::move(groups);
}

Error notAdditive(const std::string& indicator) {
    return {ErrorKind::usage,
            "not-additive",
            {fmt::format("“{}” không cộng được giữa các xã", indicator),
             fmt::format("“{}” cannot be added up over communes", indicator)},
            {"Chọn một chỉ tiêu đếm hoặc đo", "Choose something that is counted or measured"},
            {}};
}

void printApportionment(const Apportionment& result, const Indicator& indicator, Language language) {
    print("{}\n", indicator.label.in(language));
    for (const ApportionedValue& apportioned : result.apportioned) {
        print("  {:<8} {:<28} {:>14}  {}\n", apportioned.code, apportioned.name, shown(apportioned.value, indicator.unit, language),
              label(apportioned.basis).in(language));
        for (const ApportionedPart& part : apportioned.from) {
            print("           <- {:<8} {:<24} {:>10}  {:.0f} %\n", part.code, part.name,
                  shown(part.value, indicator.unit, language), part.share * 100);
        }
    }
    if (result.unapportioned.empty()) return;
    print("{}\n", language == Language::vietnamese ? "Chưa chuyển được:" : "Not carried over:");
    for (const UnapportionedValue& left : result.unapportioned) {
        print("  {:<8} {:<28} {:>14}  {}\n", left.code, left.name, shown(left.value, indicator.unit, language),
              left.reason.in(language));
    }
}

void addApportionmentJson(const Apportionment& result, const Indicator& indicator, Language language, Json& fields) {
    fields["indicator"] = indicator.id;
    fields["label"] = indicator.label.in(language);
    fields["unit"] = indicator.unit;
    fields["carried"] = Json::array();
    for (const ApportionedValue& apportioned : result.apportioned) {
        Json from = Json::array();
        for (const ApportionedPart& part : apportioned.from) {
            from.push_back({{"code", part.code},
                            {"name", part.name},
                            {"share", part.share},
                            {"value", part.value},
                            {"basis", id(part.basis)}});
        }
        fields["carried"].push_back({{"code", apportioned.code},
                                     {"name", apportioned.name},
                                     {"value", apportioned.value},
                                     {"basis", id(apportioned.basis)},
                                     {"from", std::move(from)}});
    }
    fields["not_carried"] = Json::array();
    for (const UnapportionedValue& left : result.unapportioned) {
        fields["not_carried"].push_back(
            {{"code", left.code}, {"name", left.name}, {"value", left.value}, {"reason", left.reason.in(language)}});
    }
}

Result<void> apportionment(const AnalysisContext& context, const UnitsArguments& arguments, const CommonOptions& common,
                           Json& fields) {
    const District& district = context.district();
    BANLANG_TRY(from, asOfDate(arguments.from, district));
    BANLANG_TRY(to, asOfDate(arguments.to, district));
    if (to < from) {
        return Unexpected(
            Error{ErrorKind::usage,
                  "bad-date",
                  {"--to phải sau --from", "--to must be after --from"},
                  {"Số liệu chỉ chuyển từ đơn vị cũ sang đơn vị mới", "Figures go from older units to newer ones only"},
                  {}});
    }
    if (!context.rules().units.isAdditive(arguments.indicator)) return Unexpected(notAdditive(arguments.indicator));
    BANLANG_TRY(communes, communeValues(context.on(from), arguments.indicator));
    Apportionment result = apportion(context.on(to), communes.values, adminUnitChangesOf(district), from);
    result.unapportioned.insert(result.unapportioned.end(), communes.apart.begin(), communes.apart.end());
    fields["from"] = toIso(from);
    fields["to"] = toIso(to);
    addApportionmentJson(result, communes.district, common.language(), fields);
    if (!common.json) printApportionment(result, communes.district, common.language());
    return {};
}

int runUnits(const UnitsArguments& arguments, const CommonOptions& common) {
    const auto context = analysisContext(arguments.store, common, arguments.asOf);
    if (!context) return fail(common, context.error());
    Json fields = {{"as_of", toIso(context->asOf())}};
    if (!arguments.indicator.empty()) {
        if (const auto done = apportionment(*context, arguments, common, fields); !done) return fail(common, done.error());
    } else if (arguments.groups) {
        listGroups(*context, common, fields);
    } else if (!arguments.changes && !arguments.check) {
        listUnits(*context, common, fields);
    }
    if (arguments.changes) listChanges(context->district(), common, fields);
    if (arguments.check) checkUnits(*context, common, fields);
    if (common.json) printJson("units", fields);
    return 0;
}

} // namespace

void addUnits(CommandLine& line) {
    auto arguments = std::make_shared<UnitsArguments>();
    VerbOptions verb = line.addVerb("units", "Đơn vị theo thời gian: xã cũ, xã mới, nhóm / units over time, old and new");
    verb.option("STORE", arguments->store).required();
    verb.option("--as-of", arguments->asOf, "Đơn vị có hiệu lực vào ngày / units in force on the day");
    verb.flag("--changes", arguments->changes, "Đơn vị cũ thành đơn vị mới / which unit became which");
    verb.flag("--check", arguments->check, "Kiểm tra hiệu lực, mã dùng lại / overlaps and codes given again");
    verb.flag("--groups", arguments->groups, "Tổng theo nhóm xã (cột nhóm của bảng xã) / totals by group of communes");
    const OptionRules apportioned =
        verb.option("--carry", arguments->indicator, "Chuyển chỉ tiêu sang đơn vị mới / carry an indicator to newer units");
    verb.option("--from", arguments->from, "Từ ngày / from the units of").needs(apportioned);
    verb.option("--to", arguments->to, "Sang ngày / to the units of").needs(apportioned);
    line.whenChosen(verb, [&line, arguments] { return runUnits(*arguments, line.common); });
}

} // namespace banlang::cli
