// SPDX-License-Identifier: MIT
#include "layers/themes/land_side_bands.h"

#include "core/geo/measure.h"
#include "layers/style/road_style.h"
#include "layers/themes/line_substrings.h"

#include <algorithm>
#include <map>

namespace banlang {
namespace {

constexpr ScaledPx bandPx{4.6, 3.6, 2.6};
constexpr double underlayPx = 0.9; ///< to either side of the band
constexpr double gapPx = 0.4;      ///< between casing and band
constexpr double joinM = 2;        ///< pieces of one state that are this near are drawn as one
constexpr double shortestPieceM = 0.5;
constexpr std::size_t bandClassCount = landStateCount + 1;

ScaledPx plus(const ScaledPx& first, const ScaledPx& second, double factor) {
    return {first.at10k + factor * second.at10k, first.at25k + factor * second.at25k, first.at100k + factor * second.at100k};
}

ScaledPx roadWidthPx(RoadClass roadClass, MapColourScheme colourScheme) {
    const auto width = [&](const RoadDetailLevel& band) {
        const ClassStyle style = roadStyle(roadClass, true, true, colourScheme, band);
        return style.strokes.empty() ? ScaledPx(0.0) : style.strokes.front().widthPx;
    };
    const ScaledPx near = width(roadDetailLevels()[0]);
    const ScaledPx far = width(roadDetailLevels()[1]);
    return {near.at10k, far.at25k, far.at100k};
}

std::uint8_t bandClass(RoadClass roadClass, std::size_t state, bool left) {
    return static_cast<std::uint8_t>((static_cast<std::size_t>(roadClass) * bandClassCount + state) * 2 + (left ? 0 : 1));
}

std::vector<float> bandDash(std::size_t state) {
    if (state == static_cast<std::size_t>(LandState::pledged)) return {2.2F, 1.6F};
    if (state == static_cast<std::size_t>(LandState::needed)) return {4.0F, 2.4F};
    if (state == withoutDonationRecord) return {4.0F, 3.0F};
    return {};
}

StrokeStyle bandStroke(std::size_t state, const ScaledPx& offset, MapColourScheme colourScheme) {
    StrokeStyle band;
    const bool unknown = state == withoutDonationRecord;
    band.colour = unknown ? themePalette(colourScheme).noData : themePalette(colourScheme).land[state];
    band.widthPx = unknown ? ScaledPx(1.4) : bandPx;
    band.dashPx = bandDash(state);
    band.offsetPx = offset;
    band.roundCaps = false;
    return band;
}

/// Styles of bands and of the ground below them, by bandClass().
std::pair<std::vector<ClassStyle>, std::vector<ClassStyle>> bandStyles(MapColourScheme colourScheme) {
    std::vector<ClassStyle> bands;
    std::vector<ClassStyle> grounds;
    for (std::size_t road = 0; road < roadClassCount; ++road) {
        const ScaledPx halfRoad = plus(0.0, roadWidthPx(static_cast<RoadClass>(road), colourScheme), 0.5);
        const ScaledPx offset = plus(plus(halfRoad, bandPx, 0.5), gapPx, 1);
        for (std::size_t state = 0; state < bandClassCount; ++state) {
            for (const double side : {1.0, -1.0}) {
                const StrokeStyle band = bandStroke(state, plus(0.0, offset, side), colourScheme);
                StrokeStyle ground = band;
                ground.colour = mapPalette(colourScheme).halo;
                ground.widthPx = plus(band.widthPx, underlayPx, 2);
                ground.dashPx.clear();
                bands.push_back({.fill = {}, .strokes = {band}});
                grounds.push_back({.fill = {}, .strokes = {ground}});
            }
        }
    }
    return {std::move(bands), std::move(grounds)};
}

struct Piece {
    double fromM = 0;
    double toM = 0;
    std::size_t state = 0;
    bool left = false;
};

/// Neighbouring parcels in one state make one piece, so that dashes run on and bends stay closed.
std::vector<Piece> piecesOf(const RoadAcquisition& acquisition, double roadLengthM) {
    if (!acquisition.anyDonationRecord)
        return {{0, roadLengthM, withoutDonationRecord, true}, {0, roadLengthM, withoutDonationRecord, false}};
    std::vector<Piece> pieces;
    std::map<std::pair<bool, std::size_t>, std::size_t> latest;
    for (const ParcelAcquisition& parcel : acquisition.parcels) {
        const std::size_t state = landClass(acquisition, parcel);
        const auto found = latest.find({parcel.left, state});
        if (found != latest.end() && parcel.fromM <= pieces[found->second].toM + joinM) {
            Piece& piece = pieces[found->second];
            piece.toM = std::max(piece.toM, parcel.toM);
            continue;
        }
        latest[{parcel.left, state}] = pieces.size();
        pieces.push_back({parcel.fromM, parcel.toM, state, parcel.left});
    }
    std::erase_if(pieces, [](const Piece& piece) { return piece.toM - piece.fromM < shortestPieceM; });
    return pieces;
}

} // namespace

ClassStyle landStyle(std::size_t landClass, MapColourScheme colourScheme) {
    constexpr Pattern patterns[] = {Pattern::plain, Pattern::plain, Pattern::dots, Pattern::hatch, Pattern::plain};
    const bool unknown = landClass == withoutDonationRecord;
    const Colour colour = unknown ? themePalette(colourScheme).noData : themePalette(colourScheme).land[landClass];
    StrokeStyle outline;
    outline.colour = colour;
    outline.widthPx = ScaledPx{1.1, 0.6, 0.4};
    if (unknown) outline.dashPx = {4.0F, 2.4F};
    return {
        .fill =
            FillStyle{.colour = withAlpha(colour, unknown ? 0.12 : 0.42), .pattern = patterns[landClass], .patternColour = colour},
        .strokes = {outline}};
}

ClassStyle landSwatch(std::size_t landClass, MapColourScheme colourScheme) {
    ClassStyle style = landStyle(landClass, colourScheme);
    if (style.fill->pattern == Pattern::plain && landClass != withoutDonationRecord) style.fill->colour = style.fill->patternColour;
    return style;
}

std::vector<FillStyle> landFills(MapColourScheme colourScheme) {
    std::vector<FillStyle> fills;
    for (std::size_t state = 0; state < landStateCount; ++state) fills.push_back(*landSwatch(state, colourScheme).fill);
    return fills;
}

ShapeSet landParcels(const BaseContext& context, const std::vector<RoadAcquisition>& acquisitions) {
    std::map<std::uint32_t, std::uint8_t> stateOf;
    for (const RoadAcquisition& acquisition : acquisitions) {
        for (const ParcelAcquisition& parcel : acquisition.parcels) {
            std::uint8_t& state = stateOf[parcel.parcel];
            state = std::max(state, static_cast<std::uint8_t>(landClass(acquisition, parcel)));
        }
    }
    ShapeSet set;
    set.role = Role::parcels;
    set.scales.maxDenominator = sideBandsBelow;
    for (const auto& [parcel, state] : stateOf) {
        set.rowOf.push_back(parcel);
        set.classOf.push_back(state);
    }
    set.geometry = std::make_shared<const GeometryColumn>(
        context.request.analysis.district().table(Role::parcels).geometry.selected(set.rowOf));
    for (std::size_t state = 0; state < bandClassCount; ++state)
        set.styles.push_back(landStyle(state, context.request.colourScheme));
    return set;
}

std::vector<ShapeSet> landSideBands(const BaseContext& context, const std::vector<RoadAcquisition>& acquisitions) {
    const FeatureTable& roads = context.request.analysis.district().table(Role::roads);
    auto lines = std::make_shared<GeometryColumn>();
    lines->kind = GeometryKind::line;
    ShapeSet bands;
    bands.role = Role::roads;
    bands.scales.maxDenominator = sideBandsBelow;
    for (const RoadAcquisition& acquisition : acquisitions) {
        if (acquisition.parcels.empty()) continue;
        const RoadClass roadClass = roadClassOf(roads.textAt(fields::roads.managementClass, acquisition.road));
        for (const Piece& piece : piecesOf(acquisition, lengthM(roads.geometry, acquisition.road))) {
            appendLineSubstring(*lines, roads.geometry, acquisition.road, piece.fromM, piece.toM);
            bands.classOf.push_back(bandClass(roadClass, piece.state, piece.left));
            bands.rowOf.push_back(acquisition.road);
        }
    }
    bands.geometry = std::move(lines);
    ShapeSet grounds = bands;
    std::tie(bands.styles, grounds.styles) = bandStyles(context.request.colourScheme);
    for (std::size_t i = 0; i < bands.styles.size(); ++i) bands.keyOf.push_back(static_cast<LegendKey>(i / 2 % bandClassCount));
    grounds.keyOf = bands.keyOf;
    return {std::move(grounds), std::move(bands)};
}

} // namespace banlang
