// SPDX-License-Identifier: MIT
#include "core/report/cell_suppression.h"
#include "tests/support/soak_round.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace banlang {
namespace {

CountTable withSums(std::size_t rows, std::size_t columns, const std::vector<long>& inner) {
    CountTable table{rows + 1, columns + 1, std::vector<long>((rows + 1) * (columns + 1))};
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            const long count = inner[r * columns + c];
            table.counts[table.index(r, c)] = count;
            table.counts[table.index(r, columns)] += count;
            table.counts[table.index(rows, c)] += count;
            table.counts[table.index(rows, columns)] += count;
        }
    }
    return table;
}

/// Every filling in which each inner count is its own value or one beside it, as far as it agrees with what is told.
class Reader {
public:
    Reader(const CountTable& table, const std::vector<bool>& hidden)
        : table_(table), hidden_(hidden), knows_(table.counts.size(), true) {
        fill(0, std::vector<long>((table.rows - 1) * (table.columns - 1)));
    }
    [[nodiscard]] bool knows(std::size_t cell) const { return knows_[cell]; }

private:
    void fill(std::size_t at, std::vector<long> inner) {
        if (at < inner.size()) {
            const std::size_t cell = table_.index(at / (table_.columns - 1), at % (table_.columns - 1));
            const long reach = hidden_[cell] ? 1 : 0;
            for (inner[at] = std::max(0L, table_.counts[cell] - reach); inner[at] <= table_.counts[cell] + reach; ++inner[at]) {
                fill(at + 1, inner);
            }
            return;
        }
        const CountTable filled = withSums(table_.rows - 1, table_.columns - 1, inner);
        for (std::size_t cell = 0; cell < filled.counts.size(); ++cell) {
            if (!hidden_[cell] && filled.counts[cell] != table_.counts[cell]) return;
        }
        for (std::size_t cell = 0; cell < filled.counts.size(); ++cell) {
            if (filled.counts[cell] != table_.counts[cell]) knows_[cell] = false;
        }
    }

    const CountTable& table_;
    const std::vector<bool>& hidden_;
    std::vector<bool> knows_;
};

TEST(HiddenCounts, NoneCanBeWorkedOutFromTheSums) {
    std::mt19937 random(20220518 + test::soakRound());
    std::size_t hiddenCells = 0;
    std::size_t shownCells = 0;
    for (int round = 0; round < 120; ++round) {
        std::vector<long> inner(9);
        for (long& count : inner) count = static_cast<long>(random() % 7);
        const CountTable table = withSums(3, 3, inner);
        const auto hidden = hiddenCounts(table, Audience::meeting);
        const Reader reader(table, hidden);
        for (std::size_t cell = 0; cell < hidden.size(); ++cell) {
            const bool small = table.counts[cell] == 1 || table.counts[cell] == 2;
            EXPECT_TRUE(hidden[cell] || !small);
            EXPECT_FALSE(hidden[cell] && reader.knows(cell)) << "round " << round << " cell " << cell;
            ++(hidden[cell] ? hiddenCells : shownCells);
        }
    }
    EXPECT_GT(shownCells, hiddenCells / 2);
}

TEST(HiddenCounts, SmallCountTakesAnotherOfItsRowAndOfItsColumnWithIt) {
    const CountTable table = withSums(3, 3, {1, 9, 8, 7, 6, 9, 8, 9, 5});
    const auto hidden = hiddenCounts(table, Audience::meeting);
    EXPECT_TRUE(hidden[0]);
    for (std::size_t line = 0; line < 4; ++line) {
        int inRow = 0;
        int inColumn = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            inRow += hidden[table.index(line, i)] ? 1 : 0;
            inColumn += hidden[table.index(i, line)] ? 1 : 0;
        }
        EXPECT_NE(inRow, 1);
        EXPECT_NE(inColumn, 1);
    }
    EXPECT_EQ(std::count(hidden.begin(), hidden.end(), true), 4);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_FALSE(hidden[table.index(3, i)]);
}

TEST(HiddenCounts, WorkingGroupSeesAllAndLargeCountsAreToldToAll) {
    const auto inside = hiddenCounts(withSums(2, 2, {1, 2, 0, 4}), Audience::workingGroup);
    EXPECT_EQ(std::count(inside.begin(), inside.end(), true), 0);
    const auto large = hiddenCounts(withSums(2, 2, {3, 0, 12, 4}), Audience::publicNotice);
    EXPECT_EQ(std::count(large.begin(), large.end(), true), 0);
}

} // namespace
} // namespace banlang
