// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/progress.h"
#include "layers/paper/detail/map_painter.h"
#include "layers/paper/detail/text.h"
#include "layers/paper/map_sheet.h"

namespace banlang::paper {

/// A block's place on the page, millimetres from the upper left corner.
struct RectMm {
    double x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

struct SheetLayout {
    double widthMm = 420, heightMm = 297;
    RectMm header, map, column, foot;
    MapView view;
    double gridM = 1000;
};
/// Landscape or portrait, whichever shows `extent` larger at a scale that offices use.
[[nodiscard]] SheetLayout chooseLayout(PaperSize paper, const Box& extent);

/// All that the blocks of a sheet tell about.
struct Sheet {
    const SheetRequest* request = nullptr;
    MapScene scene;
    const MapLayer* theme = nullptr; ///< the first theme asked for, else the first layer
    std::int32_t commune = notLinked;
    SheetLayout layout;
    PaintReport painted;
    std::vector<UnitProgress> progress;

    [[nodiscard]] Language language() const { return request->language; }
    [[nodiscard]] std::string text(std::string_view vi, std::string_view en) const {
        return std::string(language() == Language::vietnamese ? vi : en);
    }
};

[[nodiscard]] std::string upperCase(const std::string& text);
[[nodiscard]] std::string sheetTitle(const Sheet& sheet);
[[nodiscard]] std::string unitName(const Sheet& sheet);
[[nodiscard]] std::string districtName(const Sheet& sheet);

// Each draws one block; those in the column return where they end, in mm.
void drawHeader(cairo_t* cr, const Sheet& sheet);
void drawMapFrame(cairo_t* cr, const Sheet& sheet);
[[nodiscard]] double drawFigures(cairo_t* cr, const Sheet& sheet, double topMm);
[[nodiscard]] double drawLegend(cairo_t* cr, const Sheet& sheet, RectMm place);
void drawLocator(cairo_t* cr, const Sheet& sheet, double topMm);
void drawFoot(cairo_t* cr, const Sheet& sheet);
void drawScaleBar(cairo_t* cr, double scaleDenominator, Language language, double xMm, double yMm, double longestMm);

inline TextStyle typeface(double sizePt, bool bold = false, Colour colour = rgb(0x16242A)) {
    return {.sizePx = sizePt * pxPerPt, .bold = bold, .colour = colour};
}
inline constexpr Colour mutedInk = rgb(0x4E5F67);

} // namespace banlang::paper
