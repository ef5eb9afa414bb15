// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

// What several reports of one record come to. A pure function of the set of reports and of what supersedes what: the order in which
// they came to a store, and the stores through which they came, make no difference.

namespace banlang {

/// Where the geometry of a record stands among its fields.
inline constexpr std::size_t geometryPosition = 63;

/// One report of a record.
struct RecordReport {
    std::string id;                ///< the same in every store: hash of its batch and row
    std::uint32_t row = 0;         ///< of its values in the table of reports
    Date reportedOn;               ///< day as of which it speaks; no date: nobody said
    std::uint64_t stated = 0;      ///< fieldBit of what it says, values and erasures; of its geometry that of geometryPosition
    std::uint64_t held = 0;        ///< of these what waits for a person and does not count
    bool withdrawn = false;        ///< neither it nor its batch counts
    bool fromIssuersStore = false; ///< it was imported where the record is numbered
};

/// `newer` was made knowing `older` and takes its place in what both say. Indices of reports.
struct Supersession {
    std::uint32_t newer = 0;
    std::uint32_t older = 0;
};

/// Reports that say different things of one field for one day, none knowing the other; open until a person decides.
struct FieldConflict {
    std::size_t field = 0;
    std::vector<std::uint32_t> reports; ///< in the order of their ids
    std::uint32_t holding = 0;          ///< the report whose word counts meanwhile
};

struct RecordResolution {
    std::vector<std::uint64_t> counts; ///< per report: fieldBit of what counts from its day on
    std::vector<std::int32_t> last;    ///< per field, geometry at geometryPosition: the report whose word is the last one; -1: none
    std::vector<FieldConflict> conflicts;
};

/// The heads of each field are the live reports that say it and that no live report supersedes in it; reports that supersede one
/// another in a circle know nothing of each other. Heads of different days follow one another; heads of one day that say different
/// things are a conflict: meanwhile their nearest common ancestor counts, else the word of the issuer's own store, else the report
/// of the smallest id. Cost: square in the number of reports of the record.
[[nodiscard]] RecordResolution resolveReports(const FeatureTable& values, std::span<const RecordReport> reports,
                                              std::span<const Supersession> supersessions);

/// Whether two rows say the same of a field; geometries to a millimetre.
[[nodiscard]] bool saysTheSame(const FeatureTable& a, std::uint32_t rowA, const FeatureTable& b, std::uint32_t rowB,
                               std::size_t field);
/// What a row says: every field that is not blank, and a geometry that is not empty.
[[nodiscard]] std::uint64_t statedBy(const FeatureTable& values, std::uint32_t row);

} // namespace banlang
