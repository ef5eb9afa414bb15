// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/results/derived.h"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <type_traits>

// How the plan of all results (derived_plan.h) is made.

namespace banlang::viewer::detail {

using PlannedResult = ResultCache::PlannedResult;
using ResultRequest = ResultCache::ResultRequest;

using ProgressKey = ResultKey<std::vector<AdminUnitProgress>>;
using GapsKey = ResultKey<Gaps>;
using AnswersKey = ResultKey<std::vector<Answer>>;
using CandidatesKey = ResultKey<std::vector<Candidate>>;
using AcquisitionKey = ResultKey<std::vector<RoadAcquisition>>;
using CriteriaKey = ResultKey<std::optional<CriteriaAnswer>>;
using RankingKey = ResultKey<std::optional<CommuneRanking>>;
using SearchKey = ResultKey<SearchIndex>;
using HistoryKey = ResultKey<ShownHistory>;
using LayerKey = ResultKey<SceneLayer>;
using HillshadeKey = ResultKey<std::shared_ptr<const Hillshade>>; ///< holds none where the district has no terrain
using SceneKey = ResultKey<PreparedScene>;

/// Puts a result where the panels find it.
template <class T> using Placement = std::function<void(Derived&, const std::shared_ptr<const T>&)>;

template <class T> [[nodiscard]] Placement<T> into(Analysis::Part<T> Analysis::*part) {
    return [part](Derived& derived, const std::shared_ptr<const T>& made) { derived.analysis.*part = made; };
}
template <class T>
[[nodiscard]] Placement<T> into(std::map<std::string, Analysis::Part<T>> Analysis::*parts, std::string_view name) {
    return [parts, name = std::string(name)](Derived& derived, const std::shared_ptr<const T>& made) {
        (derived.analysis.*parts)[name] = made;
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
    template <class T, class Make>
    ResultKey<T> add(std::string part, ResultKey<T> key, std::vector<std::string> after, Make make,
                     std::type_identity_t<Placement<T>> put) {
        if (keys_.insert(key.text).second)
            want(std::move(part), key, jobFor(key, std::move(after), std::move(make)), std::move(put));
        return key;
    }
    template <class T> void want(std::string part, const ResultKey<T>& key, Job job, Placement<T> put) {
        job.visible = seen_;
        std::function<void(Derived&, const Product&)> place;
        if (put) place = [key, put](Derived& derived, const Product& product) { put(derived, product.as(key)); };
        wanted_.push_back({std::move(job), std::move(part), std::move(place)});
    }
    [[nodiscard]] std::string on(std::string_view name, Date day) const { return fmt::format("{}/{}", name, toIso(day)); }
    [[nodiscard]] std::string compared(std::string_view name) const {
        return on(name, asOf_) + '/' + (resultRequest_.compareWith ? toIso(*resultRequest_.compareWith) : std::string());
    }
    [[nodiscard]] ReportRequest report() const { return {context_, resultRequest_.audience}; }
    [[nodiscard]] LayerRequest requestOn(Date day) const {
        return {context_.on(day), resultRequest_.audience, mapColourSchemeFor(resultRequest_.colourScheme)};
    }

    ProgressKey progressOfUnits();
    GapsKey gaps();
    AnswersKey answers();
    CandidatesKey candidates();
    AcquisitionKey acquisitionOn(Date day);
    CriteriaKey criteria();
    RankingKey ranking();
    SearchKey search();
    void history(RecordRef record);
    LayerKey layer(const PlannedLayer& planned, Date day);
    HillshadeKey hillshade();
    void table(std::string_view layerId);
    void chart(std::string_view layerId);
    void tableAndChart(std::string_view layerId);
    struct SceneRequest {
        std::string_view part;
        std::vector<PlannedLayer> plan;
        Date day;
        std::shared_ptr<const PreparedScene> Derived::*place = nullptr;
        std::optional<SceneKey> base;               ///< a scene that it takes over from
        std::shared_ptr<const PreparedScene> shown; ///< the same without such a scene
    };
    SceneKey scene(const SceneRequest& asked);
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
