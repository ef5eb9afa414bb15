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

/// The days of the reports of records of which one report speaks: as their rows say, else as their files do. Of kinds that are not
/// measured by reports there are none.
class OnlyReportDays {
public:
    OnlyReportDays(const District& district, Role role) : times_(*district.times[indexOf(role)]) {
        if (traitsOf(role).temporal == TemporalKind::state)
            said_ = district.table(role).columnNamed(fields::roadWorks.reportedOn.name);
    }
    [[nodiscard]] bool any() const { return said_ != nullptr; }
    [[nodiscard]] Date of(std::size_t row) const {
        return said_->dates[row].known() ? said_->dates[row] : times_.of(row).reportedOn;
    }
    [[nodiscard]] bool isLater(std::size_t row, Date day) const {
        const Date told = of(row);
        return told.known() && told > day;
    }
    /// Whether the day hides a report, or one leaves its day to its file.
    [[nodiscard]] bool matterOn(Date day) const {
        for (std::size_t row = 0; any() && row < said_->dates.size(); ++row) {
            if (isLater(row, day) || (!said_->dates[row].known() && of(row).known())) return true;
        }
        return false;
    }

private:
    const Column* said_ = nullptr;
    const RecordTimes& times_;
};

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
    const OnlyReportDays only(district, role);
    if (!only.any()) return;
    std::vector<bool> hidden(rows.rowCount);
    for (std::size_t row = 0; row < rows.rowCount; ++row) hidden[row] = only.isLater(row, day);
    for (const std::uint32_t row : district.reports[indexOf(role)]->record) hidden[row] = false;
    if (std::find(hidden.begin(), hidden.end(), true) == hidden.end()) return;
    for (Column& column : rows.columns) {
        if (isMeasured({column.name, column.type})) blank(column, hidden);
    }
}

/// A figure without the day of its report would be taken for one that nobody reported.
void fillReportDays(FeatureTable& rows, const District& district, Role role, Date day) {
    const OnlyReportDays only(district, role);
    if (!only.any()) return;
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
        const Date told = several[row] ? last[row] : only.of(row);
        // The last report may leave its day to its file where an earlier one said its own.
        if (told.known() && told <= day && (!days[row].known() || days[row] < told)) days[row] = told;
    }
}

bool isOtherOn(const District& district, const RecordKind& kind, Date day) {
    return !district.reports[indexOf(kind.role)]->empty() || OnlyReportDays(district, kind.role).matterOn(day);
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
    if (!day.known()) return district;
    const std::string onDay = fmt::format("{}", day.daysSince1970);
    // Asked in every frame of a window.
    const auto isOther = district->derived.get<bool>(
        {"changes-as-of", onDay, Retention::recent}, {}, [&] { return isOtherOn(*district, day); },
        [](bool) { return sizeof(bool); });
    if (!*isOther) return district;
    const DerivedCache::Key key{"district-as-of", onDay, Retention::recent};
    return district->derived.get<District>(
        key, {}, [&] { return viewOn(*district, day); }, [&](const District& view) { return bytesOfOwnTables(view, *district); });
}

} // namespace banlang
