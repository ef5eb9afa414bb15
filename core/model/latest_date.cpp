// SPDX-License-Identifier: MIT
#include "core/model/latest_date.h"

namespace banlang {
namespace {

Date later(Date a, Date b) {
    if (!a.known()) return b;
    return b.known() && b > a ? b : a;
}

} // namespace

bool tellsWhatHappened(const Column& column) {
    const bool plan = column.name.starts_with("planned_") || column.name.starts_with("valid_") || column.name == "deadline" ||
                      column.name == "due_on" || column.name == "mend_by";
    return column.type == ColumnType::date && !plan;
}

Date latestRecordedDate(const District& district) {
    Date latest;
    for (const FeatureTable& table : district.tables) {
        for (const Column& column : table.columns) {
            if (!tellsWhatHappened(column)) continue;
            for (const Date date : column.dates) latest = later(latest, date);
        }
    }
    return latest;
}

Date latestRecordedDate(const FeatureTable& table, std::size_t row, Date upTo) {
    Date latest;
    for (const Column& column : table.columns) {
        if (tellsWhatHappened(column) && column.dates[row] <= upTo) latest = later(latest, column.dates[row]);
    }
    return latest;
}

} // namespace banlang
