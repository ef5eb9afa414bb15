// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/analysis_rules.h"

namespace banlang {

// The rule files that a district set for itself live in its store, so that they travel with the data.

/// As the analyses go by them. A text that cannot be read, which only another program or version can have left there, is an error
/// that names the store, the file and its row.
[[nodiscard]] Result<std::shared_ptr<const AnalysisRules>> storedRules(const std::string& storePath);
/// The texts as they are, for those who show or mend them.
[[nodiscard]] Result<RuleTexts> storedRuleTexts(const std::string& storePath);
/// Checks the text and keeps it in place of the shipped file.
[[nodiscard]] Result<void> setRule(const std::string& storePath, const std::string& file, const std::string& text);
/// Back to what ships. Fails when the file is not replaced.
[[nodiscard]] Result<void> resetRule(const std::string& storePath, const std::string& file);

} // namespace banlang
