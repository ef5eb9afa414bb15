// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/detail/sqlite.h"
#include "core/store/store.h"

namespace banlang {

struct Store::Impl {
    std::string path;
    int epsg = 0;
    detail::Database database;
};

namespace detail {

/// Runs `work` between BEGIN and COMMIT; a failure rolls back.
template <class Work> Result<void> inTransaction(const Database& database, Work&& work) {
    BANLANG_CHECK(database.run("BEGIN IMMEDIATE"));
    Result<void> done = work();
    if (done) done = database.run("COMMIT");
    if (!done) (void)database.run("ROLLBACK");
    return done;
}

} // namespace detail
} // namespace banlang
