// SPDX-License-Identifier: MIT
#include "sample-data/messy/truth.h"

#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "sample-data/messy/map_file.h"
#include "sample-data/messy/offices.h"
#include "sample-data/table_rows.h"
#include "sample-data/writer.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>

namespace banlang::sample {
namespace {

Column numberColumn(const char* name) {
    Column column;
    column.name = name;
    column.type = ColumnType::number;
    return column;
}

double toHundredth(double value) {
    return std::round(value * 100) / 100;
}

/// Donations that nobody could load: a number used twice, a row without its area.
Rows readableDonations(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& table = district.table(Role::donations);
    std::set<std::string, std::less<>> seen;
    Rows rows;
    for (std::uint32_t row = 0; row < table.rowCount; ++row) {
        const std::string_view id = table.textAt(fields::donations.id, row);
        const bool again = !seen.emplace(id).second;
        const bool lacksArea = std::isnan(table.numberAt(fields::donations.declaredAreaM2, row));
        if (!again && !lacksArea) {
            rows.push_back(row);
            continue;
        }
        const std::string why = again ? fmt::format("the number was used before; this row has no household and {} m2",
                                                    table.numberAt(fields::donations.declaredAreaM2, row))
                                      : "the area is missing";
        addRow(delivery.unreadable, {{"role", "donations"}, {"key", id}, {"why", why}});
    }
    return rows;
}

/// Rows whose boundary crosses itself.
std::set<std::size_t> crossedRows(const MessyDistrict& district, Role role, const FeatureTable& table) {
    std::set<std::string_view> keys;
    for (std::size_t i = 0; role == Role::parcels && i < district.faults.rowCount; ++i) {
        if (textIn(district.faults, "rule", i) == "self-intersection") keys.insert(textIn(district.faults, "key", i));
    }
    std::set<std::size_t> rows;
    for (std::size_t row = 0; !keys.empty() && row < table.rowCount; ++row) {
        const std::string key = fmt::format("{}/{}/{}", table.textAt(fields::parcels.communeCode, row),
                                            table.textAt(fields::parcels.sheet, row), table.textAt(fields::parcels.number, row));
        if (keys.contains(key)) rows.insert(row);
    }
    return rows;
}

/// Where each record lies and how large it is; crossed boundaries as they are once mended.
void addPlaces(const MessyDistrict& district, Role role, FeatureTable& table) {
    const GeometryKind kind = table.geometry.kind;
    Column x = numberColumn("x_m");
    Column y = numberColumn("y_m");
    Column size = numberColumn(kind == GeometryKind::polygon ? "shape_area_m2" : "shape_length_m");
    const std::set<std::size_t> crossedOnes = crossedRows(district, role, table);
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const bool crossed = crossedOnes.contains(row);
        const GeometryColumn mended = crossed ? madeValid(table.geometry, row) : GeometryColumn();
        const GeometryColumn& shapes = crossed ? mended : table.geometry;
        const std::size_t at = crossed ? 0 : row;
        const auto place = representativePoint(shapes, at);
        x.numbers.push_back(place ? toHundredth(place->x) : Column::missingNumber);
        y.numbers.push_back(place ? toHundredth(place->y) : Column::missingNumber);
        if (kind == GeometryKind::point) continue;
        const double value = !place                          ? Column::missingNumber
                             : kind == GeometryKind::polygon ? areaM2(shapes, at)
                                                             : lengthM(shapes, at);
        size.numbers.push_back(place ? toHundredth(value) : value);
    }
    table.columns.push_back(std::move(x));
    table.columns.push_back(std::move(y));
    if (kind != GeometryKind::point) table.columns.push_back(std::move(size));
    table.geometry = GeometryColumn();
}

/// Gardens that come in workbooks come without their shape.
void dropUnsentShapes(const MessyDistrict& district, FeatureTable& gardens) {
    GeometryColumn sent;
    sent.kind = GeometryKind::polygon;
    for (std::uint32_t row = 0; row < gardens.rowCount; ++row) {
        if (hasMeasuredGardens(communeOf(district, Role::gardens, row)) && !gardens.geometry.isEmpty(row)) {
            for (std::size_t i = gardens.geometry.firstRing(row); i < gardens.geometry.lastRing(row); ++i) {
                const auto ring = gardens.geometry.ring(i);
                for (std::size_t p = 0; p + 1 < ring.size(); p += 2) sent.addPoint({ring[p], ring[p + 1]});
                sent.endRing();
            }
            sent.endPart();
        }
        sent.endFeature();
    }
    gardens.geometry = std::move(sent);
}

FeatureTable truthOf(const MessyDistrict& district, Role role, Delivery& delivery) {
    const RecordKind& kind = recordKind(role);
    const FeatureTable& table = district.table(role);
    std::vector<MapColumn> columns;
    for (const RecordField& field : kind.fields) {
        if (!field.internal) columns.push_back({field.name, field.name});
    }
    FeatureTable truth = renamed(table, role == Role::donations ? readableDonations(district, delivery) : allRows(table), columns);
    if (role == Role::gardens) dropUnsentShapes(district, truth);
    if (truth.geometry.kind != GeometryKind::none) addPlaces(district, role, truth);
    return truth;
}

} // namespace

Result<void> writeTruth(const MessyDistrict& district, Delivery& delivery) {
    const std::string folder = delivery.folder + "/truth";
    std::error_code failure; // shows itself when the files are written
    std::filesystem::create_directories(folder + "/records", failure);
    for (const RecordKind& kind : recordKinds())
        BANLANG_CHECK(writeTable(folder + "/records", std::string(kind.id), truthOf(district, kind.role, delivery)));
    BANLANG_CHECK(writeTable(folder, "files", delivery.files));
    BANLANG_CHECK(writeTable(folder, "refused", delivery.refused));
    BANLANG_CHECK(writeTable(folder, "unreadable", delivery.unreadable));
    BANLANG_CHECK(writeTable(folder, "capitals", delivery.upperCased));
    BANLANG_CHECK(writeTable(folder, "heads", district.heads));
    return writeTable(folder, "faults", district.faults);
}

} // namespace banlang::sample
