// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "layers/attributes.h"
#include "layers/line_stretches.h"
#include "layers/theme_layers.h"

#include <algorithm>

namespace banlang {
namespace {

constexpr double lineWidthPx = 5.2;
constexpr double haloPx = 3.4;
constexpr double plannedShare = 0.62;
constexpr double coreShare = 0.34;

/// Per kind of work: what is done, and what is still to be done (dashed).
std::uint8_t classOf(WorkKind kind, bool done) {
    return static_cast<std::uint8_t>((kind == WorkKind::newRoad ? 0 : 2) + (done ? 0 : 1));
}

Colour colourOf(WorkKind kind, MapTheme theme) {
    return kind == WorkKind::newRoad ? themePalette(theme).newRoad : themePalette(theme).upgrade;
}

/// New roads are a double line, upgrades a solid one; what is not done yet is dashed and thinner.
ClassStyle workStyle(WorkKind kind, bool done, MapTheme theme) {
    const double width = done ? lineWidthPx : lineWidthPx * plannedShare;
    StrokeStyle halo;
    halo.colour = mapPalette(theme).halo;
    halo.widthPx = width + 2 * haloPx;
    StrokeStyle line;
    line.colour = colourOf(kind, theme);
    line.widthPx = width;
    if (!done) line.dashPx = {6.0F, 3.6F};
    line.roundCaps = done;
    ClassStyle style{.fill = {}, .strokes = {halo, line}};
    if (kind == WorkKind::newRoad) {
        StrokeStyle core = line;
        core.colour = mapPalette(theme).halo;
        core.widthPx = width * coreShare;
        core.dashPx.clear();
        style.strokes.push_back(core);
    }
    return style;
}

struct Work {
    std::uint32_t row = 0;
    std::uint32_t road = 0;
    WorkKind kind = WorkKind::upgrade;
    WorkState state = WorkState::planned;
    std::optional<double> percent{};
    double fromM = 0;
    double toM = 0;
    [[nodiscard]] double lengthM() const { return toM - fromM; }
};

std::vector<Work> worksOn(const District& district, Date asOf) {
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto& roadOf = district.linksOf(Role::roadWorks).road;
    const GeometryColumn& roads = district.table(Role::roads).geometry;
    std::vector<Work> found;
    for (std::uint32_t row = 0; row < works.rowCount && row < roadOf.size(); ++row) {
        const auto state = workState(works, row, asOf);
        if (!state || roadOf[row] == notLinked) continue;
        Work work{.row = row, .road = static_cast<std::uint32_t>(roadOf[row]), .kind = workKind(works, row), .state = *state};
        work.percent = workPercent(works, row, asOf);
        const double length = lengthM(roads, work.road);
        const double from = works.numberAt("from_m", row);
        const double to = works.numberAt("to_m", row);
        work.fromM = std::isnan(from) ? 0 : std::clamp(from, 0.0, length);
        work.toM = std::isnan(to) ? length : std::clamp(to, work.fromM, length);
        found.push_back(work);
    }
    return found;
}

/// The stretch that is done, then the stretch that is not.
ShapeSet workShapes(const BaseContext& context, const std::vector<Work>& works) {
    const GeometryColumn& roads = context.request.district->table(Role::roads).geometry;
    auto lines = std::make_shared<GeometryColumn>();
    lines->kind = GeometryKind::line;
    ShapeSet set;
    set.role = Role::roadWorks;
    const auto add = [&](const Work& work, double from, double to, bool done) {
        if (to - from < 0.5) return;
        appendStretch(*lines, roads, work.road, from, to);
        set.classOf.push_back(classOf(work.kind, done));
        set.rowOf.push_back(work.row);
    };
    for (const Work& work : works) {
        const double doneUntil = work.fromM + work.lengthM() * work.percent.value_or(0) / 100;
        add(work, work.fromM, doneUntil, true);
        add(work, doneUntil, work.toM, false);
    }
    set.geometry = std::move(lines);
    for (const WorkKind kind : {WorkKind::newRoad, WorkKind::upgrade}) {
        for (const bool done : {true, false}) set.styles.push_back(workStyle(kind, done, context.request.theme));
    }
    return set;
}

LabelSet percentLabels(const BaseContext& context, const std::vector<Work>& works) {
    const GeometryColumn& roads = context.request.district->table(Role::roads).geometry;
    LabelSet set;
    for (const Work& work : works) {
        if (work.state != WorkState::underWay || !work.percent) continue;
        const GeometryColumn stretch = lineStretch(roads, work.road, work.fromM, work.toM);
        const auto middle = representativePoint(stretch, 0);
        if (!middle) continue;
        MapLabel label{.kind = LabelKind::badge, .text = fmt::format("{:.0f} %", *work.percent), .at = *middle};
        label.colour = colourOf(work.kind, context.request.theme);
        label.id = work.row;
        label.priority = work.lengthM();
        set.labels.push_back(std::move(label));
    }
    return set;
}

struct LegendRow {
    WorkKind kind;
    WorkState state;
    Label label;
};
constexpr LegendRow legendRows[] = {
    {WorkKind::newRoad, WorkState::finished, {"mở mới, xong", "new, finished"}},
    {WorkKind::newRoad, WorkState::underWay, {"mở mới, đang làm", "new, under way"}},
    {WorkKind::newRoad, WorkState::planned, {"mở mới, kế hoạch", "new, planned"}},
    {WorkKind::upgrade, WorkState::finished, {"nâng cấp, xong", "upgraded, finished"}},
    {WorkKind::upgrade, WorkState::underWay, {"nâng cấp, đang làm", "upgraded, under way"}},
    {WorkKind::upgrade, WorkState::planned, {"nâng cấp, kế hoạch", "upgraded, planned"}},
};

std::vector<LegendEntry> workLegend(const std::vector<Work>& works, MapTheme theme) {
    std::vector<LegendEntry> legend;
    for (const LegendRow& row : legendRows) {
        LegendEntry entry{.label = row.label, .swatch = GeometryKind::line};
        entry.style = workStyle(row.kind, row.state == WorkState::finished, theme);
        entry.count = 0;
        entry.amount = 0;
        entry.amountDecimals = 1;
        for (const Work& work : works) {
            if (work.kind != row.kind || work.state != row.state) continue;
            *entry.count += 1;
            *entry.amount += work.lengthM() / 1000;
        }
        if (*entry.count > 0) legend.push_back(std::move(entry));
    }
    LegendEntry silent{.label = {"đang làm, chưa có báo cáo", "under way, no report"}, .swatch = GeometryKind::none};
    silent.count = static_cast<double>(std::count_if(
        works.begin(), works.end(), [](const Work& work) { return work.state == WorkState::underWay && !work.percent; }));
    silent.noReport = true;
    if (*silent.count > 0) legend.push_back(std::move(silent));
    return legend;
}

void addAttributes(MapLayer& layer, const LayerRequest& request, std::vector<Work> works) {
    layer.attributeNames = visibleColumns(Role::roadWorks, request.audience);
    const std::vector<AttributeName> copied = layer.attributeNames;
    layer.attributeNames.push_back({"length_m", {"chiều dài, m", "length, m"}});
    layer.attributeNames.push_back({"percent_on_day", {"đã làm đến ngày, %", "done on the day, %"}});
    layer.attributes = [district = request.district, copied, works = std::move(works)] {
        std::vector<std::uint32_t> rows;
        std::vector<double> lengths;
        std::vector<double> percents;
        GeometryColumn lines;
        lines.kind = GeometryKind::line;
        for (const Work& work : works) {
            rows.push_back(work.row);
            lengths.push_back(work.lengthM());
            percents.push_back(work.percent.value_or(Column::missingNumber));
            appendStretch(lines, district->table(Role::roads).geometry, work.road, work.fromM, work.toM);
        }
        FeatureTable table = copiedRows(district->table(Role::roadWorks), copied, rows);
        addNumbers(table, "length_m", std::move(lengths));
        addNumbers(table, "percent_on_day", std::move(percents));
        table.geometry = std::move(lines);
        return table;
    };
}

} // namespace

MapLayer newRoadsLayer(const BaseContext& context) {
    MapLayer layer;
    layer.id = "new-roads";
    layer.title = {"Đường mới, nâng cấp", "New and upgraded roads"};
    layer.counted = {"Chiều dài công trình", "Length of works"};
    layer.countUnit = {"công trình", "works"};
    layer.amountUnit = {"km", "km"};
    std::vector<Work> works = worksOn(*context.request.district, context.request.asOf);
    layer.featureCount = works.size();
    layer.shapes.push_back(workShapes(context, works));
    layer.labels.push_back(percentLabels(context, works));
    layer.legend = workLegend(works, context.request.theme);
    addAttributes(layer, context.request, std::move(works));
    return layer;
}

} // namespace banlang
