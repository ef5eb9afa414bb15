// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/progress/progress.h"
#include "layers/paper/detail/figures.h"
#include "layers/paper/detail/map_painter.h"
#include "layers/paper/detail/text.h"
#include "layers/paper/print_layout.h"

#include <map>

namespace banlang::print_layout {

/// A block's place on the page, millimetres from the upper left corner.
struct RectMm {
    double x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

struct PageLayout {
    double widthMm = 420, heightMm = 297;
    RectMm header, map, figures, legend, foot;
    std::optional<RectMm> mapBefore; ///< of the day compared with; as large as `map`, and seen through the same view
    bool legendFollows = false;      ///< the legend begins where the figures end, in the same column
    MapView view;
    double gridM = 1000;
};
/// Landscape, or portrait where that shows `extent` much larger, at a round scale.
[[nodiscard]] PageLayout chooseLayout(PaperSize paperSize, const Box& extent);
/// Two maps of one scale, side by side on a landscape page or one above the other on a portrait one.
[[nodiscard]] PageLayout chooseTwinLayout(PaperSize paperSize, const Box& extent);

/// All that the blocks of a page tell about.
struct PrintPage {
    const PrintRequest* request = nullptr;
    MapScene scene;
    const MapLayer* theme = nullptr; ///< the first theme asked for, else the first layer
    std::int32_t commune = notLinked;
    PageLayout layout;
    PaintReport painted;
    std::optional<MapScene> sceneBefore;                            ///< the same layers on the day compared with
    std::shared_ptr<const std::vector<AdminUnitProgress>> progress; ///< null while the map stands alone
    PageFigures figures;                                            ///< without rows: the theme has none, or the map stands alone
    std::map<std::string_view, LegendKeys> keys; ///< what the maps of the page show, by the layer whose legend explains it

    [[nodiscard]] Language language() const { return request->language; }
    [[nodiscard]] std::string text(std::string_view vi, std::string_view en) const {
        return std::string(language() == Language::vietnamese ? vi : en);
    }
};

/// The day that progress is compared with: the one asked for, else the last of the year before.
[[nodiscard]] inline Date comparedDay(const PrintRequest& request) {
    return request.layer.analysis.compareWith().value_or(Date::fromYmd(toYmd(request.layer.analysis.asOf()).year - 1, 12, 31));
}
[[nodiscard]] std::string upperCase(const std::string& text);
/// What the page shows and of which unit.
[[nodiscard]] std::string pageTitle(const PrintPage& printPage);
[[nodiscard]] std::string unitName(const PrintPage& printPage);

// Each draws one block; those in the column return where they end, in mm.
void drawHeader(cairo_t* cr, const PrintPage& printPage);
void drawMapFrame(cairo_t* cr, const PageLayout& layout, const RectMm& map);
/// The day that a map shows, in its upper left corner; `captionPlace` tells labels to keep away, in pixels of the map.
void drawDayCaption(cairo_t* cr, const RectMm& map, Date day, Language language);
[[nodiscard]] Box captionPlace();
[[nodiscard]] double drawFigures(cairo_t* cr, const PrintPage& printPage);
double drawLegend(cairo_t* cr, const PrintPage& printPage, RectMm place);
/// The small legend of a bare map: the themes asked for. No height when the map is too small for it.
[[nodiscard]] RectMm keyPlace(const PrintPage& printPage, double widthMm, double heightMm);
void drawKey(cairo_t* cr, const PrintPage& printPage, const RectMm& place);
void drawOverviewMap(cairo_t* cr, const PrintPage& printPage, RectMm place);
void drawFoot(cairo_t* cr, const PrintPage& printPage);
void drawScaleBar(cairo_t* cr, double scaleDenominator, Language language, double xMm, double yMm, double longestMm);

inline TextStyle typeface(double sizePt, bool bold = false, Colour colour = rgb(0x16242A)) {
    return {.sizePx = sizePt * pxPerPt, .bold = bold, .colour = colour};
}
inline constexpr Colour mutedInk = rgb(0x4E5F67);

} // namespace banlang::print_layout
