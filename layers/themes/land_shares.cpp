// SPDX-License-Identifier: MIT
#include "layers/themes/land_shares.h"

#include "core/model/as_of.h"
#include "layers/themes/land_side_bands.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

constexpr std::uint8_t unreported = landShareClassCount - 1;

ScaleRange farAway() {
    return {.minDenominator = sideBandsBelow};
}

FillStyle shareFill(std::size_t shareClass, MapColourScheme colourScheme) {
    const ThemePalette& palette = themePalette(colourScheme);
    const Colour background = mapPalette(colourScheme).background;
    if (shareClass == unreported) return {.colour = background, .pattern = Pattern::dots, .patternColour = palette.noData};
    return {.colour = palette.landShare[shareClass], .patternColour = palette.landShare[shareClass]};
}

/// On ground that is itself coloured by shares the roads need colours of their own: those of what mostly has become of the land.
Colour roadColour(std::size_t shareClass, MapColourScheme colourScheme) {
    constexpr LandState states[] = {LandState::needed, LandState::needed, LandState::pledged, LandState::donated,
                                    LandState::certificateUpdated};
    if (shareClass == unreported) return themePalette(colourScheme).noData;
    return themePalette(colourScheme).land[static_cast<std::size_t>(states[shareClass])];
}

ClassStyle roadShareStyle(std::size_t shareClass, MapColourScheme colourScheme) {
    StrokeStyle halo;
    halo.colour = mapPalette(colourScheme).halo;
    halo.widthPx = 6.8;
    StrokeStyle line;
    line.colour = roadColour(shareClass, colourScheme);
    line.widthPx = shareClass == unreported ? 2.2 : 4;
    if (shareClass == 0) line.dashPx = {6.0F, 3.0F};
    if (shareClass == unreported) line.dashPx = {3.5F, 2.5F};
    line.roundCaps = line.dashPx.empty();
    return {.fill = {}, .strokes = {halo, line}};
}

} // namespace

std::uint8_t landShareClass(const LandShare& share) {
    const std::optional<double> percent = share.percent();
    if (!percent) return share.withoutDonationRecord ? unreported : noClass;
    if (*percent >= 100) return 4;
    if (*percent >= 80) return 3;
    if (*percent >= 50) return 2;
    return share.donatedM2 > 0 ? 1 : 0;
}

Label landShareLabel(std::size_t shareClass) {
    constexpr Label labels[landShareClassCount] = {{"chưa hiến", "none given"},      {"dưới 50 %", "under 50 %"},
                                                   {"50–79 %", "50–79 %"},           {"80–99 %", "80–99 %"},
                                                   {"đủ 100 %", "all of it, 100 %"}, {"chưa có biên bản", "no minutes"}};
    return labels[shareClass];
}

ShapeSet landShareAreas(const BaseContext& context, const std::vector<LandShare>& shares) {
    const FeatureTable& communes = context.request.analysis.district().table(Role::communes);
    ShapeSet set;
    set.geometry = sharedGeometry(context.request, Role::communes);
    set.role = Role::communes;
    set.scales = farAway();
    for (std::size_t i = 0; i < landShareClassCount; ++i) {
        set.styles.push_back({.fill = shareFill(i, context.request.colourScheme), .strokes = {}});
        set.keyOf.push_back(static_cast<LegendKey>(communeShareKey + i));
    }
    for (std::size_t row = 0; row < set.geometry->featureCount(); ++row) {
        set.classOf.push_back(inForce(communes, row, context.request.analysis.asOf()) ? landShareClass(shares[row]) : noClass);
    }
    return set;
}

ShapeSet landShareRoads(const BaseContext& context, const std::vector<RoadAcquisition>& acquisitions) {
    ShapeSet set;
    set.role = Role::roads;
    set.scales = farAway();
    for (const RoadAcquisition& acquisition : acquisitions) {
        const std::uint8_t shareClass = landShareClass(landShareOf(acquisition));
        if (shareClass == noClass) continue;
        set.rowOf.push_back(acquisition.road);
        set.classOf.push_back(shareClass);
    }
    set.geometry =
        std::make_shared<const GeometryColumn>(context.request.analysis.district().table(Role::roads).geometry.selected(set.rowOf));
    for (std::size_t i = 0; i < landShareClassCount; ++i) {
        set.styles.push_back(roadShareStyle(i, context.request.colourScheme));
        set.keyOf.push_back(static_cast<LegendKey>(roadShareKey + i));
    }
    return set;
}

LabelSet landShareLabels(const BaseContext& context, const std::vector<LandShare>& shares) {
    const FeatureTable& communes = context.request.analysis.district().table(Role::communes);
    LabelSet set{.labels = {}, .scales = farAway()};
    set.scales.maxDenominator = 150'000; // beyond, the names of the communes need the room
    for (std::size_t row = 0; row < shares.size(); ++row) {
        const auto centre = adminUnitCentre(communes, row);
        const std::optional<double> percent = shares[row].percent();
        if (!percent || !centre || !inForce(communes, row, context.request.analysis.asOf())) continue;
        MapLabel label{.kind = LabelKind::badge, .text = fmt::format("{:.0f} %", *percent), .at = *centre};
        label.colour = mapPalette(context.request.colourScheme).label;
        label.id = static_cast<std::uint32_t>(row);
        label.priority = shares[row].neededM2;
        set.labels.push_back(std::move(label));
    }
    return set;
}

} // namespace banlang
