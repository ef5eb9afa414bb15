// SPDX-License-Identifier: MIT
#include "core/analysis/quality/overlapping_totals.h"

#include "core/analysis/quality/quality_checks.h"
#include "core/model/record_traits.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace banlang {
namespace {

/// All lines of one report of one unit for the same.
struct PeriodTotal {
    Period period;
    Date reportedOn;
    double figures = 0;
    std::vector<std::uint32_t> rows;

    [[nodiscard]] auto order() const {
        return std::tuple(period.first.daysSince1970 - period.last.daysSince1970, // the longest first
                          -static_cast<std::int64_t>(reportedOn.known() ? reportedOn.daysSince1970 : -Date::noDay),
                          -static_cast<std::int64_t>(period.last.daysSince1970), -figures, rows.front());
    }
};

bool shareADay(const Period& a, const Period& b) {
    return a.first <= b.last && b.first <= a.last;
}

TotalOverlap overlapOf(const Period& period, const Period& counted) {
    if (period == counted) return TotalOverlap::samePeriod;
    return counted.first <= period.first && period.last <= counted.last ? TotalOverlap::inside : TotalOverlap::partial;
}

/// What a row says beside its unit and its figures. Words on what came of it differ from report to report.
bool saysWhatFor(const RecordField& field) {
    const bool outcome = field.name == fields::saturdays.output.name || field.name == fields::contributions.goods.name ||
                         field.name == fields::deliveries.qualityResult.name;
    const bool unit = field.reference == Reference::commune || field.reference == Reference::village;
    return field.type == ColumnType::text && !field.internal && !unit && !outcome;
}

class TotalsOfKind {
public:
    TotalsOfKind(const District& district, Role role)
        : table_(district.table(role)), links_(district.linksOf(role)), times_(*district.times[indexOf(role)]) {
        for (const RecordField& field : recordKind(role).fields) {
            const Column* column = table_.find(field);
            if (column == nullptr) continue;
            if (saysWhatFor(field)) words_.push_back(column);
            if (field.type == ColumnType::number) numbers_.push_back(column);
            if (field.reference == Reference::commune) commune_ = column;
            if (field.reference == Reference::village) village_ = column;
            if (field.type == ColumnType::date && day_ == nullptr) day_ = column;
        }
    }

    /// The totals that end by the day, by unit and by what they are for.
    [[nodiscard]] std::map<std::string, std::vector<PeriodTotal>> endedBy(Date asOf) const {
        std::map<std::string, std::map<std::uint32_t, PeriodTotal>> byBatch;
        for (std::uint32_t row = 0; row < times_.timeOf.size() && row < table_.rowCount; ++row) {
            const RecordTime& time = times_.times[times_.timeOf[row]];
            if (!time.total || time.total->last > asOf) continue;
            PeriodTotal& total = byBatch[keyOf(row)][times_.timeOf[row]];
            total.period = *time.total;
            total.reportedOn = time.reportedOn;
            total.rows.push_back(row);
            for (const Column* column : numbers_) total.figures += column->isMissing(row) ? 0 : column->numbers[row];
        }
        std::map<std::string, std::vector<PeriodTotal>> totals;
        for (auto& [key, batches] : byBatch) {
            for (auto& entry : batches) totals[key].push_back(std::move(entry.second));
        }
        return totals;
    }

    /// Of totals that stand each that shares days with one of the commune above; the others stay in `standing`.
    [[nodiscard]] std::vector<OverlappingTotal> villagesWithin(std::vector<const PeriodTotal*>& standing,
                                                               const TableLinks& villages) const {
        std::map<std::string, std::vector<const PeriodTotal*>> byUnit;
        for (const PeriodTotal* total : standing) byUnit[unitOf(total->rows.front())].push_back(total);
        std::vector<OverlappingTotal> within;
        std::erase_if(standing, [&](const PeriodTotal* total) {
            const auto commune = communeAbove(total->rows.front(), villages);
            const auto above = commune ? byUnit.find(*commune) : byUnit.end();
            if (above == byUnit.end()) return false;
            const auto holder = std::find_if(above->second.begin(), above->second.end(), [&](const PeriodTotal* other) {
                return shareADay(other->period, total->period) && agree(other->rows.front(), total->rows.front());
            });
            if (holder == above->second.end()) return false;
            const Period& counted = (*holder)->period;
            for (const std::uint32_t row : total->rows)
                within.push_back({row, (*holder)->rows.front(), total->period, counted,
                                  total->period == counted ? TotalOverlap::inside : overlapOf(total->period, counted)});
            return true;
        });
        return within;
    }

    /// Events by the day that lie within totals that stand.
    [[nodiscard]] std::vector<OverlappingTotal> eventsWithin(const std::vector<const PeriodTotal*>& standing, Date asOf,
                                                             const TableLinks& villages) const {
        std::map<std::string, std::vector<const PeriodTotal*>> byUnit;
        for (const PeriodTotal* total : standing) byUnit[unitOf(total->rows.front())].push_back(total);
        std::vector<OverlappingTotal> within;
        for (std::uint32_t row = 0; day_ != nullptr && row < times_.timeOf.size() && row < table_.rowCount; ++row) {
            const Date day = day_->dates[row];
            if (times_.times[times_.timeOf[row]].total || !day.known() || day > asOf) continue;
            std::vector<std::string> units{unitOf(row)};
            if (auto commune = communeAbove(row, villages)) units.push_back(std::move(*commune));
            for (const std::string& unit : units) {
                const auto found = byUnit.find(unit);
                const PeriodTotal* holder = found == byUnit.end() ? nullptr : holderOf(row, day, found->second);
                if (holder == nullptr) continue;
                within.push_back({row, holder->rows.front(), {day, day}, holder->period, TotalOverlap::inside});
                break;
            }
        }
        return within;
    }

private:
    /// Two rows that both say something of what they are for say the same.
    [[nodiscard]] bool agree(std::uint32_t a, std::uint32_t b) const {
        return std::all_of(words_.begin(), words_.end(), [&](const Column* column) {
            const std::string one = foldedNameKey(column->text[a]);
            const std::string other = foldedNameKey(column->text[b]);
            return one.empty() || other.empty() || one == other;
        });
    }
    [[nodiscard]] const PeriodTotal* holderOf(std::uint32_t event, Date day, const std::vector<const PeriodTotal*>& totals) const {
        const auto found = std::find_if(totals.begin(), totals.end(), [&](const PeriodTotal* total) {
            return total->period.first <= day && day <= total->period.last && agree(total->rows.front(), event);
        });
        return found == totals.end() ? nullptr : *found;
    }
    /// The commune of a row's village, as unitOf() has it.
    [[nodiscard]] std::optional<std::string> communeAbove(std::uint32_t row, const TableLinks& villages) const {
        const std::int32_t village = linkedRow(links_.village, row);
        const std::int32_t above = village < 0 ? notLinked : linkedRow(villages.commune, static_cast<std::size_t>(village));
        return above < 0 ? std::nullopt : std::optional(communeKey(above));
    }
    static std::string communeKey(std::int32_t commune) {
        std::string key;
        addUnit(key, nullptr, notLinked, 0);
        addUnit(key, nullptr, commune, 0);
        return key;
    }

    /// A unit that was found counts, however it was written.
    static void addUnit(std::string& key, const Column* column, std::int32_t linked, std::size_t row) {
        if (linked >= 0)
            key += fmt::format("#{}", linked);
        else if (column != nullptr)
            key += foldedNameKey(column->text[row]);
        key += '\x1f';
    }
    [[nodiscard]] std::string unitOf(std::size_t row) const {
        std::string key;
        // The commune of a village is known by the village.
        const std::int32_t village = linkedRow(links_.village, row);
        addUnit(key, village_, village, row);
        addUnit(key, village < 0 ? commune_ : nullptr, village < 0 ? linkedRow(links_.commune, row) : notLinked, row);
        return key;
    }
    [[nodiscard]] std::string keyOf(std::size_t row) const {
        std::string key = unitOf(row);
        for (const Column* column : words_) key += foldedNameKey(column->text[row]) + '\x1f';
        return key;
    }

    const FeatureTable& table_;
    const TableLinks& links_;
    const RecordTimes& times_;
    std::vector<const Column*> words_;
    std::vector<const Column*> numbers_;
    const Column* commune_ = nullptr;
    const Column* village_ = nullptr;
    const Column* day_ = nullptr; ///< of an event
};

std::string textOf(const Period& period) {
    return fmt::format("{} – {}", toVietnamese(period.first), toVietnamese(period.last));
}

Bilingual findingOf(const OverlappingTotal& total) {
    const std::string own = textOf(total.period);
    const std::string other = textOf(total.countedPeriod);
    const std::string day = toVietnamese(total.period.first);
    if (total.period.first == total.period.last)
        return {fmt::format("việc ngày {} nằm trong tổng của {} đã tính", day, other),
                fmt::format("{} lies within the total of {}, which counts", day, other)};
    switch (total.overlap) {
    case TotalOverlap::inside:
        return {fmt::format("tổng của {} nằm trong tổng của {} đã tính", own, other),
                fmt::format("the total of {} lies within that of {}, which counts", own, other)};
    case TotalOverlap::samePeriod:
        return {fmt::format("đã tính một tổng khác của cùng kỳ {}", own), fmt::format("another total of {} counts", own)};
    case TotalOverlap::partial:
        break;
    }
    return {fmt::format("tổng của {} chồng một phần lên tổng của {} đã tính, không tách được", own, other),
            fmt::format("the total of {} shares days with that of {}, which counts, and cannot be split", own, other)};
}

} // namespace

std::vector<OverlappingTotal> overlappingTotals(const District& district, Role role, Date asOf) {
    std::vector<OverlappingTotal> left;
    if (!mayBeTotals(role) || district.times[indexOf(role)]->empty()) return left;
    const TotalsOfKind rows(district, role);
    auto byKey = rows.endedBy(asOf);
    std::vector<const PeriodTotal*> standing;
    for (auto& [key, totals] : byKey) {
        std::sort(totals.begin(), totals.end(), [](const PeriodTotal& a, const PeriodTotal& b) { return a.order() < b.order(); });
        std::vector<const PeriodTotal*> counted;
        for (const PeriodTotal& total : totals) {
            const auto holder = std::find_if(counted.begin(), counted.end(),
                                             [&](const PeriodTotal* other) { return shareADay(other->period, total.period); });
            if (holder == counted.end()) {
                counted.push_back(&total);
                continue;
            }
            for (const std::uint32_t row : total.rows) {
                left.push_back(
                    {row, (*holder)->rows.front(), total.period, (*holder)->period, overlapOf(total.period, (*holder)->period)});
            }
        }
        standing.insert(standing.end(), counted.begin(), counted.end());
    }
    const auto ofVillages = rows.villagesWithin(standing, district.linksOf(Role::villages));
    left.insert(left.end(), ofVillages.begin(), ofVillages.end());
    const auto within = rows.eventsWithin(standing, asOf, district.linksOf(Role::villages));
    left.insert(left.end(), within.begin(), within.end());
    std::sort(left.begin(), left.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
    return left;
}

std::vector<bool> leftOutTotals(const District& district, Role role, Date asOf) {
    std::vector<bool> marks;
    for (const OverlappingTotal& total : overlappingTotals(district, role, asOf)) {
        marks.resize(district.table(role).rowCount);
        marks[total.row] = true;
    }
    return marks;
}

bool hasPeriodTotals(const District& district) {
    return std::any_of(district.times.begin(), district.times.end(), [](const auto& times) {
        return std::any_of(times->times.begin(), times->times.end(), [](const RecordTime& time) { return time.total.has_value(); });
    });
}

void findOverlappingTotals(const QualityContext& context, Findings& findings) {
    for (const RecordKind& kind : context.kinds()) {
        for (const OverlappingTotal& total : overlappingTotals(context.district, kind.role, context.asOf)) {
            const int days = total.period.last.daysSince1970 - total.period.first.daysSince1970 + 1;
            findings.add(kind.role, total.row, days, [&] { return findingOf(total); });
        }
    }
}

} // namespace banlang
