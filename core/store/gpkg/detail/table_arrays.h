// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace banlang::detail {

/// One of the arrays that a table or its links consist of, as it lies in memory. Its name is unique in its table.
struct TableArray {
    std::string name;
    std::size_t elementSize = 1;
    std::span<const std::byte> bytes;
};

/// Boxes are left out: they follow from the coordinates.
[[nodiscard]] std::vector<TableArray> arraysOf(const FeatureTable& table);
[[nodiscard]] std::vector<TableArray> arraysOf(const TableLinks& links);

/// The same arrays, to be filled.
struct ArraySlot {
    std::string name;
    std::size_t elementSize = 1;
    std::function<std::span<std::byte>(std::size_t count)> makeRoom;
};

/// A table whose arrays are filled in any order, also by several threads at once.
class TableInMaking {
public:
    TableInMaking(Role role, std::size_t rowCount);

    /// Valid as long as this stays where it is.
    [[nodiscard]] std::vector<ArraySlot> slots();
    /// Fills the rest. False when the arrays do not make up a table.
    [[nodiscard]] bool finish();
    [[nodiscard]] FeatureTable take() { return std::move(table_); }

private:
    struct TextBuffers {
        std::vector<std::uint32_t> offsets;
        std::string characters;
    };
    FeatureTable table_;
    std::vector<TextBuffers> texts_; ///< one per column
};

[[nodiscard]] std::vector<ArraySlot> slotsOf(TableLinks& links);
/// True when all links lead to rows that are there.
[[nodiscard]] bool leadToRows(const District& district, Role role);

} // namespace banlang::detail
