// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/gpkg/detail/sqlite.h"

#include <string_view>

namespace banlang::detail {

/// Keeps what is read in `work` from changing meanwhile, for other connections too unless the file is in WAL mode.
template <class Work> auto inReadTransaction(const Database& database, Work&& work) -> decltype(work()) {
    BANLANG_CHECK(database.run("BEGIN; SELECT count(*) FROM sqlite_master"));
    auto done = work();
    (void)database.run("COMMIT");
    return done;
}

/// Table that has a row while this program rewrites rows that are reports: the triggers that watch other programs let it pass.
inline constexpr std::string_view writingMark = "banlang_writing";
/// To be called inside a transaction before rows are removed or their values changed; the end of the transaction takes it back.
[[nodiscard]] Result<void> markWriting(const Database& database);
[[nodiscard]] Result<void> unmarkWriting(const Database& database);

[[nodiscard]] Result<void> beginWriting(const Database& database, const Progress& progress);

/// Runs `work` between BEGIN and COMMIT; a failure rolls back, and so does a `dryRun`. Waits for others that write, until the
/// progress says to stop.
template <class Work>
Result<void> inTransaction(const Database& database, Work&& work, bool dryRun = false, const Progress& progress = {}) {
    database.waitWith(progress);
    Result<void> done = beginWriting(database, progress);
    if (!done) return done;
    done = work();
    if (done) done = unmarkWriting(database);
    if (done && !dryRun) done = database.run("COMMIT");
    if (!done || dryRun) (void)database.run("ROLLBACK");
    return done;
}

} // namespace banlang::detail
