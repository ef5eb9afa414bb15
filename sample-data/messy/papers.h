// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/messy/delivery.h"
#include "sample-data/messy/report_page.h"

// How the offices of the district set up their workbooks.

namespace banlang::sample {

[[nodiscard]] std::vector<ReportGroup> byCommune(const MessyDistrict& district, Role role, const Rows& rows);

template <class Keep> Rows rowsWhere(const FeatureTable& table, Keep&& keep) {
    Rows rows;
    for (std::uint32_t row = 0; row < table.rowCount; ++row) {
        if (keep(row)) rows.push_back(row);
    }
    return rows;
}
[[nodiscard]] inline Rows everyRow(const FeatureTable& table) {
    return rowsWhere(table, [](std::size_t) { return true; });
}

/// `words`: which of the usual headers, and which way to write dates.
[[nodiscard]] ReportOrder paper(const MessyDistrict& district, Role role, std::string sheet, std::string title, std::size_t words);

/// One workbook; sheets without rows are left out.
[[nodiscard]] Result<void> deliverPaper(const MessyDistrict& district, const std::string& file,
                                        const std::vector<ReportOrder>& orders, const std::string& mess, Delivery& delivery);

} // namespace banlang::sample
