// SPDX-License-Identifier: MIT
#include "core/model/district_as_of.h"

#include "core/model/latest_date.h"
#include "core/model/record_traits.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

/// A reference or a key names the record itself and does not change with the day.
bool changesWithTime(const RecordKind& kind, const RecordField& field) {
    const auto isKey = std::find(kind.key.begin(), kind.key.end(), field.name) != kind.key.end();
    return !isKey && !field.internal && field.reference == Reference::none;
}

/// From which day on the word of a report counts.
Date countsFrom(const RecordReports& reports, std::size_t report, const Column& column, bool fact) {
    if (fact && column.dates[report].known()) return column.dates[report];
    return reports.reportedOn[report];
}

/// The report whose word on a field holds on the day; nothing where none does yet. While nothing at all was reported of the record,
/// what is neither measured nor a fact with a day of its own, as a name or an area, is what was first told of it.
std::optional<std::size_t> lastSaid(const RecordReports& reports, std::size_t first, std::size_t end, std::size_t field, Date day) {
    const Column& column = reports.rows.columns[field];
    const bool isMeasure = isMeasured({column.name, column.type});
    const bool fact = isEventDate(column) && !isMeasure;
    std::optional<std::size_t> last;
    std::optional<std::size_t> firstOfAll;
    bool known = false;
    for (std::size_t report = first; report < end; ++report) {
        known = known || !reports.reportedOn[report].known() || reports.reportedOn[report] <= day;
        if ((reports.fieldsStated[report] & fieldBit(field)) == 0) continue;
        if (!firstOfAll) firstOfAll = report;
        const Date from = countsFrom(reports, report, column, fact);
        if (from.known() && from > day) continue;
        const auto saidOn = [&](std::size_t at) {
            const Date on = reports.reportedOn[at];
            return on.known() ? on.daysSince1970 : -Date::noDay;
        };
        if (!last || saidOn(*last) <= saidOn(report)) last = report;
    }
    return last || known || fact || isMeasure ? last : firstOfAll;
}

Column overlaid(const Column& now, const RecordReports& reports, std::size_t field, Date day) {
    Column then;
    then.name = now.name;
    then.type = now.type;
    if (now.type == ColumnType::number) then.numbers = now.numbers;
    if (now.type == ColumnType::date) then.dates = now.dates;
    if (now.type == ColumnType::text) then.text.reserve(now.text.size(), now.text.characterCount());
    const Column& said = reports.rows.columns[field];
    std::size_t copied = 0;
    for (std::size_t first = 0; first < reports.record.size();) {
        const std::uint32_t row = reports.record[first];
        std::size_t end = first;
        while (end < reports.record.size() && reports.record[end] == row) ++end;
        const auto report = lastSaid(reports, first, end, field, day);
        if (now.type == ColumnType::text) {
            for (; copied < row; ++copied) then.text.append(now.text[copied]);
            then.text.append(report ? said.text[*report] : std::string_view());
            ++copied;
        } else if (now.type == ColumnType::number) {
            then.numbers[row] = report ? said.numbers[*report] : Column::missingNumber;
        } else {
            then.dates[row] = report ? said.dates[*report] : Date{};
        }
        first = end;
    }
    for (; now.type == ColumnType::text && copied < now.text.size(); ++copied) then.text.append(now.text[copied]);
    return then;
}

const Column* reportDayColumn(const FeatureTable& rows, Role role) {
    return traitsOf(role).temporal == TemporalKind::state ? rows.columnNamed(fields::roadWorks.reportedOn.name) : nullptr;
}

/// Of a record of which one report speaks: as its row says, else as its file does.
Date onlyReportDay(const District& district, Role role, std::size_t row) {
    const Column* said = reportDayColumn(district.table(role), role);
    if (said == nullptr) return {};
    return said->dates[row].known() ? said->dates[row] : district.times[indexOf(role)]->of(row).reportedOn;
}

bool anyToldLater(const District& district, Role role, Date day) {
    if (reportDayColumn(district.table(role), role) == nullptr) return false;
    for (std::size_t row = 0; row < district.table(role).rowCount; ++row) {
        const Date told = onlyReportDay(district, role, row);
        if (told.known() && told > day) return true;
    }
    return false;
}

/// Whether there are rows that leave the day of their report to their file.
bool anyDayOfFile(const District& district, Role role) {
    const Column* said = reportDayColumn(district.table(role), role);
    const RecordTimes& times = *district.times[indexOf(role)];
    if (said == nullptr || times.empty()) return false;
    for (std::size_t row = 0; row < said->dates.size(); ++row) {
        if (!said->dates[row].known() && times.of(row).reportedOn.known()) return true;
    }
    return false;
}

void blank(Column& column, const std::vector<bool>& hidden) {
    if (column.type == ColumnType::text) {
        TextValues then;
        for (std::size_t row = 0; row < hidden.size(); ++row) then.append(hidden[row] ? std::string_view() : column.text[row]);
        column.text = std::move(then);
        return;
    }
    for (std::size_t row = 0; row < hidden.size(); ++row) {
        if (hidden[row] && column.type == ColumnType::number) column.numbers[row] = Column::missingNumber;
        if (hidden[row] && column.type == ColumnType::date) column.dates[row] = Date{};
    }
}

/// What was measured on a later day is not known yet.
void hideLaterMeasures(FeatureTable& rows, const District& district, Role role, Date day) {
    if (!anyToldLater(district, role, day)) return;
    std::vector<bool> hidden(rows.rowCount);
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        const Date told = onlyReportDay(district, role, row);
        hidden[row] = told.known() && told > day;
    }
    for (const std::uint32_t row : district.reports[indexOf(role)]->record) hidden[row] = false;
    for (Column& column : rows.columns) {
        if (isMeasured({column.name, column.type})) blank(column, hidden);
    }
}

/// A figure without the day of its report would be taken for one that nobody reported.
void fillReportDays(FeatureTable& rows, const District& district, Role role, Date day) {
    if (reportDayColumn(rows, role) == nullptr) return;
    std::vector<Date>& days = rows.columnNamed(fields::roadWorks.reportedOn.name)->dates;
    const RecordReports& reports = *district.reports[indexOf(role)];
    std::vector<bool> several(rows.rowCount);
    std::vector<Date> last(rows.rowCount);
    for (std::size_t report = 0; report < reports.record.size(); ++report) {
        const std::uint32_t row = reports.record[report];
        const Date told = reports.reportedOn[report];
        several[row] = true;
        if (told.known() && told <= day && (!last[row].known() || last[row] < told)) last[row] = told;
    }
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if (days[row].known() && !several[row]) continue;
        const Date told = several[row] ? last[row] : onlyReportDay(district, role, row);
        // The last report may leave its day to its file where an earlier one said its own.
        if (told.known() && told <= day && (!days[row].known() || days[row] < told)) days[row] = told;
    }
}

bool isOtherOn(const District& district, const RecordKind& kind, Date day) {
    return !district.reports[indexOf(kind.role)]->empty() || anyToldLater(district, kind.role, day) ||
           anyDayOfFile(district, kind.role);
}

bool isOtherOn(const District& district, Date day) {
    return std::any_of(recordKinds().begin(), recordKinds().end(),
                       [&](const RecordKind& kind) { return isOtherOn(district, kind, day); });
}

District viewOn(const District& district, Date day) {
    District view = district;
    for (const RecordKind& kind : recordKinds()) {
        if (!isOtherOn(district, kind, day)) continue;
        FeatureTable& table = view.table(kind.role);
        hideLaterMeasures(table, district, kind.role, day);
        const RecordReports& reports = *district.reports[indexOf(kind.role)];
        for (std::size_t field = 0; field < kind.fields.size() && !reports.empty(); ++field) {
            if (changesWithTime(kind, kind.fields[field]))
                table.columns[field] = overlaid(table.columns[field], reports, field, day);
        }
        fillReportDays(table, district, kind.role, day);
    }
    return view;
}

std::size_t bytesOfOwnTables(const District& view, const District& district) {
    std::size_t bytes = 0;
    for (const RecordKind& kind : recordKinds()) {
        if (&view.table(kind.role) == &district.table(kind.role)) continue;
        for (const Column& column : view.table(kind.role).columns)
            bytes += column.text.characterCount() + column.numbers.size() * sizeof(double) + column.dates.size() * sizeof(Date);
    }
    return bytes;
}

} // namespace

std::shared_ptr<const District> districtAsOf(const std::shared_ptr<const District>& district, Date day) {
    if (!day.known() || !isOtherOn(*district, day)) return district;
    const DerivedCache::Key key{"district-as-of", fmt::format("{}", day.daysSince1970), Retention::recent};
    return district->derived.get<District>(
        key, {}, [&] { return viewOn(*district, day); }, [&](const District& view) { return bytesOfOwnTables(view, *district); });
}

} // namespace banlang
