// SPDX-License-Identifier: MIT
#include "viewer/derived_plan.h"

#include "core/analysis/gap_rules.h"
#include "layers/catalogue.h"
#include "viewer/detail/planning.h"

#include <algorithm>

namespace banlang::viewer {
namespace detail {

std::string Planning::progressOfUnits() {
    return add(
        "progress", compared("progress"), {},
        [district = district_, asOf = asOf_, before = wish_.compareWith](Taken) { return progress(*district, asOf, before); },
        into(&Analysis::progress));
}

std::string Planning::gaps() {
    return add(
        "gaps", on("gaps", asOf_), {},
        [district = district_, asOf = asOf_, rules = rules_](Taken) { return findGaps(*district, asOf, gapRules(rules)); },
        into(&Analysis::gaps));
}

std::string Planning::answers() {
    std::vector<std::string> after{progressOfUnits(), gaps()};
    return add(
        "answers", compared("answers"), std::move(after),
        [district = district_, asOf = asOf_, rules = rules_](Taken made) {
            return conclusionAnswers(*district, asOf, taken<std::vector<UnitProgress>>(made, 0), taken<std::vector<Gap>>(made, 1),
                                     rules);
        },
        into(&Analysis::answers));
}

std::string Planning::candidates() {
    return add(
        "candidates", on("candidates", asOf_), {},
        [district = district_, asOf = asOf_](Taken) { return upgradeCandidates(*district, asOf, defaultWeights()); },
        into(&Analysis::candidates));
}

std::string Planning::landTakeOn(Date day) {
    auto put = day == asOf_ ? std::function<void(Derived&, const Product&)>(into(&Analysis::landTake)) : nullptr;
    return add(
        "land-take", on("land-take", day), {}, [district = district_, day](Taken) { return landTake(*district, day); },
        std::move(put));
}

std::string Planning::criteria() {
    return add(
        "criteria", on("criteria", asOf_), {},
        [district = district_, asOf = asOf_, rules = rules_](Taken) {
            auto answer = communeCriteria(*district, asOf, rules);
            return answer ? std::optional(std::move(*answer)) : std::nullopt;
        },
        into(&Analysis::criteria));
}

std::string Planning::standing() {
    return add(
        "emulation", on("emulation", asOf_), {},
        [district = district_, asOf = asOf_, rules = rules_](Taken) {
            auto ranking = emulation(*district, toYmd(asOf).year, asOf, rules);
            return ranking ? std::optional(std::move(*ranking)) : std::nullopt;
        },
        into(&Analysis::emulation));
}

std::string Planning::search() {
    return add(
        "search", "search", {}, [district = district_](Taken) { return SearchIndex(*district); }, into(&Analysis::search));
}

std::string Planning::layer(const PlannedLayer& planned, Date day) {
    const std::string part = fmt::format("layer/{}", planned.id);
    const std::string key = fmt::format("{}/{}/{}/{}", on(part, day), id(wish_.audience),
                                        mapThemeFor(wish_.theme) == MapTheme::light ? "light" : "dark", planned.underTheme);
    auto put = [name = std::string(planned.id)](Derived& derived, const Product& product) {
        if (const auto& made = *static_cast<const SceneLayer*>(product.get()); made.layer)
            derived.analysis.layers[name] = made.layer;
    };
    return add(
        part, key, {},
        [planned, request = requestOn(day)](Taken) {
            auto built = buildSceneLayer(planned, request);
            return built ? std::move(*built) : SceneLayer{};
        },
        day == asOf_ ? std::function<void(Derived&, const Product&)>(std::move(put)) : nullptr);
}

std::string Planning::hillshade() {
    return add(
        "hillshade", "hillshade", {}, [district = district_](Taken) { return hillshadeOf(*district); }, nullptr);
}

std::string Planning::scene(const SceneAsked& asked) {
    std::vector<std::string> after{hillshade()};
    const Backdrop& backdrop = wish_.backdrop;
    std::string key = fmt::format("{}/{}/{}/{}/{}", asked.part, toIso(asked.day), id(wish_.theme),
                                  static_cast<const void*>(backdrop.source.get()), backdrop.opacity);
    for (const PlannedLayer& planned : asked.plan) {
        after.push_back(layer(planned, asked.day));
        key += ' ' + after.back();
    }
    const std::size_t last = after.size();
    if (!asked.base.empty()) after.push_back(asked.base);
    const auto work = [request = requestOn(asked.day), last, backdrop, shown = asked.shown](Taken made) -> Product {
        std::vector<SceneLayer> layers;
        for (std::size_t i = 1; i < last; ++i) {
            if (const auto& one = taken<SceneLayer>(made, i); one.layer) layers.push_back(one);
        }
        const PreparedScene* before = last < made.size() ? &taken<PreparedScene>(made, last) : shown.get();
        return DerivedCache::buildSceneFor(request, layers, taken<std::shared_ptr<const Hillshade>>(made, 0), backdrop, before);
    };
    const auto put = [place = asked.place](Derived& derived, const Product& product) {
        derived.*place = std::static_pointer_cast<const PreparedScene>(product);
    };
    wanted_.push_back({{key, std::move(after), work, seen_, true}, std::string(asked.part), put});
    return key;
}

Result<void> Planning::addScenes(const std::shared_ptr<const PreparedScene>& shown) {
    BANLANG_TRY(plan, planScene(wish_.layers));
    // The base map always comes with a scene; what the user switched off is left out again.
    std::erase_if(plan, [&](const PlannedLayer& layer) { return std::ranges::find(wish_.layers, layer.id) == wish_.layers.end(); });
    const auto isTheme = [](const PlannedLayer& layer) {
        return std::ranges::any_of(layerCatalogue(), [&](const LayerInfo& info) { return info.id == layer.id && info.isTheme; });
    };
    SceneAsked asked{"scene", plan, asOf_, &Derived::prepared, {}, shown};
    if (!shown && std::ranges::any_of(plan, isTheme)) {
        SceneAsked base = asked;
        std::erase_if(base.plan, isTheme);
        base.part = "base-map";
        asked.base = scene(base);
    }
    const std::string now = scene(asked);
    if (wish_.split) {
        scene({"scene-before", plan, *wish_.compareWith, &Derived::preparedBefore, now, nullptr});
    }
    return {};
}

void Planning::addTab() {
    switch (wish_.tab) {
    case BottomTab::conclusion:
        answers();
        return;
    case BottomTab::criteria:
        criteria();
        return;
    case BottomTab::emulation:
        standing();
        return;
    case BottomTab::links:
    case BottomTab::import:
        return;
    case BottomTab::gaps:
        gaps();
        break;
    case BottomTab::candidates:
        candidates();
        break;
    default:
        break;
    }
    // Beside a list, or behind its tab where the window is small.
    tableAndChart(wish_.figures);
}

void Planning::addSeen() {
    const auto catalogue = layerCatalogue();
    for (const LayerInfo& info : catalogue) {
        const bool onMap = std::ranges::find(wish_.layers, info.id) != wish_.layers.end();
        const bool shown = info.id == wish_.openLegend || (wish_.projector && info.id == wish_.themeLayer);
        if (shown && !onMap) layer({info.id, true}, asOf_);
    }
    addTab();
    if (wish_.projector) chart(wish_.themeLayer);
    if (wish_.selected == Role::roads) {
        landTakeOn(asOf_);
        candidates();
    }
    if (wish_.selected == Role::communes || wish_.selected == Role::villages) progressOfUnits();
    if (wish_.searchOpen) search();
}

void Planning::addRest() {
    seen_ = false;
    search();
    for (const LayerInfo& info : layerCatalogue()) {
        if (info.isTheme && figureKind(info.id) != FigureKind::gap) tableAndChart(info.id);
    }
    tableAndChart(wish_.figures);
    progressOfUnits();
    gaps();
    answers();
    criteria();
    standing();
    candidates();
    for (const LayerInfo& info : layerCatalogue()) {
        if (std::ranges::find(wish_.layers, info.id) == wish_.layers.end()) layer({info.id, true}, asOf_);
    }
}

} // namespace detail

Result<std::vector<DerivedCache::Wanted>> planResults(const DerivedCache::Wish& wish,
                                                      const std::shared_ptr<const PreparedScene>& shown) {
    detail::Planning planning(wish);
    BANLANG_CHECK(planning.addScenes(shown));
    planning.addSeen();
    planning.addRest();
    return planning.result();
}

} // namespace banlang::viewer
