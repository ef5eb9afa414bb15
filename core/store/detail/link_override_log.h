// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link_override.h"
#include "core/store/detail/store_file.h"

#include <span>
#include <vector>

namespace banlang::detail {

/// Everything that people decided about the links of a store; nothing in it is ever deleted. What is written is one transaction.
class LinkOverrideLog {
public:
    explicit LinkOverrideLog(const StoreFile& file) : file_(file) {} ///< refers to it
    [[nodiscard]] Result<std::vector<LinkOverride>> all() const;     ///< oldest first
    [[nodiscard]] Result<void> save(std::span<const LinkOverride> overrides) const;
    /// Fails (usage: not-decided) when there is no live one about these words.
    [[nodiscard]] Result<void> withdraw(const LinkOverride& linkOverride) const;

private:
    const StoreFile& file_;
};

} // namespace banlang::detail
