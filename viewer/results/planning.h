// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/results/derived.h"

#include <fmt/format.h>

#include <set>
#include <span>
#include <type_traits>

// How the plan of all results (derived_plan.h) is made; its tables and charts are planned in planning_figures.cpp.

namespace banlang::viewer::detail {

using PlannedResult = ResultCache::PlannedResult;
using ResultRequest = ResultCache::ResultRequest;
using JobInputs = std::span<const Product>;

template <class T> [[nodiscard]] const T& taken(JobInputs products, std::size_t index) {
    return *static_cast<const T*>(products[index].get());
}

/// The work as the queue takes it: what it makes is shared from then on. Results that analyses keep come as products already.
template <class Make> [[nodiscard]] auto shared(Make make) {
    return [make = std::move(make)](JobInputs products) -> Product {
        using Made = std::remove_cvref_t<decltype(make(products))>;
        if constexpr (std::is_same_v<Made, Product>) {
            return make(products);
        } else {
            return std::make_shared<const Made>(make(products));
        }
    };
}

/// Puts a product into a part of the analyses.
template <class T> [[nodiscard]] auto into(Analysis::Part<T> Analysis::*part) {
    return
        [part](Derived& derived, const Product& product) { derived.analysis.*part = std::static_pointer_cast<const T>(product); };
}
template <class T> [[nodiscard]] auto into(std::map<std::string, Analysis::Part<T>> Analysis::*parts, std::string_view name) {
    return [parts, name = std::string(name)](Derived& derived, const Product& product) {
        (derived.analysis.*parts)[name] = std::static_pointer_cast<const T>(product);
    };
}

/// Adds each result once, after those that it is made of. Every method gives the key of its result.
class Planning {
public:
    explicit Planning(const ResultRequest& resultRequest)
        : resultRequest_(resultRequest), context_(AnalysisContext(resultRequest.district, resultRequest.rules, resultRequest.asOf)
                                                      .comparedWith(resultRequest.compareWith)),
          district_(resultRequest.district), asOf_(resultRequest.asOf) {}

    [[nodiscard]] Result<void> addScenes(const std::shared_ptr<const PreparedScene>& shown);
    void addSeen();
    void addRest();
    [[nodiscard]] std::vector<PlannedResult> result() { return std::move(wanted_); }

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
        return on(name, asOf_) + '/' + (resultRequest_.compareWith ? toIso(*resultRequest_.compareWith) : std::string());
    }
    [[nodiscard]] ReportRequest report() const { return {context_, resultRequest_.audience}; }
    [[nodiscard]] LayerRequest requestOn(Date day) const {
        return {context_.on(day), resultRequest_.audience, mapColourSchemeFor(resultRequest_.colourScheme)};
    }

    std::string progressOfUnits();
    std::string gaps();
    std::string answers();
    std::string candidates();
    std::string acquisitionOn(Date day);
    std::string criteria();
    std::string ranking();
    std::string search();
    std::string table(std::string_view layerId);
    std::string chart(std::string_view layerId);
    void tableAndChart(std::string_view layerId);
    std::string layer(const PlannedLayer& planned, Date day);
    std::string hillshade();
    struct SceneRequest {
        std::string_view part;
        std::vector<PlannedLayer> plan;
        Date day;
        std::shared_ptr<const PreparedScene> Derived::*place = nullptr;
        std::string base;                           ///< key of a scene that it takes over from; may be empty
        std::shared_ptr<const PreparedScene> shown; ///< the same without such a scene
    };
    std::string scene(const SceneRequest& asked);
    void addTab();

    const ResultRequest& resultRequest_;
    AnalysisContext context_; ///< of the day that is shown, and the day compared with
    std::shared_ptr<const District> district_;
    Date asOf_;
    bool seen_ = true;
    std::vector<PlannedResult> wanted_;
    std::set<std::string> keys_;
};

} // namespace banlang::viewer::detail
