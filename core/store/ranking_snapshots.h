// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/ranking/commune_ranking.h"
#include "core/analysis/rules/rule_texts.h"
#include "core/store/store.h"

namespace banlang {

/// A ranking as it was when it was frozen: numbers, rules and a hash over both. Later data do not change it.
struct RankingSnapshot {
    std::string name;
    int year = 0;
    Date asOf;
    std::string frozenAt; ///< ISO 8601, UTC
    std::string content;  ///< JSON: "standing" as of communeRankingJson, "rule_texts" (all files in force), "hash"

    [[nodiscard]] bool intact() const; ///< the hash is that of the content
    [[nodiscard]] std::string ranking() const;
    [[nodiscard]] Result<RuleTexts> rules() const; ///< an error where the content is no longer whole
};

/// In the order of freezing.
[[nodiscard]] Result<std::vector<RankingSnapshot>> rankingSnapshots(const std::string& storePath);
[[nodiscard]] Result<RankingSnapshot> rankingSnapshot(const std::string& storePath, const std::string& name);
/// Fails when there is one of this name: a frozen ranking is never written over.
[[nodiscard]] Result<RankingSnapshot> saveRankingSnapshot(const std::string& storePath, const std::string& name,
                                                          const CommuneRanking& current, const RuleTexts& rules);

/// Whether the data of today, under the rules that were frozen with it, would still give the same.
[[nodiscard]] Result<bool> isReproducible(const RankingSnapshot& frozen, const std::shared_ptr<const District>& district);

} // namespace banlang
