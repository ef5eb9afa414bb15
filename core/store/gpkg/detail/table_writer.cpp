// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/table_writer.h"

#include "core/geo/packed_rtree.h"
#include "core/geo/wkb.h"
#include "core/store/gpkg/detail/column_copy.h"
#include "core/store/gpkg/detail/spatial_index.h"
#include "core/store/gpkg/detail/store_guard.h"
#include "core/store/gpkg/detail/table_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace banlang::detail {
namespace {

bool hasGeometries(const FeatureTable& rows) {
    return rows.geometry.kind != GeometryKind::none && rows.geometry.featureCount() == rows.rowCount;
}

/// Places in `chosen`.
std::vector<std::uint32_t> writingOrder(const FeatureTable& rows, std::span<const std::uint32_t> chosen) {
    std::vector<std::uint32_t> order(chosen.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!hasGeometries(rows)) return order;
    const Box extent = rows.geometry.extent();
    std::vector<std::uint32_t> position(chosen.size(), 0);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const Box& box = rows.geometry.boxes[chosen[i]];
        if (!box.empty()) position[i] = hilbertIndex(box.centre(), extent);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return position[a] < position[b]; });
    return order;
}

/// Triggers keep the index and the count right row by row; for many rows that is done at once, so they are put aside. Others stay,
/// and are refused when a row is written.
Result<std::vector<std::string>> putTriggersAside(const Database& database, const std::string& table) {
    Statement triggers = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?");
    triggers.bind(1, table);
    std::vector<std::string> names;
    std::vector<std::string> definitions;
    while (triggers.row()) {
        if (!isStoreTrigger(triggers.text(0))) continue;
        names.emplace_back(triggers.text(0));
        definitions.emplace_back(triggers.text(1));
    }
    if (!triggers.done()) return Unexpected(database.error());
    for (const std::string& name : names) BANLANG_CHECK(database.run("DROP TRIGGER " + quotedName(name)));
    return definitions;
}

std::string insertSql(const RecordKind& kind) {
    const std::size_t count = kind.fields.size() + (kind.geometry != GeometryKind::none ? 1 : 0);
    std::string marks = "?, ?, ?, ?";
    for (std::size_t i = 0; i < count; ++i) marks += ", ?";
    return fmt::format("INSERT INTO \"{}\" (fid, batch, source_row, occurrence, {}) VALUES ({})", kind.table, columnList(kind),
                       marks);
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

Error noNumbersLeft(const std::string& path, const std::string& table) {
    return {ErrorKind::failed,
            "store-numbers-used-up",
            {"Số hàng lớn nhất của bảng không để lại số nào cho hàng mới",
             "The highest row number of the table leaves none for new rows"},
            {"Không có gì bị thay đổi. Một chương trình khác đã ghi hàng này: xóa nó, hoặc đặt lại số (fid)",
             "Nothing was changed. Another program wrote that row: remove it, or number it anew (fid)"},
            {path, table, -1, {}}};
}

std::int64_t highestFid(const Database& database, std::string_view table) {
    Statement highest = database.prepare(fmt::format("SELECT max(fid) FROM \"{}\"", table));
    return highest.row() ? std::max<std::int64_t>(0, highest.integer(0)) : 0;
}

Result<void> insertRows(const Database& database, const RowsToWrite& written, int epsg, const std::vector<std::uint32_t>& order,
                        std::int64_t firstFid, const Progress& progress) {
    const RecordKind& kind = recordKind(written.role);
    Statement insert = database.prepare(insertSql(kind));
    if (!insert.valid()) return Unexpected(database.error());
    RowBuffers buffers;
    for (std::size_t i = 0; i < order.size(); ++i) {
        constexpr std::size_t stopInterval = 4096;
        if (i % stopInterval == 0 && progress.shouldStop()) {
            return Unexpected(Error{ErrorKind::interrupted, "interrupted", {"Đã dừng", "Stopped"}, {}, {}});
        }
        const std::size_t row = written.chosen[order[i]];
        const RowOrigin& origin = written.origins[row];
        insert.bind(1, firstFid + static_cast<std::int64_t>(i));
        insert.bind(2, origin.batch);
        insert.bind(3, static_cast<std::int64_t>(origin.sourceRow));
        if (origin.occurrence == 0)
            insert.bindNull(4);
        else
            insert.bind(4, static_cast<std::int64_t>(origin.occurrence));
        bindRow(insert, 5, kind, written.rows, row, epsg, buffers);
        if (!insert.done()) return Unexpected(database.error());
    }
    return {};
}

std::vector<IndexEntry> entriesOf(const GeometryColumn& geometry, std::span<const std::uint32_t> chosen,
                                  const std::vector<std::uint32_t>& order, std::int64_t firstFid) {
    std::vector<IndexEntry> entries;
    entries.reserve(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Box& box = geometry.boxes[chosen[order[i]]];
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

void bindRow(Statement& statement, int first, const RecordKind& kind, const FeatureTable& rows, std::size_t row, int epsg,
             RowBuffers& buffers) {
    if (kind.geometry != GeometryKind::none) {
        if (hasGeometries(rows) && !rows.geometry.isEmpty(row)) {
            buffers.geometry = toGeoPackageBlob(rows.geometry, row, epsg);
            statement.bind(first, std::span<const std::byte>(buffers.geometry));
        } else {
            statement.bindNull(first);
        }
        ++first;
    }
    buffers.dates.resize(rows.columns.size());
    for (std::size_t column = 0; column < rows.columns.size(); ++column)
        bindValue(statement, first++, rows.columns[column], row, buffers.dates[column]);
}

Result<std::vector<std::int64_t>> writeRows(const Database& database, const RowsToWrite& written, int epsg,
                                            const Progress& progress) {
    std::vector<std::int64_t> fids(written.chosen.size());
    if (written.chosen.empty()) return fids;
    const std::string table(recordKind(written.role).table);
    const std::vector<std::uint32_t> order = writingOrder(written.rows, written.chosen);
    const std::int64_t highest = highestFid(database, table);
    const std::int64_t room = std::numeric_limits<std::int64_t>::max() - highest;
    if (room < static_cast<std::int64_t>(order.size())) return Unexpected(noNumbersLeft(database.path(), table));
    const std::int64_t firstFid = highest + 1;
    for (std::size_t i = 0; i < order.size(); ++i) fids[order[i]] = firstFid + static_cast<std::int64_t>(i);
    BANLANG_TRY(triggers, putTriggersAside(database, table));
    BANLANG_CHECK(markChanged(database, written.role));
    BANLANG_CHECK(insertRows(database, written, epsg, order, firstFid, progress));
    Box extent;
    if (hasGeometries(written.rows)) {
        const std::vector<IndexEntry> entries = entriesOf(written.rows.geometry, written.chosen, order, firstFid);
        for (const IndexEntry& entry : entries) extent.grow(entry.box);
        BANLANG_CHECK(addToSpatialIndex(database, table, entries));
    }
    for (const std::string& trigger : triggers) {
        // One statement and no more, whatever else stands there.
        if (!database.prepare(trigger).done()) return Unexpected(database.error());
    }
    BANLANG_CHECK(refreshContents(database, table, extent, written.chosen.size()));
    return fids;
}

} // namespace banlang::detail
