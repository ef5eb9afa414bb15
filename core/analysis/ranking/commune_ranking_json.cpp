// SPDX-License-Identifier: MIT
// A ranking as text: what is frozen, printed and read again.
#include "core/analysis/ranking/commune_ranking.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace banlang {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view sourceIds[] = {"progress", "criteria-met", "criteria-due", "saturday-weeks", "gap", "judged"};
constexpr std::string_view scaleIds[] = {"percent-of-target", "share", "min-max", "penalty"};

template <class T> Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

std::optional<double> numberOrNothing(const Json& json) {
    return json.is_number() ? std::optional(json.get<double>()) : std::nullopt;
}

Json wordsJson(const Bilingual& words) {
    return {{"vi", words.vi}, {"en", words.en}};
}

Bilingual wordsOf(const Json& json) {
    return {json.at("vi").get<std::string>(), json.at("en").get<std::string>()};
}

template <std::size_t count> std::size_t indexIn(const std::string_view (&ids)[count], const std::string& id) {
    const auto* const found = std::find(std::begin(ids), std::end(ids), id);
    return found == std::end(ids) ? 0 : static_cast<std::size_t>(found - std::begin(ids));
}

Json indicatorJson(const CommuneRankingIndicator& indicator) {
    return {{"id", indicator.id},
            {"label", wordsJson(indicator.label)},
            {"programme", indicator.programme},
            {"weight", indicator.weight},
            {"source", sourceIds[static_cast<std::size_t>(indicator.source)]},
            {"of", indicator.of},
            {"in_year", indicator.inYear},
            {"per_household", indicator.perHousehold},
            {"lower_is_better", indicator.lowerIsBetter},
            {"scale", scaleIds[static_cast<std::size_t>(indicator.scale)]},
            {"cap_percent", indicator.capPercent},
            {"full", indicator.full},
            {"points_each", indicator.pointsEach},
            {"source_words", wordsJson(indicator.sourceWords)}};
}

CommuneRankingIndicator indicatorOf(const Json& json) {
    CommuneRankingIndicator indicator;
    indicator.id = json.at("id").get<std::string>();
    indicator.label = wordsOf(json.at("label"));
    indicator.programme = json.at("programme").get<std::string>();
    indicator.weight = json.at("weight").get<double>();
    indicator.source = static_cast<CommuneRankingSource>(indexIn(sourceIds, json.at("source").get<std::string>()));
    indicator.of = json.at("of").get<std::string>();
    indicator.inYear = json.at("in_year").get<bool>();
    indicator.perHousehold = json.at("per_household").get<bool>();
    indicator.lowerIsBetter = json.at("lower_is_better").get<bool>();
    indicator.scale = static_cast<CommuneRankingNormalisation>(indexIn(scaleIds, json.at("scale").get<std::string>()));
    indicator.capPercent = json.at("cap_percent").get<double>();
    indicator.full = json.at("full").get<double>();
    indicator.pointsEach = json.at("points_each").get<double>();
    indicator.sourceWords = wordsOf(json.at("source_words"));
    return indicator;
}

Json rulesJson(const CommuneRankingRules& rules) {
    Json indicators = Json::array();
    for (const CommuneRankingIndicator& indicator : rules.indicators) indicators.push_back(indicatorJson(indicator));
    return {{"version", rules.version},   {"title", wordsJson(rules.title)}, {"verified", rules.verified},
            {"decimals", rules.decimals}, {"tie_break", rules.tieBreak},     {"indicators", indicators}};
}

CommuneRankingRules rulesOf(const Json& json) {
    CommuneRankingRules rules;
    rules.version = json.at("version").get<std::string>();
    rules.title = wordsOf(json.at("title"));
    rules.verified = json.at("verified").get<bool>();
    rules.decimals = json.at("decimals").get<int>();
    rules.tieBreak = json.at("tie_break").get<std::vector<std::string>>();
    for (const Json& indicator : json.at("indicators")) rules.indicators.push_back(indicatorOf(indicator));
    return rules;
}

Json rowJson(const CommuneRankingRow& row, const CommuneRankingRules& rules) {
    Json parts = Json::array();
    for (std::size_t i = 0; i < row.parts.size(); ++i) {
        const CommuneRankingPart& part = row.parts[i];
        parts.push_back({{"id", rules.indicators[i].id},
                         {"label", wordsJson(rules.indicators[i].label)},
                         {"value", orNull(part.value)},
                         {"target", orNull(part.target)},
                         {"percent", orNull(part.percent)},
                         {"points", part.points},
                         {"weight", rules.indicators[i].weight}});
    }
    return {{"code", row.code}, {"name", row.name},           {"rank", row.rank},
            {"tied", row.tied}, {"score", orNull(row.score)}, {"no_report", !row.score.has_value()},
            {"parts", parts}};
}

CommuneRankingRow rowOf(const Json& json, const FeatureTable& communes) {
    CommuneRankingRow row;
    row.code = json.at("code").get<std::string>();
    row.name = json.at("name").get<std::string>();
    row.rank = json.at("rank").get<int>();
    row.tied = json.at("tied").get<bool>();
    row.score = numberOrNothing(json.at("score"));
    for (const Json& part : json.at("parts")) {
        row.parts.push_back({numberOrNothing(part.at("value")), numberOrNothing(part.at("target")),
                             numberOrNothing(part.at("percent")), part.at("points").get<double>()});
    }
    for (std::size_t commune = 0; commune < communes.rowCount; ++commune) {
        if (communes.textAt(fields::communes.code, commune) == row.code) row.commune = static_cast<std::int32_t>(commune);
    }
    return row;
}

} // namespace

std::string communeRankingJson(const CommuneRanking& ranking) {
    Json communes = Json::array();
    for (const CommuneRankingRow& row : ranking.rows) communes.push_back(rowJson(row, ranking.rules));
    const Json whole = {
        {"year", ranking.year}, {"as_of", toIso(ranking.asOf)}, {"rules", rulesJson(ranking.rules)}, {"communes", communes}};
    return whole.dump(1);
}

Result<CommuneRanking> communeRankingFromJson(const std::string& text, const District& district) {
    try {
        const Json json = Json::parse(text);
        CommuneRanking ranking;
        ranking.year = json.at("year").get<int>();
        ranking.asOf = parseDate(json.at("as_of").get<std::string>()).value_or(Date{});
        ranking.rules = rulesOf(json.at("rules"));
        for (const Json& row : json.at("communes")) ranking.rows.push_back(rowOf(row, district.table(Role::communes)));
        return ranking;
    } catch (const Json::exception& broken) {
        return Unexpected(
            Error{ErrorKind::inputUnreadable,
                  "bad-standing",
                  {"Không đọc được bảng xếp hạng đã chốt", "The frozen ranking cannot be read"},
                  {"Kho có thể đã bị sửa bằng chương trình khác", "The store may have been changed by another program"},
                  {{}, {}, -1, broken.what()}});
    }
}

} // namespace banlang
