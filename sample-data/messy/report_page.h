// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/messy/clerk.h"
#include "sample-data/messy/messy_district.h"
#include "sample-data/messy/report_columns.h"
#include "sample-data/messy/sheet_page.h"

#include <string>
#include <vector>

namespace banlang::sample {

/// Records under one heading: of a village, a commune, a month.
struct ReportGroup {
    std::string label; ///< empty: no heading
    Rows rows;
};

struct ReportOrder {
    Role role = Role::donations;
    std::string sheet;               ///< name of the sheet
    std::vector<std::string> agency; ///< who sends it, top left
    std::vector<std::string> titles;
    std::vector<ReportGroup> groups;
    ClerkHabits habits;
    std::string signer;                ///< "CHỦ TỊCH"; empty: nobody signs
    std::string place;                 ///< where it was signed
    std::vector<ReportColumn> columns; ///< empty: those that are usual for the role
};

/// Agency, titles, header of two levels, groups with Roman numerals, sums, signatures.
[[nodiscard]] SheetPage layOut(const MessyDistrict& district, const ReportOrder& order);

} // namespace banlang::sample
