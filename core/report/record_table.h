// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gaps/gaps.h"
#include "core/analysis/roads/candidates.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace banlang {

/// Records as an audience may read them, however many: a window of rows and columns is made when somebody looks at it, never the
/// whole. Shares what it is made of, so it is cheap to copy; any thread may read it.
class RecordTable {
public:
    using RecordOf = std::function<RecordRef(std::size_t row)>;
    using CellOf = std::function<ReportCell(std::size_t row, std::size_t column)>;
    RecordTable(std::vector<ReportColumn> columns, std::size_t rowCount, RecordOf recordOf, CellOf cellOf)
        : columns_(std::move(columns)), rowCount_(rowCount), recordOf_(std::move(recordOf)), cellOf_(std::move(cellOf)) {}

    [[nodiscard]] const std::vector<ReportColumn>& columns() const { return columns_; }
    [[nodiscard]] std::size_t rowCount() const { return rowCount_; }
    [[nodiscard]] RecordRef record(std::size_t row) const { return recordOf_(row); }
    /// Rows from `first`, as many of `count` as there are, with the cells of these columns in their order.
    [[nodiscard]] std::vector<ReportRow> cells(std::size_t first, std::size_t count, std::span<const std::size_t> columns) const;
    /// The same with all columns.
    [[nodiscard]] std::vector<ReportRow> cells(std::size_t first, std::size_t count) const;

private:
    std::vector<ReportColumn> columns_;
    std::size_t rowCount_;
    RecordOf recordOf_;
    CellOf cellOf_;
};

/// The fields of a kind that an audience may see, in the kind's order.
[[nodiscard]] std::vector<const RecordField*> visibleFields(Role role, Audience audience);

/// All records of a kind with the fields that the audience may see; no rows where it may see no single record of the kind.
[[nodiscard]] RecordTable recordTable(const ReportRequest& request, Role role);
/// Those whom a question did not reach: "name", "commune", "reason", "at_risk" (1 or 0). Names no person.
[[nodiscard]] RecordTable gapItemTable(std::shared_ptr<const District> district, const std::shared_ptr<const Gap>& gap,
                                       Language language);
/// Roads that may be upgraded, best first: "rank", "name", "score", "best", "worst", "reasons".
[[nodiscard]] RecordTable candidateTable(const std::shared_ptr<const std::vector<Candidate>>& candidates, Language language);

} // namespace banlang
