// SPDX-License-Identifier: MIT
#include "core/model/latest_date.h"

namespace banlang {
namespace {

Date later(Date a, Date b) {
    if (!a.known()) return b;
    return b.known() && b > a ? b : a;
}

} // namespace

bool isEventDate(const Column& column) {
    const bool plan = column.name.starts_with("planned_") || column.name.starts_with("valid_") ||
                      column.name == fields::houses.deadline.name || column.name == fields::targets.dueOn.name ||
                      column.name == fields::inspections.mendBy.name;
    return column.type == ColumnType::date && !plan;
}

Date latestRecordedDate(const District& district) {
    Date latest;
    for (const auto& table : district.tables) {
        for (const Column& column : table->columns) {
            if (!isEventDate(column)) continue;
            for (const Date date : column.dates) latest = later(latest, date);
        }
    }
    return latest;
}

Date meetingDay() {
    return Date::fromYmd(2022, 5, 18);
}

Date lastProgrammeDay(const District& district) {
    Date latest;
    for (const Role role : {Role::donations, Role::roadWorks, Role::gardens, Role::houses, Role::saturdays}) {
        for (const Column& column : district.table(role).columns) {
            if (column.type != ColumnType::date || column.name.starts_with("planned") ||
                column.name == fields::houses.deadline.name)
                continue;
            for (const Date date : column.dates) latest = later(latest, date);
        }
    }
    return latest.known() ? latest : meetingDay();
}

Date latestRecordedDate(const FeatureTable& table, std::size_t row, Date upTo) {
    Date latest;
    for (const Column& column : table.columns) {
        if (isEventDate(column) && column.dates[row] <= upTo) latest = later(latest, column.dates[row]);
    }
    return latest;
}

} // namespace banlang
