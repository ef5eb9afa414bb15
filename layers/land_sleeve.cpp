// SPDX-License-Identifier: MIT
#include "layers/land_sleeve.h"

#include "core/geo/measure.h"
#include "layers/line_stretches.h"
#include "layers/road_style.h"

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

ScaledPx roadWidthPx(RoadClass roadClass, MapTheme theme) {
    const auto width = [&](const RoadBand& band) {
        const ClassStyle style = roadStyle(roadClass, true, true, theme, band);
        return style.strokes.empty() ? ScaledPx(0.0) : style.strokes.front().widthPx;
    };
    const ScaledPx near = width(roadBands()[0]);
    const ScaledPx far = width(roadBands()[1]);
    return {near.at10k, far.at25k, far.at100k};
}

std::uint8_t bandClass(RoadClass roadClass, std::size_t state, bool left) {
    return static_cast<std::uint8_t>((static_cast<std::size_t>(roadClass) * bandClassCount + state) * 2 + (left ? 0 : 1));
}

std::vector<float> bandDash(std::size_t state) {
    if (state == static_cast<std::size_t>(LandState::pledged)) return {2.2F, 1.6F};
    if (state == static_cast<std::size_t>(LandState::needed)) return {4.0F, 2.4F};
    if (state == withoutMinutes) return {4.0F, 3.0F};
    return {};
}

StrokeStyle bandStroke(std::size_t state, const ScaledPx& offset, MapTheme theme) {
    StrokeStyle band;
    const bool unknown = state == withoutMinutes;
    band.colour = unknown ? themePalette(theme).noData : themePalette(theme).land[state];
    band.widthPx = unknown ? ScaledPx(1.4) : bandPx;
    band.dashPx = bandDash(state);
    band.offsetPx = offset;
    band.roundCaps = false;
    return band;
}

/// Styles of bands and of the ground below them, by bandClass().
std::pair<std::vector<ClassStyle>, std::vector<ClassStyle>> bandStyles(MapTheme theme) {
    std::vector<ClassStyle> bands;
    std::vector<ClassStyle> grounds;
    for (std::size_t road = 0; road < roadClassCount; ++road) {
        const ScaledPx halfRoad = plus(0.0, roadWidthPx(static_cast<RoadClass>(road), theme), 0.5);
        const ScaledPx offset = plus(plus(halfRoad, bandPx, 0.5), gapPx, 1);
        for (std::size_t state = 0; state < bandClassCount; ++state) {
            for (const double side : {1.0, -1.0}) {
                const StrokeStyle band = bandStroke(state, plus(0.0, offset, side), theme);
                StrokeStyle ground = band;
                ground.colour = mapPalette(theme).halo;
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
std::vector<Piece> piecesOf(const RoadLandTake& take, double roadLengthM) {
    if (!take.anyMinutes) return {{0, roadLengthM, withoutMinutes, true}, {0, roadLengthM, withoutMinutes, false}};
    std::vector<Piece> pieces;
    std::map<std::pair<bool, std::size_t>, std::size_t> latest;
    for (const ParcelTake& parcel : take.parcels) {
        const std::size_t state = landClass(take, parcel);
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

ClassStyle landStyle(std::size_t landClass, MapTheme theme) {
    constexpr Pattern patterns[] = {Pattern::plain, Pattern::plain, Pattern::dots, Pattern::hatch, Pattern::plain};
    const bool unknown = landClass == withoutMinutes;
    const Colour colour = unknown ? themePalette(theme).noData : themePalette(theme).land[landClass];
    StrokeStyle outline;
    outline.colour = colour;
    outline.widthPx = ScaledPx{1.1, 0.6, 0.4};
    if (unknown) outline.dashPx = {4.0F, 2.4F};
    return {
        .fill =
            FillStyle{.colour = withAlpha(colour, unknown ? 0.12 : 0.42), .pattern = patterns[landClass], .patternColour = colour},
        .strokes = {outline}};
}

ShapeSet landParcels(const BaseContext& context, const std::vector<RoadLandTake>& takes) {
    std::map<std::uint32_t, std::uint8_t> stateOf;
    for (const RoadLandTake& take : takes) {
        for (const ParcelTake& parcel : take.parcels) {
            std::uint8_t& state = stateOf[parcel.parcel];
            state = std::max(state, static_cast<std::uint8_t>(landClass(take, parcel)));
        }
    }
    ShapeSet set;
    set.role = Role::parcels;
    set.scales.maxDenominator = sleevesBelow;
    for (const auto& [parcel, state] : stateOf) {
        set.rowOf.push_back(parcel);
        set.classOf.push_back(state);
    }
    set.geometry =
        std::make_shared<const GeometryColumn>(context.request.district->table(Role::parcels).geometry.selected(set.rowOf));
    for (std::size_t state = 0; state < bandClassCount; ++state) set.styles.push_back(landStyle(state, context.request.theme));
    return set;
}

std::vector<ShapeSet> landSleeves(const BaseContext& context, const std::vector<RoadLandTake>& takes) {
    const FeatureTable& roads = context.request.district->table(Role::roads);
    auto lines = std::make_shared<GeometryColumn>();
    lines->kind = GeometryKind::line;
    ShapeSet bands;
    bands.role = Role::roads;
    bands.scales.maxDenominator = sleevesBelow;
    for (const RoadLandTake& take : takes) {
        if (take.parcels.empty()) continue;
        const RoadClass roadClass = roadClassOf(roads.textAt("class", take.road));
        for (const Piece& piece : piecesOf(take, lengthM(roads.geometry, take.road))) {
            appendStretch(*lines, roads.geometry, take.road, piece.fromM, piece.toM);
            bands.classOf.push_back(bandClass(roadClass, piece.state, piece.left));
            bands.rowOf.push_back(take.road);
        }
    }
    bands.geometry = std::move(lines);
    ShapeSet grounds = bands;
    std::tie(bands.styles, grounds.styles) = bandStyles(context.request.theme);
    for (std::size_t i = 0; i < bands.styles.size(); ++i) bands.keyOf.push_back(static_cast<LegendKey>(i / 2 % bandClassCount));
    grounds.keyOf = bands.keyOf;
    return {std::move(grounds), std::move(bands)};
}

} // namespace banlang
