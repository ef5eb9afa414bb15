// SPDX-License-Identifier: MIT
#include "viewer/results/derived.h"

#include "viewer/results/derived_plan.h"

#include <algorithm>
#include <utility>

namespace banlang::viewer {
namespace {

template <class Items, class Field, class Value> auto* findIn(const Items& items, Field field, const Value& value) {
    using Item = typename Items::element_type::value_type;
    if (!items) return static_cast<const Item*>(nullptr);
    const auto found = std::ranges::find(*items, value, field);
    return found == items->end() ? nullptr : &*found;
}

template <class Value> Value in(const std::map<std::string, Value>& values, std::string_view key) {
    const auto found = values.find(std::string(key));
    return found == values.end() ? Value{} : found->second;
}

ResultCache::ResultRequest resultRequestOf(const Document& document) {
    ResultCache::ResultRequest resultRequest;
    resultRequest.district = document.district;
    resultRequest.rules = document.rules;
    resultRequest.storePath = document.storePath;
    resultRequest.asOf = document.asOf;
    resultRequest.compareWith = document.compareWith;
    resultRequest.split = isSplit(document);
    resultRequest.audience = document.audience;
    resultRequest.colourScheme = document.colourScheme;
    resultRequest.rasterBasemap = rasterBasemapOf(document.rasterBasemap);
    resultRequest.layers = document.visibleLayers;
    resultRequest.openLegend = document.openLegend;
    resultRequest.themeLayer = themeLayer(document);
    resultRequest.figures = figuresOf(document);
    resultRequest.tab = document.tab;
    if (document.selected) resultRequest.selected = document.selected->role;
    if (document.inspectorTab == InspectorTab::history) resultRequest.history = document.selected;
    resultRequest.searchOpen = document.searchOpen;
    resultRequest.projector = document.projector;
    return resultRequest;
}

} // namespace

MapColourScheme mapColourSchemeFor(UiColourScheme colourScheme) {
    return colourScheme == UiColourScheme::light ? MapColourScheme::light : MapColourScheme::dark;
}

const Answer* Analysis::answerTo(std::string_view statement) const {
    return findIn(answers, &Answer::id, statement);
}

const RoadAcquisition* Analysis::acquisitionOf(std::uint32_t road) const {
    return findIn(rightOfWayAcquisition, &RoadAcquisition::road, road);
}

const Candidate* Analysis::candidateFor(std::uint32_t road) const {
    return findIn(candidates, &Candidate::road, road);
}

const AdminUnitProgress* Analysis::progressOf(AdminLevel level, std::int32_t row) const {
    if (!progress) return nullptr;
    const auto found =
        std::ranges::find_if(*progress, [&](const AdminUnitProgress& unit) { return unit.level == level && unit.row == row; });
    return found == progress->end() ? nullptr : &*found;
}

const ShownHistory* Analysis::historyOf(RecordRef record) const {
    return history && history->of == record ? history.get() : nullptr;
}

const MapLayer* Analysis::layer(std::string_view id) const {
    return in(layers, id).get();
}

Analysis::Part<ReportTable> Analysis::table(std::string_view layerId) const {
    return in(tables, layerId);
}

Analysis::Part<ReportChart> Analysis::chart(std::string_view layerId) const {
    return in(charts, layerId);
}

std::shared_ptr<const PreparedScene> ResultCache::buildSceneFor(const LayerRequest& request, const std::vector<SceneLayer>& layers,
                                                                std::shared_ptr<const Hillshade> hillshade,
                                                                const RasterBasemap& rasterBasemap, const PreparedScene* before) {
    MapScene scene = assembleScene(layers, request);
    scene.hillshade = std::move(hillshade);
    drapeOver(scene, rasterBasemap);
    const bool sameDistrict = before != nullptr && before->scene->district == request.analysis.sharedDistrict();
    return prepareScene(std::make_shared<const MapScene>(std::move(scene)), sameDistrict ? before : nullptr);
}

void ResultCache::begin(const ResultRequest& resultRequest) {
    const bool otherDistrict = resultRequest.district != resultRequest_.district || resultRequest.rules != resultRequest_.rules;
    if (otherDistrict) queue_.forget();
    // Rows are numbers of their own district, and what one audience may see another may not.
    if (otherDistrict || resultRequest.audience != resultRequest_.audience) current_.analysis = {};
    if (resultRequest.storePath != resultRequest_.storePath || !resultRequest.district) current_.prepared.reset();
    if (otherDistrict || !resultRequest.split) current_.preparedBefore.reset();
    current_.analysis.staleDays = resultRequest.rules ? resultRequest.rules->gaps.staleDays : 0;
    resultRequest_ = resultRequest;
    wanted_.clear();
    if (resultRequest.district) {
        auto planned = planResults(resultRequest, current_.prepared);
        if (planned) {
            wanted_ = std::move(*planned);
        } else {
            errors_.push_back(std::move(planned.error()));
        }
    }
    order(false);
}

void ResultCache::order(bool all) {
    std::vector<Job> jobs;
    for (const PlannedResult& wanted : wanted_) {
        jobs.push_back(wanted.job);
        jobs.back().visible = wanted.job.visible || all;
    }
    queue_.want(std::move(jobs));
}

void ResultCache::follow(const Document& document) {
    if (const ResultRequest resultRequest = resultRequestOf(document); resultRequest != resultRequest_) begin(resultRequest);
    // Whoever draws takes what is there, whether or not he asked for news before.
    (void)poll();
}

bool ResultCache::poll() {
    bool news = false;
    current_.busy = false;
    current_.awaited.clear();
    for (PlannedResult& wanted : wanted_) {
        if (wanted.there) continue;
        if (const Product product = queue_.find(wanted.job.key)) {
            wanted.there = true;
            if (wanted.put) wanted.put(current_, product);
            news = news || wanted.job.visible;
            continue;
        }
        current_.awaited.insert(wanted.part);
        current_.busy = current_.busy || wanted.job.visible;
    }
    current_.scene = current_.prepared ? current_.prepared->scene : nullptr;
    current_.sceneBefore = current_.preparedBefore ? current_.preparedBefore->scene : nullptr;
    return news;
}

std::vector<std::string> ResultCache::keysAwaited(bool all) const {
    std::vector<std::string> keys;
    for (const PlannedResult& wanted : wanted_) {
        if (!wanted.there && (all || wanted.job.visible)) keys.push_back(wanted.job.key);
    }
    return keys;
}

void ResultCache::waitUntilShown(const Document& document, bool all) {
    follow(document);
    if (all) order(true);
    queue_.wait(keysAwaited(all));
    (void)poll();
}

void ResultCache::waitUntilShown(const Document& document) {
    waitUntilShown(document, false);
}

void ResultCache::waitUntilComplete(const Document& document) {
    waitUntilShown(document, true);
}

std::vector<Error> ResultCache::takeErrors() {
    return std::exchange(errors_, {});
}

} // namespace banlang::viewer
