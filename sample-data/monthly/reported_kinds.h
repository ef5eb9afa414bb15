// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

#include <span>
#include <string_view>

namespace banlang::sample {

/// A kind of records that communes report every month.
struct ReportedKind {
    Role role;
    std::string_view file;               ///< "hien dat"
    std::string_view title;              ///< stands over the list, in capitals
    std::span<const FieldHandle> fields; ///< what a list tells; a number comes first
    FieldHandle figure;                  ///< what is added up
    bool numbered;                       ///< by the commune, from 1 on
    bool saysItsDay;                     ///< has a field for the day of its report
};

[[nodiscard]] std::span<const ReportedKind> reportedKinds();
[[nodiscard]] std::size_t placeOf(const ReportedKind& kind, const FieldHandle& field); ///< a field that is not told throws

/// What is said of a record again and again, and may be said otherwise later: no number, no reference.
[[nodiscard]] bool mayChange(const ReportedKind& kind, const FieldHandle& field);
/// Of these, what a list may leave out: it has to be neither there nor exact in its month, as dates of events have.
[[nodiscard]] bool mayBeLeftOut(const ReportedKind& kind, const FieldHandle& field);

} // namespace banlang::sample
