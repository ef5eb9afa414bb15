// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/emulation.h"
#include "core/store/store.h"

namespace banlang {

/// A ranking as it was when it was frozen: numbers, rules and a hash over both. Later data do not change it.
struct FrozenStanding {
    std::string name;
    int year = 0;
    Date asOf;
    std::string frozenAt; ///< ISO 8601, UTC
    std::string content;  ///< JSON: "standing" as of standingJson, "rule_texts" (all files in force), "hash"

    [[nodiscard]] bool intact() const; ///< the hash is that of the content
    [[nodiscard]] std::string standing() const;
    [[nodiscard]] RuleTexts rules() const;
};

/// In the order of freezing.
[[nodiscard]] Result<std::vector<FrozenStanding>> frozenStandings(const std::string& storePath);
[[nodiscard]] Result<FrozenStanding> frozenStanding(const std::string& storePath, const std::string& name);
/// Fails when there is one of this name: a frozen ranking is never written over.
[[nodiscard]] Result<FrozenStanding> freezeStanding(const std::string& storePath, const std::string& name,
                                                    const EmulationStanding& standing, const RuleTexts& rules);

/// Whether the data of today, under the rules that were frozen with it, would still give the same.
[[nodiscard]] Result<bool> stillTheSame(const FrozenStanding& frozen, const District& district);

} // namespace banlang
