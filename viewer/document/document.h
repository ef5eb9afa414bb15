// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/analysis_rules.h"
#include "core/base/date.h"
#include "core/base/result.h"
#include "core/model/district.h"
#include "core/model/record_ref.h"
#include "core/report/audience.h"
#include "layers/themes/themes.h"
#include "layers/view.h"
#include "viewer/document/raster_basemap.h"
#include "viewer/import/import_log.h"
#include "viewer/import/link_review.h"
#include "viewer/panels/primitives/tokens.h"
#include "viewer/platform/path_dialog.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace banlang::viewer {

/// In the order of the tabs.
enum class BottomTab : std::uint8_t {
    table,
    chart,
    directive,
    gaps,
    links,
    criteria,
    communeRanking,
    candidates,
    import,
    messages,
};
enum class ImportView : std::uint8_t { layers, questions, history };
enum class LinkView : std::uint8_t { open, decided };
/// What the inspector tells of the selected record: what is so, or what was ever said of it.
enum class InspectorTab : std::uint8_t { record, history };

struct TableSort {
    std::string column; ///< empty: the order that the table comes in
    bool descending = false;
    bool operator==(const TableSort&) const = default;
};

struct Message {
    bool isError = false;
    Bilingual text;
};

/// What a step of the history brings back: what was chosen, and values that others share. Copied at every such step, so nothing in
/// it may grow with the records or with the messages.
struct DocumentState {
    std::string storePath; ///< empty: nothing is open
    std::shared_ptr<const District> district;
    std::shared_ptr<const AnalysisRules> rules; ///< of the store; null exactly where the district is
    Language language = Language::vietnamese;
    UiColourScheme colourScheme = UiColourScheme::light;
    Date asOf;
    std::optional<Date> compareWith;
    bool split = false; ///< the map twice: the day compared with on the left, the as-of day on the right
    Audience audience = Audience::meeting;
    std::string activeTheme{themes().front().id}; ///< what the theme that rules table and chart is chosen by: ThemeChoice::id
    std::vector<std::string> visibleLayers;
    std::string openLegend{themes().front().id}; ///< the row of the layer list that shows its legend; may be empty
    std::vector<Box> coveredPx;                  ///< of the map area, in its pixels: what lies over it
    /// What the view was fitted to last; fitted again when a panel takes room, unless the map was moved since.
    struct Fitted {
        Box box{};
        double marginPx = 0;
        MapView view;
    };
    std::optional<Fitted> fitted;
    std::optional<RecordRef> selected; ///< a row of the district
    InspectorTab inspectorTab = InspectorTab::record;
    std::string gap;                        ///< the gap whose items are listed; empty: the first
    std::string directive;                  ///< the statement of the directives whose answer is shown: "V10"; empty: the first
    std::string directiveProgramme = "all"; ///< statements on this programme only
    BottomTab tab = BottomTab::table;
    std::shared_ptr<const ImportLog> importLog; ///< null before anything was opened or imported
    ImportView importView = ImportView::layers;
    std::optional<std::size_t> importRow;    ///< of the log's rows
    std::shared_ptr<const LinkReview> links; ///< null before anything was opened
    LinkView linkView = LinkView::open;
    std::optional<std::size_t> linkRow; ///< of the open links of the review
    TableSort sort;
    bool projector = false;
    int projectorPage = -1; ///< commune shown in projector mode, -1: the whole district
    bool fullScreen = false;
    bool searchOpen = false;
    bool officeOpen = false;                      ///< a person is asked whose store it is
    std::shared_ptr<const Error> officeProblem;   ///< why the last answer was not kept; null: nothing was wrong
    std::shared_ptr<const PathDialog> pathDialog; ///< null: no path is asked for
    bool closeAsked = false; ///< the window was to be closed while data came in; a person is asked what is to become of them
};

/// Everything that the window shows, as plain data. Changed only by commands (command.h); drawn by the panels; written by --state.
struct Document : DocumentState {
    // No step of the history takes these back.
    MapView view; ///< its size is the map area of the window
    std::vector<Message> messages;
    ShownRasterBasemap rasterBasemap; ///< but for how it is seen
};

/// A document that shows a district that was just opened: last day with records, all base layers, the first theme, whole extent.
[[nodiscard]] Document documentFor(std::shared_ptr<const District> district, std::shared_ptr<const AnalysisRules> rules,
                                   std::string storePath, const Document& settings);

/// The document after its store has changed: the same view, day and selection as far as they still make sense.
[[nodiscard]] Document documentWith(std::shared_ptr<const District> district, std::shared_ptr<const AnalysisRules> rules,
                                    const Document& before);

/// The ground of the communes in force on the day, else of what else is drawn.
[[nodiscard]] Box extentOf(const District& district, Date day);
/// What the projector walks through: -1 for the whole district, then the rows of the communes in force on the day.
[[nodiscard]] std::vector<int> projectorPages(const Document& document);

/// A target as two words, for commands and state: role id and key ("parcels", "06001/21/87"); rows without key are "#12".
[[nodiscard]] std::string keyOf(const District& district, RecordRef target);
[[nodiscard]] std::optional<RecordRef> targetFor(const District& district, std::string_view roleId, std::string_view key);
/// Box of a target's own geometry, or of the place that it is linked to.
[[nodiscard]] Box boxOf(const District& district, RecordRef target);

/// Shows all of a box in the free part of the map.
void showBox(Document& document, const Box& box, double marginPx);
inline constexpr double extentMarginPx = 24;

/// The map is shown twice: only with a day to compare with.
[[nodiscard]] bool isSplit(const Document& document);
[[nodiscard]] bool isVisible(const Document& document, std::string_view layerId);

/// The gap whose items are listed: the one that was chosen, else the first.
[[nodiscard]] std::string_view shownGap(const Document& document);
/// The layer that draws the theme: for "gaps" that of the gap shown, else its own.
[[nodiscard]] std::string themeLayer(const Document& document);
/// Figures of one theme stand in the panel, with their chart beside them; all else needs the width.
[[nodiscard]] bool showsFigures(BottomTab tab);
/// Whose table and chart belong to what is shown, as the id of a layer: those of the list of gaps or candidates that is open, else
/// of the theme.
[[nodiscard]] std::string figuresOf(const Document& document);

[[nodiscard]] std::string_view id(UiColourScheme colourScheme);
[[nodiscard]] std::string_view id(BottomTab tab);
[[nodiscard]] std::string_view id(ImportView view);
[[nodiscard]] std::string_view id(LinkView view);
[[nodiscard]] std::string_view id(InspectorTab tab);
[[nodiscard]] std::optional<UiColourScheme> uiColourSchemeFromId(std::string_view id);
[[nodiscard]] std::optional<BottomTab> bottomTabFromId(std::string_view id);
[[nodiscard]] std::optional<ImportView> importViewFromId(std::string_view id);
[[nodiscard]] std::optional<LinkView> linkViewFromId(std::string_view id);
[[nodiscard]] std::optional<InspectorTab> inspectorTabFromId(std::string_view id);
[[nodiscard]] std::string_view id(Language language);

/// A table or chart as the state tells of it.
struct ShownFigures {
    std::string id; ///< of its layer
    Bilingual title;
    std::size_t rows = 0;
};
/// The state as one JSON object, schema "banlang/viewer-state/1"; figures that are not there are null.
[[nodiscard]] std::string toJson(const Document& document, const std::optional<ShownFigures>& table = std::nullopt,
                                 const std::optional<ShownFigures>& chart = std::nullopt);

} // namespace banlang::viewer
