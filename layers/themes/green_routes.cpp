// SPDX-License-Identifier: MIT
#include "core/report/themes/green_routes.h"

#include "core/analysis/quality/excluded_records.h"
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "layers/base/attributes.h"
#include "layers/themes/theme.h"

#include <algorithm>

namespace banlang {
namespace {

/// In the order of GreenRouteState.
enum RouteClass : std::uint8_t { recognised, registered, lapsed };
constexpr Label routeLabels[] = {
    {"đã công nhận", "recognised"}, {"đăng ký, chưa công nhận", "registered, not recognised"}, {"không còn đạt", "lapsed"}};

struct Route {
    std::uint32_t row = 0;
    std::uint8_t routeClass = registered;
    std::int32_t road = notLinked;
};

std::vector<Route> routesOn(const LayerRequest& request) {
    const FeatureTable& routes = request.analysis.district().table(Role::greenRoutes);
    const auto& roadOf = request.analysis.district().linksOf(Role::greenRoutes).road;
    std::vector<Route> found;
    for (const std::uint32_t row : countedRows(request.analysis, Role::greenRoutes)) {
        const auto state = greenRouteState(routes, row, request.analysis.asOf());
        if (!state) continue;
        Route route{.row = row, .routeClass = static_cast<std::uint8_t>(*state)};
        if (row < roadOf.size()) route.road = roadOf[row];
        found.push_back(route);
    }
    return found;
}

ClassStyle routeStyle(std::uint8_t routeClass, MapColourScheme colourScheme) {
    StrokeStyle halo;
    halo.colour = mapPalette(colourScheme).halo;
    halo.widthPx = 9;
    StrokeStyle line;
    line.colour = routeClass == lapsed ? themePalette(colourScheme).noData : themePalette(colourScheme).green;
    line.widthPx = routeClass == recognised ? 5.2 : 3.2;
    if (routeClass == registered) line.dashPx = {6.0F, 3.6F};
    if (routeClass == lapsed) line.dashPx = {2.0F, 3.0F};
    line.roundCaps = routeClass == recognised;
    return {.fill = {}, .strokes = {halo, line}};
}

/// Every route in the class of its state.
RowClasses routeClasses(const std::vector<Route>& routes, MapColourScheme colourScheme) {
    RowClasses rows;
    for (std::uint8_t i = recognised; i <= lapsed; ++i)
        rows.classes.push_back({.label = routeLabels[i], .key = i, .style = routeStyle(i, colourScheme)});
    for (const Route& route : routes) rows.classOf.push_back(route.routeClass);
    return rows;
}

void addLegend(MapLayer& layer, const BaseContext& context, const std::vector<Route>& routes, const RowClasses& rows) {
    const GeometryColumn& roads = context.request.analysis.district().table(Role::roads).geometry;
    for (std::uint8_t routeClass = recognised; routeClass <= lapsed; ++routeClass) {
        LegendEntry entry = classEntry(rows, routeClass, GeometryKind::line);
        entry.amount = 0;
        entry.amountDecimals = 1;
        for (const Route& route : routes) {
            if (route.routeClass == routeClass && route.road != notLinked)
                *entry.amount += lengthM(roads, static_cast<std::size_t>(route.road)) / 1000;
        }
        if (*entry.count > 0) layer.legend.push_back(std::move(entry));
    }
    const auto placeless = std::count_if(routes.begin(), routes.end(), [](const Route& route) { return route.road == notLinked; });
    if (placeless == 0) return;
    LegendEntry entry{.label = {"trong đó chưa rõ tuyến", "of these on no known road"}, .swatch = GeometryKind::none};
    entry.count = static_cast<double>(placeless);
    entry.noReport = true;
    layer.legend.push_back(std::move(entry));
}

/// Routes have no line of their own: theirs is that of the road that they are on.
void addAttributes(MapLayer& layer, const LayerRequest& request, const std::vector<Route>& routes, RowClasses classes) {
    const std::vector<AttributeName> copied = visibleColumns(Role::greenRoutes, request.audience);
    layer.attributeNames = copied;
    layer.attributeNames.push_back({"state", {"tình trạng", "state"}});
    setRows(layer, std::move(classes), [district = request.analysis.sharedDistrict(), copied, routes] {
        const GeometryColumn& roads = district->table(Role::roads).geometry;
        std::vector<std::uint32_t> rows;
        std::vector<std::string> states;
        GeometryColumn lines;
        lines.kind = GeometryKind::line;
        for (const Route& route : routes) {
            rows.push_back(route.row);
            states.emplace_back(routeLabels[route.routeClass].vi);
            if (route.road == notLinked) {
                lines.endFeature();
            } else {
                lines.appendFeature(roads, static_cast<std::size_t>(route.road));
            }
        }
        FeatureTable table = copiedRows(district->table(Role::greenRoutes), copied, rows);
        addTexts(table, "state", states);
        table.geometry = std::move(lines);
        return table;
    });
}

MapLayer greenRoutesLayer(const Theme& theme, const BaseContext& context) {
    const LayerRequest& request = context.request;
    MapLayer layer = emptyLayer(theme.id, theme.words);
    const std::vector<Route> routes = routesOn(request);
    layer.featureCount = routes.size();
    ShapeSet set;
    set.role = Role::greenRoutes;
    std::vector<std::uint32_t> roadRows;
    for (const Route& route : routes) {
        if (route.road == notLinked) continue;
        roadRows.push_back(static_cast<std::uint32_t>(route.road));
        set.rowOf.push_back(route.row);
        set.classOf.push_back(route.routeClass);
    }
    set.geometry =
        std::make_shared<const GeometryColumn>(request.analysis.district().table(Role::roads).geometry.selected(roadRows));
    for (std::uint8_t i = recognised; i <= lapsed; ++i) set.styles.push_back(routeStyle(i, request.colourScheme));
    layer.shapes.push_back(std::move(set));
    RowClasses rows = routeClasses(routes, request.colourScheme);
    addLegend(layer, context, routes, rows);
    addAttributes(layer, request, routes, std::move(rows));
    return layer;
}

std::vector<FillStyle> partFills(MapColourScheme colourScheme) {
    const ThemePalette& palette = themePalette(colourScheme);
    const Colour base = mapPalette(colourScheme).background;
    return {plainFill(palette.green), {base, Pattern::hatch, palette.green}, {base, Pattern::dots, palette.noData}};
}

constexpr ColumnWidth columnWidths[] = {{"name", 210},     {"commune", 130},   {"state", 104},
                                        {"length_km", 76}, {"registered", 84}, {"recognised", 84}};

} // namespace

void declareGreenRoutes(std::vector<Theme>& themes) {
    themes.push_back({.id = "green-routes",
                      .words = {.title = {"Tuyến xanh - sạch - đẹp", "Green routes"},
                                .counted = {"Tuyến theo tình trạng", "Routes by state"},
                                .countUnit = {"tuyến", "routes"},
                                .amountUnit = {"km", "km"}},
                      .level = ThemeLevel::lines,
                      .build = greenRoutesLayer,
                      .icon = "sprout",
                      .report = {greenRoutesTable, greenRoutesChart},
                      .columnWidths = columnWidths,
                      .partFills = partFills});
}

} // namespace banlang
