// SPDX-License-Identifier: MIT
#include "core/link/link_overrides.h"

#include <fmt/format.h>

namespace banlang {
namespace {

std::string fieldKey(Role role, std::string_view field) {
    return fmt::format("{}\x1f{}", indexOf(role), field);
}

std::string wordsKey(Role role, std::string_view field, std::string_view rawText, std::string_view scope) {
    return fmt::format("{}\x1f{}\x1f{}\x1f{}", indexOf(role), field, rawText, scope);
}

} // namespace

LinkOverrideIndex::LinkOverrideIndex(std::span<const LinkOverride> linkOverrides) {
    for (const LinkOverride& linkOverride : linkOverrides) {
        if (!linkOverride.live()) continue;
        const LinkOverride*& known =
            linkOverrides_[wordsKey(linkOverride.role, linkOverride.field, linkOverride.rawText, linkOverride.scope)];
        const bool disputed = known != nullptr && (disputed_.contains(known) || known->target != linkOverride.target);
        known = &linkOverride;
        if (disputed) disputed_.insert(known);
        fields_.insert(fieldKey(linkOverride.role, linkOverride.field));
    }
}

bool LinkOverrideIndex::any(Role role, std::string_view field) const {
    return !fields_.empty() && fields_.contains(fieldKey(role, field));
}

const LinkOverride* LinkOverrideIndex::find(Role role, std::string_view field, std::string_view rawText,
                                            std::string_view scope) const {
    const auto found = linkOverrides_.find(wordsKey(role, field, rawText, scope));
    return found == linkOverrides_.end() ? nullptr : found->second;
}

} // namespace banlang
