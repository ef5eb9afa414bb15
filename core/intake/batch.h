// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"
#include "core/geo/feature_table.h"
#include "core/intake/profile/encoding.h"
#include "core/intake/profile/import_profile.h"
#include "core/model/record_kinds.h"

#include <string>
#include <vector>

namespace banlang {

enum class Severity : std::uint8_t { note, warning, rejected };

/// Something about one row that the user should know: it was repaired, is doubtful, or was left out.
struct RowProblem {
    Severity severity = Severity::warning;
    std::string_view rule; ///< stable: "duplicate-key", "self-intersection", "missing-geometry", "unknown-parcel", "bad-number"
    ErrorPlace where;
    Bilingual cause;
    Bilingual fix;
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
    std::vector<RowProblem> problems;
    std::vector<std::int64_t> replaces; ///< batches of the store that this one says anew
    FeatureTable kept;                  ///< their rows that it does not name: they stay, as rows of this batch
    std::size_t rowsKept = 0;
};

} // namespace banlang
