// SPDX-License-Identifier: MIT
#include "viewer/derived.h"

#include "layers/catalogue.h"

#include <algorithm>
#include <chrono>

namespace banlang::viewer {
namespace {

template <class T> bool ready(std::future<T>& job) {
    return job.valid() && job.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

} // namespace

MapTheme mapThemeFor(UiTheme theme) {
    return theme == UiTheme::light ? MapTheme::light : MapTheme::dark;
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

DerivedCache::SceneResult DerivedCache::buildSceneFor(const SceneKey& key, std::shared_ptr<const Hillshade> hillshade) {
    const LayerRequest request{key.district, key.asOf, key.audience, mapThemeFor(key.theme)};
    auto built = buildScene(key.layers, request);
    if (!built) return {nullptr, std::move(built.error())};
    // The base map always comes with a scene; a base layer that the user switched off is taken out again.
    std::erase_if(built->layers, [&](const std::shared_ptr<const MapLayer>& layer) {
        const auto catalogue = layerCatalogue();
        const bool listed = std::ranges::find(catalogue, layer->id, &LayerInfo::id) != catalogue.end();
        return listed && std::ranges::find(key.layers, layer->id) == key.layers.end();
    });
    if (!built->hillshade && hillshade) built->hillshade = std::move(hillshade);
    built->district = key.district;
    return {std::make_shared<const MapScene>(std::move(*built)), std::nullopt};
}

std::shared_ptr<const Analysis> DerivedCache::analyse(const AnalysisKey& key) {
    auto analysis = std::make_shared<Analysis>();
    const District& district = *key.district;
    analysis->progress = progress(district, key.asOf, key.compareWith);
    analysis->gaps = findGaps(district, key.asOf);
    analysis->candidates = upgradeCandidates(district, key.asOf, defaultWeights());
    analysis->landTake = landTake(district, key.asOf);
    if (key.compareWith) analysis->landTakeBefore = landTake(district, *key.compareWith);
    const LayerRequest request{key.district, key.asOf, key.audience, mapThemeFor(key.theme)};
    for (const LayerInfo& info : layerCatalogue()) {
        auto layer = buildLayer(info.id, request);
        if (layer) analysis->layers[std::string(info.id)] = std::make_shared<const MapLayer>(std::move(*layer));
    }
    analysis->tables["donated-land"] = landTable(district, analysis->landTake, key.asOf);
    analysis->tables["new-roads"] = worksTable(district, key.asOf);
    analysis->tables["renovated-gardens"] = gardensTable(district, key.asOf, key.audience);
    analysis->charts["donated-land"] = landChart(district, analysis->landTake);
    analysis->charts["new-roads"] = worksChart(district, key.asOf);
    analysis->charts["renovated-gardens"] = gardensChart(district, key.asOf, key.audience);
    analysis->search = SearchIndex(district);
    return analysis;
}

void DerivedCache::follow(const Document& document) {
    poll();
    if (!document.district) {
        if (!sceneJob_.valid() && !analysisJob_.valid()) current_ = {nullptr, nullptr, false, std::move(current_.job)};
        sceneKey_ = {};
        analysisKey_ = {};
        return;
    }
    SceneKey scene{document.district, document.asOf, document.audience, document.theme, document.visibleLayers};
    if (!sceneJob_.valid() && scene != sceneKey_) {
        const bool sameTerrain = current_.scene && current_.scene->district == document.district;
        sceneKey_ = std::move(scene);
        sceneJob_ = std::async(std::launch::async, buildSceneFor, sceneKey_, sameTerrain ? current_.scene->hillshade : nullptr);
    }
    AnalysisKey analysis{document.district, document.asOf, document.compareWith, document.audience, document.theme};
    // The picture comes first: figures wait until the map has its scene.
    if (!sceneJob_.valid() && !analysisJob_.valid() && analysis != analysisKey_) {
        analysisKey_ = std::move(analysis);
        analysisJob_ = std::async(std::launch::async, analyse, analysisKey_);
    }
    current_.busy = sceneJob_.valid() || analysisJob_.valid();
}

bool DerivedCache::poll() {
    bool news = false;
    if (ready(sceneJob_)) {
        SceneResult result = sceneJob_.get();
        if (result.scene) current_.scene = std::move(result.scene);
        if (result.error) errors_.push_back(std::move(*result.error));
        news = true;
    }
    if (ready(analysisJob_)) {
        current_.analysis = analysisJob_.get();
        news = true;
    }
    if (news) current_.busy = sceneJob_.valid() || analysisJob_.valid();
    return news;
}

void DerivedCache::settle(const Document& document) {
    follow(document);
    while (sceneJob_.valid() || analysisJob_.valid()) {
        if (sceneJob_.valid()) {
            sceneJob_.wait();
        } else {
            analysisJob_.wait();
        }
        follow(document);
    }
}

std::vector<Error> DerivedCache::takeErrors() {
    return std::exchange(errors_, {});
}

} // namespace banlang::viewer
