// SPDX-License-Identifier: MIT
#include "layers/style/palette.h"
#include "viewer/panels/widgets/widgets.h"

#include <algorithm>

namespace banlang::viewer {
namespace {

constexpr double landTint = 0.42; ///< of a parcel behind its side band

FillStyle plain(Colour colour) {
    return {.colour = colour, .pattern = Pattern::plain, .patternColour = colour};
}

/// Areas as the map fills them; themes of lines and symbols have none to copy. Colour never works alone: neighbours differ in their
/// pattern as well, or, where they are steps of one way, in their lightness.
std::vector<FillStyle> fillsOf(FigureKind kind, MapColourScheme colourScheme) {
    const ThemePalette& palette = themePalette(colourScheme);
    const Colour base = mapPalette(colourScheme).background;
    switch (kind) {
    case FigureKind::donatedLand:
        return {plain(palette.land[0]),
                plain(palette.land[1]),
                {withAlpha(palette.land[2], landTint), Pattern::dots, palette.land[2]},
                {withAlpha(palette.land[3], landTint), Pattern::hatch, palette.land[3]}};
    case FigureKind::gardens:
        return {{palette.garden[0], Pattern::plain, palette.gardenPattern[0]},
                {palette.garden[1], Pattern::hatch, palette.gardenPattern[1]},
                {palette.garden[2], Pattern::plain, palette.gardenPattern[2]},
                {palette.garden[3], Pattern::crossHatch, palette.gardenPattern[3]}};
    case FigureKind::houses: {
        std::vector<FillStyle> fills;
        for (auto step = palette.houseStep.rbegin(); step != palette.houseStep.rend(); ++step) fills.push_back(plain(*step));
        return fills;
    }
    case FigureKind::newRoads:
        return {plain(palette.upgrade), {base, Pattern::hatch, palette.upgrade}, {base, Pattern::dots, palette.upgrade}};
    case FigureKind::greenRoutes:
        return {plain(palette.green), {base, Pattern::hatch, palette.green}, {base, Pattern::dots, palette.noData}};
    case FigureKind::criteria:
        return {plain(palette.garden[0]),
                {palette.atRisk, Pattern::hatch, palette.gardenPattern[1]},
                {palette.late, Pattern::crossHatch, mixed(palette.late, rgb(0), 0.4)},
                {base, Pattern::dots, palette.noData}};
    case FigureKind::communeRanking: {
        std::vector<FillStyle> fills;
        for (const CommuneRankingLook& look : communeRankingLooks()) fills.push_back(look.fill);
        fills.push_back(plain(base));
        return fills;
    }
    case FigureKind::candidates:
        return {plain(palette.candidate[0]),
                {palette.candidate[1], Pattern::hatch, mixed(palette.candidate[1], rgb(0xFFFFFF), 0.4)},
                {palette.candidate[2], Pattern::dots, palette.candidate[0]},
                {base, Pattern::hatch, palette.candidate[3]}};
    case FigureKind::gap:
        return {plain(palette.reached),
                {palette.atRisk, Pattern::dots, mixed(palette.atRisk, rgb(0x2A1C00), 0.75)},
                {palette.notReached, Pattern::hatch, mixed(palette.notReached, rgb(0xFFFFFF), 0.5)}};
    }
    return {};
}

} // namespace

const std::vector<FillStyle>& figureFills(const Ui& ui, FigureKind kind) {
    const MapColourScheme colourScheme = mapColourSchemeFor(ui.document.colourScheme);
    auto& known = ui.state.figureFills;
    const auto found = known.find({kind, colourScheme});
    return found != known.end() ? found->second
                                : known.emplace(std::pair(kind, colourScheme), fillsOf(kind, colourScheme)).first->second;
}

void drawNothing(Ui& ui, const Painter& paint, Rect rect, const ReportNote& note, std::string_view controlId) {
    rect = rect.inset(16, 8);
    const float first = paint.paragraphHeight(rect.w, ui.say(note.nothing), FontRole::bodyBold);
    paint.paragraph(rect.takeTop(first + 4), ui.say(note.nothing), FontRole::bodyBold, ui.colour(Token::text));
    const float second = paint.paragraphHeight(rect.w, ui.say(note.filledBy), FontRole::body);
    paint.paragraph(rect.takeTop(second + 10), ui.say(note.filledBy), FontRole::body, ui.colour(Token::muted));
    const ButtonSpec fill{controlId, Icon::import, ui.say({"Nạp dữ liệu…", "Import…"})};
    Rect row = rect.takeTop(32);
    if (button(ui, paint, row.takeLeft(std::min(row.w, buttonWidth(paint, fill))), fill)) ui.emit(Verb::import);
}

} // namespace banlang::viewer
