// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/candidates.h"
#include "core/analysis/conclusion.h"
#include "core/analysis/criteria.h"
#include "core/analysis/emulation.h"
#include "core/analysis/gaps.h"
#include "core/analysis/land_take.h"
#include "core/analysis/progress.h"
#include "layers/scene.h"
#include "viewer/chart_model.h"
#include "viewer/document.h"
#include "viewer/import_job.h"
#include "viewer/map/prepared_scene.h"
#include "viewer/search_index.h"
#include "viewer/table_model.h"

#include <future>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace banlang::viewer {

/// What the analyses say about the document's district, day and audience.
struct Analysis {
    std::vector<UnitProgress> progress;
    int staleDays = 0; ///< a unit without a report for longer has fallen silent
    std::vector<Gap> gaps;
    std::vector<Candidate> candidates;
    std::vector<RoadLandTake> landTake;
    std::vector<Answer> answers;                                   ///< to the conclusion, in its order
    std::map<std::string, std::shared_ptr<const MapLayer>> layers; ///< every layer of the catalogue that could be built
    std::map<std::string, TableModel> tables;                      ///< by programme
    std::map<std::string, ChartModel> charts;                      ///< by programme
    std::optional<CriteriaAnswer> criteria;                        ///< none: no set was in force
    std::optional<EmulationStanding> emulation;
    SearchIndex search;

    [[nodiscard]] const Answer* answerTo(std::string_view statement) const;
    [[nodiscard]] const RoadLandTake* landTakeOf(std::uint32_t road) const;
    [[nodiscard]] const Candidate* candidateFor(std::uint32_t road) const;
    [[nodiscard]] const UnitProgress* progressOf(UnitLevel level, std::int32_t row) const;
};

/// Results that the panels read; either part is null until it was computed for the first time.
struct Derived {
    std::shared_ptr<const MapScene> scene;
    std::shared_ptr<const MapScene> sceneBefore; ///< of the day compared with; null while the map is whole
    std::shared_ptr<const PreparedScene> prepared;       ///< `scene` for the renderer and for picking
    std::shared_ptr<const PreparedScene> preparedBefore; ///< of `sceneBefore`
    std::shared_ptr<const Analysis> analysis;
    bool busy = false;           ///< a newer result is on its way
    std::optional<JobState> job; ///< an import that runs
};

/// Recomputes, on a worker thread, what a changed document makes stale, and swaps it in whole.
class DerivedCache {
public:
    DerivedCache() = default;
    DerivedCache(const DerivedCache&) = delete;
    DerivedCache& operator=(const DerivedCache&) = delete;

    /// Starts what is needed for this document. Cheap when nothing changed.
    void follow(const Document& document);
    /// Takes results that are ready; true when something new came.
    bool poll();
    /// Follows the document until nothing is stale.
    void settle(const Document& document);

    /// The map is not that of the document yet.
    [[nodiscard]] bool buildingScene() const { return now_.job.valid() || before_.job.valid(); }
    void showJob(std::optional<JobState> job) { current_.job = std::move(job); }
    [[nodiscard]] const Derived& current() const { return current_; }
    /// What went wrong while building the map, for the message list; empties itself.
    [[nodiscard]] std::vector<Error> takeErrors();

private:
    struct SceneKey {
        std::shared_ptr<const District> district;
        Date asOf;
        Audience audience = Audience::meeting;
        UiTheme theme = UiTheme::light;
        std::vector<std::string> layers;
        std::shared_ptr<const RuleTexts> rules;
        Backdrop backdrop;
        bool operator==(const SceneKey&) const = default;
    };
    struct AnalysisKey {
        std::shared_ptr<const District> district;
        Date asOf;
        std::optional<Date> compareWith;
        std::shared_ptr<const RuleTexts> rules;
        Audience audience = Audience::meeting;
        UiTheme theme = UiTheme::light;
        bool operator==(const AnalysisKey&) const = default;
    };
    struct SceneResult {
        std::shared_ptr<const PreparedScene> scene;
        std::optional<Error> error;
    };
    /// A scene with the work that makes the next one.
    struct SceneSlot {
        SceneKey key;
        std::future<SceneResult> job;
    };
    [[nodiscard]] bool working() const { return now_.job.valid() || before_.job.valid() || analysisJob_.valid(); }
    void followScene(SceneSlot& slot, const std::shared_ptr<const PreparedScene>& shown, SceneKey wanted);
    bool pollScene(SceneSlot& slot, std::shared_ptr<const PreparedScene>& shown);
    static SceneResult buildSceneFor(const SceneKey& key, std::shared_ptr<const PreparedScene> before);
    static std::shared_ptr<const Analysis> analyse(const AnalysisKey& key);

    Derived current_;
    SceneSlot now_;
    SceneSlot before_;
    AnalysisKey analysisKey_;
    std::future<std::shared_ptr<const Analysis>> analysisJob_;
    std::vector<Error> errors_;
};

/// Theme of the map under a theme of the panels.
[[nodiscard]] MapTheme mapThemeFor(UiTheme theme);

} // namespace banlang::viewer
