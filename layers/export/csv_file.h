// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "layers/map_layer.h"

#include <optional>
#include <string>
#include <string_view>

namespace banlang {

enum class CsvGeometry : std::uint8_t {
    none,
    wkt, ///< one column of well-known text
    xy   ///< two columns with a representative point: easting and northing
};
[[nodiscard]] std::optional<CsvGeometry> csvGeometryFromId(std::string_view id); ///< "none", "wkt", "xy"

struct CsvOptions {
    CsvGeometry geometry = CsvGeometry::none;
    bool displayNames = false; ///< the head row holds the readers' names, not the stable machine names

    bool operator==(const CsvOptions&) const = default;
};

/// A text as a cell: in quotation marks, and no formula (core/text/formula_escape.h).
[[nodiscard]] std::string csvText(std::string_view text);

/// One column of the file.
struct CsvColumn {
    enum class Kind : std::uint8_t { text, number, date, wkt, x, y };
    std::string name;  ///< machine name; a coordinate's says its CRS: x_east_epsg9209
    std::string title; ///< reader's name
    Kind kind = Kind::text;
    int decimals = 0;
    const Column* source = nullptr; ///< none for coordinates
};

/// A table as text (RFC 4180, UTF-8 with its mark, lines end with CR LF), as a spreadsheet in the reader's language expects it:
/// Vietnamese has ';' between cells, a decimal comma and 18/5/2022; English has ',', a point and 2022-05-18. Texts stand in
/// quotation marks and begin no formula (core/text/formula_escape.h). Refers to the table, which must outlive it.
class CsvFile {
public:
    CsvFile(const FeatureTable& table, const std::vector<AttributeName>& names, int epsg, Language language, CsvOptions options);

    /// Writes the table, and NAME.csvt beside it, in which GDAL and QGIS read what the columns hold: codes stay text.
    [[nodiscard]] Result<void> write(const std::string& path, const Progress& progress = {}) const;

    [[nodiscard]] char delimiter() const { return language_ == Language::vietnamese ? ';' : ','; }
    [[nodiscard]] char decimalMark() const { return language_ == Language::vietnamese ? ',' : '.'; }
    [[nodiscard]] const std::vector<CsvColumn>& columns() const { return columns_; }

private:
    void appendHead(std::string& text) const;
    void appendRow(std::string& text, std::size_t row) const;
    [[nodiscard]] std::string cell(const CsvColumn& column, std::size_t row) const;
    [[nodiscard]] std::string number(double value, int decimals) const;

    const FeatureTable* table_;
    Language language_;
    bool displayNames_;
    std::vector<CsvColumn> columns_;
};

} // namespace banlang
