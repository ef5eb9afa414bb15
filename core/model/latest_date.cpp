// SPDX-License-Identifier: MIT
#include "core/model/latest_date.h"

namespace banlang {
namespace {

bool isPlan(std::string_view column) {
    return column.starts_with("planned_") || column.starts_with("valid_") || column == "deadline";
}

} // namespace

Date latestRecordedDate(const District& district) {
    Date latest;
    for (const FeatureTable& table : district.tables) {
        for (const Column& column : table.columns) {
            if (column.type != ColumnType::date || isPlan(column.name)) continue;
            for (const Date date : column.dates) {
                if (date.known() && (!latest.known() || date > latest)) latest = date;
            }
        }
    }
    return latest;
}

} // namespace banlang
