// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"
#include "core/store/gpkg/detail/sqlite.h"

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>

// Beside its rows the store keeps all tables, and the links between them, as they lie in memory, so that opening reads large blobs
// and decodes no row. The rows are what counts; the copy is used only while nothing can have changed them since:
//
//   banlang_columns        kind, part (array), chunk by chunk: first element, count, packing, bytes, checksum of all these
//   banlang_columns_state  one row per kind that is copied, and one for the links
//
// Triggers on every table take its row, and that of the links, out of the state, whatever program makes the change. A table that
// another program made anew has no such triggers, and a signature tells so.

namespace banlang::detail {

/// What of the copy may be used.
struct CopyState {
    std::array<bool, roleCount> current{};
    std::array<std::size_t, roleCount> rowCounts{}; ///< of the kinds that are current
    bool links = false;                             ///< only when all kinds are current
    std::string edition;                            ///< differs after every change; empty without any copy

    [[nodiscard]] bool complete() const { return links; }
};
[[nodiscard]] CopyState copyStateOf(const Database& database);
/// Only the edition, to see that another connection sees the same.
[[nodiscard]] std::string copyEditionOf(const Database& database);

inline constexpr std::string_view linksPrefix = "links/"; ///< kind of the links of one table in banlang_columns

/// The most elements that a chunk may have.
inline constexpr std::size_t elementsPerChunk = std::size_t{1} << 19U;
/// What identifies a chunk, its place in its array, and its bytes.
struct ChunkHead {
    std::string_view kind;
    std::string_view part;
    std::int64_t first = 0;
    std::int64_t count = 0;
    std::int64_t packing = 0;
};
[[nodiscard]] std::int64_t chunkChecksum(const ChunkHead& head, std::span<const std::byte> bytes);

/// To be called by whoever changes rows of a table without its triggers.
[[nodiscard]] Result<void> markChanged(const Database& database, Role role);

/// Writes the tables that `before` does not hold, as they were read: before linking, which may end units. In a transaction that was
/// there before the district was read, and followed by the links.
[[nodiscard]] Result<void> writeTablesToCopy(const Database& database, const District& district, const CopyState& before);
[[nodiscard]] Result<void> writeLinksToCopy(const Database& database, const District& district);

} // namespace banlang::detail
