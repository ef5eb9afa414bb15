// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/records/detail/act_log.h"

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace banlang::detail {

/// What of another store came into the tables that rows do not live in.
struct MergedTables {
    std::map<std::int64_t, std::int64_t> batchOf; ///< number there -> number here; of all that either rows or edges name
    std::set<std::int64_t> newBatches;            ///< numbers there of those whose rows are wanted and lacking here
    std::set<std::pair<std::int64_t, std::uint32_t>> newerOfNewEdges; ///< reports here whose edges are new
    std::set<std::int64_t> newOrigins; ///< numbers here of batches that another office imported as well
    std::vector<Act> newActs;
    std::size_t documents = 0;
};

/// Which batches of the other store are wanted, by their numbers there; the others are only known by name, as long as edges lead to
/// them.
[[nodiscard]] Result<MergedTables> mergeTables(const Database& from, const Database& into, const std::set<std::int64_t>& wanted,
                                               std::int64_t importId);

} // namespace banlang::detail
