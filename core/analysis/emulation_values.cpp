// SPDX-License-Identifier: MIT
#include "core/analysis/emulation_values.h"

#include "core/analysis/criteria.h"
#include "core/analysis/gap_rules.h"
#include "core/analysis/gaps.h"
#include "core/analysis/progress.h"
#include "core/text/keys.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace banlang {
namespace {

using Values = std::vector<EmulationValue>;

/// What several indicators read, worked out once and only when asked for.
class Sources {
public:
    Sources(const District& district, int year, Date asOf, const RuleTexts& texts)
        : district_(district), year_(year), asOf_(asOf), texts_(texts), communes_(district.table(Role::communes).rowCount) {}

    Result<Values> of(const EmulationIndicator& indicator) {
        switch (indicator.source) {
        case EmulationSource::progress:
            return fromProgress(indicator);
        case EmulationSource::criteriaMet:
        case EmulationSource::criteriaDue:
            return fromCriteria(indicator.source == EmulationSource::criteriaDue);
        case EmulationSource::saturdayWeeks:
            return fromSaturdays();
        case EmulationSource::gap:
            return fromGap(indicator.of);
        case EmulationSource::judged:
            return fromJudges(indicator.of);
        }
        return Values(communes_);
    }

private:
    Values fromProgress(const EmulationIndicator& indicator) {
        if (units_.empty()) units_ = progress(district_, asOf_, Date::fromYmd(year_ - 1, 12, 31));
        Values values(communes_);
        for (const UnitProgress& unit : units_) {
            if (unit.level != UnitLevel::commune) continue;
            for (const Indicator& figure : unit.indicators) {
                if (figure.id != indicator.of) continue;
                EmulationValue& own = values[static_cast<std::size_t>(unit.row)];
                own = {figure.value, figure.target};
                if (indicator.inYear && own.value) own.value = *own.value - figure.previous.value_or(0);
            }
        }
        return values;
    }

    Result<Values> fromCriteria(bool dueOnly) {
        if (!criteria_) {
            BANLANG_TRY(answer, communeCriteria(district_, asOf_, texts_));
            criteria_ = std::move(answer);
        }
        Values values(communes_);
        for (const CommuneCriteria& commune : criteria_->communes) {
            double met = 0;
            double asked = 0;
            for (const CriterionStatus& status : commune.criteria) {
                if (dueOnly && status.dueYear != year_) continue;
                asked += 1;
                met += status.state == CriterionState::met ? 1 : 0;
            }
            EmulationValue& own = values[commune.commune];
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
        std::vector<std::set<std::int32_t>> weeks(communes_);
        for (std::size_t row = 0; row < shifts.rowCount; ++row) {
            const Date date = shifts.dateAt("date", row);
            const std::int32_t commune = linkedRow(district_.linksOf(Role::saturdays).commune, row);
            if (commune == notLinked || date < first || date > asOf_) continue;
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
        const GapQuestion question = gapQuestion(gapId);
        if (question == nullptr) return values;
        for (EmulationValue& value : values) value.value = 0;
        for (const GapItem& item : question(district_, asOf_, gapRules(texts_)).items) {
            if (item.commune != notLinked && !item.atRisk) *values[static_cast<std::size_t>(item.commune)].value += 1;
        }
        return values;
    }

    Values fromJudges(std::string_view indicator) const {
        const FeatureTable& scores = district_.table(Role::emulationScores);
        const std::string wanted = headerKey(indicator);
        Values values(communes_);
        for (std::size_t row = 0; row < scores.rowCount; ++row) {
            const std::int32_t commune = linkedRow(district_.linksOf(Role::emulationScores).commune, row);
            const double score = scores.numberAt("score", row);
            const bool ofYear = scores.numberAt("year", row) == year_;
            if (commune == notLinked || !ofYear || std::isnan(score) || headerKey(scores.textAt("indicator", row)) != wanted)
                continue;
            values[static_cast<std::size_t>(commune)].value = score;
        }
        return values;
    }

    const District& district_;
    int year_;
    Date asOf_;
    const RuleTexts& texts_;
    std::size_t communes_;
    std::vector<UnitProgress> units_;
    std::optional<CriteriaAnswer> criteria_;
};

void divideByHouseholds(Values& values, const FeatureTable& communes) {
    for (std::size_t commune = 0; commune < values.size(); ++commune) {
        const double households = communes.numberAt("households", commune);
        if (!(households > 0))
            values[commune].value.reset();
        else if (values[commune].value)
            *values[commune].value /= households;
    }
}

} // namespace

Result<std::vector<std::vector<EmulationValue>>> emulationValues(const District& district, int year, Date asOf,
                                                                 const EmulationRules& rules, const RuleTexts& texts) {
    Sources sources(district, year, asOf, texts);
    std::vector<std::vector<EmulationValue>> all;
    for (const EmulationIndicator& indicator : rules.indicators) {
        BANLANG_TRY(values, sources.of(indicator));
        if (indicator.perHousehold) divideByHouseholds(values, district.table(Role::communes));
        all.push_back(std::move(values));
    }
    return all;
}

} // namespace banlang
