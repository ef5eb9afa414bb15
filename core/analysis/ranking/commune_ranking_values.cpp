// SPDX-License-Identifier: MIT
#include "core/analysis/ranking/commune_ranking_values.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/criteria/criteria.h"
#include "core/analysis/gaps/gaps.h"
#include "core/analysis/progress/progress.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/text/keys.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace banlang {
namespace {

using Values = std::vector<CommuneRankingValue>;

/// What the indicators read.
class Sources {
public:
    explicit Sources(const AnalysisContext& context)
        : context_(context), district_(context.district()), year_(toYmd(context.period().first).year), asOf_(context.asOf()),
          communes_(district_.table(Role::communes).rowCount) {}

    Result<Values> of(const CommuneRankingIndicator& indicator) const {
        switch (indicator.source) {
        case CommuneRankingSource::progress:
            return fromProgress(indicator);
        case CommuneRankingSource::criteriaMet:
        case CommuneRankingSource::criteriaDue:
            return fromCriteria(indicator.source == CommuneRankingSource::criteriaDue);
        case CommuneRankingSource::saturdayWeeks:
            return fromSaturdays();
        case CommuneRankingSource::gap:
            return fromGap(indicator.of);
        case CommuneRankingSource::judged:
            return fromJudges(indicator.of);
        }
        return Values(communes_);
    }

private:
    Values fromProgress(const CommuneRankingIndicator& indicator) const {
        const auto units = progress(context_.comparedWith(Date::fromYmd(year_ - 1, 12, 31)));
        Values values(communes_);
        for (const AdminUnitProgress& unit : *units) {
            if (unit.level != AdminLevel::commune) continue;
            for (const Indicator& figure : unit.indicators) {
                if (figure.id != indicator.of) continue;
                CommuneRankingValue& own = values[static_cast<std::size_t>(unit.row)];
                own = {figure.value, figure.target};
                if (indicator.inYear && own.value) own.value = *own.value - figure.previous.value_or(0);
            }
        }
        return values;
    }

    Result<Values> fromCriteria(bool dueOnly) const {
        BANLANG_TRY(answer, communeCriteria(context_));
        Values values(communes_);
        for (const CommuneCriteria& commune : answer->communes) {
            double met = 0;
            double asked = 0;
            for (const CriterionStatus& status : commune.criteria) {
                if (dueOnly && status.dueYear != year_) continue;
                asked += 1;
                met += status.state == CriterionState::met ? 1 : 0;
            }
            CommuneRankingValue& own = values[commune.commune];
            if (asked > 0) own.target = asked;
            if (asked > 0 && commune.hasResult()) own.value = met;
        }
        return values;
    }

    /// Saturdays from the first of the year up to the day.
    Values fromSaturdays() const {
        const Date first = Date::fromYmd(year_, 1, 1);
        const int toSaturday = (6 - isoWeekday(first) + 7) % 7;
        const int daysLeft = asOf_.daysSince1970 - first.daysSince1970 - toSaturday;
        const double saturdays = daysLeft < 0 ? 0 : daysLeft / 7 + 1;
        const FeatureTable& shifts = district_.table(Role::saturdays);
        const RecordTimes& times = *district_.times[indexOf(Role::saturdays)];
        std::vector<std::set<std::int32_t>> weeks(communes_);
        for (std::size_t row = 0; row < shifts.rowCount; ++row) {
            const Date date = shifts.dateAt(fields::saturdays.date, row);
            const std::int32_t commune = linkedRow(district_.linksOf(Role::saturdays).commune, row);
            if (commune == notLinked || date < first || date > asOf_ || times.isTotal(row)) continue;
            // A shift that was put off to the Sunday, or brought forward, is still that week's.
            weeks[static_cast<std::size_t>(commune)].insert(date.daysSince1970 - isoWeekday(date));
        }
        Values values(communes_);
        for (std::size_t commune = 0; commune < communes_; ++commune) {
            if (saturdays > 0) values[commune].target = saturdays;
            if (!weeks[commune].empty()) values[commune].value = std::min(saturdays, static_cast<double>(weeks[commune].size()));
        }
        return values;
    }

    Values fromGap(std::string_view gapId) const {
        Values values(communes_);
        const GapQuestion* const question = gapQuestion(gapId);
        if (question == nullptr) return values;
        for (CommuneRankingValue& value : values) value.value = 0;
        const auto gap = findGap(context_, *question);
        for (const GapItem& item : gap->items) {
            if (item.commune != notLinked && !item.atRisk) *values[static_cast<std::size_t>(item.commune)].value += 1;
        }
        return values;
    }

    Values fromJudges(std::string_view indicator) const {
        const FeatureTable& scores = district_.table(Role::communeRankingScores);
        const std::string wanted = headerKey(indicator);
        Values values(communes_);
        for (std::size_t row = 0; row < scores.rowCount; ++row) {
            const std::int32_t commune = linkedRow(district_.linksOf(Role::communeRankingScores).commune, row);
            const double score = scores.numberAt(fields::communeRankingScores.score, row);
            const bool ofYear = scores.numberAt(fields::communeRankingScores.year, row) == year_;
            if (commune == notLinked || !ofYear || std::isnan(score) ||
                headerKey(scores.textAt(fields::communeRankingScores.indicator, row)) != wanted)
                continue;
            values[static_cast<std::size_t>(commune)].value = score;
        }
        return values;
    }

    const AnalysisContext& context_;
    const District& district_;
    int year_;
    Date asOf_;
    std::size_t communes_;
};

void divideByHouseholds(Values& values, const FeatureTable& communes) {
    for (std::size_t commune = 0; commune < values.size(); ++commune) {
        const double households = communes.numberAt(fields::communes.households, commune);
        if (!(households > 0))
            values[commune].value.reset();
        else if (values[commune].value)
            *values[commune].value /= households;
    }
}

} // namespace

Result<std::vector<std::vector<CommuneRankingValue>>> communeRankingValues(const AnalysisContext& context) {
    const Sources sources(context);
    std::vector<std::vector<CommuneRankingValue>> all;
    for (const CommuneRankingIndicator& indicator : context.rules().communeRanking.indicators) {
        BANLANG_TRY(values, sources.of(indicator));
        if (indicator.perHousehold) divideByHouseholds(values, context.district().table(Role::communes));
        all.push_back(std::move(values));
    }
    return all;
}

} // namespace banlang
