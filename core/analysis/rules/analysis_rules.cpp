// SPDX-License-Identifier: MIT
#include "core/analysis/rules/analysis_rules.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <set>

namespace banlang {
namespace {

/// Over every text in force, each with its name and length, and over the weights.
std::string fingerprintOf(const AnalysisRules& rules) {
    std::string all;
    const auto add = [&](std::string_view file) {
        const std::string_view text = rules.texts.text(file);
        all += fmt::format("{} {}\n{}", file, text.size(), text);
    };
    std::set<std::string_view> files;
    for (const RuleFile& file : shippedRuleFiles()) files.insert(file.name);
    for (const auto& [file, text] : rules.texts.own) files.insert(file);
    for (const std::string_view file : files) add(file);
    for (const double weight : rules.upgradeWeights.values) all += fmt::format("{} ", weight);
    const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

} // namespace

void AnalysisRules::seal() {
    fingerprint = fingerprintOf(*this);
}

std::shared_ptr<const AnalysisRules> AnalysisRules::withWeights(Weights weights) const {
    AnalysisRules other = *this;
    other.upgradeWeights = std::move(weights);
    other.seal();
    return std::make_shared<const AnalysisRules>(std::move(other));
}

} // namespace banlang
