// SPDX-License-Identifier: MIT
#include "core/link/decided.h"

#include <fmt/format.h>

namespace banlang {
namespace {

std::string fieldKey(Role role, std::string_view field) {
    return fmt::format("{}\x1f{}", indexOf(role), field);
}

std::string wordsKey(Role role, std::string_view field, std::string_view said, std::string_view within) {
    return fmt::format("{}\x1f{}\x1f{}\x1f{}", indexOf(role), field, said, within);
}

} // namespace

Decided::Decided(std::span<const LinkDecision> decisions) {
    for (const LinkDecision& decision : decisions) {
        if (!decision.live()) continue;
        decisions_[wordsKey(decision.role, decision.field, decision.said, decision.within)] = &decision;
        fields_.insert(fieldKey(decision.role, decision.field));
    }
}

bool Decided::any(Role role, std::string_view field) const {
    return !fields_.empty() && fields_.contains(fieldKey(role, field));
}

const LinkDecision* Decided::find(Role role, std::string_view field, std::string_view said, std::string_view within) const {
    const auto found = decisions_.find(wordsKey(role, field, said, within));
    return found == decisions_.end() ? nullptr : found->second;
}

} // namespace banlang
