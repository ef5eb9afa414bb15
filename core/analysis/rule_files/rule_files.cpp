// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"

#include "core/analysis/ranking/ranking_rules_reader.h"

#include <fmt/format.h>

namespace banlang {
namespace {

Error unknownRuleFile(std::string_view file) {
    std::string known;
    for (const RuleFile& rule : shippedRuleFiles()) known += fmt::format("{}{}", known.empty() ? "" : ", ", rule.name);
    return {ErrorKind::usage,
            "unknown-rules",
            {fmt::format("Không có tệp quy tắc “{}”", file), fmt::format("There are no rules “{}”", file)},
            {fmt::format("Có: {}; thêm bộ tiêu chí mới thì đặt tên criteria_....toml", known),
             fmt::format("There are: {}; a further criteria set is named criteria_....toml", known)},
            {}};
}

template <class T> Result<void> forgetValue(const Result<T>& read) {
    if (!read) return Unexpected(read.error());
    return {};
}

} // namespace

Result<std::shared_ptr<const AnalysisRules>> readRules(RuleTexts texts) {
    BANLANG_TRY(gaps, gapRules(texts));
    BANLANG_TRY(communeRanking, communeRankingRules(texts));
    BANLANG_TRY(sets, criteriaSets(texts));
    BANLANG_TRY(villages, modelVillageRules(texts));
    BANLANG_TRY(roads, roadStandards(texts));
    BANLANG_TRY(quality, qualityLimits(texts));
    BANLANG_TRY(units, unitRules(texts));
    AnalysisRules rules;
    rules.texts = std::move(texts);
    rules.gaps = std::move(gaps);
    rules.communeRanking = std::move(communeRanking);
    rules.criteriaSets = std::move(sets);
    rules.modelVillages = std::move(villages);
    rules.roads = std::move(roads);
    rules.quality = quality;
    rules.units = std::move(units);
    rules.upgradeWeights = defaultWeights();
    rules.seal();
    return std::make_shared<const AnalysisRules>(std::move(rules));
}

const std::shared_ptr<const AnalysisRules>& shippedRules() {
    // What ships is tested to be readable; a program in which it is not has nothing to go by.
    static const std::shared_ptr<const AnalysisRules> rules = readRules({}).value();
    return rules;
}

Result<void> checkRuleText(std::string_view file, std::string_view text) {
    if (file.starts_with("criteria_") && file.ends_with(".toml")) return forgetValue(parseCriteriaSet(file, text));
    if (file == "model_village_2022.toml") return forgetValue(parseModelVillageRules(file, text));
    if (file == "emulation.toml") return forgetValue(parseCommuneRankingRules(file, text));
    if (file == "gap_rules.toml") return forgetValue(parseGapRules(file, text));
    return Unexpected(unknownRuleFile(file));
}

} // namespace banlang
