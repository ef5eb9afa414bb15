// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/link/link.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// The list of what is open, as a table that a person fills in and gives back. It holds names of people: for the working group only.

namespace banlang {

/// CSV (UTF-8 with BOM) with one line for all records that say the same: role, field, said, within, records, reason, candidates,
/// target, note, id. A person writes the key of the place into "target", or "-" where there is no such place. By "id" a line is
/// recognised although a spreadsheet made a date of "2/3" or ate the zeros of a code.
[[nodiscard]] std::string linkReviewTable(const District& district, std::span<const TableLinkReport> reports,
                                          std::size_t candidates, Language language);

/// One filled line of a review, as it was given.
struct ReviewLine {
    std::string role, field, rawText, scope, target, note, id;
    std::int64_t row = -1; ///< as the file shows it
};

/// Lines of a review table (CSV or any worksheet that Source reads). Lines without a target are left out.
[[nodiscard]] Result<std::vector<ReviewLine>> readLinkReviewTable(const std::string& path);

/// The overrides that lines ask for. Fails on the first line that is about no field of a kind, or whose target is not there; the
/// error names the file and the row.
[[nodiscard]] Result<std::vector<LinkOverride>> overridesFrom(std::span<const ReviewLine> lines, const std::string& path,
                                                              const District& district, std::span<const TableLinkReport> reports);

} // namespace banlang
