// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/office.h"

#include <optional>
#include <string>
#include <string_view>

// Whose store it is. What a person said is kept and holds through imports and merges; the rest is guessed anew from the communes
// whenever it is asked for, and never kept.

namespace banlang {

/// What a person says of the office; what is not said stays as it was.
struct OfficeChange {
    std::optional<std::string> code;
    std::optional<std::string> name;
    std::optional<OfficeLevel> level;
    std::optional<std::string> authority; ///< empty: a title block has no line above
    [[nodiscard]] bool empty() const { return !code && !name && !level && !authority; }
};

/// A level by its id, for people: fails with those that there are. "unknown" is none that can be said.
[[nodiscard]] Result<OfficeLevel> officeLevelNamed(std::string_view text);

[[nodiscard]] Result<Office> storedOffice(const std::string& storePath);
/// Keeps the change in one transaction and gives the office as it is then; a dry run keeps nothing. A code alone tells the level
/// too. Fails with "bad-office" where a value cannot be: a blank or many-lined text, a code that no issuer has, a code of another
/// level.
[[nodiscard]] Result<Office> setOffice(const std::string& storePath, const OfficeChange& change, bool dryRun = false);

} // namespace banlang
