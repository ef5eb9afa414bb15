// SPDX-License-Identifier: MIT
#include "core/model/as_of.h"
#include "core/model/units/office_area.h"
#include "layers/base/attributes.h"
#include "layers/base/base_layers.h"
#include "layers/base/shared_arcs.h"
#include "layers/style/boundary_style.h"

#include <algorithm>

namespace banlang {
namespace {

enum BorderClass : std::uint8_t { communeBorder, districtBorder };
constexpr LegendKey seatKey = 2; ///< after the borders

ShapeSet areas(const BaseContext& context) {
    const FeatureTable& communes = context.request.analysis.district().table(Role::communes);
    ShapeSet set{.geometry = shapesInForce(context.request, Role::communes)};
    set.role = Role::communes;
    set.styles = {{.fill = {}, .strokes = {vignette(context.request.colourScheme, 6, 0.28)}}};
    for (std::size_t row = 0; row < communes.rowCount; ++row) {
        set.classOf.push_back(inForce(communes, row, context.request.analysis.asOf()) ? std::uint8_t{0} : noClass);
    }
    return set;
}

/// Borders drawn once; the outer ones are the district's.
std::vector<ShapeSet> borders(const BaseContext& context) {
    SharedArcs arcs = sharedArcs(*shapesInForce(context.request, Role::communes));
    ShapeSet lines{.geometry = std::make_shared<GeometryColumn>(std::move(arcs.lines))};
    lines.role = Role::communes;
    for (std::size_t arc = 0; arc < arcs.left.size(); ++arc) {
        lines.classOf.push_back(arcs.right[arc] == noNeighbour ? districtBorder : communeBorder);
        lines.rowOf.push_back(static_cast<std::uint32_t>(arcs.left[arc]));
    }
    ShapeSet band = lines;
    lines.styles = {{.fill = {}, .strokes = {communeLine(context.request.colourScheme)}},
                    {.fill = {}, .strokes = {districtLine(context.request.colourScheme)}}};
    band.styles = {{}, {.fill = {}, .strokes = {vignette(context.request.colourScheme, 15, 0.36)}}};
    std::replace(band.classOf.begin(), band.classOf.end(), std::uint8_t{communeBorder}, noClass);
    return {std::move(band), std::move(lines)};
}

bool isTown(const FeatureTable& communes, std::size_t row) {
    const std::string_view kind = communes.textAt(fields::communes.kind, row);
    return kind.starts_with("TT") || kind.starts_with("Thị trấn") || kind.starts_with("thị trấn");
}

/// The seat of the commune's committee: a white square, with a filled core for the town.
void addSeat(MarkerSet& seats, const BaseContext& context, std::size_t row, Point at) {
    const MapPalette& palette = mapPalette(context.request.colourScheme);
    Marker seat{.at = at, .shape = MarkerShape::square, .radiusPx = 4.5};
    seat.fill = context.request.colourScheme == MapColourScheme::dark ? palette.background : rgb(0xFFFFFF);
    seat.rim = palette.label;
    seat.rimPx = 2;
    seat.role = Role::communes;
    seat.keys = {seatKey};
    seat.row = static_cast<std::int32_t>(row);
    seats.markers.push_back(seat);
    if (!isTown(context.request.analysis.district().table(Role::communes), row)) return;
    seat.radiusPx = 1.8;
    seat.fill = palette.label;
    seat.rimPx = 0;
    seats.markers.push_back(seat);
}

/// Seats are where the record says; a made-up centre would be a false place for an office.
bool seatIsKnown(const FeatureTable& communes, std::size_t row) {
    return !std::isnan(communes.numberAt(fields::communes.centreXM, row)) &&
           !std::isnan(communes.numberAt(fields::communes.centreYM, row));
}

void addNamesAndSeats(MapLayer& layer, const BaseContext& context) {
    const FeatureTable& communes = context.request.analysis.district().table(Role::communes);
    MarkerSet seats{.markers = {}, .scales = {.maxDenominator = 250'000}};
    LabelSet names{.labels = {}, .scales = {.minDenominator = 12'000}};
    for (std::size_t row = 0; row < communes.rowCount; ++row) {
        if (!inForce(communes, row, context.request.analysis.asOf())) continue;
        const auto centre = adminUnitCentre(communes, row);
        if (!centre) continue;
        if (seatIsKnown(communes, row)) addSeat(seats, context, row, *centre);
        MapLabel label{.kind = LabelKind::commune, .text = fullName(communes, row), .at = *centre};
        label.colour = mapPalette(context.request.colourScheme).label;
        label.id = static_cast<std::uint32_t>(row);
        names.labels.push_back(std::move(label));
    }
    layer.markers.push_back(std::move(seats));
    layer.labels.push_back(std::move(names));
}

void addLegend(MapLayer& layer, const BaseContext& context) {
    const MapColourScheme colourScheme = context.request.colourScheme;
    const OfficeWords words = areaWords(context.request.analysis.district());
    LegendEntry district{.label = words.border, .key = districtBorder, .swatch = GeometryKind::line};
    district.style = {.fill = {}, .strokes = {vignette(colourScheme, 10, 0.36), districtLine(colourScheme)}};
    LegendEntry commune = classEntry(*layer.rowClasses, 0, GeometryKind::line);
    commune.label = {"ranh giới xã", "commune border"};
    commune.style = {.fill = {}, .strokes = {vignette(colourScheme, 6, 0.28), communeLine(colourScheme)}};
    layer.legend = {std::move(district), std::move(commune)};
    if (layer.markers[0].markers.empty()) return;
    LegendEntry seat{.label = words.seats, .key = seatKey, .swatch = GeometryKind::point};
    seat.marker = layer.markers[0].markers[0];
    layer.legend.push_back(std::move(seat));
}

MapLayer communesLayer(const BaseLayer& declaration, const BaseContext& context) {
    MapLayer layer = emptyLayer(declaration.id, declaration.words);
    layer.shapes.push_back(areas(context));
    for (ShapeSet& set : borders(context)) layer.shapes.push_back(std::move(set));
    addNamesAndSeats(layer, context);
    addAdminUnitAttributes(layer, context.request, Role::communes,
                           {.label = areaWords(context.request.analysis.district()).units,
                            .key = communeBorder,
                            .style = {.fill = {}, .strokes = {communeLine(context.request.colourScheme)}}});
    addLegend(layer, context);
    return layer;
}

} // namespace

void declareCommunes(std::vector<BaseLayer>& layers) {
    layers.push_back(
        {.id = "communes",
         .words = {.title = {"Ranh giới xã", "Communes"}, .counted = {"Xã, thị trấn", "Communes"}, .countUnit = {"xã", "communes"}},
         .bordersCommunes = true,
         .build = communesLayer});
}

} // namespace banlang
