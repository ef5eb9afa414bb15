// SPDX-License-Identifier: MIT
#include "layers/themes/themes.h"
#include "viewer/results/planning.h"

// The table and the chart of a theme, as it declares them.

namespace banlang::viewer::detail {

void Planning::table(std::string_view layerId) {
    const Theme* theme = findTheme(layerId);
    if (theme == nullptr) return;
    const std::string part = fmt::format("table/{}", layerId);
    add(
        part, ResultKey<ReportTable>{fmt::format("{}/{}", compared(part), id(resultRequest_.audience))}, {},
        [theme, request = report()](const JobInputs&) { return tableOf(*theme, request); }, into(&Analysis::tables, layerId));
}

void Planning::chart(std::string_view layerId) {
    const Theme* theme = findTheme(layerId);
    if (theme == nullptr) return;
    const std::string part = fmt::format("chart/{}", layerId);
    add(
        part, ResultKey<ReportChart>{fmt::format("{}/{}", on(part, asOf_), id(resultRequest_.audience))}, {},
        [theme, request = report()](const JobInputs&) { return chartOf(*theme, request); }, into(&Analysis::charts, layerId));
}

void Planning::tableAndChart(std::string_view layerId) {
    table(layerId);
    chart(layerId);
}

} // namespace banlang::viewer::detail
