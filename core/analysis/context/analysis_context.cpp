// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"

#include "core/analysis/rules/analysis_rules.h"
#include "core/model/district_as_of.h"

#include <fmt/format.h>

#include <cassert>
#include <utility>

namespace banlang {

AnalysisContext::AnalysisContext(std::shared_ptr<const District> district, std::shared_ptr<const AnalysisRules> rules, Date asOf)
    : whole_(std::move(district)), rules_(std::move(rules)), asOf_(asOf) {
    assert(whole_ && rules_);
    district_ = districtAsOf(whole_, asOf_);
}

AnalysisContext AnalysisContext::on(Date asOf) const {
    AnalysisContext other = *this;
    other.asOf_ = asOf;
    other.district_ = districtAsOf(whole_, asOf);
    return other;
}

AnalysisContext AnalysisContext::comparedWith(std::optional<Date> day) const {
    AnalysisContext other = *this;
    other.compareWith_ = day;
    return other;
}

AnalysisContext AnalysisContext::within(Period period) const {
    AnalysisContext other = *this;
    other.period_ = period;
    return other;
}

AnalysisContext AnalysisContext::under(std::shared_ptr<const AnalysisRules> rules) const {
    AnalysisContext other = *this;
    other.rules_ = std::move(rules);
    assert(other.rules_);
    return other;
}

AnalysisContext AnalysisContext::stoppedBy(std::stop_token stop) const {
    AnalysisContext other = *this;
    other.stop_ = std::move(stop);
    return other;
}

Period AnalysisContext::period() const {
    if (period_ || !asOf_.known()) return period_.value_or(Period{});
    return Period::ofYear(toYmd(asOf_).year);
}

AnalysisContext AnalysisContext::reduced(const ContextParts& parts) const {
    AnalysisContext context = *this;
    if (parts.period) context.period_ = period();
    if (!parts.period) context.period_.reset();
    if (!parts.day) context.asOf_ = {};
    if (!parts.compareDay) context.compareWith_.reset();
    return context;
}

DerivedCache::Key AnalysisContext::keyOf(const KeptAnalysis& analysis) const {
    const ContextParts& reads = analysis.reads;
    std::string parts = rules_->fingerprint;
    if (reads.day) parts += fmt::format("/on {}", asOf_.daysSince1970);
    if (reads.compareDay && compareWith_) parts += fmt::format("/before {}", compareWith_->daysSince1970);
    if (reads.period) parts += fmt::format("/in {} {}", period().first.daysSince1970, period().last.daysSince1970);
    const bool readsNone = !reads.day && !reads.compareDay && !reads.period;
    return {std::string(analysis.id), std::move(parts), readsNone ? Retention::withData : Retention::recent};
}

} // namespace banlang
