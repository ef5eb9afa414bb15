// SPDX-License-Identifier: MIT
#include "layers/checked_rows.h"

#include "core/report/figures_disagree.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

Error legendNotRows(const MapLayer& layer, const RowClass& rowClass, std::size_t rows) {
    return figuresDisagree("legend-not-rows",
                           {fmt::format("lớp {}, “{}”: bảng có {} dòng", layer.id, rowClass.label.vi, rows),
                            fmt::format("layer {}, “{}”: the table has {} rows", layer.id, rowClass.label.en, rows)});
}

Result<void> checkedClass(const MapLayer& layer, std::size_t index) {
    const RowClass& rowClass = layer.rowClasses->classes[index];
    const std::size_t rows = layer.rowClasses->count(index);
    bool named = false;
    for (const LegendEntry& entry : layer.legend) {
        if (entry.key != rowClass.key) continue;
        named = true;
        if (entry.count && *entry.count != static_cast<double>(rows)) return Unexpected(legendNotRows(layer, rowClass, rows));
    }
    if (rows > 0 && !named) return Unexpected(legendNotRows(layer, rowClass, rows));
    return {};
}

} // namespace

Result<void> checkedRows(const MapLayer& layer) {
    if (layer.rowClasses == nullptr) return {};
    const auto& classOf = layer.rowClasses->classOf;
    const std::size_t known = layer.rowClasses->classes.size();
    const bool allKnown =
        std::all_of(classOf.begin(), classOf.end(), [&](std::uint8_t rowClass) { return rowClass < known || rowClass == noClass; });
    if (!allKnown) return Unexpected(legendNotRows(layer, {}, classOf.size()));
    for (std::size_t i = 0; i < known; ++i) BANLANG_CHECK(checkedClass(layer, i));
    return {};
}

} // namespace banlang
