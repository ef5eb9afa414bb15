// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link_override.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace banlang {

/// The live overrides by the words that they are about. Refers to them; they must outlive it.
class LinkOverrideIndex {
public:
    explicit LinkOverrideIndex(std::span<const LinkOverride> linkOverrides);

    /// Whether anything was decided about a field at all: most are never looked at.
    [[nodiscard]] bool any(Role role, std::string_view field) const;
    /// The override about exactly these words, nullptr when there is none; of live ones that agree the later.
    [[nodiscard]] const LinkOverride* find(Role role, std::string_view field, std::string_view rawText,
                                           std::string_view scope) const;
    /// Whether another live override says otherwise about the same words, as in stores that were merged: then none of them holds.
    [[nodiscard]] bool isDisputed(const LinkOverride& found) const { return disputed_.contains(&found); }

private:
    std::unordered_map<std::string, const LinkOverride*> linkOverrides_;
    std::unordered_set<const LinkOverride*> disputed_;
    std::unordered_set<std::string> fields_;
};

} // namespace banlang
