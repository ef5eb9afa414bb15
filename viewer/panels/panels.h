// SPDX-License-Identifier: MIT
#pragma once

#include "layers/themes/catalogue.h"
#include "viewer/panels/widgets/ui.h"
#include "viewer/panels/widgets/widgets.h"

// One draw function per panel: reads the document and the results, puts commands, changes nothing.

namespace banlang::viewer {

void drawTopBar(Ui& ui);
void drawThemeBar(Ui& ui);
void drawLayerList(Ui& ui);
void drawMapArea(Ui& ui); ///< pointer on the map, labels, tools, scale bar, overview map, tooltip
void drawInspector(Ui& ui);
void drawBottomPanel(Ui& ui);
void drawStatusBar(Ui& ui);
void drawSearch(Ui& ui);
void drawProjector(Ui& ui);
void drawEmptyState(Ui& ui);
/// Over everything, while a person is asked whose store it is.
void drawOfficeDialog(Ui& ui);
/// Over everything, while a path is asked for.
void drawPathDialog(Ui& ui);
/// Over everything, while a person is asked what is to become of an import.
void drawCloseQuestion(Ui& ui);
void handleKeys(Ui& ui);

/// The picture below the map: one row of the list of layers, and one for its opacity.
void drawRasterBasemapRow(Ui& ui, ScrollArea& area);

// Parts of the map area. Overlays of the window hide labels under them.
/// Draws the names and the texts of symbols on both halves on their overlays, where they must be drawn anew; `scale`: of their
/// sizes, for reading from afar.
void followMapLabels(Ui& ui, float scale);
void drawDateBadges(const Ui& ui, const Painter& paint, FontRole role); ///< on both halves of a split map
void drawMapTools(Ui& ui, const Painter& paint);
void drawScaleBar(const Ui& ui, const Painter& paint, FontRole role);
void drawOverviewMap(const Ui& ui, const Painter& paint, Rect rect);
void drawTooltip(const Ui& ui, const Painter& paint);
[[nodiscard]] Rect toolsRect(const Layout& layout);
[[nodiscard]] Rect overviewMapRect(const Layout& layout);
[[nodiscard]] Rect scaleBarRect(const Layout& layout);
/// What lies over a map, or over half of one, in its own pixels: names stay clear of it, and so does what is zoomed to.
[[nodiscard]] std::vector<Box> coveredOn(const Document& document, const Layout& layout, const Rect& pane);
/// What the frame of the overview map shows of the map that is seen: never beyond the small map, however wide the view.
[[nodiscard]] Rect overviewMapFrame(const MapView& overviewMap, const Box& seen, Rect rect);

// Parts of the bottom panel.
void drawTable(Ui& ui, Rect rect);
void drawChart(Ui& ui, const Painter& paint, Rect rect);
void drawBottomTabs(Ui& ui, const Painter& paint, Rect bar, bool chartBeside);
void drawGaps(Ui& ui, Rect rect);
void drawDirective(Ui& ui, const Painter& paint, Rect rect);
void drawLinks(Ui& ui, const Painter& paint, Rect rect);
void drawCriteria(Ui& ui, const Painter& paint, Rect rect);
void drawCommuneRanking(Ui& ui, const Painter& paint, Rect rect);
void drawCandidates(Ui& ui, Rect rect);
void drawImport(Ui& ui, const Painter& paint, Rect rect);
void drawMessages(Ui& ui, Rect rect);

// Parts of the import.
void drawImportLayers(Ui& ui, const Painter& paint, Rect rect);
void drawImportDetails(Ui& ui, const Painter& paint, Rect rect);
void drawQuestions(Ui& ui, Rect rect);
void drawImportHistory(Ui& ui, const Painter& paint, Rect rect);
/// Icon and colour of what became of a layer; the icon tells it without the colour.
struct StateLook {
    Icon icon;
    Token token;
    Label label;
};
[[nodiscard]] StateLook lookOf(const ImportRow& row);

// Parts of the inspector, by what is selected.
void inspectRoad(Ui& ui, ScrollArea& area, std::uint32_t road);
void inspectParcel(Ui& ui, ScrollArea& area, std::uint32_t parcel);
void inspectAdminUnit(Ui& ui, ScrollArea& area, AdminLevel level, std::uint32_t row);
void inspectRecord(Ui& ui, ScrollArea& area, RecordRef target);
/// What was ever said of it, the newest day first.
void inspectHistory(Ui& ui, ScrollArea& area, RecordRef target);
// Rows that all of them are made of.
void inspectorSection(const Ui& ui, ScrollArea& area, std::string_view title, std::string_view hint = {});
void inspectorRow(const Ui& ui, ScrollArea& area, std::string_view name, std::string_view value, bool strong = false);
void inspectorWaiting(const Ui& ui, ScrollArea& area); ///< for figures that are not there yet

/// What a thing is called in a sentence, a tooltip or a title, and the line under it.
struct TargetTitle {
    std::string title;
    std::string subtitle;
};
[[nodiscard]] TargetTitle titleOf(const Ui& ui, RecordRef target);

/// "đã xét" as a heading: "Đã xét".
[[nodiscard]] std::string sentenceCase(std::string_view words);

} // namespace banlang::viewer
