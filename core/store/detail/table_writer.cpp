// SPDX-License-Identifier: MIT
#include "core/store/detail/table_writer.h"

#include "core/geo/packed_rtree.h"
#include "core/geo/wkb.h"
#include "core/store/detail/column_copy.h"
#include "core/store/detail/spatial_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace banlang::detail {
namespace {

std::vector<std::uint32_t> writingOrder(const FeatureTable& rows) {
    std::vector<std::uint32_t> order(rows.rowCount);
    std::iota(order.begin(), order.end(), 0U);
    if (rows.geometry.featureCount() != rows.rowCount) return order;
    const Box extent = rows.geometry.extent();
    std::vector<std::uint32_t> position(rows.rowCount, 0);
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if (!rows.geometry.boxes[row].empty()) position[row] = hilbertIndex(rows.geometry.boxes[row].centre(), extent);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return position[a] < position[b]; });
    return order;
}

/// Triggers keep the index and the count right row by row; for many rows that is done at once, so they are put aside.
Result<std::vector<std::string>> putTriggersAside(const Database& database, const std::string& table) {
    Statement triggers = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?");
    triggers.bind(1, table);
    std::vector<std::string> names;
    std::vector<std::string> definitions;
    while (triggers.row()) {
        names.emplace_back(triggers.text(0));
        definitions.emplace_back(triggers.text(1));
    }
    if (!triggers.done()) return Unexpected(database.error());
    for (const std::string& name : names) BANLANG_CHECK(database.run(fmt::format("DROP TRIGGER \"{}\"", name)));
    return definitions;
}

std::string insertSql(const RecordKind& kind) {
    const bool spatial = kind.geometry != GeometryKind::none;
    std::string columns = spatial ? "fid, batch, geom" : "fid, batch";
    std::string marks = spatial ? "?, ?, ?" : "?, ?";
    for (const RecordField& field : kind.fields) {
        columns += fmt::format(", \"{}\"", field.name);
        marks += ", ?";
    }
    return fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", kind.table, columns, marks);
}

void bindValue(Statement& insert, int parameter, const Column& column, std::size_t row, std::string& dateText) {
    if (column.isMissing(row)) return insert.bindNull(parameter);
    switch (column.type) {
    case ColumnType::text:
        return insert.bind(parameter, column.text[row]);
    case ColumnType::number:
        return insert.bind(parameter, column.numbers[row]);
    case ColumnType::date:
        dateText = toIso(column.dates[row]);
        return insert.bind(parameter, std::string_view(dateText));
    }
}

std::int64_t highestFid(const Database& database, std::string_view table) {
    Statement highest = database.prepare(fmt::format("SELECT max(fid) FROM \"{}\"", table));
    return highest.row() ? highest.integer(0) : 0;
}

Result<void> insertRows(const Database& database, const CheckedBatch& batch, std::int64_t batchId, int epsg,
                        const std::vector<std::uint32_t>& order, std::int64_t firstFid, const Progress& progress) {
    const RecordKind& kind = recordKind(batch.role);
    const FeatureTable& rows = batch.rows;
    const bool spatial = kind.geometry != GeometryKind::none;
    const bool withGeometry = spatial && rows.geometry.featureCount() == rows.rowCount;
    Statement insert = database.prepare(insertSql(kind));
    std::vector<std::string> dateTexts(rows.columns.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        constexpr std::size_t stopInterval = 4096;
        if (i % stopInterval == 0 && progress.shouldStop()) {
            return Unexpected(Error{ErrorKind::interrupted, "interrupted", {"Đã dừng", "Stopped"}, {}, {}});
        }
        const std::size_t row = order[i];
        insert.bind(1, firstFid + static_cast<std::int64_t>(i));
        insert.bind(2, batchId);
        std::vector<std::byte> blob;
        if (withGeometry && !rows.geometry.isEmpty(row)) {
            blob = toGeoPackageBlob(rows.geometry, row, epsg);
            insert.bind(3, std::span<const std::byte>(blob));
        } else if (spatial) {
            insert.bindNull(3);
        }
        int parameter = spatial ? 4 : 3;
        for (std::size_t column = 0; column < rows.columns.size(); ++column)
            bindValue(insert, parameter++, rows.columns[column], row, dateTexts[column]);
        if (!insert.done()) return Unexpected(database.error());
    }
    return {};
}

std::vector<IndexEntry> entriesOf(const GeometryColumn& geometry, const std::vector<std::uint32_t>& order, std::int64_t firstFid) {
    std::vector<IndexEntry> entries;
    entries.reserve(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Box& box = geometry.boxes[order[i]];
        if (!box.empty()) entries.push_back({firstFid + static_cast<std::int64_t>(i), box});
    }
    return entries;
}

Result<void> refreshContents(const Database& database, std::string_view table, const Box& added, std::size_t rowsAdded) {
    Statement contents = database.prepare(
        "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), min_x = min(ifnull(min_x, ?2), ?2), "
        "min_y = min(ifnull(min_y, ?3), ?3), max_x = max(ifnull(max_x, ?4), ?4), max_y = max(ifnull(max_y, ?5), ?5) "
        "WHERE table_name = ?1");
    contents.bind(1, table);
    int parameter = 2;
    for (const double bound : {added.minX, added.minY, added.maxX, added.maxY}) {
        if (!added.empty()) contents.bind(parameter, bound);
        ++parameter;
    }
    if (added.empty()) {
        contents =
            database.prepare("UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?1");
        contents.bind(1, table);
    }
    if (!contents.done()) return Unexpected(database.error());
    Statement count =
        database.prepare("UPDATE gpkg_ogr_contents SET feature_count = ifnull(feature_count, 0) + ?2 WHERE table_name = ?1");
    count.bind(1, table);
    count.bind(2, static_cast<std::int64_t>(rowsAdded));
    if (!count.done()) return Unexpected(database.error());
    return {};
}

} // namespace

Result<void> writeRows(const Database& database, const CheckedBatch& batch, std::int64_t batchId, int epsg,
                       const Progress& progress) {
    if (batch.rows.rowCount == 0) return {};
    const RecordKind& kind = recordKind(batch.role);
    const std::string table(kind.table);
    const bool withGeometry = kind.geometry != GeometryKind::none && batch.rows.geometry.featureCount() == batch.rows.rowCount;
    const std::vector<std::uint32_t> order = writingOrder(batch.rows);
    const std::int64_t firstFid = highestFid(database, table) + 1;
    BANLANG_TRY(triggers, putTriggersAside(database, table));
    BANLANG_CHECK(markChanged(database, batch.role));
    BANLANG_CHECK(insertRows(database, batch, batchId, epsg, order, firstFid, progress));
    if (withGeometry) BANLANG_CHECK(addToSpatialIndex(database, table, entriesOf(batch.rows.geometry, order, firstFid)));
    for (const std::string& trigger : triggers) BANLANG_CHECK(database.run(trigger));
    return refreshContents(database, table, withGeometry ? batch.rows.geometry.extent() : Box(), batch.rows.rowCount);
}

} // namespace banlang::detail
