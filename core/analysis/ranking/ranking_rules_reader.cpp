// SPDX-License-Identifier: MIT
#include "core/analysis/ranking/ranking_rules_reader.h"

#include "core/analysis/gaps/gaps.h"
#include "core/analysis/progress/progress_sums.h"
#include "core/analysis/rules/detail/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace banlang {
namespace {

using detail::RuleReader;

constexpr std::string_view fileName = "emulation.toml";

struct Known {
    std::string_view id;
    Label label;
};

/// What a source may be "of".
std::vector<Known> knownOf(CommuneRankingSource source) {
    std::vector<Known> known;
    if (source == CommuneRankingSource::progress) {
        for (std::uint8_t i = 0; i < indicatorCount; ++i) {
            const IndicatorInfo& figure = indicatorInfo(static_cast<IndicatorId>(i));
            known.push_back({figure.id, figure.label});
        }
    }
    if (source == CommuneRankingSource::gap) {
        for (const GapQuestion& question : gapQuestions()) known.push_back({question.id, question.title});
    }
    return known;
}

/// The figure's or gap's own name; refuses one that is not known.
Bilingual nameOf(RuleReader& reader, const toml::table& table, const CommuneRankingIndicator& indicator) {
    const std::vector<Known> known = knownOf(indicator.source);
    const auto found = std::find_if(known.begin(), known.end(), [&](const Known& one) { return one.id == indicator.of; });
    if (found != known.end()) return found->label.text();
    std::string all;
    for (const Known& one : known) all += fmt::format("{}{}", all.empty() ? "" : ", ", one.id);
    reader.refuse(table, {fmt::format("Không có số liệu “{}”", indicator.of), fmt::format("There is no figure “{}”", indicator.of)},
                  {fmt::format("of là một trong: {}", all), fmt::format("of is one of: {}", all)});
    return {};
}

Bilingual whatIsCounted(RuleReader& reader, const toml::table& table, const CommuneRankingIndicator& indicator) {
    switch (indicator.source) {
    case CommuneRankingSource::criteriaMet:
        return {"Kết quả tiêu chí: số tiêu chí đạt của bộ đang áp dụng", "Criteria results: criteria met of the set in force"};
    case CommuneRankingSource::criteriaDue:
        return {"Phân bổ và kết quả tiêu chí: tiêu chí đến hạn đã đạt", "Criteria allocated and results: due ones that are met"};
    case CommuneRankingSource::saturdayWeeks:
        return {"Ngày thứ 7 vì NTM: số thứ bảy trong năm có hoạt động", "Saturday shifts: Saturdays of the year with one"};
    case CommuneRankingSource::judged:
        return {fmt::format("Bảng điểm thi đua: {}", indicator.of), fmt::format("Emulation scores: {}", indicator.of)};
    case CommuneRankingSource::progress:
    case CommuneRankingSource::gap:
        break;
    }
    const Bilingual name = nameOf(reader, table, indicator);
    const bool gap = indicator.source == CommuneRankingSource::gap;
    return {fmt::format("{}: {}", gap ? "Còn sót" : "Số liệu tiến độ", name.vi),
            fmt::format("{}: {}", gap ? "Gaps" : "Progress", name.en)};
}

Bilingual howItIsScaled(const CommuneRankingIndicator& indicator) {
    switch (indicator.scale) {
    case CommuneRankingNormalisation::percentOfTarget:
        return {fmt::format("% so với chỉ tiêu, tối đa {:g} %", indicator.capPercent),
                fmt::format("% of target, at most {:g} %", indicator.capPercent)};
    case CommuneRankingNormalisation::share:
        return {fmt::format("trọn điểm khi đạt {:g}", indicator.full), fmt::format("full points at {:g}", indicator.full)};
    case CommuneRankingNormalisation::minMax:
        return {"từ xã thấp nhất đến xã cao nhất", "from the lowest to the highest commune"};
    case CommuneRankingNormalisation::penalty:
        return {fmt::format("mỗi trường hợp trừ {:g} % trọng số", indicator.pointsEach),
                fmt::format("each takes {:g} % of the weight off", indicator.pointsEach)};
    }
    return {};
}

/// What was counted, over which time, per what, and how it became points.
Bilingual sourceWords(RuleReader& reader, const toml::table& table, const CommuneRankingIndicator& indicator) {
    Bilingual words = whatIsCounted(reader, table, indicator);
    if (indicator.inYear) {
        words.vi += ", riêng trong năm";
        words.en += ", this year only";
    }
    if (indicator.perHousehold) {
        words.vi += ", tính trên một hộ";
        words.en += ", per household";
    }
    const Bilingual scale = howItIsScaled(indicator);
    return {fmt::format("{}; {}", words.vi, scale.vi), fmt::format("{}; {}", words.en, scale.en)};
}

void refuseNonsense(RuleReader& reader, const toml::table& table, const CommuneRankingIndicator& indicator) {
    const auto need = [&](bool good, Bilingual cause, Bilingual fix) {
        if (!good) reader.refuse(table, std::move(cause), std::move(fix));
    };
    need(indicator.weight > 0, {"Trọng số (weight) phải lớn hơn 0", "The weight must be above 0"},
         {"Bỏ nội dung này hoặc đặt trọng số", "Remove the indicator or give it a weight"});
    need(indicator.scale != CommuneRankingNormalisation::share || indicator.full > 0,
         {"scale = \"share\" cần có full lớn hơn 0", "scale = \"share\" needs a full above 0"},
         {"Ghi giá trị được trọn điểm", "Give the value that earns full points"});
    need(indicator.scale != CommuneRankingNormalisation::penalty || indicator.pointsEach > 0,
         {"scale = \"penalty\" cần có points_each lớn hơn 0", "scale = \"penalty\" needs points_each above 0"},
         {"Ghi số phần trăm trọng số bị trừ cho mỗi trường hợp", "Give the percent of the weight that each takes off"});
    const bool hasTarget = indicator.source != CommuneRankingSource::gap && indicator.source != CommuneRankingSource::judged;
    need(indicator.scale != CommuneRankingNormalisation::percentOfTarget || (hasTarget && !indicator.perHousehold),
         {"Nguồn này không có chỉ tiêu để so", "This source has no target to compare with"},
         {"Dùng scale = \"share\", \"min-max\" hoặc \"penalty\"", R"(Use scale = "share", "min-max" or "penalty")"});
    need(indicator.source != CommuneRankingSource::judged || !indicator.of.empty(),
         {"source = \"judged\" cần có of", "source = \"judged\" needs an of"},
         {"Ghi tên nội dung như trong bảng điểm", "Give the name as in the table of scores"});
    need(!indicator.inYear || indicator.source == CommuneRankingSource::progress,
         {"period = \"year\" chỉ dùng cho source = \"progress\"", R"(period = "year" is for source = "progress" only)"},
         {"Bỏ period; các nguồn khác đã tính theo năm hoặc tại ngày", "Leave period out; other sources have their own time"});
}

CommuneRankingIndicator readIndicator(RuleReader& reader, const toml::table& table) {
    reader.onlyKeys(table, {"id", "label", "programme", "weight", "source", "of", "period", "per_household", "direction", "scale",
                            "cap_percent", "full", "points_each"});
    CommuneRankingIndicator indicator;
    indicator.id = reader.text(table, "id");
    indicator.label = reader.words(table, "label");
    indicator.programme = reader.text(table, "programme");
    indicator.weight = reader.number(table, "weight").value_or(0);
    indicator.source = static_cast<CommuneRankingSource>(
        reader.oneOf(table, "source", {"progress", "criteria-met", "criteria-due", "saturday-weeks", "gap", "judged"}, 0));
    indicator.of = reader.text(table, "of", false);
    indicator.inYear = reader.oneOf(table, "period", {"to-date", "year"}, 0) == 1;
    indicator.perHousehold = reader.flag(table, "per_household", false);
    indicator.lowerIsBetter = reader.oneOf(table, "direction", {"higher", "lower"}, 0) == 1;
    indicator.scale = static_cast<CommuneRankingNormalisation>(
        reader.oneOf(table, "scale", {"percent-of-target", "share", "min-max", "penalty"}, 0));
    indicator.capPercent = reader.number(table, "cap_percent").value_or(100);
    indicator.full = reader.number(table, "full").value_or(0);
    indicator.pointsEach = reader.number(table, "points_each").value_or(0);
    refuseNonsense(reader, table, indicator);
    indicator.sourceWords = sourceWords(reader, table, indicator);
    return indicator;
}

void refuseUnknownTieBreak(RuleReader& reader, const CommuneRankingRules& rules) {
    std::set<std::string_view> ids;
    for (const CommuneRankingIndicator& indicator : rules.indicators) {
        if (!ids.insert(indicator.id).second) {
            reader.refuse({fmt::format("Nội dung “{}” có hai lần", indicator.id), fmt::format("“{}” is there twice", indicator.id)},
                          {"Đổi id", "Change the id"});
        }
    }
    for (const std::string& id : rules.tieBreak) {
        if (!ids.contains(id)) {
            reader.refuse({fmt::format("tie_break nêu “{}” không có trong bảng", id),
                           fmt::format("tie_break names “{}”, which is not here", id)},
                          {"Ghi id của các [[indicator]]", "Give ids of [[indicator]] tables"});
        }
    }
    if (rules.indicators.empty())
        reader.refuse({"Không có nội dung thi đua nào", "There are no indicators"},
                      {"Thêm các bảng [[indicator]]", "Add [[indicator]] tables"});
}

} // namespace

Result<CommuneRankingRules> parseCommuneRankingRules(std::string_view file, std::string_view text) {
    RuleReader reader(file);
    const toml::table all = reader.parse(text);
    reader.onlyKeys(all, {"version", "title", "verified", "decimals", "tie_break", "indicator"});
    CommuneRankingRules rules;
    rules.version = reader.text(all, "version");
    rules.title = reader.words(all, "title");
    rules.verified = reader.flag(all, "verified", false);
    rules.decimals = std::clamp(reader.whole(all, "decimals", 1), 0, 6);
    rules.tieBreak = reader.texts(all, "tie_break");
    reader.each(all, "indicator", [&](const toml::table& table) { rules.indicators.push_back(readIndicator(reader, table)); });
    refuseUnknownTieBreak(reader, rules);
    return reader.finish(std::move(rules));
}

Result<CommuneRankingRules> communeRankingRules(const RuleTexts& rules) {
    return parseCommuneRankingRules(fileName, rules.text(fileName));
}

} // namespace banlang
