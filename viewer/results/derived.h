// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/criteria/criteria.h"
#include "core/analysis/directives/directives.h"
#include "core/analysis/gaps/gaps.h"
#include "core/analysis/land/right_of_way_acquisition.h"
#include "core/analysis/progress/progress.h"
#include "core/analysis/ranking/commune_ranking.h"
#include "core/analysis/roads/candidates.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/report/report_chart.h"
#include "core/report/report_table.h"
#include "core/store/history.h"
#include "layers/scene/scene.h"
#include "viewer/document/document.h"
#include "viewer/import/import_job.h"
#include "viewer/map/mesh/prepared_scene.h"
#include "viewer/results/job_queue.h"
#include "viewer/results/search_index.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace banlang::viewer {

/// What was ever said of one record, or why that cannot be told.
struct ShownHistory {
    RecordRef of;
    Result<RecordHistory> history;
};

/// What the analyses say about the document's district, day and audience. Each part comes by itself and is null until then: not
/// known yet, which is not zero.
struct Analysis {
    template <class T> using Part = std::shared_ptr<const T>;
    Part<std::vector<AdminUnitProgress>> progress;
    int staleDays = 0; ///< a unit without a report for longer has fallen silent
    Part<Gaps> gaps;
    Part<std::vector<Candidate>> candidates;
    Part<std::vector<RoadAcquisition>> rightOfWayAcquisition;
    Part<std::vector<Answer>> answers;               ///< to the directives, in their order
    std::map<std::string, Part<MapLayer>> layers;    ///< of the catalogue, by id; those of the scene are the scene's own
    std::map<std::string, Part<ReportTable>> tables; ///< by the id of their theme's layer
    std::map<std::string, Part<ReportChart>> charts; ///< the same
    Part<std::optional<CriteriaAnswer>> criteria;    ///< holds none: no set was in force
    Part<std::optional<CommuneRanking>> communeRanking;
    Part<SearchIndex> search;
    Part<ShownHistory> history; ///< of the record that was asked about last

    /// Null until it is there; never that of another record.
    [[nodiscard]] const ShownHistory* historyOf(RecordRef record) const;
    [[nodiscard]] const Answer* answerTo(std::string_view statement) const;
    [[nodiscard]] const RoadAcquisition* acquisitionOf(std::uint32_t road) const;
    [[nodiscard]] const Candidate* candidateFor(std::uint32_t road) const;
    [[nodiscard]] const AdminUnitProgress* progressOf(AdminLevel level, std::int32_t row) const;
    [[nodiscard]] const MapLayer* layer(std::string_view id) const;
    /// Null until it is there; never that of another theme.
    [[nodiscard]] Part<ReportTable> table(std::string_view layerId) const;
    [[nodiscard]] Part<ReportChart> chart(std::string_view layerId) const;
};

/// Results that the panels read.
struct Derived {
    std::shared_ptr<const MapScene> scene;               ///< null until it was built for the first time
    std::shared_ptr<const MapScene> sceneBefore;         ///< of the day compared with; null while the map is whole
    std::shared_ptr<const PreparedScene> prepared;       ///< `scene` for the renderer and for picking
    std::shared_ptr<const PreparedScene> preparedBefore; ///< of `sceneBefore`
    Analysis analysis;
    std::set<std::string, std::less<>> awaited; ///< parts that a newer result is on its way for: "scene", "table/donated-land"
    bool busy = false;                          ///< one of them is for something that is seen
    std::optional<JobState> job;                ///< an import that runs

    [[nodiscard]] bool awaits(std::string_view part) const { return awaited.contains(part); }
};

/// Recomputes on workers, part by part, what a changed document makes stale: first what is seen, then the rest. Each part is
/// swapped in as it is ready; parts of another district or for another audience are taken away at once.
class ResultCache {
public:
    /// Asks for what this document needs, and takes results that are ready. Cheap when nothing changed.
    void follow(const Document& document);
    /// Takes results that are ready; true when something came that is seen.
    bool poll();
    /// Follows the document until all that is seen is there and final.
    void waitUntilShown(const Document& document);
    /// The same for every result.
    void waitUntilComplete(const Document& document);
    /// While held, no work begins that nobody looks at.
    void holdRest(bool held) { queue_.hold(held); }
    /// Called from a worker when a result is ready to be taken.
    void onNews(std::function<void()> call) { queue_.onDone(std::move(call)); }

    void showJob(std::optional<JobState> job) { current_.job = std::move(job); }
    [[nodiscard]] const Derived& current() const { return current_; }
    /// What went wrong while building the map, for the message list; empties itself.
    [[nodiscard]] std::vector<Error> takeErrors();

    /// The scene of layers that were built for the request, bottom first, ready for the card; takes over from `before` what it can.
    [[nodiscard]] static std::shared_ptr<const PreparedScene>
    buildSceneFor(const LayerRequest& request, const std::vector<SceneLayer>& layers, std::shared_ptr<const Hillshade> hillshade,
                  const RasterBasemap& rasterBasemap, const PreparedScene* before);

    /// What of a document decides which results are needed.
    struct ResultRequest {
        std::shared_ptr<const District> district;
        std::shared_ptr<const AnalysisRules> rules;
        std::string storePath;
        RasterBasemap rasterBasemap;
        Date asOf;
        std::optional<Date> compareWith;
        bool split = false;
        Audience audience = Audience::meeting;
        UiColourScheme colourScheme = UiColourScheme::light;
        std::vector<std::string> layers; ///< of the map
        std::string openLegend;
        std::string themeLayer; ///< that rules the map
        std::string figures;    ///< the layer whose table and chart are shown
        BottomTab tab = BottomTab::table;
        std::optional<Role> selected;
        std::optional<RecordRef> history; ///< the record whose history is shown
        bool searchOpen = false;
        bool projector = false;
        bool operator==(const ResultRequest&) const = default;
    };
    /// One result: how it comes about, and where the panels find it.
    struct PlannedResult {
        Job job;
        std::string part;
        std::function<void(Derived&, const Product&)> put; ///< empty: only others are made of it
        bool there = false;
    };

private:
    void begin(const ResultRequest& resultRequest);
    void order(bool all);
    [[nodiscard]] std::vector<std::string> keysAwaited(bool all) const;
    void waitUntilShown(const Document& document, bool all);

    Derived current_;
    ResultRequest resultRequest_;
    std::vector<PlannedResult> wanted_;
    std::vector<Error> errors_;
    JobQueue queue_; ///< last: its jobs end before anything else goes
};

/// Colour scheme of the map under one of the panels.
[[nodiscard]] MapColourScheme mapColourSchemeFor(UiColourScheme colourScheme);

} // namespace banlang::viewer
