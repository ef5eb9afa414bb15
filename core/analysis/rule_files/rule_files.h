// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/analysis_rules.h"
#include "core/base/result.h"

#include <memory>
#include <string_view>

// Reading all rule files. It stands above the rooms whose figures and gaps the files may name.

namespace banlang {

/// Reads all rule files. The first that cannot be read is the error, with file, row, cause and fix: none stands in for it.
[[nodiscard]] Result<std::shared_ptr<const AnalysisRules>> readRules(RuleTexts texts);

/// As they ship with the program, for data of which no store sets its own. Read once.
[[nodiscard]] const std::shared_ptr<const AnalysisRules>& shippedRules();

/// Reads a text as the named file with the same code that later works by it: an error names file, row, cause and fix. A name that
/// is not shipped is refused, but for further criteria sets ("criteria_*.toml").
[[nodiscard]] Result<void> checkRuleText(std::string_view file, std::string_view text);

} // namespace banlang
