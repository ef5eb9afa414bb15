// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link_override.h"
#include "core/store/file/detail/store_file.h"

#include <cstddef>
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

    /// Adds what another store decided and this one did not; what is superseded or taken back in one of them is so in both. Gives
    /// how many were new. Inside a transaction.
    [[nodiscard]] Result<std::size_t> unite(const StoreFile& other) const;

private:
    const StoreFile& file_;
};

} // namespace banlang::detail
