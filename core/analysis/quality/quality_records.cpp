// SPDX-License-Identifier: MIT
#include "core/analysis/quality/quality_checks.h"
#include "core/model/latest_date.h"

#include <fmt/format.h>

#include <cmath>

namespace banlang {
namespace {

constexpr int saturday = 6;

/// Days that can only follow one another.
struct Sequence {
    Role role;
    std::span<const DateField> columns;
};

constexpr DateField validity[] = {fields::units.validFrom, fields::units.validTo};
constexpr DateField donation[] = {fields::donations.pledgedOn, fields::donations.donatedOn, fields::donations.certificateUpdatedOn};
constexpr DateField plan[] = {fields::roadWorks.plannedStart, fields::roadWorks.plannedFinish};
constexpr DateField work[] = {fields::roadWorks.startedOn, fields::roadWorks.finishedOn};
constexpr DateField workCheck[] = {fields::roadWorks.startedOn, fields::roadWorks.qualityCheckedOn};
constexpr DateField garden[] = {fields::gardens.registeredOn, fields::gardens.startedOn, fields::gardens.finishedOn};
constexpr DateField gardenLapse[] = {fields::gardens.registeredOn, fields::gardens.lapsedOn};
constexpr DateField loan[] = {fields::gardens.registeredOn, fields::gardens.disbursedOn, fields::gardens.inspectedOn};
constexpr DateField house[] = {fields::houses.startedOn, fields::houses.foundationOn, fields::houses.wallsOn,
                               fields::houses.roofOn,    fields::houses.finishedOn,   fields::houses.handedOverOn};
constexpr DateField listing[] = {fields::supportList.listedOn, fields::supportList.removedOn};
constexpr DateField recognition[] = {fields::recognitions.registeredOn, fields::recognitions.recognisedOn,
                                     fields::recognitions.lapsedOn};
constexpr Sequence sequences[] = {
    {Role::communes, validity},
    {Role::villages, validity},
    {Role::donations, donation},
    {Role::roadWorks, plan},
    {Role::roadWorks, work},
    {Role::roadWorks, workCheck},
    {Role::gardens, garden},
    {Role::gardens, gardenLapse},
    {Role::gardens, loan},
    {Role::houses, house},
    {Role::supportList, listing},
    {Role::greenRoutes, recognition},
    {Role::modelVillages, recognition},
};

Label labelOf(Role role, std::string_view column) {
    const RecordField* field = findField(recordKind(role), column);
    return field != nullptr ? field->label : Label{column, column};
}

/// The first and the last day that a record may bear.
struct PlausibleDays {
    explicit PlausibleDays(const QualityLimits& limits)
        : first(Date::fromYmd(limits.earliestYear, 1, 1)), last(Date::fromYmd(limits.latestYear, 12, 31)) {}
    [[nodiscard]] bool include(Date date) const { return first <= date && date <= last; }

    Date first;
    Date last;
};

std::vector<const Column*> columnsOf(const Sequence& sequence, const FeatureTable& table) {
    std::vector<const Column*> columns;
    for (const DateField& field : sequence.columns) {
        const Column* column = table.find(field);
        if (column != nullptr && column->type == ColumnType::date) columns.push_back(column);
    }
    return columns;
}

void addOutOfOrder(Role role, const std::vector<const Column*>& columns, std::size_t row, Findings& findings) {
    std::string_view earlierName;
    Date earlier;
    for (const Column* const one : columns) {
        const std::string_view column = one->name;
        const Date date = one->dates[row];
        if (!date.known()) continue;
        if (earlier.known() && date < earlier) {
            findings.add(role, row, earlier.daysSince1970 - date.daysSince1970, [&] {
                const Label late = labelOf(role, column);
                const Label early = labelOf(role, earlierName);
                return Bilingual{fmt::format("{} {} trước {} {}", late.vi, toVietnamese(date), early.vi, toVietnamese(earlier)),
                                 fmt::format("{} {} before {} {}", late.en, toVietnamese(date), early.en, toVietnamese(earlier))};
            });
        }
        earlier = date;
        earlierName = column;
    }
}

/// Coordinates may lie west or south of their origin, and a criterion may measure a fall.
bool mayBeNegative(Role role, std::string_view column) {
    return column.starts_with("centre_") || (role == Role::criteria && column == fields::criteria.value.name);
}

/// Calls visit(role, row, column, value) for the known numbers of the tables that are looked at.
template <class Visit> void forEachNumber(const QualityContext& context, Visit&& visit) {
    for (const RecordKind& kind : context.kinds()) {
        for (const Column& column : context.district.table(kind.role).columns) {
            for (std::size_t row = 0; row < column.numbers.size(); ++row) visit(kind.role, row, column, column.numbers[row]);
        }
    }
}

/// What a record says of a person or his money stays out of a report that is passed on, in words and as a measure.
bool isPersonal(Role role, const Column& column) {
    const RecordField* field = findField(recordKind(role), column.name);
    return field != nullptr && field->sensitivity == Sensitivity::personal;
}

void addValue(Role role, const Column& column, std::size_t row, double beyond, Findings& findings) {
    const bool personal = isPersonal(role, column);
    findings.add(role, row, personal ? 0 : beyond, [&] {
        const Label label = labelOf(role, column.name);
        if (personal) return label.text();
        const std::string value = column.valueText(row);
        return Bilingual{fmt::format("{}: {}", label.vi, value), fmt::format("{}: {}", label.en, value)};
    });
}

} // namespace

void findDatesAfterAsOf(const QualityContext& context, Findings& findings) {
    if (!context.asOf.known()) return;
    const PlausibleDays plausible(context.limits);
    for (const RecordKind& kind : context.kinds()) {
        for (const Column& column : context.district.table(kind.role).columns) {
            if (!isEventDate(column)) continue;
            for (std::size_t row = 0; row < column.dates.size(); ++row) {
                const Date date = column.dates[row];
                if (!date.known() || date <= context.asOf || !plausible.include(date)) continue;
                findings.add(kind.role, row, date.daysSince1970 - context.asOf.daysSince1970, [&] {
                    const Label label = labelOf(kind.role, column.name);
                    return Bilingual{fmt::format("{} {}, sau ngày {}", label.vi, toVietnamese(date), toVietnamese(context.asOf)),
                                     fmt::format("{} {}, after {}", label.en, toVietnamese(date), toVietnamese(context.asOf))};
                });
            }
        }
    }
}

void findImplausibleDates(const QualityContext& context, Findings& findings) {
    const PlausibleDays plausible(context.limits);
    for (const RecordKind& kind : context.kinds()) {
        for (const Column& column : context.district.table(kind.role).columns) {
            for (std::size_t row = 0; row < column.dates.size(); ++row) {
                const Date date = column.dates[row];
                if (!date.known() || plausible.include(date)) continue;
                const int year = toYmd(date).year;
                findings.add(kind.role, row, std::max(context.limits.earliestYear - year, year - context.limits.latestYear), [&] {
                    const Label label = labelOf(kind.role, column.name);
                    return Bilingual{fmt::format("{}: {}", label.vi, toVietnamese(date)),
                                     fmt::format("{}: {}", label.en, toVietnamese(date))};
                });
            }
        }
    }
}

void findDatesOutOfOrder(const QualityContext& context, Findings& findings) {
    for (const Sequence& sequence : sequences) {
        if (context.coverage == QualityCoverage::records && sequence.role < Role::donations) continue;
        const FeatureTable& table = context.district.table(sequence.role);
        const auto columns = columnsOf(sequence, table);
        for (std::size_t row = 0; row < table.rowCount; ++row) addOutOfOrder(sequence.role, columns, row, findings);
    }
}

void findShiftsOnOtherDays(const QualityContext& context, Findings& findings) {
    static constexpr Label weekdays[] = {{"thứ Hai", "Monday"},   {"thứ Ba", "Tuesday"}, {"thứ Tư", "Wednesday"},
                                         {"thứ Năm", "Thursday"}, {"thứ Sáu", "Friday"}, {"thứ Bảy", "Saturday"},
                                         {"Chủ nhật", "Sunday"}};
    const FeatureTable& shifts = context.district.table(Role::saturdays);
    const RecordTimes& times = *context.district.times[indexOf(Role::saturdays)];
    for (std::size_t row = 0; row < shifts.rowCount; ++row) {
        const Date date = shifts.dateAt(fields::saturdays.date, row);
        // The date of a total is the end of its period.
        if (!date.known() || isoWeekday(date) == saturday || times.isTotal(row)) continue;
        const int weekday = isoWeekday(date);
        const int away = std::min(std::abs(saturday - weekday), weekday + 1); // the Saturday of this week or of the last
        findings.add(Role::saturdays, row, away, [&] {
            const Label& name = weekdays[weekday - 1];
            return Bilingual{fmt::format("{} là {}", toVietnamese(date), name.vi),
                             fmt::format("{} is a {}", toVietnamese(date), name.en)};
        });
    }
}

void findNegativeValues(const QualityContext& context, Findings& findings) {
    forEachNumber(context, [&](Role role, std::size_t row, const Column& column, double value) {
        if (value < 0 && !mayBeNegative(role, column.name)) addValue(role, column, row, -value, findings);
    });
}

void findPercentAbove100(const QualityContext& context, Findings& findings) {
    forEachNumber(context, [&](Role role, std::size_t row, const Column& column, double value) {
        if (value > 100 && column.name.find("percent") != std::string::npos) addValue(role, column, row, value - 100, findings);
    });
}

} // namespace banlang
