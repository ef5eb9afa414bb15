// SPDX-License-Identifier: MIT
#include "core/report/cell_suppression.h"

#include <optional>
#include <tuple>

namespace banlang {
namespace {

/// Rows and columns as nodes, hidden counts as edges between them. Raising one count by one and lowering others so that every sum
/// still holds is a directed circle in this graph; sums have the opposite sign of the counts they add up.
class Freedom {
public:
    Freedom(const CountTable& table, const std::vector<bool>& hidden) : table_(table), hidden_(hidden) {}

    /// May the count at (row, column) have another value than its own?
    [[nodiscard]] bool isFree(std::size_t row, std::size_t column) const {
        const std::size_t cell = table_.index(row, column);
        const std::size_t columnNode = table_.rows + column;
        return (runsToColumn(row, column) && reaches(columnNode, row, cell)) ||
               (runsToRow(row, column) && reaches(row, columnNode, cell));
    }

private:
    [[nodiscard]] bool mayChange(std::size_t cell, bool up) const { return hidden_[cell] && (up || table_.counts[cell] > 0); }
    [[nodiscard]] bool isSum(std::size_t row, std::size_t column) const {
        return (row + 1 == table_.rows) != (column + 1 == table_.columns);
    }
    [[nodiscard]] bool runsToColumn(std::size_t row, std::size_t column) const {
        return mayChange(table_.index(row, column), !isSum(row, column));
    }
    [[nodiscard]] bool runsToRow(std::size_t row, std::size_t column) const {
        return mayChange(table_.index(row, column), isSum(row, column));
    }
    [[nodiscard]] bool reaches(std::size_t from, std::size_t to, std::size_t without) const {
        std::vector<bool> seen(table_.rows + table_.columns);
        std::vector<std::size_t> open{from};
        seen[from] = true;
        while (!open.empty()) {
            const std::size_t node = open.back();
            open.pop_back();
            if (node == to) return true;
            const bool isRow = node < table_.rows;
            for (std::size_t other = 0; other < (isRow ? table_.columns : table_.rows); ++other) {
                const std::size_t row = isRow ? node : other;
                const std::size_t column = isRow ? other : node - table_.rows;
                const std::size_t next = isRow ? table_.rows + other : other;
                if (seen[next] || table_.index(row, column) == without) continue;
                if (!(isRow ? runsToColumn(row, column) : runsToRow(row, column))) continue;
                seen[next] = true;
                open.push_back(next);
            }
        }
        return false;
    }

    const CountTable& table_;
    const std::vector<bool>& hidden_;
};

std::size_t hiddenIn(const CountTable& table, const std::vector<bool>& hidden, std::size_t row, std::size_t column, bool alongRow) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < (alongRow ? table.columns : table.rows); ++i) {
        const std::size_t cell = alongRow ? table.index(row, i) : table.index(i, column);
        if (hidden[cell]) ++count;
    }
    return count;
}

/// The order in which counts are taken to be withheld: no sum, the line that hides least, no zero, one whose other line already
/// hides something, the smallest, the first.
using Cost = std::tuple<bool, std::size_t, bool, bool, std::int64_t, std::size_t>;

/// What could be hidden beside (row, column), in its row or its column.
void addCompanions(const CountTable& table, const std::vector<bool>& hidden, std::size_t row, std::size_t column,
                   std::optional<Cost>& best) {
    const auto consider = [&](std::size_t r, std::size_t c, bool alongRow) {
        const std::size_t cell = table.index(r, c);
        if (hidden[cell]) return;
        const bool sum = r + 1 == table.rows || c + 1 == table.columns;
        const Cost cost{sum,
                        hiddenIn(table, hidden, row, column, alongRow),
                        table.counts[cell] == 0,
                        hiddenIn(table, hidden, r, c, !alongRow) == 0,
                        table.counts[cell],
                        cell};
        if (!best || cost < *best) best = cost;
    };
    for (std::size_t c = 0; c < table.columns; ++c) consider(row, c, true);
    for (std::size_t r = 0; r < table.rows; ++r) consider(r, column, false);
}

std::optional<std::size_t> nextToHide(const CountTable& table, const std::vector<bool>& hidden) {
    const Freedom freedom(table, hidden);
    std::optional<Cost> best;
    for (std::size_t row = 0; row < table.rows; ++row) {
        for (std::size_t column = 0; column < table.columns; ++column) {
            if (!hidden[table.index(row, column)] || freedom.isFree(row, column)) continue;
            addCompanions(table, hidden, row, column, best);
        }
    }
    if (!best) return std::nullopt;
    return std::get<5>(*best);
}

} // namespace

std::vector<bool> hiddenCounts(const CountTable& table, Audience audience) {
    std::vector<bool> hidden(table.counts.size());
    for (std::size_t cell = 0; cell < hidden.size(); ++cell) {
        if (mustHide(audience, static_cast<std::size_t>(table.counts[cell]))) hidden[cell] = true;
    }
    while (const auto cell = nextToHide(table, hidden)) hidden[*cell] = true;
    return hidden;
}

} // namespace banlang
