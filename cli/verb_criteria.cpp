// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/criteria/criteria.h"
#include "core/analysis/criteria/criteria_villages.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/base/write_error.h"
#include "core/report/themes/criteria.h"
#include "core/text/format.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct CriteriaArguments {
    std::string store;
    std::string set;
    std::string asOf;
    std::string unit;
};

template <class T> Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json dateOrNull(Date date) {
    return date.known() ? Json(toIso(date)) : Json(nullptr);
}

/// How to set the thresholds that the province decides and the program does not know.
Bilingual howToSet(const CriteriaSet& set) {
    return {fmt::format("Đặt ngưỡng: ghi “threshold” vào {0} rồi dùng banlang rules KHO --set {0}", set.file),
            fmt::format("To set thresholds: give “threshold” in {0}, then banlang rules STORE --set {0}", set.file)};
}

Json setJson(const CriteriaSet& set, Language language) {
    return {{"id", set.id},
            {"decree", set.decree},
            {"title", set.title.in(language)},
            {"in_force_from", toIso(set.inForceFrom)},
            {"in_force_to", dateOrNull(set.inForceTo)},
            {"complete", set.complete},
            {"criteria", set.criteriaTotal},
            {"file", set.file},
            {"how_to_set_thresholds", howToSet(set).in(language)}};
}

Json statusJson(const Criterion& criterion, const CriterionStatus& status, Language language) {
    return {{"no", criterion.no},
            {"name", criterion.name.in(language)},
            {"status", id(status.state)},
            {"value", orNull(status.value)},
            {"date", dateOrNull(status.date)},
            {"due_year", orNull(status.dueYear)},
            {"owner", status.owner}};
}

const CriteriaIndicator* indicatorOf(const CriteriaSet& set, const std::string& no) {
    for (const Criterion& criterion : set.criteria) {
        for (const CriteriaIndicator& indicator : criterion.indicators) {
            if (indicator.no == no) return &indicator;
        }
    }
    return nullptr;
}

Bilingual thresholdWords(const RoadRatio& road) {
    if (!road.thresholdPercent) return {"chưa đặt ngưỡng", "threshold not set"};
    return road.thresholdVerified ? Bilingual{"theo quyết định", "by decision"}
                                  : Bilingual{"trị số làm việc, chưa đối chiếu", "working value, not verified"};
}

Json roadJson(const RoadRatio& road, const CriteriaSet& set, Language language) {
    const CriteriaIndicator* indicator = indicatorOf(set, road.no);
    Json json = {{"indicator", road.no},
                 {"name", indicator == nullptr ? std::string{} : indicator->name.in(language)},
                 {"km_total", road.totalKm},
                 {"km_counting", road.countingKm},
                 {"km_surface_unknown", road.unknownSurfaceKm},
                 {"percent", orNull(road.percent)},
                 {"threshold", orNull(road.thresholdPercent)},
                 {"threshold_verified", road.thresholdVerified},
                 {"threshold_note", thresholdWords(road).in(language)},
                 {"km_to_harden", orNull(road.kmToHarden)},
                 {"reported_percent", orNull(road.reportedPercent)},
                 {"reported_on", dateOrNull(road.reportedOn)}};
    json["difference"] = orNull(road.aboveReported());
    return json;
}

Json communeJson(const CommuneCriteria& commune, const CriteriaSet& set, int year, Language language) {
    Json criteria = Json::array();
    Json due = Json::array();
    for (std::size_t i = 0; i < set.criteria.size(); ++i) {
        criteria.push_back(statusJson(set.criteria[i], commune.criteria[i], language));
    }
    for (const std::size_t i : dueCriteria(commune, year)) due.push_back(set.criteria[i].no);
    Json roads = Json::array();
    for (const RoadRatio& road : commune.roads) roads.push_back(roadJson(road, set, language));
    return {{"code", commune.code},
            {"name", commune.name},
            {"met", commune.count(CriterionState::met)},
            {"not_met", commune.count(CriterionState::notMet)},
            {"not_lasting", commune.count(CriterionState::metNotLasting)},
            {"no_result", commune.count(CriterionState::noResult)},
            {"other_set_results", commune.otherSetResults},
            {"criteria", criteria},
            {"due", due},
            {"roads", roads}};
}

Json villageJson(const ModelVillageStatus& village, const ModelVillageRules& rules, Language language) {
    Json missing = Json::array();
    for (const std::size_t item : village.missing)
        missing.push_back({{"item", rules.items[item].id}, {"name", rules.items[item].name.in(language)}});
    return {{"code", village.code},
            {"name", village.name},
            {"registered_on", dateOrNull(village.registeredOn)},
            {"recognised_on", dateOrNull(village.recognisedOn)},
            {"meeting_on", dateOrNull(village.meetingOn)},
            {"items_met", village.met},
            {"items_judged", village.judged},
            {"items_total", rules.items.size()},
            {"weight_percent", village.weightPercent},
            {"passes", village.passes},
            {"missing", missing}};
}

void printRoads(const CommuneCriteria& commune, Language language) {
    for (const RoadRatio& road : commune.roads) {
        const std::string percent = road.percent ? formatNumber(*road.percent, 1, language) + " %" : std::string("–");
        print("      {:<4} {:>8} / {:<8} km  {:>8}", road.no, formatNumber(road.countingKm, 2, language),
              formatNumber(road.totalKm, 2, language), percent);
        if (road.reportedPercent)
            print("  {} {} %", Label{"báo cáo", "reported"}.in(language), formatNumber(*road.reportedPercent, 1, language));
        if (road.kmToHarden)
            print("  {} {} km", Label{"còn phải làm", "still to do"}.in(language), formatNumber(*road.kmToHarden, 2, language));
        print("  ({})\n", thresholdWords(road).in(language));
    }
}

void printCommune(const CommuneCriteria& commune, const CriteriaSet& set, int year, bool withRoads, Language language) {
    print("{}  {:<24} {:>2}/{}", commune.code, commune.name, commune.count(CriterionState::met), set.criteriaTotal);
    for (const CriterionState state : {CriterionState::metNotLasting, CriterionState::notMet, CriterionState::noResult})
        print("  {} {}", label(state).in(language), commune.count(state));
    std::string due;
    for (const std::size_t i : dueCriteria(commune, year)) due += fmt::format("{}{}", due.empty() ? "" : ", ", set.criteria[i].no);
    if (!due.empty()) print("  {}: {}", Label{"đến hạn chưa đạt", "due, not met"}.in(language), due);
    print("\n");
    if (withRoads) printRoads(commune, language);
}

struct Answer {
    CriteriaAnswer criteria;
    ModelVillageRules villageRules;
    std::vector<ModelVillageStatus> villages;
    Date asOf;
    std::optional<std::uint32_t> unit;
};

Result<Answer> answerOf(const CriteriaArguments& arguments, const CommonOptions& common) {
    BANLANG_TRY(context, analysisContext(arguments.store, common, arguments.asOf));
    Answer answer;
    answer.asOf = context.asOf();
    if (!arguments.unit.empty()) {
        BANLANG_TRY(unit, communeRow(context.district(), arguments.unit, context.asOf()));
        answer.unit = unit;
    }
    BANLANG_TRY(criteria, communeCriteria(context, arguments.set));
    answer.criteria = std::move(criteria);
    answer.villageRules = context.rules().modelVillages;
    answer.villages = *modelVillages(context);
    if (context.shouldStop()) return Unexpected(stoppedError(arguments.store));
    return answer;
}

int runCriteria(const CriteriaArguments& arguments, const CommonOptions& common) {
    const auto answer = answerOf(arguments, common);
    if (!answer) return fail(common, answer.error());
    const Language language = common.language();
    const CriteriaSet& set = answer->criteria.set;
    const int year = toYmd(answer->asOf).year;
    Json communes = Json::array();
    if (!common.json) print("{} ({})\n", set.title.in(language), set.decree);
    for (const CommuneCriteria& commune : answer->criteria.communes) {
        if (answer->unit && commune.commune != *answer->unit) continue;
        if (common.json)
            communes.push_back(communeJson(commune, set, year, language));
        else
            printCommune(commune, set, year, answer->unit.has_value(), language);
    }
    if (!common.json) {
        if (answer->unit) print("{}\n", howToSet(set).in(language));
        return 0;
    }
    Json villages = Json::array();
    for (const ModelVillageStatus& village : answer->villages) {
        const bool wanted = !answer->unit || village.commune == static_cast<std::int32_t>(*answer->unit);
        if (wanted) villages.push_back(villageJson(village, answer->villageRules, language));
    }
    printJson("criteria", {{"as_of", toIso(answer->asOf)},
                           {"set", setJson(set, language)},
                           {"communes", communes},
                           {"model_villages",
                            {{"set", answer->villageRules.id},
                             {"title", answer->villageRules.title.in(language)},
                             {"verified", answer->villageRules.verified},
                             {"villages", villages}}}});
    return 0;
}

} // namespace

void addCriteria(CommandLine& line) {
    auto arguments = std::make_shared<CriteriaArguments>();
    VerbOptions verb = line.addVerb("criteria", "Tiêu chí nông thôn mới, thôn kiểu mẫu / criteria and model villages");
    verb.option("STORE", arguments->store).required();
    verb.option("--set", arguments->set, "Bộ tiêu chí / criteria set: 2022, \"318/QĐ-TTg\"");
    verb.option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    verb.option("--unit", arguments->unit, "Mã hoặc tên xã / commune, by code or name");
    line.whenChosen(verb, [&line, arguments] { return runCriteria(*arguments, line.common); });
}

} // namespace banlang::cli
