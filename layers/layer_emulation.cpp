// SPDX-License-Identifier: MIT
#include "core/analysis/emulation.h"
#include "layers/attributes.h"
#include "layers/kept_labels.h"
#include "layers/theme_layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace banlang {
namespace {

constexpr int lastRankOf[] = {3, 7, 12};
constexpr std::uint8_t others = 3;        ///< class of all that come after the last rank shown
constexpr std::uint8_t noReportClass = 4; ///< after the classes
constexpr LegendKey badgeKey = 5;
constexpr LegendKey tiedKey = 6;
constexpr double badgeRadiusPx = 12;
constexpr double aboveSeatPx = 24; ///< the square of the commune's office stays free

std::uint8_t classOf(const EmulationRow& row) {
    if (!row.score) return noReportClass;
    const auto* const found =
        std::find_if(std::begin(lastRankOf), std::end(lastRankOf), [&](int last) { return row.rank <= last; });
    return static_cast<std::uint8_t>(found - std::begin(lastRankOf));
}

/// Darker is better; five steps of one hue, of which the palest is left out.
Colour rankColour(std::uint8_t rankClass, MapTheme theme) {
    return themePalette(theme).houseStep[4U - rankClass];
}

ClassStyle areaStyle(std::uint8_t areaClass, MapTheme theme) {
    if (areaClass == noReportClass) {
        return {
            .fill =
                FillStyle{.colour = mapPalette(theme).paper, .pattern = Pattern::dots, .patternColour = themePalette(theme).noData},
            .strokes = {}};
    }
    const Colour colour = rankColour(areaClass, theme);
    return {.fill = FillStyle{.colour = colour, .patternColour = colour}, .strokes = {}};
}

ShapeSet areas(const BaseContext& context, const EmulationStanding& standing) {
    ShapeSet set;
    set.role = Role::communes;
    set.scales.minDenominator = parcelsBelow;
    for (std::uint8_t i = 0; i <= noReportClass; ++i) set.styles.push_back(areaStyle(i, context.request.theme));
    for (const EmulationRow& row : standing.rows) {
        if (row.commune == notLinked) continue;
        set.rowOf.push_back(static_cast<std::uint32_t>(row.commune));
        set.classOf.push_back(classOf(row));
    }
    set.geometry =
        std::make_shared<const GeometryColumn>(context.request.district->table(Role::communes).geometry.selected(set.rowOf));
    return set;
}

/// A tie has a dashed rim.
Marker badge(bool tied, bool first, MapTheme theme) {
    const Colour dark = themePalette(theme).houseStep[5];
    Marker marker{.shape = MarkerShape::badge, .radiusPx = badgeRadiusPx};
    marker.fill = first ? dark : mapPalette(theme).halo;
    marker.textColour = first ? mapPalette(theme).halo : dark;
    marker.rim = first ? mapPalette(theme).halo : dark;
    marker.rimPx = 1.8;
    marker.rimDashed = tied;
    marker.keys = {tied ? tiedKey : badgeKey};
    marker.role = Role::communes;
    return marker;
}

MarkerSet badges(const BaseContext& context, const EmulationStanding& standing) {
    const FeatureTable& communes = context.request.district->table(Role::communes);
    MarkerSet set;
    // The best last, on top of the others.
    for (auto row = standing.rows.rbegin(); row != standing.rows.rend(); ++row) {
        if (row->commune == notLinked || !row->score) continue;
        const auto centre = unitCentre(communes, static_cast<std::size_t>(row->commune));
        if (!centre) continue;
        Marker marker = badge(row->tied, row->rank <= lastRankOf[0], context.request.theme);
        marker.at = *centre;
        marker.offsetYPx = -aboveSeatPx;
        marker.text = fmt::format("{}", row->rank);
        marker.row = row->commune;
        set.markers.push_back(std::move(marker));
    }
    return set;
}

constexpr Label classLabels[] = {{"hạng 1–3", "rank 1–3"},
                                 {"hạng 4–7", "rank 4–7"},
                                 {"hạng 8–12", "rank 8–12"},
                                 {"từ hạng 13", "rank 13 and after"},
                                 {"chưa có báo cáo (không phải 0)", "no report (which is not 0)"}};

/// Every commune in the class that its area is drawn with.
RowClasses rankClasses(const ShapeSet& areas) {
    RowClasses rows{.classes = {}, .classOf = areas.classOf, .labels = {}};
    for (std::uint8_t i = 0; i <= noReportClass; ++i)
        rows.classes.push_back({.label = classLabels[i], .key = i, .style = areas.styles[i]});
    return rows;
}

void addLegend(MapLayer& layer, const BaseContext& context, const RowClasses& rows) {
    for (std::uint8_t i = 0; i <= noReportClass; ++i) {
        LegendEntry entry = classEntry(rows, i, GeometryKind::polygon);
        if (*entry.count == 0) continue;
        entry.noReport = i == noReportClass;
        layer.legend.push_back(std::move(entry));
    }
    LegendEntry rank{.label = {"hạng của xã", "rank of the commune"}, .key = badgeKey, .swatch = GeometryKind::point};
    rank.marker = badge(false, false, context.request.theme);
    layer.legend.push_back(std::move(rank));
    LegendEntry tie{.label = {"cùng hạng với xã khác", "shares its rank"}, .key = tiedKey, .swatch = GeometryKind::point};
    tie.marker = badge(true, false, context.request.theme);
    layer.legend.push_back(std::move(tie));
}

/// Counts of one or two households stay in the working group.
double shownValue(const EmulationPart& part, const EmulationIndicator& indicator, Audience audience) {
    if (!part.value) return Column::missingNumber;
    const bool small =
        indicator.source == EmulationSource::gap && *part.value > 0 && mustHide(audience, static_cast<std::size_t>(*part.value));
    return small ? Column::missingNumber : *part.value;
}

FeatureTable attributeTable(const District& district, const EmulationStanding& standing, Audience audience,
                            const std::vector<AttributeName>& copied) {
    std::vector<std::uint32_t> rows;
    std::vector<const EmulationRow*> entries;
    for (const EmulationRow& row : standing.rows) {
        if (row.commune == notLinked) continue;
        rows.push_back(static_cast<std::uint32_t>(row.commune));
        entries.push_back(&row);
    }
    FeatureTable table = copiedRows(district.table(Role::communes), copied, rows);
    const auto add = [&](std::string_view name, auto&& valueOf) {
        std::vector<double> values;
        for (const EmulationRow* row : entries) values.push_back(valueOf(*row));
        addNumbers(table, name, std::move(values));
    };
    add("rank", [](const EmulationRow& row) { return row.rank; });
    add("tied", [](const EmulationRow& row) { return row.tied ? 1 : 0; });
    add("score", [](const EmulationRow& row) { return row.score.value_or(Column::missingNumber); });
    std::vector<std::string> notes;
    for (const EmulationRow* row : entries) notes.emplace_back(row->score ? "" : "chưa có báo cáo / no report");
    addTexts(table, "note", notes);
    for (std::size_t i = 0; i < standing.rules.indicators.size(); ++i) {
        const EmulationIndicator& indicator = standing.rules.indicators[i];
        add(indicator.id + "_value", [&](const EmulationRow& row) { return shownValue(row.parts[i], indicator, audience); });
        add(indicator.id + "_target", [&](const EmulationRow& row) { return row.parts[i].target.value_or(Column::missingNumber); });
        add(indicator.id + "_points",
            [&](const EmulationRow& row) { return row.parts[i].percent ? row.parts[i].points : Column::missingNumber; });
    }
    return table;
}

void addAttributes(MapLayer& layer, const LayerRequest& request, const EmulationStanding& standing,
                   const std::shared_ptr<KeptLabels>& labels, RowClasses classes) {
    const std::vector<AttributeName> copied = {{"code", {"mã", "code"}}, {"name", {"tên", "name"}}, {"kind", {"loại", "kind"}}};
    layer.attributeNames = copied;
    for (const auto& [name, label] : std::initializer_list<std::pair<const char*, Label>>{{"rank", {"hạng", "rank"}},
                                                                                          {"tied", {"cùng hạng", "tied"}},
                                                                                          {"score", {"tổng điểm", "score"}},
                                                                                          {"note", {"ghi chú", "note"}}})
        layer.attributeNames.push_back({name, label});
    for (const EmulationIndicator& indicator : standing.rules.indicators) {
        const auto head = [&](std::string_view vi, std::string_view en) {
            return labels->keep({fmt::format("{}: {}", indicator.label.vi, vi), fmt::format("{}: {}", indicator.label.en, en)});
        };
        layer.attributeNames.push_back({indicator.id + "_value", head("kết quả", "value")});
        layer.attributeNames.push_back({indicator.id + "_target", head("chỉ tiêu", "target")});
        layer.attributeNames.push_back({indicator.id + "_points", head(fmt::format("điểm (trọng số {:g})", indicator.weight),
                                                                       fmt::format("points (weight {:g})", indicator.weight))});
    }
    setRows(layer, std::move(classes), [district = request.district, standing, audience = request.audience, copied, labels] {
        return attributeTable(*district, standing, audience, copied);
    });
}

} // namespace

MapLayer emulationLayer(const BaseContext& context, const EmulationStanding& standing) {
    const auto labels = std::make_shared<KeptLabels>();
    MapLayer layer;
    layer.id = "emulation";
    layer.title = {"Xếp hạng thi đua", "Emulation ranking"};
    layer.counted = labels->keep(
        {fmt::format("Xã theo hạng thi đua năm {}", standing.year), fmt::format("Communes by rank in {}", standing.year)});
    layer.countUnit = {"xã", "communes"};
    layer.featureCount = standing.rows.size();
    layer.shapes.push_back(areas(context, standing));
    layer.markers.push_back(badges(context, standing));
    RowClasses rows = rankClasses(layer.shapes.front());
    addLegend(layer, context, rows);
    addAttributes(layer, context.request, standing, labels, std::move(rows));
    return layer;
}

MapLayer emulationLayerNow(const BaseContext& context) {
    const LayerRequest& request = context.request;
    // Rules are checked when a district sets them; should they be broken all the same, nothing is ranked.
    auto standing =
        emulation(*request.district, toYmd(request.asOf).year, request.asOf, request.rules ? *request.rules : RuleTexts{});
    return emulationLayer(context, standing ? *standing : EmulationStanding{});
}

} // namespace banlang
