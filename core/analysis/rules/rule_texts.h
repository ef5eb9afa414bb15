// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// The rule files in force: those that a district set for itself, and the shipped text of all others. A default-made one means "as
/// shipped". What works by rules takes them read (AnalysisRules).
struct RuleTexts {
    std::map<std::string, std::string, std::less<>> own; ///< by file name without folder: "emulation.toml"

    /// The text in force; empty when there is no such file.
    [[nodiscard]] std::string_view text(std::string_view file) const;
    [[nodiscard]] bool isReplaced(std::string_view file) const { return own.contains(file); }
};

/// The longest rule file has some kilobytes; a text that is longer than this was never written by a person.
inline constexpr std::uintmax_t largestRuleText = std::uintmax_t{4} * 1024 * 1024;

/// A rule file that ships with the program and that a district may replace: only those that everything obeys.
struct RuleFile {
    std::string_view name;
    Label title;
};
[[nodiscard]] const std::vector<RuleFile>& shippedRuleFiles();

} // namespace banlang
