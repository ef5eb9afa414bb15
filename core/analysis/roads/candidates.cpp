// SPDX-License-Identifier: MIT
#include "core/analysis/roads/candidates.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/roads/candidate_criteria.h"
#include "core/analysis/rules/analysis_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banlang {
namespace {

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

std::vector<Candidate> rankedCandidates(const AnalysisContext& context) {
    const Weights& weights = context.rules().upgradeWeights;
    std::vector<Candidate> candidates = candidatesWithCriteria(context);
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

} // namespace

std::shared_ptr<const std::vector<Candidate>> upgradeCandidates(const AnalysisContext& context) {
    constexpr std::size_t textBytes = 400; // of names and two or three reasons in both languages
    return context.kept<std::vector<Candidate>>(
        {"upgrade-candidates", {.day = true}}, rankedCandidates, [](const std::vector<Candidate>& candidates) {
            return candidates.size() * (sizeof(Candidate) + textBytes + criterionCount * sizeof(double));
        });
}

} // namespace banlang
