// SPDX-License-Identifier: MIT
#include "layers/themes/themes.h"
#include "viewer/results/planning.h"

// The table and the chart of a theme, as it declares them.

namespace banlang::viewer::detail {

std::string Planning::table(std::string_view layerId) {
    const Theme* theme = findTheme(layerId);
    if (theme == nullptr) return {};
    const std::string part = fmt::format("table/{}", layerId);
    return add(
        part, fmt::format("{}/{}", compared(part), id(resultRequest_.audience)), {},
        [theme, request = report()](JobInputs) { return tableOf(*theme, request); }, into(&Analysis::tables, layerId));
}

std::string Planning::chart(std::string_view layerId) {
    const Theme* theme = findTheme(layerId);
    if (theme == nullptr) return {};
    const std::string part = fmt::format("chart/{}", layerId);
    return add(
        part, fmt::format("{}/{}", on(part, asOf_), id(resultRequest_.audience)), {},
        [theme, request = report()](JobInputs) { return chartOf(*theme, request); }, into(&Analysis::charts, layerId));
}

void Planning::tableAndChart(std::string_view layerId) {
    table(layerId);
    chart(layerId);
}

} // namespace banlang::viewer::detail
