// SPDX-License-Identifier: MIT
#include "viewer/derived.h"

#include "core/analysis/gap_rules.h"
#include "viewer/derived_plan.h"

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

DerivedCache::Wish wishOf(const Document& document) {
    DerivedCache::Wish wish;
    wish.district = document.district;
    wish.rules = document.rules;
    wish.storePath = document.storePath;
    wish.asOf = document.asOf;
    wish.compareWith = document.compareWith;
    wish.split = isSplit(document);
    wish.audience = document.audience;
    wish.theme = document.theme;
    wish.backdrop = backdropOf(document.backdrop);
    wish.layers = document.visibleLayers;
    wish.openLegend = document.openLegend;
    wish.themeLayer = themeLayer(document);
    wish.figures = figuresOf(document);
    wish.tab = document.tab;
    if (document.selected) wish.selected = document.selected->role;
    wish.searchOpen = document.searchOpen;
    wish.projector = document.projector;
    return wish;
}

} // namespace

MapTheme mapThemeFor(UiTheme theme) {
    return theme == UiTheme::light ? MapTheme::light : MapTheme::dark;
}

const Answer* Analysis::answerTo(std::string_view statement) const {
    return findIn(answers, &Answer::id, statement);
}

const RoadLandTake* Analysis::landTakeOf(std::uint32_t road) const {
    return findIn(landTake, &RoadLandTake::road, road);
}

const Candidate* Analysis::candidateFor(std::uint32_t road) const {
    return findIn(candidates, &Candidate::road, road);
}

const UnitProgress* Analysis::progressOf(UnitLevel level, std::int32_t row) const {
    if (!progress) return nullptr;
    const auto found =
        std::ranges::find_if(*progress, [&](const UnitProgress& unit) { return unit.level == level && unit.row == row; });
    return found == progress->end() ? nullptr : &*found;
}

const MapLayer* Analysis::layer(std::string_view id) const {
    return in(layers, id).get();
}

Analysis::Part<TableModel> Analysis::table(std::string_view layerId) const {
    return in(tables, layerId);
}

Analysis::Part<ChartModel> Analysis::chart(std::string_view layerId) const {
    return in(charts, layerId);
}

std::shared_ptr<const PreparedScene> DerivedCache::buildSceneFor(const LayerRequest& request, const std::vector<SceneLayer>& layers,
                                                                 std::shared_ptr<const Hillshade> hillshade,
                                                                 const Backdrop& backdrop, const PreparedScene* before) {
    MapScene scene = assembleScene(layers, request);
    scene.hillshade = std::move(hillshade);
    layOver(scene, backdrop);
    const bool sameDistrict = before != nullptr && before->scene->district == request.district;
    return prepareScene(std::make_shared<const MapScene>(std::move(scene)), sameDistrict ? before : nullptr);
}

void DerivedCache::begin(const Wish& wish) {
    const bool otherDistrict = wish.district != wish_.district || wish.rules != wish_.rules;
    if (otherDistrict) queue_.forget();
    // Rows are numbers of their own district, and what one audience may see another may not.
    if (otherDistrict || wish.audience != wish_.audience) current_.analysis = {};
    if (wish.storePath != wish_.storePath || !wish.district) current_.prepared.reset();
    if (otherDistrict || !wish.split) current_.preparedBefore.reset();
    current_.analysis.staleDays = gapRules(wish.rules ? *wish.rules : RuleTexts()).staleDays;
    wish_ = wish;
    wanted_.clear();
    if (wish.district) {
        auto planned = planResults(wish, current_.prepared);
        if (planned) {
            wanted_ = std::move(*planned);
        } else {
            errors_.push_back(std::move(planned.error()));
        }
    }
    order(false);
}

void DerivedCache::order(bool all) {
    std::vector<Job> jobs;
    for (const Wanted& wanted : wanted_) {
        jobs.push_back(wanted.job);
        jobs.back().visible = wanted.job.visible || all;
    }
    queue_.want(std::move(jobs));
}

void DerivedCache::follow(const Document& document) {
    if (const Wish wish = wishOf(document); wish != wish_) begin(wish);
    // Whoever draws takes what is there, whether or not he asked for news before.
    (void)poll();
}

bool DerivedCache::poll() {
    bool news = false;
    current_.busy = false;
    current_.awaited.clear();
    for (Wanted& wanted : wanted_) {
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

std::vector<std::string> DerivedCache::keysAwaited(bool all) const {
    std::vector<std::string> keys;
    for (const Wanted& wanted : wanted_) {
        if (!wanted.there && (all || wanted.job.visible)) keys.push_back(wanted.job.key);
    }
    return keys;
}

void DerivedCache::settle(const Document& document, bool all) {
    follow(document);
    if (all) order(true);
    queue_.wait(keysAwaited(all));
    (void)poll();
}

void DerivedCache::settle(const Document& document) {
    settle(document, false);
}

void DerivedCache::settleAll(const Document& document) {
    settle(document, true);
}

std::vector<Error> DerivedCache::takeErrors() {
    return std::exchange(errors_, {});
}

} // namespace banlang::viewer
