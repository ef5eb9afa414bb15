// SPDX-License-Identifier: MIT
#include "core/report/themes/commune_ranking.h"

#include "layers/base/attributes.h"
#include "layers/themes/commune_ranking.h"
#include "layers/themes/label_pool.h"
#include "layers/themes/theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace banlang {
namespace {

constexpr int lastRankOf[] = {3, 7, 12};
constexpr std::uint8_t noReportClass = 4; ///< after the classes
constexpr LegendKey badgeKey = 5;
constexpr LegendKey tiedKey = 6;
constexpr double badgeRadiusPx = 12;
constexpr double aboveSeatPx = 24; ///< the square of the commune's office stays free

std::uint8_t classOf(const CommuneRankingRow& row) {
    if (!row.score) return noReportClass;
    const auto* const found =
        std::find_if(std::begin(lastRankOf), std::end(lastRankOf), [&](int last) { return row.rank <= last; });
    return static_cast<std::uint8_t>(found - std::begin(lastRankOf));
}

/// Darker is better; five steps of one hue, of which the palest is left out.
Colour rankColour(std::uint8_t rankClass, MapColourScheme colourScheme) {
    return themePalette(colourScheme).houseStep[4U - rankClass];
}

ClassStyle areaStyle(std::uint8_t areaClass, MapColourScheme colourScheme) {
    if (areaClass == noReportClass) {
        return {.fill = FillStyle{.colour = mapPalette(colourScheme).background,
                                  .pattern = Pattern::dots,
                                  .patternColour = themePalette(colourScheme).noData},
                .strokes = {}};
    }
    const Colour colour = rankColour(areaClass, colourScheme);
    return {.fill = FillStyle{.colour = colour, .patternColour = colour}, .strokes = {}};
}

ShapeSet areas(const BaseContext& context, const CommuneRanking& ranking) {
    ShapeSet set;
    set.role = Role::communes;
    set.scales.minDenominator = parcelsBelow;
    for (std::uint8_t i = 0; i <= noReportClass; ++i) set.styles.push_back(areaStyle(i, context.request.colourScheme));
    for (const CommuneRankingRow& row : ranking.rows) {
        if (row.commune == notLinked) continue;
        set.rowOf.push_back(static_cast<std::uint32_t>(row.commune));
        set.classOf.push_back(classOf(row));
    }
    set.geometry = std::make_shared<const GeometryColumn>(
        context.request.analysis.district().table(Role::communes).geometry.selected(set.rowOf));
    return set;
}

/// A tie has a dashed rim.
Marker badge(bool tied, bool first, MapColourScheme colourScheme) {
    const Colour dark = themePalette(colourScheme).houseStep[5];
    Marker marker{.shape = MarkerShape::badge, .radiusPx = badgeRadiusPx};
    marker.fill = first ? dark : mapPalette(colourScheme).halo;
    marker.textColour = first ? mapPalette(colourScheme).halo : dark;
    marker.rim = first ? mapPalette(colourScheme).halo : dark;
    marker.rimPx = 1.8;
    marker.rimDashed = tied;
    marker.keys = {tied ? tiedKey : badgeKey};
    marker.role = Role::communes;
    return marker;
}

MarkerSet badges(const BaseContext& context, const CommuneRanking& ranking) {
    const FeatureTable& communes = context.request.analysis.district().table(Role::communes);
    MarkerSet set;
    // The best last, on top of the others.
    for (auto row = ranking.rows.rbegin(); row != ranking.rows.rend(); ++row) {
        if (row->commune == notLinked || !row->score) continue;
        const auto centre = adminUnitCentre(communes, static_cast<std::size_t>(row->commune));
        if (!centre) continue;
        Marker marker = badge(row->tied, row->rank <= lastRankOf[0], context.request.colourScheme);
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
    rank.marker = badge(false, false, context.request.colourScheme);
    layer.legend.push_back(std::move(rank));
    LegendEntry tie{.label = {"cùng hạng với xã khác", "shares its rank"}, .key = tiedKey, .swatch = GeometryKind::point};
    tie.marker = badge(true, false, context.request.colourScheme);
    layer.legend.push_back(std::move(tie));
}

/// Counts of one or two households stay in the working group.
double shownValue(const CommuneRankingPart& part, const CommuneRankingIndicator& indicator, Audience audience) {
    if (!part.value) return Column::missingNumber;
    const bool small = indicator.source == CommuneRankingSource::gap && *part.value > 0 &&
                       mustHide(audience, static_cast<std::size_t>(*part.value));
    return small ? Column::missingNumber : *part.value;
}

FeatureTable attributeTable(const District& district, const CommuneRanking& ranking, Audience audience,
                            const std::vector<AttributeName>& copied) {
    std::vector<std::uint32_t> rows;
    std::vector<const CommuneRankingRow*> entries;
    for (const CommuneRankingRow& row : ranking.rows) {
        if (row.commune == notLinked) continue;
        rows.push_back(static_cast<std::uint32_t>(row.commune));
        entries.push_back(&row);
    }
    FeatureTable table = copiedRows(district.table(Role::communes), copied, rows);
    const auto add = [&](std::string_view name, auto&& valueOf) {
        std::vector<double> values;
        values.reserve(entries.size());
        for (const CommuneRankingRow* row : entries) values.push_back(valueOf(*row));
        addNumbers(table, name, std::move(values));
    };
    add("rank", [](const CommuneRankingRow& row) { return row.rank; });
    add("tied", [](const CommuneRankingRow& row) { return row.tied ? 1 : 0; });
    add("score", [](const CommuneRankingRow& row) { return row.score.value_or(Column::missingNumber); });
    std::vector<std::string> notes;
    notes.reserve(entries.size());
    for (const CommuneRankingRow* row : entries) notes.emplace_back(row->score ? "" : "chưa có báo cáo / no report");
    addTexts(table, "note", notes);
    for (std::size_t i = 0; i < ranking.rules.indicators.size(); ++i) {
        const CommuneRankingIndicator& indicator = ranking.rules.indicators[i];
        add(indicator.id + "_value", [&](const CommuneRankingRow& row) { return shownValue(row.parts[i], indicator, audience); });
        add(indicator.id + "_target",
            [&](const CommuneRankingRow& row) { return row.parts[i].target.value_or(Column::missingNumber); });
        add(indicator.id + "_points",
            [&](const CommuneRankingRow& row) { return row.parts[i].percent ? row.parts[i].points : Column::missingNumber; });
    }
    return table;
}

void addAttributes(MapLayer& layer, const LayerRequest& request, const CommuneRanking& ranking,
                   const std::shared_ptr<LabelPool>& labels, RowClasses classes) {
    const std::vector<AttributeName> copied = {{"code", {"mã", "code"}}, {"name", {"tên", "name"}}, {"kind", {"loại", "kind"}}};
    layer.attributeNames = copied;
    for (const auto& [name, label] : std::initializer_list<std::pair<const char*, Label>>{{"rank", {"hạng", "rank"}},
                                                                                          {"tied", {"cùng hạng", "tied"}},
                                                                                          {"score", {"tổng điểm", "score"}},
                                                                                          {"note", {"ghi chú", "note"}}})
        layer.attributeNames.push_back({name, label});
    for (const CommuneRankingIndicator& indicator : ranking.rules.indicators) {
        const auto head = [&](std::string_view vi, std::string_view en) {
            return labels->keep({fmt::format("{}: {}", indicator.label.vi, vi), fmt::format("{}: {}", indicator.label.en, en)});
        };
        layer.attributeNames.push_back({indicator.id + "_value", head("kết quả", "value")});
        layer.attributeNames.push_back({indicator.id + "_target", head("chỉ tiêu", "target")});
        layer.attributeNames.push_back({indicator.id + "_points", head(fmt::format("điểm (trọng số {:g})", indicator.weight),
                                                                       fmt::format("points (weight {:g})", indicator.weight))});
    }
    setRows(layer, std::move(classes),
            [district = request.analysis.sharedDistrict(), ranking, audience = request.audience, copied, labels] {
                return attributeTable(*district, ranking, audience, copied);
            });
}

MapLayer layerOf(const Theme& theme, const BaseContext& context, const CommuneRanking& ranking) {
    const auto labels = std::make_shared<LabelPool>();
    MapLayer layer = emptyLayer(theme.id, theme.words);
    layer.counted = labels->keep(
        {fmt::format("Xã theo hạng thi đua năm {}", ranking.year), fmt::format("Communes by rank in {}", ranking.year)});
    layer.featureCount = ranking.rows.size();
    layer.shapes.push_back(areas(context, ranking));
    layer.markers.push_back(badges(context, ranking));
    RowClasses rows = rankClasses(layer.shapes.front());
    addLegend(layer, context, rows);
    addAttributes(layer, context.request, ranking, labels, std::move(rows));
    return layer;
}

/// By the year of the as-of day.
MapLayer layerOfToday(const Theme& theme, const BaseContext& context) {
    // On a day before all criteria sets nothing may be ranked; the verb `emulation` says why.
    const auto ranking = communeRanking(context.request.analysis);
    return layerOf(theme, context, ranking ? **ranking : CommuneRanking{});
}

constexpr CommuneRankingLook looks[] = {{"ntm", {"Nông thôn mới", "New rural"}, {rgb(0x1B5FA8), Pattern::plain, {}}},
                                        {"gardens", {"Cải tạo vườn", "Gardens"}, {rgb(0x8FD0C6), Pattern::hatch, rgb(0x1B6B60)}},
                                        {"housing", {"Nhà ở", "Housing"}, {rgb(0xF4BE4F), Pattern::dots, rgb(0x7A4B00)}}};

/// Of the programmes, then of the points that nobody got.
std::vector<FillStyle> partFills(MapColourScheme colourScheme) {
    std::vector<FillStyle> fills;
    for (const CommuneRankingLook& look : looks) fills.push_back(look.fill);
    fills.push_back(plainFill(mapPalette(colourScheme).background));
    return fills;
}

constexpr ColumnWidth columnWidths[] = {{"name", 180}, {"rank", 60}, {"score", 70}, {"ntm", 100}, {"gardens", 92}, {"housing", 70}};

Theme declaration() {
    return {.id = "emulation",
            .words = {.title = {"Xếp hạng thi đua", "Emulation ranking"}, .countUnit = {"xã", "communes"}},
            .level = ThemeLevel::areas,
            .build = layerOfToday,
            .icon = "flag",
            .report = {communeRankingTable, communeRankingChart},
            .columnWidths = columnWidths,
            .partFills = partFills};
}

} // namespace

MapLayer communeRankingLayer(const BaseContext& context, const CommuneRanking& ranking) {
    return layerOf(declaration(), context, ranking);
}

std::span<const CommuneRankingLook> communeRankingLooks() {
    return looks;
}

void declareCommuneRanking(std::vector<Theme>& themes) {
    themes.push_back(declaration());
}

} // namespace banlang
