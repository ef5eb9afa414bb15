// SPDX-License-Identifier: MIT
#include "core/report/themes/new_roads.h"

#include "core/analysis/progress/follow_up.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "layers/base/attributes.h"
#include "layers/themes/line_substrings.h"
#include "layers/themes/theme.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

constexpr double lineWidthPx = 5.2;
constexpr double haloPx = 3.4;
constexpr double plannedShare = 0.62;
constexpr double coreShare = 0.34;

constexpr std::size_t stateCount = 3;

/// Kind and state together: new roads first, by WorkState.
std::uint8_t classOf(WorkKind kind, WorkState state) {
    return static_cast<std::uint8_t>((kind == WorkKind::newRoad ? 0 : stateCount) + static_cast<std::size_t>(state));
}

constexpr Label classLabels[] = {{"mở mới, xong", "new, finished"},
                                 {"mở mới, đang làm", "new, under way"},
                                 {"mở mới, kế hoạch", "new, planned"},
                                 {"nâng cấp, xong", "upgraded, finished"},
                                 {"nâng cấp, đang làm", "upgraded, under way"},
                                 {"nâng cấp, kế hoạch", "upgraded, planned"}};

/// How a stretch of a work is drawn. A work under way is done up to a point and open beyond.
enum class StretchForm : std::uint8_t { done, open, planned };

Colour colourOf(WorkKind kind, MapColourScheme colourScheme) {
    return kind == WorkKind::newRoad ? themePalette(colourScheme).newRoad : themePalette(colourScheme).upgrade;
}

/// New roads are a double line, upgrades a single one; what is not done yet is dashed, what is only planned thinner as well.
ClassStyle stretchStyle(WorkKind kind, StretchForm form, MapColourScheme colourScheme) {
    const double width = form == StretchForm::planned ? lineWidthPx * plannedShare : lineWidthPx;
    StrokeStyle halo;
    halo.colour = mapPalette(colourScheme).halo;
    halo.widthPx = width + 2 * haloPx;
    StrokeStyle line;
    line.colour = colourOf(kind, colourScheme);
    line.widthPx = width;
    if (form == StretchForm::open) line.dashPx = {6.0F, 3.6F};
    if (form == StretchForm::planned) line.dashPx = {2.6F, 2.6F};
    line.roundCaps = form == StretchForm::done;
    ClassStyle style{.fill = {}, .strokes = {halo, line}};
    if (kind == WorkKind::newRoad) {
        StrokeStyle core = line;
        core.colour = mapPalette(colourScheme).halo;
        core.widthPx = width * coreShare;
        core.dashPx.clear();
        style.strokes.push_back(core);
    }
    return style;
}

/// Of a whole work: the form of what is left to do.
ClassStyle workStyle(WorkKind kind, WorkState state, MapColourScheme colourScheme) {
    constexpr StretchForm forms[] = {StretchForm::done, StretchForm::open, StretchForm::planned};
    return stretchStyle(kind, forms[static_cast<std::size_t>(state)], colourScheme);
}

struct Work {
    std::uint32_t row = 0;
    std::int32_t road = notLinked; ///< a work on an unknown road counts, but has no place on the map
    WorkKind kind = WorkKind::upgrade;
    WorkState state = WorkState::planned;
    std::optional<double> percent{};
    double lengthM = 0; ///< as progress() counts it
    double fromM = 0;   ///< along the road
    double toM = 0;
};

std::vector<Work> worksOn(const AnalysisContext& analysis) {
    const District& district = analysis.district();
    const Date asOf = analysis.asOf();
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto& roadOf = district.linksOf(Role::roadWorks).road;
    const GeometryColumn& roads = district.table(Role::roads).geometry;
    std::vector<Work> found;
    for (const std::uint32_t row : countedRows(analysis, Role::roadWorks)) {
        const auto state = workState(works, row, asOf);
        if (!state) continue;
        Work work{.row = row, .road = linkedRow(roadOf, row), .kind = workKind(works, row), .state = *state};
        work.percent = workPercent(works, row, asOf);
        work.lengthM = workLengthKm(district, row) * 1000;
        if (work.road != notLinked) {
            const double length = lengthM(roads, static_cast<std::size_t>(work.road));
            const double from = works.numberAt(fields::roadWorks.fromM, row);
            const double to = works.numberAt(fields::roadWorks.toM, row);
            work.fromM = std::isnan(from) ? 0 : std::clamp(from, 0.0, length);
            work.toM = std::isnan(to) ? length : std::clamp(to, work.fromM, length);
        }
        found.push_back(work);
    }
    return found;
}

/// Every work in the class of its kind and state.
RowClasses workClasses(const std::vector<Work>& works, MapColourScheme colourScheme) {
    RowClasses rows{.classes = std::vector<RowClass>(std::size(classLabels)), .classOf = {}, .labels = {}};
    for (const WorkKind kind : {WorkKind::newRoad, WorkKind::upgrade}) {
        for (const WorkState state : {WorkState::finished, WorkState::underWay, WorkState::planned}) {
            const std::uint8_t index = classOf(kind, state);
            rows.classes[index] = {.label = classLabels[index], .key = index, .style = workStyle(kind, state, colourScheme)};
        }
    }
    for (const Work& work : works) rows.classOf.push_back(classOf(work.kind, work.state));
    return rows;
}

/// The stretch that is done, then the stretch that is not.
ShapeSet workShapes(const BaseContext& context, const std::vector<Work>& works) {
    const GeometryColumn& roads = context.request.analysis.district().table(Role::roads).geometry;
    auto lines = std::make_shared<GeometryColumn>();
    lines->kind = GeometryKind::line;
    ShapeSet set;
    set.role = Role::roadWorks;
    // Of each kind and state two forms: what is done, and what is not.
    for (const WorkKind kind : {WorkKind::newRoad, WorkKind::upgrade}) {
        for (const WorkState state : {WorkState::finished, WorkState::underWay, WorkState::planned}) {
            set.styles.push_back(stretchStyle(kind, StretchForm::done, context.request.colourScheme));
            set.styles.push_back(workStyle(kind, state, context.request.colourScheme));
            set.keyOf.insert(set.keyOf.end(), 2, classOf(kind, state));
        }
    }
    const auto add = [&](const Work& work, double from, double to, bool done) {
        if (to - from < 0.5) return;
        appendLineSubstring(*lines, roads, static_cast<std::uint32_t>(work.road), from, to);
        set.classOf.push_back(static_cast<std::uint8_t>(classOf(work.kind, work.state) * 2 + (done ? 0 : 1)));
        set.rowOf.push_back(work.row);
    };
    for (const Work& work : works) {
        if (work.road == notLinked) continue;
        const double doneUntil = work.fromM + (work.toM - work.fromM) * work.percent.value_or(0) / 100;
        add(work, work.fromM, doneUntil, true);
        add(work, doneUntil, work.toM, false);
    }
    set.geometry = std::move(lines);
    return set;
}

LabelSet percentLabels(const BaseContext& context, const std::vector<Work>& works) {
    const GeometryColumn& roads = context.request.analysis.district().table(Role::roads).geometry;
    LabelSet set;
    for (const Work& work : works) {
        if (work.state != WorkState::underWay || !work.percent || work.road == notLinked) continue;
        const GeometryColumn stretch = lineSubstring(roads, static_cast<std::uint32_t>(work.road), work.fromM, work.toM);
        const auto middle = representativePoint(stretch, 0);
        if (!middle) continue;
        MapLabel label{.kind = LabelKind::badge, .text = fmt::format("{:.0f} %", *work.percent), .at = *middle};
        label.colour = colourOf(work.kind, context.request.colourScheme);
        label.id = work.row;
        label.priority = work.lengthM;
        set.labels.push_back(std::move(label));
    }
    return set;
}

std::vector<LegendEntry> workLegend(const std::vector<Work>& works, const RowClasses& rows, MapColourScheme colourScheme) {
    std::vector<LegendEntry> legend;
    for (std::size_t i = 0; i < rows.classes.size(); ++i) {
        LegendEntry entry = classEntry(rows, i, GeometryKind::line);
        if (*entry.count == 0) continue;
        if (i % stateCount == static_cast<std::size_t>(WorkState::underWay)) {
            entry.rest = entry.style;
            entry.style = stretchStyle(i < stateCount ? WorkKind::newRoad : WorkKind::upgrade, StretchForm::done, colourScheme);
        }
        entry.amount = 0;
        entry.amountDecimals = 1;
        for (std::size_t work = 0; work < works.size(); ++work) {
            if (rows.classOf[work] == i) *entry.amount += works[work].lengthM / 1000;
        }
        legend.push_back(std::move(entry));
    }
    const auto note = [&](Label label, auto&& holds) {
        LegendEntry entry{.label = label, .swatch = GeometryKind::none};
        entry.count = static_cast<double>(std::count_if(works.begin(), works.end(), holds));
        entry.noReport = true;
        if (*entry.count > 0) legend.push_back(std::move(entry));
    };
    note({"đang làm, chưa có báo cáo", "under way, no report"},
         [](const Work& work) { return work.state == WorkState::underWay && !work.percent; });
    note({"trong đó chưa rõ tuyến", "of these on no known road"}, [](const Work& work) { return work.road == notLinked; });
    return legend;
}

void addAttributes(MapLayer& layer, const LayerRequest& request, std::vector<Work> works, RowClasses classes) {
    layer.attributeNames = visibleColumns(Role::roadWorks, request.audience);
    const std::vector<AttributeName> copied = layer.attributeNames;
    layer.attributeNames.push_back({"length_m", {"chiều dài, m", "length, m"}});
    layer.attributeNames.push_back({"percent_on_day", {"đã làm đến ngày, %", "done on the day, %"}});
    setRows(layer, std::move(classes), [district = request.analysis.sharedDistrict(), copied, works = std::move(works)] {
        std::vector<std::uint32_t> rows;
        std::vector<double> lengths;
        std::vector<double> percents;
        GeometryColumn lines;
        lines.kind = GeometryKind::line;
        for (const Work& work : works) {
            rows.push_back(work.row);
            lengths.push_back(work.lengthM);
            percents.push_back(work.percent.value_or(Column::missingNumber));
            if (work.road == notLinked) {
                lines.endFeature();
            } else {
                appendLineSubstring(lines, district->table(Role::roads).geometry, static_cast<std::uint32_t>(work.road), work.fromM,
                                    work.toM);
            }
        }
        FeatureTable table = copiedRows(district->table(Role::roadWorks), copied, rows);
        addNumbers(table, "length_m", std::move(lengths));
        addNumbers(table, "percent_on_day", std::move(percents));
        table.geometry = std::move(lines);
        return table;
    });
}

MapLayer newRoadsLayer(const Theme& theme, const BaseContext& context) {
    MapLayer layer = emptyLayer(theme.id, theme.words);
    std::vector<Work> works = worksOn(context.request.analysis);
    layer.featureCount = works.size();
    layer.shapes.push_back(workShapes(context, works));
    layer.labels.push_back(percentLabels(context, works));
    RowClasses rows = workClasses(works, context.request.colourScheme);
    layer.legend = workLegend(works, rows, context.request.colourScheme);
    addAttributes(layer, context.request, std::move(works), std::move(rows));
    return layer;
}

std::vector<FillStyle> partFills(MapColourScheme colourScheme) {
    const Colour line = themePalette(colourScheme).upgrade;
    const Colour base = mapPalette(colourScheme).background;
    return {plainFill(line), {base, Pattern::hatch, line}, {base, Pattern::dots, line}};
}

/// Works are lines in the legend, so their bar has their colour, hatched until they are finished.
std::vector<FillStyle> unitFills(MapColourScheme colourScheme) {
    const Colour line = themePalette(colourScheme).upgrade;
    return {plainFill(line), {mixed(line, rgb(0xFFFFFF), 0.75), Pattern::hatch, line}};
}

/// Finished and under way; new roads and upgrades are rows of their own in the legend.
std::vector<LegendKey> keysOf(WorkState state) {
    return {classOf(WorkKind::newRoad, state), classOf(WorkKind::upgrade, state)};
}

constexpr ColumnWidth columnWidths[] = {{"name", 190},     {"commune", 120}, {"kind", 78},    {"state", 78},
                                        {"length_km", 76}, {"percent", 116}, {"planned", 84}, {"reported", 84}};

} // namespace

void declareNewRoads(std::vector<Theme>& themes) {
    themes.push_back({.id = "new-roads",
                      .words = {.title = {"Đường mới, nâng cấp", "New and upgraded roads"},
                                .counted = {"Chiều dài công trình", "Length of works"},
                                .countUnit = {"công trình", "works"},
                                .amountUnit = {"km", "km"}},
                      .level = ThemeLevel::lines,
                      .build = newRoadsLayer,
                      .inThemeBar = true,
                      .icon = "road",
                      .report = {newRoadsTable, newRoadsChart},
                      .columnWidths = columnWidths,
                      .partFills = partFills,
                      .printTitle = {"Đường mở mới và nâng cấp", "New and upgraded roads"},
                      .unitFigures = {.set = newRoadsFigures,
                                      .counted = {keysOf(WorkState::finished), keysOf(WorkState::underWay)},
                                      .fills = unitFills},
                      .packName = "2-duong-moi-nang-cap"});
}

} // namespace banlang
