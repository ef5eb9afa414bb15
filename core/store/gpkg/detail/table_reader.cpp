// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/table_reader.h"

#include "core/base/parallel.h"
#include "core/geo/wkb.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace banlang::detail {
namespace {

constexpr std::uint64_t rowsPerRange = 32'768;
constexpr std::uint64_t mostRanges = 1'024; ///< numbers of rows may lie as far apart as another program put them

std::string selectSql(const RecordKind& kind, std::string_view condition) {
    return fmt::format("SELECT {}, fid FROM \"{}\" WHERE {} ORDER BY fid", columnList(kind), kind.table, condition);
}

/// Bytes of the WKB inside a GeoPackage blob: behind magic, version, flags, srs_id and the envelope that the flags announce.
std::span<const std::byte> wkbOf(std::span<const std::byte> blob) {
    constexpr std::size_t fixedSize = 8;
    constexpr std::size_t envelopeSizes[] = {0, 32, 48, 48, 64, 0, 0, 0};
    if (blob.size() < fixedSize) return {};
    const std::size_t envelope = envelopeSizes[(std::to_integer<unsigned>(blob[3]) >> 1) & 7];
    return blob.size() < fixedSize + envelope ? std::span<const std::byte>() : blob.subspan(fixedSize + envelope);
}

void appendValue(Column& column, const Statement& select, int at) {
    if (column.type == ColumnType::text) return column.text.append(select.text(at));
    if (select.isNull(at)) return column.appendMissing();
    if (column.type == ColumnType::number) {
        column.numbers.push_back(select.number(at));
    } else {
        column.dates.push_back(parseDate(select.text(at)).value_or(Date{}));
    }
}

Result<TableRead> readRange(const Database& database, const RecordKind& kind, std::int64_t first, std::int64_t last) {
    Statement select = database.prepare(selectSql(kind, "fid >= ? AND fid <= ?"));
    if (!select.valid()) return Unexpected(database.error());
    select.bind(1, first);
    select.bind(2, last);
    TableRead read{emptyTable(kind.role), 0, 0};
    const int fidColumn = static_cast<int>(kind.fields.size()) + (kind.geometry == GeometryKind::none ? 0 : 1);
    while (select.row()) {
        if (!appendRow(read.table, kind, select, 0) && read.unreadable++ == 0) read.firstFid = select.integer(fidColumn);
    }
    if (select.failed()) return Unexpected(database.error());
    return read;
}

void warnOfUnreadable(const Database& database, const RecordKind& kind, const TableRead& read, const Progress& progress) {
    progress.warn({fmt::format("{}: {} hình của bảng “{}” không đọc được (dòng đầu tiên: fid {}); mọi số liệu thiếu các hình này. "
                               "Lấy bản sao lưu, hoặc lấy lại rồi nạp lại lần nạp có các dòng này",
                               database.path(), read.unreadable, kind.table, read.firstFid),
                   fmt::format("{}: {} geometries of table “{}” cannot be read (the first: fid {}); all figures lack them. Take a "
                               "backup, or take back the import of these rows and import it again",
                               database.path(), read.unreadable, kind.table, read.firstFid)});
}

void append(std::vector<std::uint32_t>& offsets, const std::vector<std::uint32_t>& more) {
    const std::uint32_t base = offsets.back();
    for (std::size_t i = 1; i < more.size(); ++i) offsets.push_back(base + more[i]);
}

void append(GeometryColumn& column, const GeometryColumn& more) {
    column.xy.insert(column.xy.end(), more.xy.begin(), more.xy.end());
    append(column.ringOffsets, more.ringOffsets);
    append(column.partOffsets, more.partOffsets);
    append(column.featureOffsets, more.featureOffsets);
    column.boxes.insert(column.boxes.end(), more.boxes.begin(), more.boxes.end());
}

void append(Column& column, const Column& more) {
    // Arrow counts characters with a sign, and takes the same numbers.
    const auto* offsets = reinterpret_cast<const std::int32_t*>(more.text.offsets().data());
    column.text.appendArrow(offsets, more.text.characters().data(), more.text.size());
    column.numbers.insert(column.numbers.end(), more.numbers.begin(), more.numbers.end());
    column.dates.insert(column.dates.end(), more.dates.begin(), more.dates.end());
}

/// Makes room for all ranges; `geometry` is that of the first.
void reserveAll(GeometryColumn& geometry, const std::vector<FeatureTable>& ranges) {
    std::size_t numbers = geometry.xy.size();
    std::size_t features = geometry.featureCount();
    for (std::size_t i = 1; i < ranges.size(); ++i) {
        numbers += ranges[i].geometry.xy.size();
        features += ranges[i].geometry.featureCount();
    }
    geometry.xy.reserve(numbers);
    geometry.boxes.reserve(features);
    for (auto* offsets : {&geometry.ringOffsets, &geometry.partOffsets, &geometry.featureOffsets}) offsets->reserve(features + 1);
}

/// One after another; every column by itself, so that the columns are joined side by side too.
FeatureTable joined(std::vector<FeatureTable>& ranges) {
    FeatureTable table = std::move(ranges.front());
    reserveAll(table.geometry, ranges);
    parallelRanges(table.columns.size() + 1, 1, [&](std::size_t begin, std::size_t) {
        for (std::size_t i = 1; i < ranges.size(); ++i) {
            if (begin == table.columns.size()) {
                append(table.geometry, ranges[i].geometry);
                ranges[i].geometry = GeometryColumn();
            } else {
                append(table.columns[begin], ranges[i].columns[begin]);
                ranges[i].columns[begin] = Column();
            }
        }
    });
    for (std::size_t i = 1; i < ranges.size(); ++i) table.rowCount += ranges[i].rowCount;
    return table;
}

} // namespace

std::string columnList(const RecordKind& kind, bool withGeometry) {
    std::string columns = kind.geometry == GeometryKind::none ? "" : withGeometry ? "geom, " : "NULL, ";
    for (const RecordField& field : kind.fields) columns += fmt::format("\"{}\", ", field.name);
    columns.resize(columns.size() - 2);
    return columns;
}

bool appendRow(FeatureTable& table, const RecordKind& kind, const Statement& select, int first) {
    bool readable = true;
    if (kind.geometry != GeometryKind::none) {
        if (select.isNull(first))
            table.geometry.endFeature();
        else
            readable = appendWkb(table.geometry, wkbOf(select.blob(first)), CoordinateCheck::finite);
        ++first;
    }
    for (Column& column : table.columns) appendValue(column, select, first++);
    ++table.rowCount;
    return readable;
}

Result<TableRead> readTable(const Database& database, Role role, const Progress& progress) {
    const RecordKind& kind = recordKind(role);
    // Each by itself is found at an end of the table; both at once would be looked for in all of it.
    Statement bounds =
        database.prepare(fmt::format(R"(SELECT (SELECT min(fid) FROM "{0}"), (SELECT max(fid) FROM "{0}"))", kind.table));
    if (!bounds.row()) return Unexpected(database.error());
    if (bounds.isNull(0)) return TableRead{emptyTable(role), 0, 0};
    const std::int64_t first = bounds.integer(0);
    const std::int64_t last = bounds.integer(1);
    const std::uint64_t span = static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first);
    const std::uint64_t perRange = std::max(rowsPerRange, span / mostRanges + 1);
    const auto rangeCount = static_cast<std::size_t>(span / perRange + 1);
    std::vector<Result<TableRead>> results(rangeCount, Result<TableRead>(TableRead()));
    const auto readRanges = [&](const Database& connection, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !progress.shouldStop(); ++i) {
            const std::uint64_t offset = i * perRange;
            const std::uint64_t lastOffset = std::min(span, offset + (perRange - 1));
            const auto numberAt = [&](std::uint64_t place) {
                return static_cast<std::int64_t>(static_cast<std::uint64_t>(first) + place);
            };
            results[i] = readRange(connection, kind, numberAt(offset), numberAt(lastOffset));
        }
    };
    const ReadersBeside beside(database);
    if (rangeCount == 1 || !beside.seeTheSame()) {
        readRanges(database, 0, rangeCount);
    } else {
        parallelRanges(rangeCount, std::max<std::size_t>(1, (rangeCount + 7) / 8), [&](std::size_t begin, std::size_t end) {
            if (const auto connection = beside.open())
                readRanges(*connection, begin, end);
            else
                results[begin] = Result<TableRead>(Unexpected(connection.error()));
        });
    }
    if (progress.shouldStop()) return Unexpected(Error{ErrorKind::interrupted, "interrupted", {"Đã dừng", "Stopped"}, {}, {}});
    TableRead read;
    std::vector<FeatureTable> ranges;
    for (auto& result : results) {
        if (!result) return Unexpected(std::move(result.error()));
        if (read.unreadable == 0) read.firstFid = result->firstFid;
        read.unreadable += result->unreadable;
        ranges.push_back(std::move(result->table));
    }
    read.table = joined(ranges);
    if (read.unreadable > 0) warnOfUnreadable(database, kind, read, progress);
    return read;
}

} // namespace banlang::detail
