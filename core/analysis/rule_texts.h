// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// The rule files in force: those that a district set for itself, and the shipped text of all others. Passed beside the District
/// to whatever works by rules; a default-made one means "as shipped".
struct RuleTexts {
    std::map<std::string, std::string, std::less<>> own; ///< by file name without folder: "emulation.toml"

    /// The text in force; empty when there is no such file.
    [[nodiscard]] std::string_view text(std::string_view file) const;
    [[nodiscard]] bool isReplaced(std::string_view file) const { return own.contains(file); }
};

/// A rule file that ships with the program and that a district may replace: only those that everything obeys.
struct RuleFile {
    std::string_view name;
    Label title;
};
[[nodiscard]] const std::vector<RuleFile>& shippedRuleFiles();

/// Reads a text as the named file with the same code that later works by it: an error names file, row, cause and fix. A name that
/// is not shipped is refused, but for further criteria sets ("criteria_*.toml").
[[nodiscard]] Result<void> checkRuleText(std::string_view file, std::string_view text);

} // namespace banlang
