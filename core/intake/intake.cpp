// SPDX-License-Identifier: MIT
#include "core/intake/intake.h"

#include "core/intake/columns.h"
#include "core/intake/ground.h"
#include "core/intake/row_checks.h"
#include "core/intake/typing.h"

#include <fmt/format.h>

namespace banlang {
namespace {

Bilingual kindOfGeometry(GeometryKind kind) {
    switch (kind) {
    case GeometryKind::point:
        return {"điểm", "points"};
    case GeometryKind::line:
        return {"đường", "lines"};
    case GeometryKind::polygon:
        return {"vùng", "polygons"};
    case GeometryKind::none:
        break;
    }
    return {"không có hình", "no geometry"};
}

Error wrongRole(const RecordKind& kind, GeometryKind found, const ErrorPlace& where) {
    const Bilingual has = kindOfGeometry(found);
    const Bilingual needs = kindOfGeometry(kind.geometry);
    return {ErrorKind::inputUnreadable,
            found == GeometryKind::none ? "no-geometry" : "wrong-role",
            {fmt::format("Lớp này ({}) không thể là “{}”, vốn cần {}", has.vi, kind.label.vi, needs.vi),
             fmt::format("This layer ({}) cannot be “{}”, which need {}", has.en, kind.label.en, needs.en)},
            {"Chọn vai trò khác bằng --as, hoặc chọn đúng tệp", "Choose another role with --as, or the right file"},
            where};
}

Error missingColumns(const RecordKind& kind, const std::vector<std::string>& missing, const ErrorPlace& where) {
    std::string names;
    for (const std::string& name : missing) names += (names.empty() ? "" : ", ") + name;
    return {ErrorKind::inputUnreadable,
            "missing-column",
            {fmt::format("Không thấy cột bắt buộc của “{}”: {}", kind.label.vi, names),
             fmt::format("Required columns of “{}” were not found: {}", kind.label.en, names)},
            {"Đặt lại tên cột, hoặc chọn vai trò khác bằng --as", "Rename the columns, or choose another role with --as"},
            where};
}

/// Points given for villages and communes stand for their centres.
void keepCentres(FeatureTable& rows, const GeometryColumn& points) {
    Column* x = rows.find("centre_x_m");
    Column* y = rows.find("centre_y_m");
    for (std::size_t row = 0; row < rows.rowCount && x != nullptr && y != nullptr; ++row) {
        if (points.isEmpty(row)) continue;
        x->numbers[row] = points.boxes[row].minX;
        y->numbers[row] = points.boxes[row].minY;
    }
}

Result<std::string> placeRows(FeatureTable& rows, const RawLayer& raw, const RecordKind& kind, const IntakeOptions& options,
                              const ErrorPlace& where) {
    rows.geometry.kind = kind.geometry;
    if (raw.table.geometry.kind == GeometryKind::none) {
        for (std::size_t row = 0; kind.geometry != GeometryKind::none && row < rows.rowCount; ++row) rows.geometry.endFeature();
        return std::string();
    }
    BANLANG_TRY(crs, crsOf(raw, options.epsg, where));
    BANLANG_TRY(placed, placedIn(raw, crs, options.storeEpsg, where));
    if (placed.kind == kind.geometry) {
        rows.geometry = std::move(placed);
    } else {
        keepCentres(rows, placed);
        for (std::size_t row = 0; kind.geometry != GeometryKind::none && row < rows.rowCount; ++row) rows.geometry.endFeature();
    }
    return crs.epsg() > 0 ? fmt::format("EPSG:{}", crs.epsg()) : crs.name();
}

FeatureTable withoutRejected(FeatureTable rows, const ProblemList& problems, std::size_t& rejected) {
    std::vector<std::uint32_t> kept;
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if (!problems.isRejected(row)) kept.push_back(static_cast<std::uint32_t>(row));
    }
    rejected = rows.rowCount - kept.size();
    if (rejected == 0) return rows;
    FeatureTable left;
    left.name = rows.name;
    left.rowCount = kept.size();
    left.geometry.kind = rows.geometry.kind;
    if (rows.geometry.kind != GeometryKind::none) left.geometry = rows.geometry.selected(kept);
    for (const Column& column : rows.columns) {
        Column shorter;
        shorter.name = column.name;
        shorter.type = column.type;
        for (const std::uint32_t row : kept) {
            if (column.type == ColumnType::text) shorter.text.append(column.text[row]);
            if (column.type == ColumnType::number) shorter.numbers.push_back(column.numbers[row]);
            if (column.type == ColumnType::date) shorter.dates.push_back(column.dates[row]);
        }
        left.columns.push_back(std::move(shorter));
    }
    return left;
}

} // namespace

Result<CheckedBatch> takeIn(const RawLayer& raw, const std::string& file, Role role, const IntakeOptions& options,
                            const KnownRecords& known) {
    const RecordKind& kind = recordKind(role);
    const ErrorPlace where{file, raw.table.name, -1, {}};
    if (!geometryFits(raw.table.geometry.kind, kind)) return Unexpected(wrongRole(kind, raw.table.geometry.kind, where));
    const std::vector<int> mapping = mapColumns(raw.table, kind);
    if (const auto missing = missingRequired(mapping, kind); !missing.empty())
        return Unexpected(missingColumns(kind, missing, where));

    CheckedBatch batch;
    batch.file = file;
    batch.layer = raw.table.name;
    batch.role = role;
    batch.encoding = "UTF-8";

    for (std::size_t i = 0; i < mapping.size(); ++i) {
        if (mapping[i] != noColumn)
            batch.mapping.emplace_back(raw.table.columns[static_cast<std::size_t>(mapping[i])].name, kind.fields[i].name);
    }
    ProblemList problems(file, raw.table.name, raw.firstRowNumber, raw.table.rowCount);
    FeatureTable rows;
    rows.name = kind.table;
    rows.rowCount = raw.table.rowCount;
    rows.columns = typedColumns(raw.table, kind, mapping, problems);
    BANLANG_TRY(crs, placeRows(rows, raw, kind, options, where));
    batch.crs = crs;
    checkRequired(rows, kind, problems);
    checkKeys(rows, kind, known, problems);
    if (kind.geometry == GeometryKind::polygon) repairPolygons(rows.geometry, problems);
    checkReferences(rows, kind, known, problems);
    checkValues(rows, kind, problems);
    checkGround(rows, kind, known, problems);
    batch.rowsRead = rows.rowCount;
    batch.rows = withoutRejected(std::move(rows), problems, batch.rowsRejected);
    batch.problems = problems.take();
    return batch;
}

} // namespace banlang
