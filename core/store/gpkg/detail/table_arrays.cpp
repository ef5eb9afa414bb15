// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/table_arrays.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace banlang::detail {
namespace {

/// `textOf(i)`: offsets and characters of the text column i.
template <class Table, class TextOf, class Visit> void eachArray(Table& table, TextOf&& textOf, Visit&& visit) {
    visit("geometry/xy", table.geometry.xy);
    visit("geometry/rings", table.geometry.ringOffsets);
    visit("geometry/parts", table.geometry.partOffsets);
    visit("geometry/features", table.geometry.featureOffsets);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        auto& column = table.columns[i];
        if (column.type == ColumnType::number) visit(column.name, column.numbers);
        if (column.type == ColumnType::date) visit(column.name, column.dates);
        if (column.type == ColumnType::text) {
            auto&& text = textOf(i);
            visit(column.name + "/offsets", text.offsets);
            visit(column.name + "/characters", text.characters);
        }
    }
}

template <class Links, class Visit> void eachArrayOfLinks(Links& links, Visit&& visit) {
    visit("commune", links.commune);
    visit("village", links.village);
    visit("road", links.road);
    visit("parcel", links.parcel);
    visit("household", links.household);
    visit("garden", links.garden);
    visit("house", links.house);
    visit("roadWork", links.roadWork);
    visit("method", links.method);
    visit("precision", links.precision);
}

struct TextView {
    const std::vector<std::uint32_t>& offsets;
    const std::string& characters;
};

auto listInto(std::vector<TableArray>& arrays) {
    return [&arrays](std::string name, const auto& values) {
        arrays.push_back({std::move(name), sizeof(values[0]), std::as_bytes(std::span(values))});
    };
}

auto slotInto(std::vector<ArraySlot>& slots) {
    return [&slots](std::string name, auto& values) {
        slots.push_back({std::move(name), sizeof(values[0]), [&values](std::size_t count) {
                             values.resize(count);
                             return std::as_writable_bytes(std::span(values));
                         }});
    };
}

constexpr LinkMethod lastLinkMethod = LinkMethod::manualOverride;
constexpr Precision lastPrecision = Precision::polygon;

bool areOffsets(const std::vector<std::uint32_t>& offsets, std::size_t end) {
    return !offsets.empty() && offsets.front() == 0 && offsets.back() == end && std::is_sorted(offsets.begin(), offsets.end());
}

/// Each of them holds something.
bool noneIsEmpty(const std::vector<std::uint32_t>& offsets) {
    return std::adjacent_find(offsets.begin(), offsets.end()) == offsets.end();
}

/// A feature may have no part; a part has a ring, and a ring a point.
bool isSound(const GeometryColumn& geometry, std::size_t rowCount) {
    const std::size_t features = geometry.kind == GeometryKind::none ? 0 : rowCount;
    return geometry.xy.size() % 2 == 0 && areOffsets(geometry.ringOffsets, geometry.pointCount()) &&
           noneIsEmpty(geometry.ringOffsets) && areOffsets(geometry.partOffsets, geometry.ringOffsets.size() - 1) &&
           noneIsEmpty(geometry.partOffsets) && areOffsets(geometry.featureOffsets, geometry.partOffsets.size() - 1) &&
           geometry.featureCount() == features;
}

/// False when a coordinate is no number.
bool findBoxes(GeometryColumn& geometry) {
    std::atomic<bool> finite{true};
    geometry.boxes.resize(geometry.featureCount());
    parallelRanges(geometry.featureCount(), 32'768, [&](std::size_t begin, std::size_t end) {
        for (std::size_t feature = begin; feature < end; ++feature) {
            const std::size_t last = geometry.ringOffsets[geometry.lastRing(feature)];
            Box box;
            for (std::size_t i = geometry.ringOffsets[geometry.firstRing(feature)]; i < last; ++i) {
                const Point point = geometry.point(i);
                if (!std::isfinite(point.x) || !std::isfinite(point.y)) finite = false;
                box.grow(point);
            }
            geometry.boxes[feature] = box;
        }
    });
    return finite;
}

} // namespace

namespace {

/// Within what a calendar has years for.
bool areDates(const std::vector<Date>& dates) {
    constexpr std::int32_t mostDays = 4'000'000;
    return std::all_of(dates.begin(), dates.end(), [](Date date) {
        return !date.known() || (date.daysSince1970 > -mostDays && date.daysSince1970 < mostDays);
    });
}

} // namespace

std::vector<TableArray> arraysOf(const FeatureTable& table) {
    std::vector<TableArray> arrays;
    const auto textOf = [&](std::size_t i) {
        return TextView{table.columns[i].text.offsets(), table.columns[i].text.characters()};
    };
    eachArray(table, textOf, listInto(arrays));
    return arrays;
}

std::vector<TableArray> arraysOf(const TableLinks& links) {
    std::vector<TableArray> arrays;
    eachArrayOfLinks(links, listInto(arrays));
    return arrays;
}

TableInMaking::TableInMaking(Role role, std::size_t rowCount) : table_(emptyTable(role)), texts_(table_.columns.size()) {
    table_.rowCount = rowCount;
}

std::vector<ArraySlot> TableInMaking::slots() {
    std::vector<ArraySlot> slots;
    const auto textOf = [&](std::size_t i) -> TextBuffers& { return texts_[i]; };
    eachArray(table_, textOf, slotInto(slots));
    return slots;
}

bool TableInMaking::finish() {
    if (!isSound(table_.geometry, table_.rowCount)) return false;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
        Column& column = table_.columns[i];
        if (column.type == ColumnType::text) {
            if (!areOffsets(texts_[i].offsets, texts_[i].characters.size())) return false;
            column.text = TextValues(std::move(texts_[i].offsets), std::move(texts_[i].characters));
        }
        if (column.size() != table_.rowCount || !areDates(column.dates)) return false;
    }
    return findBoxes(table_.geometry);
}

std::vector<ArraySlot> slotsOf(TableLinks& links) {
    std::vector<ArraySlot> slots;
    eachArrayOfLinks(links, slotInto(slots));
    return slots;
}

bool leadToRows(const District& district, Role role) {
    const std::size_t rowCount = district.table(role).rowCount;
    const TableLinks& links = district.linksOf(role);
    if (links.method.size() != rowCount || links.precision.size() != rowCount) return false;
    if (!std::all_of(links.method.begin(), links.method.end(), [](LinkMethod one) { return one <= lastLinkMethod; })) return false;
    if (!std::all_of(links.precision.begin(), links.precision.end(), [](Precision one) { return one <= lastPrecision; }))
        return false;
    constexpr Reference references[] = {Reference::commune,   Reference::village, Reference::road,  Reference::parcelNumber,
                                        Reference::household, Reference::garden,  Reference::house, Reference::roadWork};
    return std::all_of(std::begin(references), std::end(references), [&](Reference reference) {
        const std::vector<std::int32_t>& rows = linksTo(links, reference);
        const auto end = static_cast<std::int32_t>(district.table(targetOf(reference)).rowCount);
        return (rows.empty() || rows.size() == rowCount) &&
               std::all_of(rows.begin(), rows.end(), [&](std::int32_t row) { return row >= notLinked && row < end; });
    });
}

} // namespace banlang::detail
