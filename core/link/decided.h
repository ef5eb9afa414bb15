// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link_decision.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace banlang {

/// The live decisions by the words that they are about. Refers to them; they must outlive it.
class Decided {
public:
    explicit Decided(std::span<const LinkDecision> decisions);

    /// Whether anything was decided about a field at all: most are never looked at.
    [[nodiscard]] bool any(Role role, std::string_view field) const;
    /// The decision about exactly these words, nullptr when there is none; of two live ones the later.
    [[nodiscard]] const LinkDecision* find(Role role, std::string_view field, std::string_view said, std::string_view within) const;

private:
    std::unordered_map<std::string, const LinkDecision*> decisions_;
    std::unordered_set<std::string> fields_;
};

} // namespace banlang
