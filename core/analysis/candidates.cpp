// SPDX-License-Identifier: MIT
#include "core/analysis/candidates.h"

#include "core/analysis/candidate_criteria.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <numeric>

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

/// Each criterion stretched to 0 - 1 over all candidates; NaN stays NaN; all equal gives 0.
std::vector<std::vector<double>> normalised(const std::vector<Candidate>& candidates) {
    std::vector<std::vector<double>> result(candidates.size(), std::vector<double>(criterionCount, 0));
    for (std::size_t c = 0; c < criterionCount; ++c) {
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        for (const Candidate& candidate : candidates) {
            if (std::isnan(candidate.raw[c])) continue;
            low = std::min(low, candidate.raw[c]);
            high = std::max(high, candidate.raw[c]);
        }
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const double raw = candidates[i].raw[c];
            result[i][c] = std::isnan(raw) ? raw : high > low ? (raw - low) / (high - low) : 0;
        }
    }
    return result;
}

/// Weighted mean over the criteria that are known for the candidate.
double scoreOf(const std::vector<double>& values, const std::vector<double>& weights) {
    double sum = 0;
    double weight = 0;
    for (std::size_t c = 0; c < values.size(); ++c) {
        if (std::isnan(values[c])) continue;
        sum += weights[c] * values[c];
        weight += weights[c];
    }
    return weight > 0 ? sum / weight : 0;
}

/// Candidate indexes, best first; ties by id, so that the order of input does not matter.
std::vector<std::size_t> orderBy(const std::vector<Candidate>& candidates, const std::vector<double>& scores) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return scores[a] != scores[b] ? scores[a] > scores[b] : candidates[a].id < candidates[b].id;
    });
    return order;
}

std::vector<double> scoresOf(const std::vector<std::vector<double>>& values, const std::vector<double>& weights) {
    std::vector<double> scores;
    scores.reserve(values.size());
    for (const auto& row : values) scores.push_back(scoreOf(row, weights));
    return scores;
}

/// How far each rank moves when one weight at a time changes by a fifth.
void findStability(std::vector<Candidate>& candidates, const std::vector<std::vector<double>>& values, const Weights& weights) {
    for (std::size_t c = 0; c < criterionCount; ++c) {
        for (const double factor : {0.8, 1.2}) {
            auto changed = weights.values;
            changed[c] *= factor;
            const auto order = orderBy(candidates, scoresOf(values, changed));
            for (std::size_t place = 0; place < order.size(); ++place) {
                Candidate& candidate = candidates[order[place]];
                candidate.bestRank = std::min(candidate.bestRank, static_cast<int>(place) + 1);
                candidate.worstRank = std::max(candidate.worstRank, static_cast<int>(place) + 1);
            }
        }
    }
}

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
    toml::table file;
    try {
        file = toml::parse_file(tomlFile);
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
            std::find_if(criteria.begin(), criteria.end(), [&](const UpgradeCriterion& c) { return c.id == key.str(); });
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

std::vector<Candidate> upgradeCandidates(const District& district, Date asOf, const Weights& weights) {
    std::vector<Candidate> candidates = candidatesWithCriteria(district, asOf);
    const auto values = normalised(candidates);
    const auto scores = scoresOf(values, weights.values);
    const auto order = orderBy(candidates, scores);
    for (std::size_t place = 0; place < order.size(); ++place) {
        Candidate& candidate = candidates[order[place]];
        candidate.score = scores[order[place]];
        candidate.rank = candidate.bestRank = candidate.worstRank = static_cast<int>(place) + 1;
        std::vector<double> contribution(criterionCount, 0);
        for (std::size_t c = 0; c < criterionCount; ++c) {
            const double value = values[order[place]][c];
            contribution[c] = std::isnan(value) ? 0 : value * weights.values[c];
        }
        candidate.reasons = reasonsOf(candidate, contribution);
    }
    findStability(candidates, values, weights);
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
    return candidates;
}

} // namespace banlang
