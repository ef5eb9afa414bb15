// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_reports.h"
#include "core/model/report_resolution.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/gpkg/detail/table_reader.h"
#include "core/store/records/detail/batch_book.h"
#include "core/store/records/detail/report_log.h"
#include "tests/support/report_batches.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

namespace banlang::test {

/// Columns of a query, one line per row.
inline void addLines(std::vector<std::string>& lines, const detail::Database& database, const std::string& what, int columns,
                     const std::string& sql) {
    detail::Statement select = database.prepare(sql);
    if (!select.valid()) throw std::runtime_error("cannot ask: " + sql);
    while (select.row()) {
        std::string line = what;
        for (int column = 0; column < columns; ++column) line += fmt::format(" | {}", select.text(column));
        lines.push_back(std::move(line));
    }
}

/// All that a store says and does not owe to the order in which it learnt it: what records come to, what counts of each report,
/// what waits and what is in dispute, states of batches, acts. One fact per line, sorted.
inline std::vector<std::string> dumpOf(const std::string& path, const std::vector<Role>& roles) {
    const detail::StoreFile file = orThrow(detail::openStoreFile(path, false));
    const detail::BatchBook book = orThrow(detail::BatchBook::read(file.database));
    std::vector<std::string> lines;
    addLines(
        lines, file.database, "batch", 4,
        "SELECT b.hash, b.state, b.origin, coalesce((SELECT hash FROM banlang_batches n WHERE n.fid = b.replaced_by), '') FROM "
        "banlang_batches b");
    addLines(lines, file.database, "act", 2, "SELECT kind, id FROM banlang_acts");
    addLines(lines, file.database, "document", 2, "SELECT key, id FROM banlang_documents");
    for (const Role role : roles) {
        const RecordKind& kind = recordKind(role);
        std::string columns;
        for (const RecordField& field : kind.fields)
            columns += fmt::format("{}coalesce(r.\"{}\", '')", columns.empty() ? "" : ", ", field.name);
        addLines(lines, file.database, fmt::format("{} row", kind.id), static_cast<int>(kind.fields.size()) + 1,
                 fmt::format("SELECT {}, b.hash FROM \"{}\" r JOIN banlang_batches b ON b.fid = r.batch", columns, kind.table));
        const detail::ReportLog table(file.database, role, file.epsg);
        detail::LoggedReports reports = orThrow(table.readSingleWhere("1"));
        for (std::uint32_t row = 0; row < reports.size(); ++row) reports.reports[row].counts = statedBy(reports.rows, row);
        const detail::LoggedReports several = orThrow(table.read("1"));
        std::vector<std::uint32_t> all(several.size());
        for (std::uint32_t row = 0; row < all.size(); ++row) all[row] = row;
        reports.append(several, all);
        for (std::uint32_t row = 0; row < reports.size(); ++row) {
            const detail::StoredReport& report = reports.reports[row];
            std::string values;
            for (const Column& column : reports.rows.columns) values += column.valueText(row) + ";";
            lines.push_back(fmt::format("{} report {}/{} counts {:x} held {:x} disputed {:x} {}", kind.id,
                                        book.batches.at(report.batch).hash, report.sourceRow, report.counts, report.held,
                                        report.disputed, values));
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace banlang::test
