// SPDX-License-Identifier: MIT
#include "viewer/results/derived_plan.h"

#include "layers/themes/catalogue.h"
#include "layers/themes/themes.h"
#include "viewer/results/planning.h"

#include <algorithm>

namespace banlang::viewer {
namespace detail {

ProgressKey Planning::progressOfUnits() {
    return add(
        "progress", ProgressKey{compared("progress")}, {}, [context = context_](const JobInputs&) { return progress(context); },
        into(&Analysis::progress));
}

GapsKey Planning::gaps() {
    return add(
        "gaps", GapsKey{on("gaps", asOf_)}, {}, [context = context_](const JobInputs&) { return findGaps(context); },
        into(&Analysis::gaps));
}

AnswersKey Planning::answers() {
    const ProgressKey progress = progressOfUnits();
    return add(
        "answers", AnswersKey{compared("answers")}, textsOf(progress, gaps()),
        [context = context_](const JobInputs&) { return directiveAnswers(context); }, into(&Analysis::answers));
}

CandidatesKey Planning::candidates() {
    return add(
        "candidates", CandidatesKey{on("candidates", asOf_)}, {},
        [context = context_](const JobInputs&) { return upgradeCandidates(context); }, into(&Analysis::candidates));
}

AcquisitionKey Planning::acquisitionOn(Date day) {
    return add(
        "land-take", AcquisitionKey{on("land-take", day)}, {},
        [context = context_.on(day)](const JobInputs&) { return rightOfWayAcquisition(context); },
        day == asOf_ ? into(&Analysis::rightOfWayAcquisition) : nullptr);
}

CriteriaKey Planning::criteria() {
    return add(
        "criteria", CriteriaKey{on("criteria", asOf_)}, {},
        [context = context_](const JobInputs&) {
            const auto answer = communeCriteria(context);
            return answer ? std::optional(**answer) : std::nullopt;
        },
        into(&Analysis::criteria));
}

RankingKey Planning::ranking() {
    return add(
        "emulation", RankingKey{on("emulation", asOf_)}, {},
        [context = context_](const JobInputs&) {
            const auto ranking = communeRanking(context);
            return ranking ? std::optional(**ranking) : std::nullopt;
        },
        into(&Analysis::communeRanking));
}

SearchKey Planning::search() {
    return add(
        "search", SearchKey{"search"}, {}, [district = district_](const JobInputs&) { return SearchIndex(*district); },
        into(&Analysis::search));
}

void Planning::history(RecordRef record) {
    const RecordKind& kind = recordKind(record.role);
    const RecordKey key = RecordKeyReader(district_->table(record.role), kind).key(record.row);
    add(
        "history", HistoryKey{fmt::format("history/{}/{}", kind.id, record.row)}, {},
        [record, key, path = resultRequest_.storePath](const JobInputs&) {
            return ShownHistory{record, recordHistoryAt(path, record.role, record.row, key)};
        },
        into(&Analysis::history));
}

LayerKey Planning::layer(const PlannedLayer& planned, Date day) {
    const std::string part = fmt::format("layer/{}", planned.id);
    const LayerKey key{fmt::format("{}/{}/{}/{}", on(part, day), id(resultRequest_.audience),
                                   mapColourSchemeFor(resultRequest_.colourScheme) == MapColourScheme::light ? "light" : "dark",
                                   planned.underTheme)};
    const Placement<SceneLayer> put = [name = std::string(planned.id)](Derived& derived,
                                                                       const std::shared_ptr<const SceneLayer>& made) {
        if (made->layer) derived.analysis.layers[name] = made->layer;
    };
    return add(
        part, key, {},
        [planned, request = requestOn(day)](const JobInputs&) {
            auto built = buildSceneLayer(planned, request);
            return built ? std::move(*built) : SceneLayer{};
        },
        day == asOf_ ? put : nullptr);
}

HillshadeKey Planning::hillshade() {
    return add(
        "hillshade", HillshadeKey{"hillshade"}, {}, [district = district_](const JobInputs&) { return hillshadeOf(*district); },
        nullptr);
}

SceneKey Planning::scene(const SceneRequest& asked) {
    const HillshadeKey hillshadeKey = hillshade();
    std::vector<std::string> after = textsOf(hillshadeKey);
    std::vector<LayerKey> layerKeys;
    const RasterBasemap& rasterBasemap = resultRequest_.rasterBasemap;
    SceneKey key{fmt::format("{}/{}/{}/{}/{}", asked.part, toIso(asked.day), id(resultRequest_.colourScheme),
                             static_cast<const void*>(rasterBasemap.source.get()), rasterBasemap.opacity)};
    for (const PlannedLayer& planned : asked.plan) {
        layerKeys.push_back(layer(planned, asked.day));
        after.push_back(layerKeys.back().text);
        key.text += ' ' + after.back();
    }
    if (asked.base) after.push_back(asked.base->text);
    auto work = [request = requestOn(asked.day), hillshadeKey, layerKeys = std::move(layerKeys), base = asked.base, rasterBasemap,
                 shown = asked.shown](const JobInputs& made) {
        std::vector<SceneLayer> layers;
        for (const LayerKey& layerKey : layerKeys) {
            if (const SceneLayer& one = made.at(layerKey); one.layer) layers.push_back(one);
        }
        const PreparedScene* before = base ? &made.at(*base) : shown.get();
        return ResultCache::buildSceneFor(request, layers, made.at(hillshadeKey), rasterBasemap, before);
    };
    Job job = jobFor(key, std::move(after), std::move(work));
    job.large = true;
    want(std::string(asked.part), key, std::move(job),
         Placement<PreparedScene>(
             [place = asked.place](Derived& derived, const std::shared_ptr<const PreparedScene>& made) { derived.*place = made; }));
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
    const SceneKey now = scene(asked);
    if (resultRequest_.split) {
        scene({"scene-before", plan, *resultRequest_.compareWith, &Derived::preparedBefore, now, nullptr});
    }
    return {};
}

void Planning::table(std::string_view layerId) {
    const Theme* theme = findTheme(layerId);
    if (theme == nullptr) return;
    const std::string part = fmt::format("table/{}", layerId);
    add(
        part, ResultKey<ReportTable>{fmt::format("{}/{}", compared(part), id(resultRequest_.audience))}, {},
        [theme, request = report()](const JobInputs&) { return tableOf(*theme, request); }, into(&Analysis::tables, layerId));
}

void Planning::chart(std::string_view layerId) {
    const Theme* theme = findTheme(layerId);
    if (theme == nullptr) return;
    const std::string part = fmt::format("chart/{}", layerId);
    add(
        part, ResultKey<ReportChart>{fmt::format("{}/{}", on(part, asOf_), id(resultRequest_.audience))}, {},
        [theme, request = report()](const JobInputs&) { return chartOf(*theme, request); }, into(&Analysis::charts, layerId));
}

void Planning::tableAndChart(std::string_view layerId) {
    table(layerId);
    chart(layerId);
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
    if (resultRequest_.history && mayShowRecordOf(resultRequest_.audience, resultRequest_.history->role))
        history(*resultRequest_.history);
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
