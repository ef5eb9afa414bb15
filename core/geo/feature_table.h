// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/geo/geometry_column.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banlang {

/// A column of UTF-8 (NFC) text in Arrow's layout: one character buffer and offsets. Missing and empty are the same.
class TextValues {
public:
    TextValues() = default;
    /// `offsets` rise from 0 to the number of characters; one more than there are rows.
    TextValues(std::vector<std::uint32_t> offsets, std::string characters)
        : offsets_(std::move(offsets)), characters_(std::move(characters)) {}
    [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }
    [[nodiscard]] std::string_view operator[](std::size_t row) const {
        return std::string_view(characters_).substr(offsets_[row], offsets_[row + 1] - offsets_[row]);
    }
    void append(std::string_view value) {
        characters_.append(value);
        offsets_.push_back(static_cast<std::uint32_t>(characters_.size()));
    }
    [[nodiscard]] std::size_t characterCount() const { return characters_.size(); }
    [[nodiscard]] const std::vector<std::uint32_t>& offsets() const { return offsets_; }
    [[nodiscard]] const std::string& characters() const { return characters_; }
    void reserve(std::size_t rows, std::size_t characters) {
        offsets_.reserve(rows + 1);
        characters_.reserve(characters);
    }
    /// Takes over an Arrow utf8 batch as it is: `offsets` has count + 1 entries, relative to `characters`.
    void appendArrow(const std::int32_t* offsets, const char* characters, std::size_t count);

private:
    std::vector<std::uint32_t> offsets_{0};
    std::string characters_;
};

enum class ColumnType : std::uint8_t { text, number, date };

/// One attribute of all features: exactly one of the three vectors is in use and has one entry per row.
/// Missing is "" for text, NaN for numbers, no date for dates. Yes/no values are the numbers 1 and 0.
struct Column {
    std::string name;
    ColumnType type = ColumnType::text;
    TextValues text;
    std::vector<double> numbers;
    std::vector<Date> dates;

    static constexpr double missingNumber = std::numeric_limits<double>::quiet_NaN();

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool isMissing(std::size_t row) const;
    /// The value as machine text: ISO dates, shortest exact number with a dot, "" for missing.
    [[nodiscard]] std::string valueText(std::size_t row) const;
    void appendMissing();
};

/// A layer or table in memory: columns side by side, all of the same length, and the geometries (kind none: a plain table).
struct FeatureTable {
    std::string name;
    std::vector<Column> columns;
    GeometryColumn geometry;
    std::size_t rowCount = 0;

    [[nodiscard]] const Column* find(std::string_view columnName) const; ///< nullptr if there is no such column
    [[nodiscard]] Column* find(std::string_view columnName);

    /// Values of a column that may be absent: a missing column reads as all missing.
    [[nodiscard]] std::string_view textAt(std::string_view columnName, std::size_t row) const;
    [[nodiscard]] double numberAt(std::string_view columnName, std::size_t row) const;
    [[nodiscard]] Date dateAt(std::string_view columnName, std::size_t row) const;
};

} // namespace banlang
