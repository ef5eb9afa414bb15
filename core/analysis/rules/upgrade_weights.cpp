// SPDX-License-Identifier: MIT
#include "core/analysis/rules/upgrade_weights.h"

#include "core/analysis/rules/rule_texts.h"
#include "core/io/whole_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace banlang {
namespace {

constexpr std::array<UpgradeCriterion, criterionCount> criteria{{
    {"households_served", {"Hộ hưởng lợi", "Households served"}, "households", 25},
    {"isolated_households", {"Hộ bị cô lập nếu mất đường", "Households cut off without it"}, "households", 15},
    {"time_saved_min", {"Thời gian đi lại giảm", "Travel time saved"}, "min", 15},
    {"land_donated_share", {"Đất cần đã được hiến", "Needed land already donated"}, "share", 15},
    {"width_gap_m", {"Nền hẹp hơn chuẩn", "Bed narrower than the standard"}, "m", 10},
    {"surface", {"Chưa cứng hóa", "Not hardened"}, "0/1", 10},
    {"condition", {"Tình trạng xấu", "Poor condition"}, "0-1", 5},
    {"poor_share", {"Hộ nghèo, cận nghèo", "Poor and near-poor share"}, "share", 5},
    {"class", {"Tầm quan trọng của cấp đường", "Importance of the class"}, "0-1", 5},
}};

Error weightsError(const std::string& file, const char* code, Bilingual message) {
    std::string names;
    for (const UpgradeCriterion& criterion : criteria) names += fmt::format("{}{}", names.empty() ? "" : ", ", criterion.id);
    return {ErrorKind::inputUnreadable,
            code,
            std::move(message),
            {"Mục [weights] nhận: " + names, "The section [weights] takes: " + names},
            {file, {}, -1, {}}};
}

} // namespace

std::span<const UpgradeCriterion> upgradeCriteria() {
    return criteria;
}

Weights defaultWeights() {
    Weights weights;
    for (const UpgradeCriterion& criterion : criteria) weights.values.push_back(criterion.defaultWeight);
    return weights;
}

Result<Weights> readWeights(const std::string& tomlFile) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(tomlFile, failure)) {
        return Unexpected(weightsError(tomlFile, "file-missing", {"Không thấy tệp trọng số", "There is no such weights file"}));
    }
    BANLANG_TRY(text, readWholeFile(tomlFile, largestRuleText));
    toml::table file;
    try {
        file = toml::parse(text, tomlFile);
    } catch (const toml::parse_error& error) {
        const auto line = error.source().begin.line;
        return Unexpected(weightsError(
            tomlFile, "bad-weights",
            {fmt::format("Dòng {}: {}", line, error.description()), fmt::format("Line {}: {}", line, error.description())}));
    }
    const toml::table* section = file["weights"].as_table();
    if (section == nullptr)
        return Unexpected(weightsError(tomlFile, "bad-weights", {"Không có mục [weights]", "There is no section [weights]"}));
    Weights weights{std::vector<double>(criterionCount, 0)};
    for (const auto& [key, node] : *section) {
        const auto found =
            std::find_if(criteria.begin(), criteria.end(), [&name = key](const UpgradeCriterion& c) { return c.id == name.str(); });
        const auto value = node.value<double>();
        if (found == criteria.end() || !value || !(*value >= 0)) {
            return Unexpected(weightsError(
                tomlFile, "bad-weights",
                {fmt::format("Trọng số “{}” không hợp lệ", key.str()), fmt::format("The weight “{}” is not valid", key.str())}));
        }
        weights.values[static_cast<std::size_t>(found - criteria.begin())] = *value;
    }
    if (std::all_of(weights.values.begin(), weights.values.end(), [](double w) { return w == 0; })) {
        return Unexpected(weightsError(tomlFile, "bad-weights", {"Mọi trọng số đều bằng 0", "All weights are zero"}));
    }
    return weights;
}

} // namespace banlang
