// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

#include <cstdint>
#include <vector>

namespace banlang {

/// What several reports said of records of one kind, one row per report; a record of which one report speaks has none here, being
/// that report itself. The row of the record in its table is what all of them come to on the last day.
struct RecordReports {
    FeatureTable rows;                       ///< columns of the kind, without geometry
    std::vector<std::uint32_t> record;       ///< row in the table of the kind; rising
    std::vector<Date> reportedOn;            ///< the day as of which the report speaks; no date: nobody said
    std::vector<std::uint64_t> fieldsStated; ///< bit per field position: the report's word on it counts, also that it is blank

    [[nodiscard]] bool empty() const { return record.empty(); }
};

/// Bit of a field in RecordReports::fieldsStated.
[[nodiscard]] constexpr std::uint64_t fieldBit(std::size_t position) {
    return std::uint64_t{1} << position;
}

} // namespace banlang
