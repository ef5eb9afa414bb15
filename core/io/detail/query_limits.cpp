// SPDX-License-Identifier: MIT
#include "core/io/detail/query_limits.h"

#include <sqlite3.h>

#include <algorithm>
#include <limits>

namespace banlang::detail {
namespace {

constexpr int longestValue = 128 * 1024 * 1024;
constexpr std::uint64_t stepsForSmallFiles = 20'000'000;
constexpr std::uint64_t stepsForAByte = 4; ///< a row has some 20 bytes for each of its values, and takes some steps for each

int giveUp(void* /*data*/) {
    return 1;
}

} // namespace

void limitQueries(GDALDataset& dataset, std::uint64_t fileBytes) {
    auto* database = static_cast<sqlite3*>(dataset.GetInternalHandle("SQLITE_HANDLE"));
    if (database == nullptr) return;
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, longestValue);
    const std::uint64_t steps = stepsForSmallFiles + stepsForAByte * fileBytes;
    // SQLite asks every so many steps of one query; the first time is the last.
    sqlite3_progress_handler(database, static_cast<int>(std::min<std::uint64_t>(steps, std::numeric_limits<int>::max())), &giveUp,
                             nullptr);
}

} // namespace banlang::detail
