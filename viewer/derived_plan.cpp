// SPDX-License-Identifier: MIT
#include "viewer/derived_plan.h"

#include "core/analysis/gap_rules.h"
#include "layers/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <type_traits>

namespace banlang::viewer {
namespace {

using Wanted = DerivedCache::Wanted;
using Wish = DerivedCache::Wish;
using Taken = std::span<const Product>;

constexpr std::array<std::string_view, 3> figureProgrammes{"donated-land", "new-roads", "renovated-gardens"};

template <class T> const T& taken(Taken products, std::size_t index) {
    return *static_cast<const T*>(products[index].get());
}

/// The work as the queue takes it: what it makes is shared from then on.
template <class Make> auto shared(Make make) {
    return [make = std::move(make)](Taken products) -> Product {
        using Made = std::remove_cvref_t<decltype(make(products))>;
        return std::make_shared<const Made>(make(products));
    };
}

/// Puts a product into a part of the analyses.
template <class T> auto into(Analysis::Part<T> Analysis::*part) {
    return
        [part](Derived& derived, const Product& product) { derived.analysis.*part = std::static_pointer_cast<const T>(product); };
}
template <class T> auto into(std::map<std::string, Analysis::Part<T>> Analysis::*parts, std::string_view name) {
    return [parts, name = std::string(name)](Derived& derived, const Product& product) {
        (derived.analysis.*parts)[name] = std::static_pointer_cast<const T>(product);
    };
}

/// Adds each result once, after those that it is made of. Every method gives the key of its result.
class Planning {
public:
    explicit Planning(const Wish& wish)
        : wish_(wish), district_(wish.district), rules_(wish.rules ? *wish.rules : RuleTexts()), asOf_(wish.asOf) {}

    [[nodiscard]] Result<void> addScenes(const std::shared_ptr<const PreparedScene>& shown);
    void addSeen();
    void addRest();
    [[nodiscard]] std::vector<Wanted> result() { return std::move(wanted_); }

private:
    template <class Make>
    std::string add(std::string part, std::string key, std::vector<std::string> after, Make make,
                    std::function<void(Derived&, const Product&)> put) {
        if (!keys_.insert(key).second) return key;
        wanted_.push_back({{key, std::move(after), shared(std::move(make)), seen_, false}, std::move(part), std::move(put)});
        return key;
    }
    [[nodiscard]] std::string on(std::string_view name, Date day) const { return fmt::format("{}/{}", name, toIso(day)); }
    [[nodiscard]] std::string compared(std::string_view name) const {
        return on(name, asOf_) + '/' + (wish_.compareWith ? toIso(*wish_.compareWith) : std::string());
    }
    [[nodiscard]] LayerRequest requestOn(Date day) const {
        return {wish_.district, day, wish_.audience, mapThemeFor(wish_.theme), wish_.rules};
    }

    std::string progressOfUnits();
    std::string gaps();
    std::string answers();
    std::string candidates();
    std::string landTakeOn(Date day);
    std::string criteria();
    std::string standing();
    std::string search();
    std::string table(std::string_view programme);
    std::string landTableOnDays();
    std::string gardensTableOnDays();
    std::string chart(std::string_view programme);
    std::string layer(const PlannedLayer& planned, Date day);
    std::string hillshade();
    struct SceneAsked {
        std::string_view part;
        std::vector<PlannedLayer> plan;
        Date day;
        std::shared_ptr<const PreparedScene> Derived::*place = nullptr;
        std::string base;                           ///< key of a scene that it takes over from; may be empty
        std::shared_ptr<const PreparedScene> shown; ///< the same without such a scene
    };
    std::string scene(const SceneAsked& asked);
    void addTab();

    const Wish& wish_;
    std::shared_ptr<const District> district_;
    RuleTexts rules_;
    Date asOf_;
    bool seen_ = true;
    std::vector<Wanted> wanted_;
    std::set<std::string> keys_;
};

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

std::string Planning::landTableOnDays() {
    std::vector<std::string> after{landTakeOn(asOf_)};
    if (wish_.compareWith) after.push_back(landTakeOn(*wish_.compareWith));
    return add(
        "table/donated-land", compared("table/donated-land"), std::move(after),
        [district = district_, asOf = asOf_, before = wish_.compareWith](Taken made) {
            using Takes = std::vector<RoadLandTake>;
            TableModel now = landTable(*district, taken<Takes>(made, 0), asOf);
            if (!before) return now;
            return viewer::compared(now, landTable(*district, taken<Takes>(made, 1), *before),
                                    {*before, "donated_m2", {"class", "length_km", "households"}});
        },
        into(&Analysis::tables, "donated-land"));
}

std::string Planning::gardensTableOnDays() {
    std::vector<std::string> after{progressOfUnits()};
    const Date stale{asOf_.daysSince1970 - gapRules(rules_).staleDays};
    return add(
        "table/renovated-gardens", fmt::format("{}/{}", compared("table/renovated-gardens"), id(wish_.audience)), std::move(after),
        [district = district_, asOf = asOf_, before = wish_.compareWith, audience = wish_.audience, stale](Taken made) {
            TableModel model = gardensTable(*district, asOf, audience);
            if (before) model = viewer::compared(model, gardensTable(*district, *before, audience), {*before, "finished", {}});
            addLastReports(model, taken<std::vector<UnitProgress>>(made, 0), Programme::gardens, stale);
            return model;
        },
        into(&Analysis::tables, "renovated-gardens"));
}

std::string Planning::table(std::string_view programme) {
    if (programme == "donated-land") return landTableOnDays();
    if (programme == "renovated-gardens") return gardensTableOnDays();
    return add(
        "table/new-roads", compared("table/new-roads"), {},
        [district = district_, asOf = asOf_, before = wish_.compareWith](Taken) {
            TableModel now = worksTable(*district, asOf);
            return before ? viewer::compared(now, worksTable(*district, *before), {*before, "percent", {"planned"}}) : now;
        },
        into(&Analysis::tables, "new-roads"));
}

std::string Planning::chart(std::string_view programme) {
    const std::string part = fmt::format("chart/{}", programme);
    const auto put = into(&Analysis::charts, programme);
    if (programme == "donated-land") {
        std::vector<std::string> after{landTakeOn(asOf_)};
        return add(
            part, on(part, asOf_), std::move(after),
            [district = district_](Taken made) { return landChart(*district, taken<std::vector<RoadLandTake>>(made, 0)); }, put);
    }
    if (programme == "renovated-gardens") {
        return add(
            part, fmt::format("{}/{}", on(part, asOf_), id(wish_.audience)), {},
            [district = district_, asOf = asOf_, audience = wish_.audience](Taken) {
                return gardensChart(*district, asOf, audience);
            },
            put);
    }
    return add(
        part, on(part, asOf_), {}, [district = district_, asOf = asOf_](Taken) { return worksChart(*district, asOf); }, put);
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
        table(figuresOf(wish_.programme));
        break;
    }
    // Beside a list, or behind its tab where the window is small.
    chart(figuresOf(wish_.programme));
}

void Planning::addSeen() {
    const auto catalogue = layerCatalogue();
    for (const LayerInfo& info : catalogue) {
        const bool onMap = std::ranges::find(wish_.layers, info.id) != wish_.layers.end();
        const bool shown = info.id == wish_.openLegend || (wish_.projector && info.id == wish_.programme);
        if (shown && !onMap) layer({info.id, true}, asOf_);
    }
    addTab();
    if (wish_.projector) chart(figuresOf(wish_.programme));
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
    for (const std::string_view programme : figureProgrammes) {
        table(programme);
        chart(programme);
    }
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

} // namespace

Result<std::vector<DerivedCache::Wanted>> planResults(const DerivedCache::Wish& wish,
                                                      const std::shared_ptr<const PreparedScene>& shown) {
    Planning planning(wish);
    BANLANG_CHECK(planning.addScenes(shown));
    planning.addSeen();
    planning.addRest();
    return planning.result();
}

} // namespace banlang::viewer
