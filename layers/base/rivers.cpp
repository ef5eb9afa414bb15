// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "layers/base/attributes.h"
#include "layers/base/base_layers.h"
#include "layers/base/line_names.h"

#include <algorithm>

namespace banlang {
namespace {

constexpr double streamBelowM = 4;
constexpr double riverFromM = 15;

enum RiverClass : std::uint8_t { stream, smallRiver, river };

std::uint8_t riverClass(double widthM) {
    if (widthM >= riverFromM) return river;
    return widthM >= streamBelowM ? smallRiver : stream; // no width reads as a stream
}

std::vector<ClassStyle> riverStyles(const BaseContext& context) {
    const MapPalette& palette = mapPalette(context.request.colourScheme);
    StrokeStyle bank{.colour = palette.riverLine, .widthPx = ScaledPx{6.4, 4.2, 2.8}};
    StrokeStyle water{.colour = palette.water, .widthPx = ScaledPx{4.4, 2.4, 1.2}};
    StrokeStyle narrow{.colour = palette.riverLine, .widthPx = ScaledPx{2.6, 1.9, 1.4}};
    StrokeStyle thin{.colour = palette.riverLine, .widthPx = ScaledPx{1.5, 1.1, 0.8}};
    return {{.fill = {}, .strokes = {thin}}, {.fill = {}, .strokes = {narrow}}, {.fill = {}, .strokes = {bank, water}}};
}

constexpr Label riverLabels[] = {{"suối", "stream"}, {"sông nhỏ", "small river"}, {"sông", "river"}};

MapLayer riversLayer(const BaseLayer& declaration, const BaseContext& context) {
    const FeatureTable& rivers = context.request.analysis.district().table(Role::rivers);
    MapLayer layer = emptyLayer(declaration.id, declaration.words);

    ShapeSet set{.geometry = sharedGeometry(context.request, Role::rivers)};
    set.role = Role::rivers;
    set.styles = riverStyles(context);
    LabelSet names{.scales = {.maxDenominator = 120'000}};
    std::array<double, 3> metres{};
    for (std::size_t row = 0; row < rivers.rowCount; ++row) {
        set.classOf.push_back(riverClass(rivers.numberAt(fields::rivers.widthM, row)));
        const double length = lengthM(rivers.geometry, row);
        metres[set.classOf.back()] += length;
        if (rivers.textAt(fields::rivers.name, row).empty() || rivers.geometry.isEmpty(row)) continue;
        MapLabel label = lineName(rivers, row, LabelKind::river, mapPalette(context.request.colourScheme).waterName);
        label.priority = set.classOf.back() * 1e6 + std::min(length, 9e5);
        names.labels.push_back(std::move(label));
    }
    RowClasses rows{.classes = {}, .classOf = set.classOf, .labels = {}};
    for (std::uint8_t i = stream; i <= river; ++i) {
        rows.classes.push_back({.label = riverLabels[i], .key = i, .style = set.styles[i]});
    }
    for (std::size_t i = set.styles.size(); i-- > 0;) {
        LegendEntry entry = classEntry(rows, i, GeometryKind::line);
        if (*entry.count == 0) continue;
        entry.amount = metres[i] / 1000;
        entry.amountDecimals = 1;
        layer.legend.push_back(std::move(entry));
    }
    layer.shapes.push_back(std::move(set));
    layer.labels.push_back(std::move(names));
    addPlainAttributes(layer, context.request, Role::rivers, std::move(rows));
    return layer;
}

} // namespace

void declareRivers(std::vector<BaseLayer>& layers) {
    layers.push_back({.id = "rivers",
                      .words = {.title = {"Sông, suối", "Rivers"},
                                .counted = {"Sông, suối", "Rivers"},
                                .countUnit = {"dòng", "rivers"},
                                .amountUnit = {"km", "km"}},
                      .build = riversLayer});
}

} // namespace banlang
