// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/rule_files/rule_files.h"

#include <memory>
#include <stdexcept>
#include <utility>

namespace banlang::test {

/// Rules with texts of a district's own.
inline std::shared_ptr<const AnalysisRules> rulesOf(RuleTexts texts) {
    auto rules = readRules(std::move(texts));
    if (!rules) throw std::invalid_argument(describe(rules.error(), Language::english));
    return *rules;
}

/// Asked of a district that the test holds and that outlives the context.
inline AnalysisContext contextOf(const District& district, Date asOf = {},
                                 std::shared_ptr<const AnalysisRules> rules = shippedRules()) {
    return {std::shared_ptr<const District>(std::shared_ptr<const void>(), &district), std::move(rules), asOf};
}
/// Of one that the context takes over.
inline AnalysisContext contextOf(District&& district, Date asOf = {}, std::shared_ptr<const AnalysisRules> rules = shippedRules()) {
    return {std::make_shared<const District>(std::move(district)), std::move(rules), asOf};
}

} // namespace banlang::test
