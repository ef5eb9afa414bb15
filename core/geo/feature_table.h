// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/geo/geometry_column.h"

#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
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

/// Kinds of tables as a set of bits: core/model gives one bit to each kind of record. 0: a table with columns of its own.
using TableKinds = std::uint64_t;

/// A column that all tables of a kind have, known when the program is built: how loops and rules reach a column, where a name would
/// be misspelt in silence. Declared once, in core/model/fields.
struct FieldHandle {
    std::string_view name; ///< column in the store; the unit is part of it: bed_width_m, area_m2, loan_vnd
    ColumnType type = ColumnType::text;
    std::uint16_t position = 0; ///< of the column in a whole table of the kind; several kinds: of the first
    TableKinds kinds = 0;       ///< whose column it is
};
template <ColumnType type> struct TypedField : FieldHandle {};
using TextField = TypedField<ColumnType::text>;
using NumberField = TypedField<ColumnType::number>;
using DateField = TypedField<ColumnType::date>;

/// One column to be read row by row; of an absent one every value is missing. Valid while the table keeps its columns.
template <ColumnType type> class ColumnView {
public:
    explicit ColumnView(const Column* column) : values_(column == nullptr || column->type != type ? nullptr : &valuesOf(*column)) {}
    [[nodiscard]] bool present() const { return values_ != nullptr; }
    [[nodiscard]] bool isMissing(std::size_t row) const {
        if constexpr (type == ColumnType::text)
            return (*this)[row].empty();
        else if constexpr (type == ColumnType::number)
            return std::isnan((*this)[row]);
        else
            return !(*this)[row].known();
    }
    /// A std::string_view, a double or a Date.
    [[nodiscard]] auto operator[](std::size_t row) const {
        if constexpr (type == ColumnType::text)
            return values_ == nullptr ? std::string_view{} : (*values_)[row];
        else if constexpr (type == ColumnType::number)
            return values_ == nullptr ? Column::missingNumber : (*values_)[row];
        else
            return values_ == nullptr ? Date{} : (*values_)[row];
    }

private:
    static const auto& valuesOf(const Column& column) {
        if constexpr (type == ColumnType::text)
            return column.text;
        else if constexpr (type == ColumnType::number)
            return column.numbers;
        else
            return column.dates;
    }
    std::add_pointer_t<decltype(valuesOf(std::declval<const Column&>()))> values_;
};

using TextView = ColumnView<ColumnType::text>;
using NumberView = ColumnView<ColumnType::number>;
using DateView = ColumnView<ColumnType::date>;

/// A layer or table in memory: columns side by side, all of the same length, and the geometries (kind none: a plain table).
struct FeatureTable {
    std::string name;
    std::vector<Column> columns;
    GeometryColumn geometry;
    std::size_t rowCount = 0;
    TableKinds kind = 0; ///< whose fields the columns are; a table in the making may lack some

    /// nullptr if there is no such column. Names are for what learns them while the program runs: import, store, exports.
    [[nodiscard]] const Column* columnNamed(std::string_view columnName) const;
    [[nodiscard]] Column* columnNamed(std::string_view columnName);

    /// The column of a field: at its place, without a search, in whole tables of its kind.
    [[nodiscard]] const Column* find(const FieldHandle& field) const {
        return isAtItsPlace(field) ? &columns[field.position] : columnNamed(field.name);
    }
    [[nodiscard]] Column* find(const FieldHandle& field) {
        return isAtItsPlace(field) ? &columns[field.position] : columnNamed(field.name);
    }

    template <ColumnType type> [[nodiscard]] ColumnView<type> column(const TypedField<type>& field) const {
        return ColumnView<type>(find(field));
    }
    [[nodiscard]] std::string_view textAt(const TextField& field, std::size_t row) const { return column(field)[row]; }
    [[nodiscard]] double numberAt(const NumberField& field, std::size_t row) const { return column(field)[row]; }
    [[nodiscard]] Date dateAt(const DateField& field, std::size_t row) const { return column(field)[row]; }

private:
    [[nodiscard]] bool isAtItsPlace(const FieldHandle& field) const {
        assert((kind == 0 || (kind & field.kinds) != 0) && "a field of another kind of records");
        return field.position < columns.size() && columns[field.position].name == field.name;
    }
};

/// Adds rows of another table, column by column of the same name and type; what it lacks is missing.
void appendRows(FeatureTable& rows, const FeatureTable& from, std::span<const std::uint32_t> chosen);

} // namespace banlang
