// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/period.h"
#include "core/base/result.h"
#include "core/geo/feature_table.h"
#include "core/intake/profile/encoding.h"
#include "core/intake/profile/import_profile.h"
#include "core/model/record_kinds.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang {

enum class Severity : std::uint8_t { note, warning, rejected };

/// Something about one row that the user should know: it was repaired, is doubtful, or was left out.
struct RowProblem {
    Severity severity = Severity::warning;
    std::string_view rule; ///< stable: "repeated-number", "self-intersection", "missing-geometry", "unknown-parcel", "bad-number"
    ErrorPlace where;
    Bilingual cause;
    Bilingual fix;
};

/// What the rows of a batch are beside what the store knew.
struct RecordCounts {
    std::size_t newRecords = 0;
    std::size_t newerReports = 0;  ///< of known records, as of another day, with other values
    std::size_t confirmed = 0;     ///< the same values again, as of a later day
    std::size_t unchanged = 0;     ///< the same again, of the same day or of none
    std::size_t corrected = 0;     ///< other values for the same day: they take the place of those before
    std::size_t conflicts = 0;     ///< other values, and nothing says which are right: open, what was known stands
    std::size_t waiting = 0;       ///< measured anew without a day: open, what was known stands
    std::size_t undated = 0;       ///< of the conflicts and of those that wait: whose report has no day
    std::size_t noLongerNamed = 0; ///< known records of the same issuers that the layer does not name; they stay
    bool operator==(const RecordCounts&) const = default;
};

/// One layer of one file after reading, repairing and checking: typed rows of one kind in the store's CRS, ready to be kept.
struct CheckedBatch {
    std::string file;
    std::string layer;
    std::string sha;
    Role role = Role::communes;
    std::string encoding;                                     ///< "UTF-8", "TCVN3"
    std::string crs;                                          ///< "EPSG:9209", empty for plain tables
    std::vector<std::pair<std::string, std::string>> mapping; ///< source column -> field
    ImportProfile profile;                                    ///< all that decided how the layer was read
    ImportProfile userProfile;                                ///< the part of it that a person decided, worth remembering
    std::vector<ColumnDecoding> decodings;                    ///< for the user to judge
    std::size_t rowsRead = 0;
    std::size_t rowsRejected = 0;
    FeatureTable rows;
    std::vector<std::uint32_t> sourceRows; ///< where each row stands in its source, as its user counts
    std::vector<std::uint64_t> erased;     ///< per row, fieldBit of what it says is to be blank; empty: nothing anywhere
    Date reportedOn;                       ///< day as of which rows speak that name none themselves; no date: nobody said
    bool reportYearMissing = false;        ///< its names say a day or month, and nothing says of which year
    std::optional<Period> period;          ///< its figures are totals of this time
    std::vector<RowProblem> problems;
    RecordCounts counts; ///< set against the store
};

} // namespace banlang
