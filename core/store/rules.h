// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rule_texts.h"

namespace banlang {

// The rule files that a district set for itself live in its store, so that they travel with the data.

[[nodiscard]] Result<RuleTexts> storedRules(const std::string& storePath);
/// Checks the text and keeps it in place of the shipped file.
[[nodiscard]] Result<void> setRule(const std::string& storePath, const std::string& file, const std::string& text);
/// Back to what ships. Fails when the file is not replaced.
[[nodiscard]] Result<void> resetRule(const std::string& storePath, const std::string& file);

} // namespace banlang
