// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/messy/clerk.h"
#include "sample-data/messy/messy_district.h"
#include "sample-data/messy/report_columns.h"

#include <cstdint>
#include <span>
#include <string>

namespace banlang::sample {

/// Which record a row shows, which record the row above it shows (-1: none), and its number in the group.
struct CellPlace {
    Role role = Role::donations;
    std::size_t record = 0;
    std::int64_t above = -1;
    std::size_t number = 1;
};

[[nodiscard]] SheetCell recordCell(const MessyDistrict& district, const ReportColumn& column, const CellPlace& place,
                                   const ClerkHabits& habits);
[[nodiscard]] SheetCell sumCell(const MessyDistrict& district, const ReportColumn& column, Role role, const Rows& rows,
                                const ClerkHabits& habits);
/// With its unit in brackets where the clerk puts it there.
[[nodiscard]] std::string headerOf(const ReportColumn& column, const ClerkHabits& habits);
/// "ĐVT: m2; triệu đồng"; empty when the headers say it, or there is nothing to say.
[[nodiscard]] std::string unitNote(std::span<const ReportColumn> columns, const ClerkHabits& habits);

} // namespace banlang::sample
