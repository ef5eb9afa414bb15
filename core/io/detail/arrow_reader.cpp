// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"
#include "core/io/detail/raw_layer_reader.h"

#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

namespace banlang::detail {
namespace {

struct StreamGuard {
    ArrowArrayStream stream{};
    ~StreamGuard() {
        if (stream.release != nullptr) stream.release(&stream);
    }
};
struct SchemaGuard {
    ArrowSchema schema{};
    ~SchemaGuard() {
        if (schema.release != nullptr) schema.release(&schema);
    }
};
struct BatchGuard {
    ArrowArray batch{};
    ~BatchGuard() {
        if (batch.release != nullptr) batch.release(&batch);
    }
};

bool present(const ArrowArray& array, std::size_t row) {
    const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
    return bits == nullptr || ((bits[row / 8] >> (row % 8)) & 1) != 0;
}

template <class T> const T* valuesOf(const ArrowArray& array) {
    return static_cast<const T*>(array.buffers[1]);
}

/// Visits the bytes of each row of a utf8 or binary array; a missing value has none.
template <class Offset, class Visit> void eachSlice(const ArrowArray& array, std::size_t count, Visit&& visit) {
    const auto* offsets = valuesOf<Offset>(array);
    const auto* bytes = static_cast<const char*>(array.buffers[2]);
    for (std::size_t row = 0; row < count; ++row) {
        const auto size = static_cast<std::size_t>(offsets[row + 1] - offsets[row]);
        visit(present(array, row) && size > 0 ? std::string_view(bytes + offsets[row], size) : std::string_view());
    }
}

template <class T> void appendNumbers(Column& column, const ArrowArray& array, std::size_t count) {
    for (std::size_t row = 0; row < count; ++row) {
        column.numbers.push_back(present(array, row) ? static_cast<double>(valuesOf<T>(array)[row]) : Column::missingNumber);
    }
}

void appendBooleans(Column& column, const ArrowArray& array, std::size_t count) {
    for (std::size_t row = 0; row < count; ++row) {
        const bool set = ((valuesOf<std::uint8_t>(array)[row / 8] >> (row % 8)) & 1) != 0;
        column.numbers.push_back(present(array, row) ? (set ? 1.0 : 0.0) : Column::missingNumber);
    }
}

template <class T> void appendDates(Column& column, const ArrowArray& array, std::size_t count, std::int64_t perDay) {
    for (std::size_t row = 0; row < count; ++row) {
        const std::int64_t value = valuesOf<T>(array)[row];
        const std::int64_t day = value / perDay - (value % perDay < 0 ? 1 : 0);
        column.dates.push_back(present(array, row) ? Date{static_cast<std::int32_t>(day)} : Date{});
    }
}

constexpr std::int64_t msPerDay = 86'400'000;

enum class Layout : std::uint8_t { skip, geometry, text, int16, int32, int64, float32, float64, boolean, date32, dateMs, unknown };

Layout layoutOf(const ArrowSchema& field, std::string_view geometryColumn) {
    const std::string_view format = field.format;
    if (format == "z") return field.name == geometryColumn || geometryColumn.empty() ? Layout::geometry : Layout::skip;
    if (format == "u") return Layout::text;
    if (format == "s") return Layout::int16;
    if (format == "i") return Layout::int32;
    if (format == "l") return Layout::int64;
    if (format == "f") return Layout::float32;
    if (format == "g") return Layout::float64;
    if (format == "b") return Layout::boolean;
    if (format == "tdD") return Layout::date32;
    if (format.starts_with("tsm")) return Layout::dateMs;
    return Layout::unknown;
}

ColumnType columnTypeOf(Layout layout) {
    if (layout == Layout::text) return ColumnType::text;
    return layout == Layout::date32 || layout == Layout::dateMs ? ColumnType::date : ColumnType::number;
}

void appendColumn(Column& column, Layout layout, const ArrowArray& array, std::size_t count) {
    switch (layout) {
    case Layout::text:
        eachSlice<std::int32_t>(array, count, [&](std::string_view value) { column.text.append(value); });
        break;
    case Layout::int16:
        return appendNumbers<std::int16_t>(column, array, count);
    case Layout::int32:
        return appendNumbers<std::int32_t>(column, array, count);
    case Layout::int64:
        return appendNumbers<std::int64_t>(column, array, count);
    case Layout::float32:
        return appendNumbers<float>(column, array, count);
    case Layout::float64:
        return appendNumbers<double>(column, array, count);
    case Layout::boolean:
        return appendBooleans(column, array, count);
    case Layout::date32:
        return appendDates<std::int32_t>(column, array, count, 1);
    case Layout::dateMs:
        return appendDates<std::int64_t>(column, array, count, msPerDay);
    default:
        break;
    }
}

void appendGeometries(RawLayer& raw, const ArrowArray& array, std::size_t count) {
    eachSlice<std::int32_t>(array, count, [&](std::string_view wkb) {
        if (wkb.empty()) return raw.table.geometry.endFeature();
        const auto bytes = std::as_bytes(std::span(wkb));
        raw.mixedGeometry = raw.mixedGeometry || kindOfWkb(bytes) != raw.table.geometry.kind;
        appendWkb(raw.table.geometry, bytes);
    });
}

/// Columns that the table gets, in the order of the stream; nothing when the stream holds a layout that is not read here.
bool layoutsOf(const ArrowSchema& schema, OGRLayer& layer, RawLayer& raw, std::vector<Layout>& layouts) {
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const ArrowSchema& field = *schema.children[i];
        const Layout layout = layoutOf(field, layer.GetGeometryColumn());
        if (layout == Layout::unknown) return false;
        layouts.push_back(layout);
        if (layout == Layout::geometry || layout == Layout::skip) continue;
        Column column;
        column.name = field.name;
        column.type = columnTypeOf(layout);
        raw.table.columns.push_back(std::move(column));
    }
    return true;
}

/// Room for all rows, as large as those of the first batch are on average.
void reserveForAll(FeatureTable& table, std::int64_t allRows) {
    if (allRows <= static_cast<std::int64_t>(table.rowCount)) return;
    constexpr double margin = 1.1; // later rows may be larger
    const double factor = margin * static_cast<double>(allRows) / static_cast<double>(table.rowCount);
    const auto rows = static_cast<std::size_t>(allRows);
    table.geometry.reserveTimes(factor);
    for (Column& column : table.columns) {
        if (column.type == ColumnType::text)
            column.text.reserve(rows, static_cast<std::size_t>(static_cast<double>(column.text.characterCount()) * factor));
        else if (column.type == ColumnType::number)
            column.numbers.reserve(rows);
        else
            column.dates.reserve(rows);
    }
}

} // namespace

bool readByArrow(OGRLayer& layer, RawLayer& raw, const Progress& progress) {
    StreamGuard stream;
    char withoutFid[] = "INCLUDE_FID=NO";
    char* options[] = {withoutFid, nullptr};
    if (!layer.GetArrowStream(&stream.stream, options)) return false;
    SchemaGuard schema;
    std::vector<Layout> layouts;
    if (stream.stream.get_schema(&stream.stream, &schema.schema) != 0) return false;
    if (!layoutsOf(schema.schema, layer, raw, layouts)) return false;
    while (!progress.shouldStop()) {
        BatchGuard guard;
        if (stream.stream.get_next(&stream.stream, &guard.batch) != 0) return false;
        if (guard.batch.release == nullptr) return true;
        const auto count = static_cast<std::size_t>(guard.batch.length);
        // A damaged GeoPackage gives batches without rows for ever.
        if (count == 0) return false;
        std::size_t column = 0;
        for (std::size_t i = 0; i < layouts.size(); ++i) {
            const ArrowArray& array = *guard.batch.children[i];
            if (layouts[i] == Layout::geometry) {
                if (raw.table.geometry.kind != GeometryKind::none) appendGeometries(raw, array, count);
            } else if (layouts[i] != Layout::skip) {
                appendColumn(raw.table.columns[column++], layouts[i], array, count);
            }
        }
        raw.table.rowCount += count;
        if (raw.table.rowCount == count) reserveForAll(raw.table, layer.GetFeatureCount(FALSE));
    }
    return false;
}

} // namespace banlang::detail
