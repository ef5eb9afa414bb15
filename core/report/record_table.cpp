// SPDX-License-Identifier: MIT
#include "core/report/record_table.h"

#include "core/report/report_cells.h"

#include <algorithm>
#include <numeric>

namespace banlang {
namespace {

ColumnKind kindOf(ColumnType type) {
    switch (type) {
    case ColumnType::text:
        return ColumnKind::text;
    case ColumnType::number:
        return ColumnKind::number;
    case ColumnType::date:
        return ColumnKind::date;
    }
    return ColumnKind::text;
}

ReportCell valueOf(const Column* column, std::size_t row) {
    if (column == nullptr || column->isMissing(row)) return {};
    switch (column->type) {
    case ColumnType::text:
        return textCell(std::string(column->text[row]));
    case ColumnType::number:
        return figureCell(column->numbers[row]);
    case ColumnType::date:
        return dayCell(column->dates[row]);
    }
    return {};
}

enum GapItemColumn : std::uint8_t { itemName, itemCommune, itemReason, itemAtRisk };
enum CandidateColumn : std::uint8_t {
    candidateRank,
    candidateName,
    candidateScore,
    candidateBest,
    candidateWorst,
    candidateReasons
};

ReportCell gapItemCell(const District& district, const GapItem& item, std::size_t column, Language language) {
    switch (column) {
    case itemName:
        return textCell(item.name.empty() ? item.code : item.name);
    case itemCommune:
        return item.commune == notLinked
                   ? ReportCell{}
                   : textCell(fullName(district.table(Role::communes), static_cast<std::size_t>(item.commune)));
    case itemReason:
        return textCell(item.reason.in(language));
    default:
        return figureCell(item.atRisk ? 1 : 0);
    }
}

ReportCell candidateCell(const Candidate& candidate, std::size_t column, Language language) {
    switch (column) {
    case candidateRank:
        return figureCell(candidate.rank);
    case candidateName:
        return textCell(candidate.name.empty() ? candidate.id : candidate.name);
    case candidateScore:
        return figureCell(candidate.score);
    case candidateBest:
        return figureCell(candidate.bestRank);
    case candidateWorst:
        return figureCell(candidate.worstRank);
    default: {
        std::string reasons;
        for (const Bilingual& reason : candidate.reasons) reasons += (reasons.empty() ? "" : "; ") + reason.in(language);
        return textCell(std::move(reasons));
    }
    }
}

} // namespace

std::vector<ReportRow> RecordTable::cells(std::size_t first, std::size_t count, std::span<const std::size_t> columns) const {
    std::vector<ReportRow> rows;
    const std::size_t last = first >= rowCount_ ? first : first + std::min(count, rowCount_ - first);
    for (std::size_t row = first; row < last; ++row) {
        ReportRow& made = rows.emplace_back(ReportRow{recordOf_(row), {}});
        for (const std::size_t column : columns) made.cells.push_back(cellOf_(row, column));
    }
    return rows;
}

std::vector<ReportRow> RecordTable::cells(std::size_t first, std::size_t count) const {
    std::vector<std::size_t> all(columns_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return cells(first, count, all);
}

std::vector<const RecordField*> visibleFields(Role role, Audience audience) {
    std::vector<const RecordField*> fields;
    for (const RecordField& field : recordKind(role).fields) {
        if (!field.internal && mayShow(audience, field)) fields.push_back(&field);
    }
    return fields;
}

RecordTable recordTable(const ReportRequest& request, Role role) {
    const std::shared_ptr<const District>& district = request.analysis.sharedDistrict();
    const FeatureTable& records = district->table(role);
    std::vector<ReportColumn> columns;
    std::vector<const Column*> values;
    for (const RecordField* field : visibleFields(role, request.audience)) {
        columns.push_back({std::string(field->name), field->label, kindOf(field->type)});
        values.push_back(records.find(*field));
    }
    return {std::move(columns), mayShowRecordOf(request.audience, role) ? records.rowCount : 0,
            [role](std::size_t row) {
                return RecordRef{role, static_cast<std::uint32_t>(row)};
            },
            [district, values = std::move(values)](std::size_t row, std::size_t column) { return valueOf(values[column], row); }};
}

RecordTable gapItemTable(std::shared_ptr<const District> district, const std::shared_ptr<const Gap>& gap, Language language) {
    const std::size_t count = gap->items.size();
    return {{{"name", {"Tên", "Name"}},
             {"commune", {"Xã", "Commune"}},
             {"reason", {"Lý do", "Reason"}},
             {"at_risk", {"Có nguy cơ", "At risk"}, ColumnKind::number}},
            count,
            [gap](std::size_t row) {
                return RecordRef{gap->items[row].role, gap->items[row].row};
            },
            [district = std::move(district), gap, language](std::size_t row, std::size_t column) {
                return gapItemCell(*district, gap->items[row], column, language);
            }};
}

RecordTable candidateTable(const std::shared_ptr<const std::vector<Candidate>>& candidates, Language language) {
    const std::size_t count = candidates->size();
    return {{{"rank", {"Hạng", "Rank"}, ColumnKind::number},
             {"name", {"Tuyến", "Road"}},
             {"score", {"Điểm", "Score"}, ColumnKind::number, 2},
             {"best", {"Cao nhất", "Best"}, ColumnKind::number},
             {"worst", {"Thấp nhất", "Worst"}, ColumnKind::number},
             {"reasons", {"Vì sao", "Why"}}},
            count,
            [candidates](std::size_t row) {
                return RecordRef{Role::roads, (*candidates)[row].road};
            },
            [candidates, language](std::size_t row, std::size_t column) {
                return candidateCell((*candidates)[row], column, language);
            }};
}

} // namespace banlang
