// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// Why a text named no row.
enum class MatchFailure : std::uint8_t {
    unknown,
    several,   ///< it names several, so it names none
    elsewhere, ///< only records of units that the record has nothing to do with bear it
    ended,     ///< the unit of this code was over before the day of the record
    recycled,  ///< the code was given to another unit, and nothing tells which of them is meant, or the one meant is not there
};

/// Row that a text names, and which step of the ladder found it.
struct TextMatch {
    std::int32_t row = notLinked;
    LinkMethod method = LinkMethod::none;
    MatchFailure failure = MatchFailure::unknown; ///< where there is no row

    /// Whether a further step of the ladder may be asked.
    [[nodiscard]] bool settled() const {
        return row >= 0 || failure == MatchFailure::several || failure == MatchFailure::ended || failure == MatchFailure::recycled;
    }
};

/// Finds rows by text: open addressing over the texts that it keeps. Remembers all rows that a text named: of several it identifies
/// none by itself. About 30 ns a look-up.
class TextIndex {
public:
    static constexpr std::int32_t absent = -1;
    static constexpr std::int32_t ambiguous = -2;

    explicit TextIndex(std::size_t expected = 0) { reserve(expected); }

    void add(std::string_view text, std::int32_t row) {
        if (text.empty()) return;
        if (2 * (entries_.size() + 1) > slots_.size()) reserve(2 * entries_.size() + 8);
        const std::size_t slot = slotOf(text);
        if (slots_[slot] == 0) {
            entries_.push_back({std::string(text), row, {}});
            slots_[slot] = static_cast<std::uint32_t>(entries_.size());
        } else {
            addAgain(entries_[slots_[slot] - 1], row);
        }
    }

    /// The row, or `absent`, or `ambiguous`.
    [[nodiscard]] std::int32_t find(std::string_view text) const {
        if (text.empty() || slots_.empty()) return absent;
        const std::size_t slot = slotOf(text);
        return slots_[slot] == 0 ? absent : entries_[slots_[slot] - 1].row;
    }

    /// All rows that a text names, in the order in which they came.
    [[nodiscard]] std::span<const std::int32_t> all(std::string_view text) const {
        if (text.empty() || slots_.empty()) return {};
        const std::size_t slot = slotOf(text);
        if (slots_[slot] == 0) return {};
        const Entry& entry = entries_[slots_[slot] - 1];
        return entry.row == ambiguous ? std::span<const std::int32_t>(entry.several) : std::span(&entry.row, 1);
    }

private:
    struct Entry {
        std::string text;
        std::int32_t row;
        std::vector<std::int32_t> several; ///< when there are more than one
    };

    static void addAgain(Entry& entry, std::int32_t row) {
        if (entry.row == row || (!entry.several.empty() && entry.several.back() == row)) return;
        if (entry.several.empty()) entry.several.push_back(entry.row);
        entry.several.push_back(row);
        entry.row = ambiguous;
    }

    [[nodiscard]] std::size_t slotOf(std::string_view text) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t slot = std::hash<std::string_view>{}(text)&mask;
        while (slots_[slot] != 0 && entries_[slots_[slot] - 1].text != text) slot = (slot + 1) & mask;
        return slot;
    }

    void reserve(std::size_t count) {
        std::size_t size = 16;
        while (size < 2 * count) size *= 2;
        slots_.assign(size, 0);
        for (std::size_t i = 0; i < entries_.size(); ++i) slots_[slotOf(entries_[i].text)] = static_cast<std::uint32_t>(i + 1);
    }

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_; ///< index of the entry plus one; 0 = free
};

} // namespace banlang
