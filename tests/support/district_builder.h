// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/wkb.h"
#include "core/link/link.h"
#include "core/model/district.h"

#include <charconv>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace banlang::test {

/// Builds small districts out of words: one call a row, fields as text, geometry as WKT.
class DistrictBuilder {
public:
    DistrictBuilder() : district_(emptyDistrict(9209)) {
        district_.office = {.name = "Phiêng Sương", .level = OfficeLevel::district};
    }

    using Fields = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    DistrictBuilder& add(Role role, Fields fields, std::string_view wkt = {}) {
        FeatureTable& table = district_.table(role);
        for (Column& column : table.columns) column.appendMissing();
        for (const auto& [name, value] : fields) set(table, name, value);
        if (wkt.empty()) {
            table.geometry.endFeature();
        } else if (!appendWkt(table.geometry, wkt)) {
            throw std::invalid_argument("not a geometry of this table: " + std::string(wkt));
        }
        ++table.rowCount;
        return *this;
    }

    /// The district as it is, links not filled.
    [[nodiscard]] District unlinked() const { return district_; }

    [[nodiscard]] District linked() const {
        District district = district_;
        (void)linkDistrict(district);
        return district;
    }

private:
    static void set(FeatureTable& table, std::string_view name, std::string_view value) {
        Column* column = table.columnNamed(name);
        if (column == nullptr) throw std::invalid_argument("no such field: " + std::string(name));
        switch (column->type) {
        case ColumnType::text: {
            TextValues replaced;
            for (std::size_t row = 0; row + 1 < column->text.size(); ++row) replaced.append(column->text[row]);
            replaced.append(value);
            column->text = std::move(replaced);
            break;
        }
        case ColumnType::number: {
            double number = 0;
            const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
            if (failure != std::errc{} || end != value.data() + value.size())
                throw std::invalid_argument("no number: " + std::string(value));
            column->numbers.back() = number;
            break;
        }
        case ColumnType::date: {
            const auto date = parseDate(value);
            if (!date) throw std::invalid_argument("no date: " + std::string(value));
            column->dates.back() = *date;
            break;
        }
        }
    }

    District district_;
};

/// Two communes side by side, two villages in the first and one in the second; 1 km squares.
inline DistrictBuilder twoCommunes() {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00874"}, {"name", "Nà Sáng"}, {"kind", "Xã"}},
                "POLYGON ((0 0,2000 0,2000 1000,0 1000,0 0))");
    builder.add(Role::communes, {{"code", "00877"}, {"name", "Thuận Hoà"}, {"kind", "Xã"}},
                "POLYGON ((2000 0,3000 0,3000 1000,2000 1000,2000 0))");
    builder.add(Role::villages, {{"code", "0087401"}, {"name", "Bản Sản"}, {"kind", "Thôn"}, {"commune_code", "00874"}},
                "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))");
    builder.add(Role::villages, {{"code", "0087402"}, {"name", "Sủng Chang"}, {"kind", "Thôn"}, {"commune_code", "00874"}},
                "POLYGON ((1000 0,2000 0,2000 1000,1000 1000,1000 0))");
    builder.add(Role::villages, {{"code", "0087701"}, {"name", "Cốc Vén"}, {"kind", "Thôn"}, {"commune_code", "00877"}},
                "POLYGON ((2000 0,3000 0,3000 1000,2000 1000,2000 0))");
    return builder;
}

} // namespace banlang::test
