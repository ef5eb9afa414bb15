// SPDX-License-Identifier: MIT
#include "viewer/results/derived_plan.h"

#include "layers/themes/catalogue.h"
#include "layers/themes/themes.h"
#include "viewer/results/planning.h"

#include <algorithm>

namespace banlang::viewer {
namespace detail {

std::string Planning::progressOfUnits() {
    return add(
        "progress", compared("progress"), {}, [context = context_](JobInputs) -> Product { return progress(context); },
        into(&Analysis::progress));
}

std::string Planning::gaps() {
    return add(
        "gaps", on("gaps", asOf_), {}, [context = context_](JobInputs) { return findGaps(context); }, into(&Analysis::gaps));
}

std::string Planning::answers() {
    std::vector<std::string> after{progressOfUnits(), gaps()};
    return add(
        "answers", compared("answers"), std::move(after),
        [context = context_](JobInputs) -> Product { return directiveAnswers(context); }, into(&Analysis::answers));
}

std::string Planning::candidates() {
    return add(
        "candidates", on("candidates", asOf_), {},
        [context = context_](JobInputs) -> Product { return upgradeCandidates(context); }, into(&Analysis::candidates));
}

std::string Planning::acquisitionOn(Date day) {
    auto put = day == asOf_ ? std::function<void(Derived&, const Product&)>(into(&Analysis::rightOfWayAcquisition)) : nullptr;
    return add(
        "land-take", on("land-take", day), {},
        [context = context_.on(day)](JobInputs) -> Product { return rightOfWayAcquisition(context); }, std::move(put));
}

std::string Planning::criteria() {
    return add(
        "criteria", on("criteria", asOf_), {},
        [context = context_](JobInputs) {
            const auto answer = communeCriteria(context);
            return answer ? std::optional(**answer) : std::nullopt;
        },
        into(&Analysis::criteria));
}

std::string Planning::ranking() {
    return add(
        "emulation", on("emulation", asOf_), {},
        [context = context_](JobInputs) {
            const auto ranking = communeRanking(context);
            return ranking ? std::optional(**ranking) : std::nullopt;
        },
        into(&Analysis::communeRanking));
}

std::string Planning::search() {
    return add(
        "search", "search", {}, [district = district_](JobInputs) { return SearchIndex(*district); }, into(&Analysis::search));
}

std::string Planning::layer(const PlannedLayer& planned, Date day) {
    const std::string part = fmt::format("layer/{}", planned.id);
    const std::string key = fmt::format(
        "{}/{}/{}/{}", on(part, day), id(resultRequest_.audience),
        mapColourSchemeFor(resultRequest_.colourScheme) == MapColourScheme::light ? "light" : "dark", planned.underTheme);
    auto put = [name = std::string(planned.id)](Derived& derived, const Product& product) {
        if (const auto& made = *static_cast<const SceneLayer*>(product.get()); made.layer)
            derived.analysis.layers[name] = made.layer;
    };
    return add(
        part, key, {},
        [planned, request = requestOn(day)](JobInputs) {
            auto built = buildSceneLayer(planned, request);
            return built ? std::move(*built) : SceneLayer{};
        },
        day == asOf_ ? std::function<void(Derived&, const Product&)>(std::move(put)) : nullptr);
}

std::string Planning::hillshade() {
    return add(
        "hillshade", "hillshade", {}, [district = district_](JobInputs) { return hillshadeOf(*district); }, nullptr);
}

std::string Planning::scene(const SceneRequest& asked) {
    std::vector<std::string> after{hillshade()};
    const RasterBasemap& rasterBasemap = resultRequest_.rasterBasemap;
    std::string key = fmt::format("{}/{}/{}/{}/{}", asked.part, toIso(asked.day), id(resultRequest_.colourScheme),
                                  static_cast<const void*>(rasterBasemap.source.get()), rasterBasemap.opacity);
    for (const PlannedLayer& planned : asked.plan) {
        after.push_back(layer(planned, asked.day));
        key += ' ' + after.back();
    }
    const std::size_t last = after.size();
    if (!asked.base.empty()) after.push_back(asked.base);
    const auto work = [request = requestOn(asked.day), last, rasterBasemap, shown = asked.shown](JobInputs made) -> Product {
        std::vector<SceneLayer> layers;
        for (std::size_t i = 1; i < last; ++i) {
            if (const auto& one = taken<SceneLayer>(made, i); one.layer) layers.push_back(one);
        }
        const PreparedScene* before = last < made.size() ? &taken<PreparedScene>(made, last) : shown.get();
        return ResultCache::buildSceneFor(request, layers, taken<std::shared_ptr<const Hillshade>>(made, 0), rasterBasemap, before);
    };
    const auto put = [place = asked.place](Derived& derived, const Product& product) {
        derived.*place = std::static_pointer_cast<const PreparedScene>(product);
    };
    wanted_.push_back({{key, std::move(after), work, seen_, true}, std::string(asked.part), put});
    return key;
}

Result<void> Planning::addScenes(const std::shared_ptr<const PreparedScene>& shown) {
    BANLANG_TRY(plan, planScene(resultRequest_.layers));
    // The base map always comes with a scene; what the user switched off is left out again.
    std::erase_if(plan, [&](const PlannedLayer& layer) {
        return std::ranges::find(resultRequest_.layers, layer.id) == resultRequest_.layers.end();
    });
    const auto isTheme = [](const PlannedLayer& layer) { return findTheme(layer.id) != nullptr; };
    SceneRequest asked{"scene", plan, asOf_, &Derived::prepared, {}, shown};
    if (!shown && std::ranges::any_of(plan, isTheme)) {
        SceneRequest base = asked;
        std::erase_if(base.plan, isTheme);
        base.part = "base-map";
        asked.base = scene(base);
    }
    const std::string now = scene(asked);
    if (resultRequest_.split) {
        scene({"scene-before", plan, *resultRequest_.compareWith, &Derived::preparedBefore, now, nullptr});
    }
    return {};
}

void Planning::addTab() {
    switch (resultRequest_.tab) {
    case BottomTab::directive:
        answers();
        return;
    case BottomTab::criteria:
        criteria();
        return;
    case BottomTab::communeRanking:
        ranking();
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
    tableAndChart(resultRequest_.figures);
}

void Planning::addSeen() {
    const auto catalogue = layerCatalogue();
    for (const LayerInfo& info : catalogue) {
        const bool onMap = std::ranges::find(resultRequest_.layers, info.id) != resultRequest_.layers.end();
        const bool shown =
            info.id == resultRequest_.openLegend || (resultRequest_.projector && info.id == resultRequest_.themeLayer);
        if (shown && !onMap) layer({info.id, true}, asOf_);
    }
    addTab();
    if (resultRequest_.projector) chart(resultRequest_.themeLayer);
    if (resultRequest_.selected == Role::roads) {
        acquisitionOn(asOf_);
        candidates();
    }
    if (resultRequest_.selected == Role::communes || resultRequest_.selected == Role::villages) progressOfUnits();
    if (resultRequest_.searchOpen) search();
}

void Planning::addRest() {
    seen_ = false;
    search();
    for (const LayerInfo& info : layerCatalogue()) {
        const Theme* theme = findTheme(info.id);
        if (theme != nullptr && theme->question == nullptr) tableAndChart(info.id);
    }
    tableAndChart(resultRequest_.figures);
    acquisitionOn(asOf_);
    progressOfUnits();
    gaps();
    answers();
    criteria();
    ranking();
    candidates();
    for (const LayerInfo& info : layerCatalogue()) {
        if (std::ranges::find(resultRequest_.layers, info.id) == resultRequest_.layers.end()) layer({info.id, true}, asOf_);
    }
}

} // namespace detail

Result<std::vector<ResultCache::PlannedResult>> planResults(const ResultCache::ResultRequest& resultRequest,
                                                            const std::shared_ptr<const PreparedScene>& shown) {
    detail::Planning planning(resultRequest);
    BANLANG_CHECK(planning.addScenes(shown));
    planning.addSeen();
    planning.addRest();
    return planning.result();
}

} // namespace banlang::viewer
