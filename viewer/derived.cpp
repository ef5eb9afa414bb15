// SPDX-License-Identifier: MIT
#include "viewer/derived.h"

#include "core/analysis/gap_rules.h"
#include "layers/catalogue.h"

#include <algorithm>
#include <chrono>

namespace banlang::viewer {
namespace {

template <class T> bool ready(std::future<T>& job) {
    return job.valid() && job.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

void makeTables(Analysis& analysis, const District& district, Date asOf, std::optional<Date> compareWith, Audience audience) {
    TableModel land = landTable(district, analysis.landTake, asOf);
    TableModel works = worksTable(district, asOf);
    TableModel gardens = gardensTable(district, asOf, audience);
    if (compareWith) {
        const Date day = *compareWith;
        land = compared(land, landTable(district, landTake(district, day), day),
                        {day, "donated_m2", {"class", "length_km", "households"}});
        works = compared(works, worksTable(district, day), {day, "percent", {"planned"}});
        gardens = compared(gardens, gardensTable(district, day, audience), {day, "finished", {}});
    }
    addLastReports(gardens, analysis.progress, Programme::gardens, Date{asOf.daysSince1970 - analysis.staleDays});
    analysis.tables["donated-land"] = std::move(land);
    analysis.tables["new-roads"] = std::move(works);
    analysis.tables["renovated-gardens"] = std::move(gardens);
}

} // namespace

MapTheme mapThemeFor(UiTheme theme) {
    return theme == UiTheme::light ? MapTheme::light : MapTheme::dark;
}

const Answer* Analysis::answerTo(std::string_view statement) const {
    const auto found = std::ranges::find(answers, statement, &Answer::id);
    return found == answers.end() ? nullptr : &*found;
}

const RoadLandTake* Analysis::landTakeOf(std::uint32_t road) const {
    const auto found = std::ranges::find(landTake, road, &RoadLandTake::road);
    return found == landTake.end() ? nullptr : &*found;
}

const Candidate* Analysis::candidateFor(std::uint32_t road) const {
    const auto found = std::ranges::find(candidates, road, &Candidate::road);
    return found == candidates.end() ? nullptr : &*found;
}

const UnitProgress* Analysis::progressOf(UnitLevel level, std::int32_t row) const {
    const auto found =
        std::ranges::find_if(progress, [&](const UnitProgress& unit) { return unit.level == level && unit.row == row; });
    return found == progress.end() ? nullptr : &*found;
}

DerivedCache::SceneResult DerivedCache::buildSceneFor(const SceneKey& key, std::shared_ptr<const PreparedScene> before) {
    const LayerRequest request{key.district, key.asOf, key.audience, mapThemeFor(key.theme), key.rules};
    auto built = buildScene(key.layers, request);
    if (!built) return {nullptr, std::move(built.error())};
    // The base map always comes with a scene; a base layer that the user switched off is taken out again.
    std::erase_if(built->layers, [&](const std::shared_ptr<const MapLayer>& layer) {
        const auto catalogue = layerCatalogue();
        const bool listed = std::ranges::find(catalogue, layer->id, &LayerInfo::id) != catalogue.end();
        return listed && std::ranges::find(key.layers, layer->id) == key.layers.end();
    });
    // The terrain is the same on every day.
    const bool sameDistrict = before && before->scene->district == key.district;
    if (!built->hillshade && sameDistrict) built->hillshade = before->scene->hillshade;
    layOver(*built, key.backdrop);
    built->district = key.district;
    return {prepareScene(std::make_shared<const MapScene>(std::move(*built)), sameDistrict ? before.get() : nullptr), std::nullopt};
}

std::shared_ptr<const Analysis> DerivedCache::analyse(const AnalysisKey& key) {
    auto analysis = std::make_shared<Analysis>();
    const District& district = *key.district;
    const RuleTexts rules = key.rules ? *key.rules : RuleTexts();
    analysis->staleDays = gapRules(rules).staleDays;
    analysis->progress = progress(district, key.asOf, key.compareWith);
    analysis->gaps = findGaps(district, key.asOf, gapRules(rules));
    analysis->answers = conclusionAnswers(district, key.asOf, analysis->progress, analysis->gaps, rules);
    analysis->candidates = upgradeCandidates(district, key.asOf, defaultWeights());
    analysis->landTake = landTake(district, key.asOf);
    if (auto criteria = communeCriteria(district, key.asOf, rules)) analysis->criteria = std::move(*criteria);
    if (auto standing = emulation(district, toYmd(key.asOf).year, key.asOf, rules)) analysis->emulation = std::move(*standing);
    const LayerRequest request{key.district, key.asOf, key.audience, mapThemeFor(key.theme), key.rules};
    for (const LayerInfo& info : layerCatalogue()) {
        auto layer = buildLayer(info.id, request);
        if (layer) analysis->layers[std::string(info.id)] = std::make_shared<const MapLayer>(std::move(*layer));
    }
    makeTables(*analysis, district, key.asOf, key.compareWith, key.audience);
    analysis->charts["donated-land"] = landChart(district, analysis->landTake);
    analysis->charts["new-roads"] = worksChart(district, key.asOf);
    analysis->charts["renovated-gardens"] = gardensChart(district, key.asOf, key.audience);
    analysis->search = SearchIndex(district);
    return analysis;
}

void DerivedCache::followScene(SceneSlot& slot, const std::shared_ptr<const PreparedScene>& shown, SceneKey wanted) {
    if (slot.job.valid() || wanted == slot.key) return;
    slot.key = std::move(wanted);
    slot.job = std::async(std::launch::async, buildSceneFor, slot.key, shown ? shown : current_.prepared);
}

void DerivedCache::follow(const Document& document) {
    poll();
    if (!document.district) {
        if (!working()) current_ = {nullptr, nullptr, nullptr, nullptr, nullptr, false, std::move(current_.job)};
        now_.key = before_.key = {};
        analysisKey_ = {};
        return;
    }
    SceneKey scene{document.district,
                   document.asOf,
                   document.audience,
                   document.theme,
                   document.visibleLayers,
                   document.rules,
                   backdropOf(document.backdrop)};
    followScene(now_, current_.prepared, scene);
    if (isSplit(document)) {
        scene.asOf = *document.compareWith;
        followScene(before_, current_.preparedBefore, std::move(scene));
    } else if (!before_.job.valid()) {
        before_.key = {};
        current_.sceneBefore.reset();
        current_.preparedBefore.reset();
    }
    AnalysisKey analysis{document.district, document.asOf, document.compareWith, document.rules, document.audience, document.theme};
    // The picture comes first: figures wait until the map has its scene.
    if (!working() && analysis != analysisKey_) {
        analysisKey_ = std::move(analysis);
        analysisJob_ = std::async(std::launch::async, analyse, analysisKey_);
    }
    current_.busy = working();
}

bool DerivedCache::pollScene(SceneSlot& slot, std::shared_ptr<const PreparedScene>& shown) {
    if (!ready(slot.job)) return false;
    SceneResult result = slot.job.get();
    if (result.scene) shown = std::move(result.scene);
    if (result.error) errors_.push_back(std::move(*result.error));
    return true;
}

bool DerivedCache::poll() {
    const bool now = pollScene(now_, current_.prepared);
    bool news = pollScene(before_, current_.preparedBefore) || now;
    current_.scene = current_.prepared ? current_.prepared->scene : nullptr;
    current_.sceneBefore = current_.preparedBefore ? current_.preparedBefore->scene : nullptr;
    if (ready(analysisJob_)) {
        current_.analysis = analysisJob_.get();
        news = true;
    }
    if (news) current_.busy = working();
    return news;
}

void DerivedCache::settle(const Document& document) {
    follow(document);
    while (working()) {
        for (const std::future<SceneResult>* job : {&now_.job, &before_.job}) {
            if (job->valid()) job->wait();
        }
        if (analysisJob_.valid()) analysisJob_.wait();
        follow(document);
    }
}

std::vector<Error> DerivedCache::takeErrors() {
    return std::exchange(errors_, {});
}

} // namespace banlang::viewer
