// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/derived_cache.h"
#include "core/base/period.h"
#include "core/base/result.h"
#include "core/model/district.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace banlang {

struct AnalysisRules;

/// Which parts of its context an analysis reads, beside the district and the rules.
struct ContextParts {
    bool day = false;
    bool compareDay = false;
    bool period = false;
};

/// An analysis whose results are kept with the district: one for each value of the parts that it reads. What reads none is kept as
/// long as the district is.
struct KeptAnalysis {
    std::string_view id; ///< unique among all: "land-take"
    ContextParts reads;
};

/// What an analysis is asked about: a district, the rules, the days and the period. An immutable value that is cheap to copy. It
/// knows no audience: analyses are exact, and what may be shown to whom is decided where results leave. Any thread may read it.
class AnalysisContext {
public:
    /// Neither pointer may be null. Without a day nothing counts as being in the future.
    AnalysisContext(std::shared_ptr<const District> district, std::shared_ptr<const AnalysisRules> rules, Date asOf);

    [[nodiscard]] AnalysisContext on(Date asOf) const;
    [[nodiscard]] AnalysisContext comparedWith(std::optional<Date> day) const;
    [[nodiscard]] AnalysisContext within(Period period) const;
    [[nodiscard]] AnalysisContext under(std::shared_ptr<const AnalysisRules> rules) const;
    [[nodiscard]] AnalysisContext stoppedBy(std::stop_token stop) const;

    /// As its reports had it on the day; rows are those of the district that it was made from.
    [[nodiscard]] const District& district() const { return *district_; }
    [[nodiscard]] const std::shared_ptr<const District>& sharedDistrict() const { return district_; }
    [[nodiscard]] const AnalysisRules& rules() const { return *rules_; }
    [[nodiscard]] const std::shared_ptr<const AnalysisRules>& sharedRules() const { return rules_; }
    [[nodiscard]] Date asOf() const { return asOf_; }
    [[nodiscard]] std::optional<Date> compareWith() const { return compareWith_; }
    /// The calendar year of the day unless another was set; of no days where the day is not known either.
    [[nodiscard]] Period period() const;
    /// Long analyses ask this between their parts; what they give afterwards is cut short and nobody keeps it.
    [[nodiscard]] bool shouldStop() const { return stop_.stop_requested(); }

    /// The result of an analysis: kept from an earlier question whose parts were equal, else of `make(context)`, whose context has
    /// only the parts that the analysis reads. `bytesOf(value)` is about the memory that the value holds on the heap. Thread-safe;
    /// see DerivedCache.
    template <class Value, class Make, class BytesOf>
    [[nodiscard]] std::shared_ptr<const Value> kept(const KeptAnalysis& analysis, Make&& make, BytesOf&& bytesOf) const {
        return district_->derived.get<Value>(
            keyOf(analysis), stop_, [&] { return make(reduced(analysis.reads)); }, bytesOf);
    }

private:
    [[nodiscard]] AnalysisContext reduced(const ContextParts& parts) const;
    [[nodiscard]] DerivedCache::Key keyOf(const KeptAnalysis& analysis) const;

    std::shared_ptr<const District> whole_;    ///< with the reports of all days
    std::shared_ptr<const District> district_; ///< as they have it on the day
    std::shared_ptr<const AnalysisRules> rules_;
    Date asOf_;
    std::optional<Date> compareWith_;
    std::optional<Period> period_;
    std::stop_token stop_;
};

/// A kept result that may be an error, as a result whose value is kept.
template <class T> [[nodiscard]] Result<std::shared_ptr<const T>> sharedValue(const std::shared_ptr<const Result<T>>& result) {
    if (!*result) return Unexpected(result->error());
    return std::shared_ptr<const T>(result, &**result);
}

} // namespace banlang
