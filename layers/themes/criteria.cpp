// SPDX-License-Identifier: MIT
#include "core/analysis/criteria/criteria.h"

#include "core/report/themes/criteria.h"
#include "layers/base/attributes.h"
#include "layers/themes/label_pool.h"
#include "layers/themes/theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace banlang {
namespace {

constexpr std::size_t classCount = 5;     ///< by how many criteria are met: the best is "all"
constexpr std::uint8_t noResultClass = 5; ///< after the classes
constexpr LegendKey ringKey = 6;
constexpr LegendKey firstStateKey = 7;       ///< of the parts of a ring, by CriterionState
constexpr int lowestOf19[] = {0, 5, 10, 15}; ///< of the classes below "all"; 15 is what no commune should be under
constexpr double ringRadiusPx = 14;
constexpr double aboveSeatPx = 26; ///< the square of the commune's office stays free

/// Fewest criteria of each class, for a set of any size.
std::array<std::size_t, classCount> classStarts(std::size_t total) {
    std::array<std::size_t, classCount> starts{};
    for (std::size_t i = 0; i < std::size(lowestOf19); ++i) starts[i] = (total * static_cast<std::size_t>(lowestOf19[i]) + 18) / 19;
    starts.back() = total;
    return starts;
}

std::uint8_t classOf(const CommuneCriteria& commune, const std::array<std::size_t, classCount>& starts) {
    if (!commune.hasResult()) return noResultClass;
    const std::size_t met = commune.count(CriterionState::met);
    std::uint8_t found = 0;
    for (std::uint8_t i = 0; i < classCount; ++i) {
        if (met >= starts[i]) found = i;
    }
    return found;
}

FillStyle noDataFill(MapColourScheme colourScheme) {
    return {.colour = mapPalette(colourScheme).background,
            .pattern = Pattern::dots,
            .patternColour = themePalette(colourScheme).noData};
}

ClassStyle areaStyle(std::uint8_t areaClass, MapColourScheme colourScheme) {
    const ThemePalette& palette = themePalette(colourScheme);
    if (areaClass == noResultClass) return {.fill = noDataFill(colourScheme), .strokes = {}};
    if (areaClass == classCount - 1)
        return {.fill = plainFill(mixed(palette.gardenShare.back(), palette.garden[0], 0.55)), .strokes = {}};
    return {.fill = plainFill(palette.gardenShare[areaClass]), .strokes = {}};
}

FillStyle stateFill(CriterionState state, MapColourScheme colourScheme) {
    const ThemePalette& palette = themePalette(colourScheme);
    switch (state) {
    case CriterionState::met:
        return plainFill(palette.garden[0]);
    case CriterionState::metNotLasting:
        return {.colour = palette.atRisk, .pattern = Pattern::hatch, .patternColour = palette.gardenPattern[1]};
    case CriterionState::notMet:
        return plainFill(palette.late);
    case CriterionState::noResult:
        break;
    }
    return noDataFill(colourScheme);
}

constexpr CriterionState allStates[] = {CriterionState::met, CriterionState::metNotLasting, CriterionState::notMet,
                                        CriterionState::noResult};

ShapeSet areas(const BaseContext& context, const CriteriaAnswer& answer) {
    ShapeSet set;
    set.role = Role::communes;
    set.scales.minDenominator = parcelsBelow;
    const auto starts = classStarts(answer.set.criteria.size());
    for (std::uint8_t i = 0; i <= noResultClass; ++i) set.styles.push_back(areaStyle(i, context.request.colourScheme));
    for (const CommuneCriteria& commune : answer.communes) {
        set.rowOf.push_back(commune.commune);
        set.classOf.push_back(classOf(commune, starts));
    }
    set.geometry = std::make_shared<const GeometryColumn>(
        context.request.analysis.district().table(Role::communes).geometry.selected(set.rowOf));
    return set;
}

LegendKey stateKey(CriterionState state) {
    return static_cast<LegendKey>(firstStateKey + static_cast<std::size_t>(state));
}

/// How many criteria are met, in a ring of what the others are.
Marker ringOf(const CommuneCriteria& commune, MapColourScheme colourScheme) {
    Marker ring{.shape = MarkerShape::ring, .radiusPx = ringRadiusPx};
    ring.fill = mapPalette(colourScheme).halo;
    ring.rim = mapPalette(colourScheme).label;
    ring.rimPx = 0.8;
    ring.textColour = mapPalette(colourScheme).label;
    ring.text = fmt::format("{}", commune.count(CriterionState::met));
    ring.keys = {ringKey};
    for (const CriterionState state : allStates) {
        if (commune.count(state) == 0) continue;
        ring.keys.push_back(stateKey(state));
        ring.shares.push_back(static_cast<double>(commune.count(state)) / static_cast<double>(commune.criteria.size()));
        ring.shareFills.push_back(stateFill(state, colourScheme));
    }
    return ring;
}

MarkerSet rings(const BaseContext& context, const CriteriaAnswer& answer) {
    const FeatureTable& communes = context.request.analysis.district().table(Role::communes);
    MarkerSet set;
    for (const CommuneCriteria& commune : answer.communes) {
        const auto centre = adminUnitCentre(communes, commune.commune);
        if (!centre || !commune.hasResult()) continue;
        Marker ring = ringOf(commune, context.request.colourScheme);
        ring.at = *centre;
        ring.offsetYPx = -aboveSeatPx;
        ring.role = Role::communes;
        ring.row = static_cast<std::int32_t>(commune.commune);
        set.markers.push_back(std::move(ring));
    }
    return set;
}

Bilingual rangeWords(std::size_t from, std::size_t below, std::size_t total) {
    if (from == total) return {fmt::format("đạt đủ {} tiêu chí", total), fmt::format("all {} met", total)};
    return {fmt::format("đạt {}–{} tiêu chí", from, below - 1), fmt::format("{}–{} met", from, below - 1)};
}

/// Every commune in the class that its area is drawn with.
RowClasses metClasses(const ShapeSet& areas, const CriteriaAnswer& answer, const std::shared_ptr<LabelPool>& labels) {
    RowClasses rows{.classes = {}, .classOf = areas.classOf, .labels = labels};
    const std::size_t total = answer.set.criteria.size();
    const auto starts = classStarts(total);
    for (std::uint8_t i = 0; i <= noResultClass; ++i) {
        const Label label = i == noResultClass
                                ? Label{"chưa có kết quả (không phải 0)", "no result (which is not 0)"}
                                : labels->keep(rangeWords(starts[i], i + 1U < classCount ? starts[i + 1U] : total + 1, total));
        rows.classes.push_back({.label = label, .key = i, .style = areas.styles[i]});
    }
    return rows;
}

void addLegend(MapLayer& layer, const BaseContext& context, const CriteriaAnswer& answer, const RowClasses& rows) {
    for (std::uint8_t i = noResultClass + 1; i-- > 0;) {
        LegendEntry entry = classEntry(rows, i, GeometryKind::polygon);
        if (i == noResultClass && *entry.count == 0) continue;
        entry.noReport = i == noResultClass;
        layer.legend.push_back(std::move(entry));
    }
    // Best first, "no result" at the foot.
    if (!layer.legend.empty() && layer.legend.front().noReport)
        std::rotate(layer.legend.begin(), layer.legend.begin() + 1, layer.legend.end());
    const auto& markers = layer.markers.front().markers;
    if (markers.empty()) return;
    LegendEntry ring{.label = {"số tiêu chí đạt; vòng: các tiêu chí của xã", "criteria met; ring: all criteria of the commune"},
                     .key = ringKey,
                     .swatch = GeometryKind::point};
    ring.marker = markers.front();
    layer.legend.push_back(std::move(ring));
    for (const CriterionState state : allStates) {
        LegendEntry entry{.label = label(state), .key = stateKey(state)};
        entry.style = {.fill = stateFill(state, context.request.colourScheme), .strokes = {}};
        double count = 0;
        for (const CommuneCriteria& commune : answer.communes) count += static_cast<double>(commune.count(state));
        entry.amount = count;
        layer.legend.push_back(std::move(entry));
    }
}

std::string dueText(const CommuneCriteria& commune, const CriteriaSet& set, int year) {
    std::string due;
    for (std::size_t i = 0; i < set.criteria.size(); ++i) {
        if (commune.criteria[i].dueNotMet(year)) due += fmt::format("{}{}", due.empty() ? "" : ", ", set.criteria[i].no);
    }
    return due;
}

FeatureTable attributeTable(const District& district, const CriteriaAnswer& answer, int year,
                            const std::vector<AttributeName>& copied) {
    std::vector<std::uint32_t> rows;
    for (const CommuneCriteria& commune : answer.communes) rows.push_back(commune.commune);
    FeatureTable table = copiedRows(district.table(Role::communes), copied, rows);
    for (const CriterionState state : allStates) {
        std::vector<double> counts;
        for (const CommuneCriteria& commune : answer.communes)
            counts.push_back(commune.hasResult() ? static_cast<double>(commune.count(state)) : Column::missingNumber);
        addNumbers(table, id(state), std::move(counts));
    }
    std::vector<std::string> due;
    for (const CommuneCriteria& commune : answer.communes) due.push_back(dueText(commune, answer.set, year));
    addTexts(table, "due", due);
    for (std::size_t i = 0; i < answer.set.criteria.size(); ++i) {
        std::vector<std::string> states;
        for (const CommuneCriteria& commune : answer.communes) states.emplace_back(label(commune.criteria[i].state).vi);
        addTexts(table, "criterion_" + answer.set.criteria[i].no, states);
    }
    return table;
}

void addAttributes(MapLayer& layer, const LayerRequest& request, CriteriaAnswer answer, const std::shared_ptr<LabelPool>& labels,
                   RowClasses classes) {
    const std::vector<AttributeName> copied = visibleColumns(Role::communes, request.audience);
    layer.attributeNames = copied;
    for (const CriterionState state : allStates) layer.attributeNames.push_back({std::string(id(state)), label(state)});
    layer.attributeNames.push_back({"due", {"đến hạn chưa đạt", "due, not met"}});
    for (const Criterion& criterion : answer.set.criteria) {
        layer.attributeNames.push_back(
            {"criterion_" + criterion.no, labels->keep({fmt::format("{}. {}", criterion.no, criterion.name.vi),
                                                        fmt::format("{}. {}", criterion.no, criterion.name.en)})});
    }
    setRows(layer, std::move(classes),
            [district = request.analysis.sharedDistrict(), answer = std::move(answer), year = toYmd(request.analysis.asOf()).year,
             copied, labels] { return attributeTable(*district, answer, year, copied); });
}

MapLayer criteriaLayer(const Theme& theme, const BaseContext& context) {
    const LayerRequest& request = context.request;
    const auto labels = std::make_shared<LabelPool>();
    MapLayer layer = emptyLayer(theme.id, theme.words);
    // A day before the first set leaves nothing to draw; the verb `criteria` says why.
    const auto known = communeCriteria(request.analysis);
    const auto answer = known ? *known : std::make_shared<const CriteriaAnswer>();
    layer.counted = labels->keep({fmt::format("Xã theo số tiêu chí đạt ({})", answer->set.decree),
                                  fmt::format("Communes by criteria met ({})", answer->set.decree)});
    layer.featureCount = answer->communes.size();
    layer.shapes.push_back(areas(context, *answer));
    layer.markers.push_back(rings(context, *answer));
    RowClasses rows = metClasses(layer.shapes.front(), *answer, labels);
    addLegend(layer, context, *answer, rows);
    addAttributes(layer, request, *answer, labels, std::move(rows));
    return layer;
}

/// In a bar what is not met lies beside what is, so it has a pattern of its own there.
std::vector<FillStyle> partFills(MapColourScheme colourScheme) {
    const Colour late = themePalette(colourScheme).late;
    return {stateFill(CriterionState::met, colourScheme),
            stateFill(CriterionState::metNotLasting, colourScheme),
            {late, Pattern::crossHatch, mixed(late, rgb(0), 0.4)},
            stateFill(CriterionState::noResult, colourScheme)};
}

constexpr ColumnWidth columnWidths[] = {{"name", 180},      {"met", 64},  {"not_lasting", 96}, {"not_met", 72},
                                        {"no_result", 100}, {"due", 108}, {"share", 116}};

} // namespace

void declareCriteria(std::vector<Theme>& themes) {
    themes.push_back({.id = "criteria",
                      .words = {.title = {"Tiêu chí nông thôn mới", "NTM criteria"},
                                .countUnit = {"xã", "communes"},
                                .amountUnit = {"tiêu chí", "criteria"}},
                      .level = ThemeLevel::areas,
                      .build = criteriaLayer,
                      .icon = "check",
                      .report = {criteriaTable, criteriaChart},
                      .columnWidths = columnWidths,
                      .partFills = partFills});
}

} // namespace banlang
