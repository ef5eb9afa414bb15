// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/progress.h"
#include "layers/paper/detail/figures.h"
#include "layers/paper/detail/map_painter.h"
#include "layers/paper/detail/text.h"
#include "layers/paper/map_sheet.h"

#include <map>

namespace banlang::paper {

/// A block's place on the page, millimetres from the upper left corner.
struct RectMm {
    double x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

struct SheetLayout {
    double widthMm = 420, heightMm = 297;
    RectMm header, map, figures, legend, foot;
    std::optional<RectMm> mapBefore; ///< of the day compared with; as large as `map`, and seen through the same view
    bool legendFollows = false;      ///< the legend begins where the figures end, in the same column
    MapView view;
    double gridM = 1000;
};
/// Landscape, or portrait where that shows `extent` much larger, at a round scale.
[[nodiscard]] SheetLayout chooseLayout(PaperSize paper, const Box& extent);
/// Two maps of one scale, side by side on a landscape page or one above the other on a portrait one.
[[nodiscard]] SheetLayout chooseTwinLayout(PaperSize paper, const Box& extent);

/// All that the blocks of a sheet tell about.
struct Sheet {
    const SheetRequest* request = nullptr;
    MapScene scene;
    const MapLayer* theme = nullptr; ///< the first theme asked for, else the first layer
    std::int32_t commune = notLinked;
    SheetLayout layout;
    PaintReport painted;
    std::optional<MapScene> sceneBefore; ///< the same layers on the day compared with
    std::vector<UnitProgress> progress;
    FigureTable figures;                         ///< without rows: the theme has none, or the map stands alone
    std::map<std::string_view, LegendKeys> keys; ///< what the maps of the page show, by the layer whose legend explains it

    [[nodiscard]] Language language() const { return request->language; }
    [[nodiscard]] std::string text(std::string_view vi, std::string_view en) const {
        return std::string(language() == Language::vietnamese ? vi : en);
    }
};

/// The day that progress is compared with: the one asked for, else the last of the year before.
[[nodiscard]] inline Date comparedDay(const SheetRequest& request) {
    return request.compareWith.value_or(Date::fromYmd(toYmd(request.layer.asOf).year - 1, 12, 31));
}
[[nodiscard]] std::string upperCase(const std::string& text);
/// What the sheet shows and of which unit.
[[nodiscard]] std::string sheetTitle(const Sheet& sheet);
[[nodiscard]] std::string unitName(const Sheet& sheet);
[[nodiscard]] std::string districtName(const Sheet& sheet);

// Each draws one block; those in the column return where they end, in mm.
void drawHeader(cairo_t* cr, const Sheet& sheet);
void drawMapFrame(cairo_t* cr, const SheetLayout& layout, const RectMm& map);
/// The day that a map shows, in its upper left corner; `captionPlace` tells labels to keep away, in pixels of the map.
void drawDayCaption(cairo_t* cr, const RectMm& map, Date day, Language language);
[[nodiscard]] Box captionPlace();
[[nodiscard]] double drawFigures(cairo_t* cr, const Sheet& sheet);
double drawLegend(cairo_t* cr, const Sheet& sheet, RectMm place);
/// The small legend of a bare map: the themes asked for. No height when the map is too small for it.
[[nodiscard]] RectMm keyPlace(const Sheet& sheet, double widthMm, double heightMm);
void drawKey(cairo_t* cr, const Sheet& sheet, const RectMm& place);
void drawLocator(cairo_t* cr, const Sheet& sheet, RectMm place);
void drawFoot(cairo_t* cr, const Sheet& sheet);
void drawScaleBar(cairo_t* cr, double scaleDenominator, Language language, double xMm, double yMm, double longestMm);

inline TextStyle typeface(double sizePt, bool bold = false, Colour colour = rgb(0x16242A)) {
    return {.sizePx = sizePt * pxPerPt, .bold = bold, .colour = colour};
}
inline constexpr Colour mutedInk = rgb(0x4E5F67);

} // namespace banlang::paper
