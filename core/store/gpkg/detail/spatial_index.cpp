// SPDX-License-Identifier: MIT
// Nodes are written as SQLite's R*Tree module lays them out (https://www.sqlite.org/rtree.html, section "Shadow tables"): in the
// root the depth of the tree in 2 bytes, the number of cells in 2 bytes, then per cell a 64-bit id and four 32-bit bounds, all
// big-endian.
#include "core/store/gpkg/detail/spatial_index.h"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <limits>

namespace banlang::detail {
namespace {

constexpr std::size_t headSize = 4;
constexpr std::size_t cellSize = 24;

struct Node {
    std::int64_t number = 0;
    Box box;
};

template <class Number> void putBigEndian(std::vector<std::byte>& bytes, std::size_t at, Number number) {
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        bytes[at + i] = static_cast<std::byte>(number >> (8 * (sizeof(Number) - 1 - i)) & 0xFF);
}

/// The nearest 32-bit bounds that still hold the box.
std::uint32_t boundBelow(double value) {
    auto bound = static_cast<float>(value);
    if (static_cast<double>(bound) > value) bound = std::nextafter(bound, -std::numeric_limits<float>::infinity());
    return std::bit_cast<std::uint32_t>(bound);
}
std::uint32_t boundAbove(double value) {
    auto bound = static_cast<float>(value);
    if (static_cast<double>(bound) < value) bound = std::nextafter(bound, std::numeric_limits<float>::infinity());
    return std::bit_cast<std::uint32_t>(bound);
}

void putCell(std::vector<std::byte>& bytes, std::size_t cell, std::int64_t number, const Box& box) {
    const std::size_t at = headSize + cell * cellSize;
    putBigEndian(bytes, at, static_cast<std::uint64_t>(number));
    putBigEndian(bytes, at + 8, boundBelow(box.minX));
    putBigEndian(bytes, at + 12, boundAbove(box.maxX));
    putBigEndian(bytes, at + 16, boundBelow(box.minY));
    putBigEndian(bytes, at + 20, boundAbove(box.maxY));
}

/// Writes the tree level by level, leaves first; the root always has number 1.
class TreeWriter {
public:
    TreeWriter(const Database& database, std::string_view table, std::size_t nodeSize)
        : database_(database), nodeSize_(nodeSize), capacity_((nodeSize - headSize) / cellSize),
          node_(database.prepare(fmt::format("INSERT OR REPLACE INTO \"rtree_{}_geom_node\" VALUES (?, ?)", table))),
          parent_(database.prepare(fmt::format("INSERT INTO \"rtree_{}_geom_parent\" VALUES (?, ?)", table))),
          rowid_(database.prepare(fmt::format("INSERT INTO \"rtree_{}_geom_rowid\" VALUES (?, ?)", table))) {}

    Result<void> write(std::span<const IndexEntry> entries) {
        std::vector<Node> level;
        for (const IndexEntry& entry : entries) level.push_back({entry.fid, entry.box});
        for (std::uint16_t depth = 0; depth == 0 || level.size() > 1; ++depth) {
            BANLANG_TRY(above, writeLevel(level, depth));
            level = std::move(above);
        }
        return {};
    }

private:
    /// Nodes of equal fill over one level; `depth` counts from the leaves.
    Result<std::vector<Node>> writeLevel(const std::vector<Node>& children, std::uint16_t depth) {
        const std::size_t count = (children.size() + capacity_ - 1) / capacity_;
        std::vector<Node> nodes;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t first = children.size() * i / count;
            const std::size_t last = children.size() * (i + 1) / count;
            const bool root = count == 1;
            const std::int64_t number = root ? 1 : next_++;
            std::vector<std::byte> bytes(nodeSize_);
            if (root) putBigEndian(bytes, 0, depth);
            putBigEndian(bytes, 2, static_cast<std::uint16_t>(last - first));
            Node node{number, {}};
            for (std::size_t child = first; child < last; ++child) {
                putCell(bytes, child - first, children[child].number, children[child].box);
                node.box.grow(children[child].box);
                BANLANG_CHECK(insert(depth == 0 ? rowid_ : parent_, children[child].number, number));
            }
            node_.bind(1, number);
            node_.bind(2, std::span<const std::byte>(bytes));
            if (!node_.done()) return Unexpected(database_.error());
            nodes.push_back(node);
        }
        return nodes;
    }

    Result<void> insert(Statement& statement, std::int64_t number, std::int64_t owner) {
        statement.bind(1, number);
        statement.bind(2, owner);
        if (!statement.done()) return Unexpected(database_.error());
        return {};
    }

    const Database& database_;
    std::size_t nodeSize_;
    std::size_t capacity_;
    std::int64_t next_ = 2;
    Statement node_;
    Statement parent_;
    Statement rowid_;
};

Result<void> insertOneByOne(const Database& database, std::string_view table, std::span<const IndexEntry> entries) {
    Statement insert = database.prepare(fmt::format("INSERT INTO \"rtree_{}_geom\" VALUES (?, ?, ?, ?, ?)", table));
    for (const IndexEntry& entry : entries) {
        insert.bind(1, entry.fid);
        insert.bind(2, entry.box.minX);
        insert.bind(3, entry.box.maxX);
        insert.bind(4, entry.box.minY);
        insert.bind(5, entry.box.maxY);
        if (!insert.done()) return Unexpected(database.error());
    }
    return {};
}

} // namespace

Result<void> addToSpatialIndex(const Database& database, std::string_view table, std::span<const IndexEntry> entries) {
    if (entries.empty()) return {};
    Statement filled = database.prepare(fmt::format("SELECT 1 FROM \"rtree_{}_geom_rowid\" LIMIT 1", table));
    const bool empty = !filled.row();
    // An index that was used in this connection before keeps its depth in memory; so small ones are not rebuilt behind its back.
    constexpr std::size_t worthIt = 1'000;
    Statement root = database.prepare(fmt::format("SELECT length(data) FROM \"rtree_{}_geom_node\" WHERE nodeno = 1", table));
    const std::size_t nodeSize = root.row() ? static_cast<std::size_t>(root.integer(0)) : 0;
    if (!empty || entries.size() < worthIt || nodeSize < headSize + 3 * cellSize) return insertOneByOne(database, table, entries);
    database.allowIndexNodes(true);
    auto written = TreeWriter(database, table, nodeSize).write(entries);
    database.allowIndexNodes(false);
    return written;
}

} // namespace banlang::detail
