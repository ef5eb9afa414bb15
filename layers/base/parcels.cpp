// SPDX-License-Identifier: MIT
#include "core/base/parallel.h"
#include "core/geo/measure.h"
#include "layers/base/attributes.h"
#include "layers/base/base_layers.h"
#include "layers/base/home_marks.h"
#include "layers/base/parcel_labels.h"
#include "layers/style/land_use.h"

namespace banlang {
namespace {

constexpr LegendKey homeKey = noKey - 2;
constexpr LegendKey outlineKey = noKey - 1; ///< those from 0 are the land uses
constexpr std::size_t rowsPerRange = 16'384;

using AreaByUse = std::vector<double>;

/// Class and area in one pass. Sums are kept per range and added in order, so that the result is the same on any machine.
AreaByUse classify(const FeatureTable& parcels, std::vector<std::uint8_t>& classOf) {
    const std::size_t classCount = landUses().size() + 1;
    const std::size_t rangeCount = (parcels.rowCount + rowsPerRange - 1) / rowsPerRange;
    std::vector<AreaByUse> parts(rangeCount, AreaByUse(classCount));
    classOf.assign(parcels.rowCount, noClass);
    const auto uses = parcels.column(fields::parcels.landUse);
    parallelRanges(parcels.rowCount, rowsPerRange, [&](std::size_t begin, std::size_t end) {
        AreaByUse& part = parts[begin / rowsPerRange];
        for (std::size_t row = begin; row < end; ++row) {
            const std::string_view code = !uses.present() ? std::string_view{} : uses[row];
            if (isSecretLandUse(code)) continue;
            classOf[row] = landUseClass(code);
            part[classOf[row]] += areaM2(parcels.geometry, row);
        }
    });
    AreaByUse all(classCount);
    for (const AreaByUse& part : parts) {
        for (std::size_t i = 0; i < classCount; ++i) all[i] += part[i];
    }
    return all;
}

double backgroundShare(const BaseContext& context) {
    if (!context.underTheme) return context.request.colourScheme == MapColourScheme::dark ? 0.6 : 0.45;
    return context.request.colourScheme == MapColourScheme::dark ? 0.84 : 0.62;
}

StrokeStyle outlineOf(const BaseContext& context) {
    return {.colour = mapPalette(context.request.colourScheme).parcelOutline, .widthPx = ScaledPx{0.6, 0.5, 0.4}};
}

std::vector<ClassStyle> useStyles(const BaseContext& context) {
    const MapPalette& palette = mapPalette(context.request.colourScheme);
    const StrokeStyle outline = outlineOf(context);
    std::vector<ClassStyle> styles;
    for (const LandUse& use : landUses()) {
        styles.push_back({FillStyle{.colour = mixed(use.colour, palette.background, backgroundShare(context)),
                                    .pattern = use.pattern,
                                    .patternColour = palette.parcelOutline},
                          {outline}});
    }
    const Colour blank = context.request.colourScheme == MapColourScheme::dark ? palette.background : rgb(0xFFFFFF);
    styles.push_back(
        {FillStyle{.colour = blank, .pattern = Pattern::wideHatch, .patternColour = palette.parcelOutline}, {outline}});
    return styles;
}

/// Outlines alone, paler, on the way from a map without parcels to one of parcels.
ShapeSet paleOutlines(const BaseContext& context, const ShapeSet& parcels) {
    const MapPalette& palette = mapPalette(context.request.colourScheme);
    ShapeSet set{.geometry = parcels.geometry};
    set.role = Role::parcels;
    set.areaTrueWhenTiny = true;
    set.scales = {.minDenominator = groundPlanBelow, .maxDenominator = parcelsBelow};
    StrokeStyle outline = outlineOf(context);
    outline.colour = mixed(outline.colour, palette.background, 0.35);
    set.styles = {{.fill = {}, .strokes = {outline}}};
    set.keyOf = {outlineKey};
    set.classOf = parcels.classOf;
    for (std::uint8_t& drawn : set.classOf) drawn = drawn == noClass ? noClass : std::uint8_t{0};
    return set;
}

/// Sheet and number are the cadastre's own key. In other tables they tell who did something and stay inside; here they only say
/// which piece of ground a land use belongs to.
std::vector<AttributeName> parcelColumns(Audience audience) {
    std::vector<AttributeName> names;
    for (const RecordField& field : recordKind(Role::parcels).fields) {
        const bool ownKey = field.reference == Reference::parcelSheet || field.reference == Reference::parcelNumber;
        if (ownKey || mayShow(audience, field)) names.push_back({std::string(field.name), field.label});
    }
    return names;
}

/// The classes of what may be seen; the rest is in none.
RowClasses seenClasses(const ShapeSet& set) {
    RowClasses rows;
    for (std::size_t i = 0; i < set.styles.size(); ++i) {
        const Label label = i < landUses().size() ? landUses()[i].label : Label{"loại khác", "other use"};
        rows.classes.push_back({.label = label, .key = static_cast<LegendKey>(i), .style = set.styles[i]});
    }
    rows.classOf = set.classOf;
    std::erase(rows.classOf, noClass);
    return rows;
}

void addAttributes(MapLayer& layer, const LayerRequest& request, RowClasses classes) {
    layer.attributeNames = parcelColumns(request.audience);
    layer.featureCount = classes.classOf.size();
    setRows(layer, std::move(classes), [district = request.analysis.sharedDistrict(), names = layer.attributeNames] {
        const FeatureTable& parcels = district->table(Role::parcels);
        std::vector<std::uint32_t> rows;
        rows.reserve(parcels.rowCount);
        for (std::uint32_t row = 0; row < parcels.rowCount; ++row) {
            if (!isSecretLandUse(parcels.textAt(fields::parcels.landUse, row))) rows.push_back(row);
        }
        return copiedRows(parcels, names, rows);
    });
}

MapLayer parcelsLayer(const BaseLayer& declaration, const BaseContext& context) {
    const FeatureTable& parcels = context.request.analysis.district().table(Role::parcels);
    MapLayer layer = emptyLayer(declaration.id, declaration.words);

    ShapeSet set{.geometry = sharedGeometry(context.request, Role::parcels)};
    set.role = Role::parcels;
    set.areaTrueWhenTiny = true;
    if (context.underTheme) set.scales.maxDenominator = groundPlanBelow;
    set.styles = useStyles(context);
    const AreaByUse areas = classify(parcels, set.classOf);
    RowClasses rows = seenClasses(set);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        LegendEntry entry = classEntry(rows, i, GeometryKind::polygon);
        if (*entry.count == 0) continue;
        entry.amount = areas[i] / 10'000;
        entry.amountDecimals = 1;
        layer.legend.push_back(std::move(entry));
    }
    layer.shapes.push_back(std::move(set));
    if (context.underTheme) {
        layer.shapes.push_back(paleOutlines(context, layer.shapes.front()));
        LegendEntry outline{.label = {"ranh thửa đất", "parcel outline"}};
        outline.key = outlineKey;
        outline.style = layer.shapes.back().styles.front();
        layer.legend.push_back(std::move(outline));
    }
    addHomes(layer, context, homeKey); // below the symbols of every theme
    layer.labels = parcelLabels(context);
    addAttributes(layer, context.request, std::move(rows));
    return layer;
}

} // namespace

void declareParcels(std::vector<BaseLayer>& layers) {
    layers.push_back({.id = "parcels",
                      .words = {.title = {"Thửa đất theo loại", "Parcels by land use"},
                                .counted = {"Thửa đất theo mục đích sử dụng", "Parcels by land use"},
                                .countUnit = {"thửa", "parcels"},
                                .amountUnit = {"ha", "ha"}},
                      .isGround = true,
                      .build = parcelsLayer});
}

} // namespace banlang
