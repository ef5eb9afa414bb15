// SPDX-License-Identifier: MIT
#include "core/intake/previous_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace banlang {
namespace {

constexpr std::size_t mostListed = 1'000;

FeatureTable chosenRows(const PreviousRows& earlier, std::span<const std::uint32_t> chosen) {
    FeatureTable rows = emptyTable(earlier.role);
    appendRows(rows, earlier.rows, chosen);
    return rows;
}

/// A row for people: its key, else all that it says.
std::string shown(const PreviousRows& earlier, std::uint32_t row) {
    const RecordKind& kind = recordKind(earlier.role);
    if (!kind.key.empty()) return KeyReader(earlier.rows, kind).text(row);
    std::string text;
    for (const std::string_view name : kind.identity) {
        const Column* column = earlier.rows.columnNamed(name);
        if (column == nullptr || column->isMissing(row)) continue;
        text += fmt::format("{}{}", text.empty() ? "" : " / ", column->valueText(row));
    }
    return text;
}

RowProblem about(const CheckedBatch& batch, Severity severity, std::string_view rule, Bilingual cause, Bilingual fix) {
    return {severity, rule, {batch.file, batch.layer, -1, {}}, std::move(cause), std::move(fix)};
}

void tellReplaced(CheckedBatch& batch, const PreviousRows& earlier, std::size_t rows) {
    batch.problems.push_back(about(batch, Severity::note, "replaced",
                                   {fmt::format("Thay {} dòng của lần nạp số {} ({})", rows, earlier.batch, earlier.file),
                                    fmt::format("Takes the place of {} rows of batch {} ({})", rows, earlier.batch, earlier.file)},
                                   {"Lấy lại bằng banlang undo", "Take it back with banlang undo"}));
}

/// An import takes nothing away; what a file has lost may be a mistake of the file.
void tellNoLongerNamed(CheckedBatch& batch, const PreviousRows& earlier, const std::vector<std::uint32_t>& kept) {
    batch.problems.push_back(
        about(batch, Severity::warning, "no-longer-named",
              {fmt::format("{} dòng của lần nạp số {} không còn trong tệp này; chúng được giữ lại", kept.size(), earlier.batch),
               fmt::format("{} rows of batch {} are no longer in this file; they are kept", kept.size(), earlier.batch)},
              {"Nếu phải bỏ các dòng này: lấy lại lần nạp này và lần nạp trước bằng banlang undo, rồi nạp lại tệp này",
               "If they have to go: take this batch and the one before back with banlang undo, then import this file again"}));
    for (std::size_t i = 0; i < std::min(kept.size(), mostListed); ++i) {
        const std::string row = shown(earlier, kept[i]);
        batch.problems.push_back(about(batch, Severity::warning, "no-longer-named",
                                       {fmt::format("“{}” không còn trong tệp này; được giữ lại", row),
                                        fmt::format("“{}” is no longer in this file; it is kept", row)},
                                       {"Xem tệp mới có sót dòng này không", "See whether the new file lacks it by mistake"}));
    }
}

void tellAdded(CheckedBatch& batch, const PreviousRows& earlier) {
    const std::size_t rows = earlier.rows.rowCount;
    batch.problems.push_back(about(
        batch, Severity::note, "same-name-added",
        {fmt::format("Cùng tên với lần nạp số {} ({}), nhưng không có dòng nào cùng mã và cùng xã: các dòng được thêm, {} dòng "
                     "của lần nạp đó vẫn giữ",
                     earlier.batch, earlier.file, rows),
         fmt::format("It bears the name of batch {} ({}), but no row has the same key in the same commune: its rows are "
                     "added, and the {} rows of that batch stay",
                     earlier.batch, earlier.file, rows)},
        {"Nếu tệp này phải thay lần nạp đó, lấy lần nạp đó lại bằng banlang undo",
         "If this file is to take its place, take that batch back with banlang undo"}));
}

} // namespace

PreviousImport::PreviousImport(std::span<const PreviousRows> earlier, const FeatureTable& rows, const RecordKind& kind,
                               const AdminUnitContext& context, KnownRecords& known, const ProblemList& problems)
    : earlier_(earlier), rows_(rows), kind_(kind), known_(known) {
    if (earlier_.empty()) return;
    matcher_.emplace(rows, kind, context, known);
    before_ = compared(problems);
    for (std::size_t i = 0; i < earlier_.size(); ++i) {
        known_.add(earlier_[i].role, chosenRows(earlier_[i], before_[i].kept));
        if (earlier_[i].role != kind_.role || kind_.key.empty()) continue;
        const KeyReader reader(earlier_[i].rows, kind_);
        for (const std::uint32_t row : before_[i].replaced) ownKeys_.insert(reader.key(row));
    }
}

std::vector<ReplacedRows> PreviousImport::compared(const ProblemList& problems) const {
    std::vector<ReplacedRows> all;
    std::vector<bool> open(rows_.rowCount);
    for (std::size_t row = 0; row < rows_.rowCount; ++row) open[row] = !problems.isRejected(row);
    for (const PreviousRows& one : earlier_) all.push_back(matcher_->over(one, open));
    return all;
}

void PreviousImport::finish(const ProblemList& problems, CheckedBatch& batch) {
    if (earlier_.empty()) return;
    const std::vector<ReplacedRows> now = compared(problems);
    batch.kept = emptyTable(kind_.role);
    for (std::size_t i = 0; i < earlier_.size(); ++i) {
        std::vector<std::uint32_t> newlyKept;
        std::set_difference(now[i].kept.begin(), now[i].kept.end(), before_[i].kept.begin(), before_[i].kept.end(),
                            std::back_inserter(newlyKept));
        known_.add(earlier_[i].role, chosenRows(earlier_[i], newlyKept));
        if (now[i].replaced.empty() && earlier_[i].rows.rowCount > 0) {
            tellAdded(batch, earlier_[i]);
            continue;
        }
        batch.replaces.push_back(earlier_[i].batch);
        if (!now[i].replaced.empty()) tellReplaced(batch, earlier_[i], now[i].replaced.size());
        if (now[i].kept.empty()) continue;
        tellNoLongerNamed(batch, earlier_[i], now[i].kept);
        appendRows(batch.kept, earlier_[i].rows, now[i].kept);
    }
    batch.rowsKept = batch.kept.rowCount;
}

} // namespace banlang
