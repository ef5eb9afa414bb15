// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/transaction.h"

#include "core/base/write_error.h"

#include <fmt/format.h>

namespace banlang::detail {
namespace {

enum class Mark { noTable, unset, set };

Mark markOf(const Database& database) {
    Statement table = database.prepare(fmt::format("SELECT 1 FROM sqlite_master WHERE name = '{}'", writingMark));
    if (!table.row()) return Mark::noTable;
    Statement mark = database.prepare(fmt::format("SELECT 1 FROM {}", writingMark));
    return mark.row() ? Mark::set : Mark::unset;
}

} // namespace

Result<void> beginWriting(const Database& database, const Progress& progress) {
    Result<void> begun = database.run("BEGIN IMMEDIATE");
    if (!begun && progress.shouldStop()) return Unexpected(stoppedError(database.path()));
    return begun;
}

Result<void> markWriting(const Database& database) {
    if (markOf(database) != Mark::unset) return {};
    return database.run(fmt::format("INSERT INTO {} (since) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))", writingMark));
}

Result<void> unmarkWriting(const Database& database) {
    return markOf(database) == Mark::set ? database.run(fmt::format("DELETE FROM {}", writingMark)) : Result<void>();
}

} // namespace banlang::detail
