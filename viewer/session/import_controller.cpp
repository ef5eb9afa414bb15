// SPDX-License-Identifier: MIT
#include "viewer/session/import_controller.h"

#include "core/text/format.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::viewer {
namespace {

/// A sentence with a number in it, in both languages.
Bilingual counted(std::size_t count, const Label& sentence) {
    const auto value = static_cast<double>(count);
    return {fmt::format(fmt::runtime(sentence.vi), formatNumber(value, 0, Language::vietnamese)),
            fmt::format(fmt::runtime(sentence.en), formatNumber(value, 0, Language::english))};
}

Message summary(const ImportLog& log) {
    const ImportTotals& totals = log.totals;
    const std::size_t open = log.report.questions.size();
    Message message{totals.refused + open > 0, {}};
    auto add = [&](std::size_t count, const Label& sentence) {
        const Bilingual text = counted(count, sentence);
        message.text.vi += (message.text.vi.empty() ? "" : " ") + text.vi;
        message.text.en += (message.text.en.empty() ? "" : " ") + text.en;
    };
    for (const MergeReport& merged : log.report.merged) {
        const Bilingual text = textOf(merged);
        message.text.vi += (message.text.vi.empty() ? "Đã gộp kho: " : " ") + text.vi;
        message.text.en += (message.text.en.empty() ? "Merged the store: " : " ") + text.en;
    }
    if (totals.layers > 0 || totals.rowsRejected > 0 || log.report.merged.empty()) {
        add(totals.rowsLoaded, {"Đã nạp {} dòng,", "Imported {} rows,"});
        add(totals.rowsRejected, {"loại {} dòng.", "rejected {}."});
    }
    if (totals.refused > 0) add(totals.refused, {"Không nạp được {} tệp hoặc lớp.", "{} files or layers were refused."});
    if (open > 0) add(open, {"Cần quyết định {} điều.", "{} decisions to make."});
    return message;
}

/// The row that was chosen, or the last one when the list has become shorter.
std::optional<std::size_t> nearestRow(const Document& document) {
    const std::size_t count = document.links ? document.links->unresolved.size() : 0;
    if (!document.linkRow || count == 0) return std::nullopt;
    return std::min(*document.linkRow, count - 1);
}

std::optional<std::size_t> rowOf(const ImportLog& log, const std::pair<std::string, std::string>& layer) {
    const auto found =
        std::ranges::find_if(log.rows, [&](const ImportRow& row) { return row.file == layer.first && row.layer == layer.second; });
    if (found == log.rows.end()) return std::nullopt;
    return static_cast<std::size_t>(found - log.rows.begin());
}

} // namespace

Error ImportController::busy() {
    return {ErrorKind::usage,
            "busy",
            {"Đang nạp dữ liệu khác.", "Another import is running."},
            {"Chờ xong, hoặc nhấn Esc để dừng.", "Wait for its end, or press Esc to stop it."},
            {}};
}

Result<void> ImportController::start(ImportRequest request) {
    if (job_.running()) return Unexpected(busy());
    purpose_ = request.purpose;
    layer_ = request.layer;
    job_.start(std::move(request));
    return {};
}

bool ImportController::bringsData() const {
    return job_.running() && purpose_ != ImportPurpose::undo && purpose_ != ImportPurpose::redo && purpose_ != ImportPurpose::link;
}

void ImportController::show(const ImportOutcome& outcome, const std::optional<ImportRow>& chosen, OpenDocument& open) const {
    const ImportLog& log = *outcome.log;
    Document& document = open.document;
    document.importLog = outcome.log;
    document.links = outcome.links;
    document.linkRow = nearestRow(document);
    document.importRow.reset();
    if (layer_) document.importRow = rowOf(log, *layer_);
    if (!document.importRow && chosen) document.importRow = rowOf(log, {chosen->file, chosen->layer});
    if (!document.importRow && log.hasReport()) document.importRow = 0;
    if (purpose_ == ImportPurpose::link) {
        open.tell({false, counted(document.links ? document.links->unresolved.size() : 0,
                                  {"Đã ghi quyết định; còn {} điều cần nối.", "The decision is kept; {} are still to link."})});
        return;
    }
    if (purpose_ == ImportPurpose::undo) {
        Message message{false, counted(outcome.undoneRows, {"Đã lấy lại {} dòng.", "{} rows were taken back."})};
        if (const Bilingual& later = outcome.undoneDependents; !later.vi.empty()) {
            message.text.vi += ' ' + later.vi;
            message.text.en += ' ' + later.en;
        }
        open.tell(std::move(message));
        return;
    }
    if (purpose_ == ImportPurpose::redo) {
        open.tell({false, counted(outcome.redoneRows, {"Đã đưa lại {} dòng.", "{} rows were brought back."})});
        return;
    }
    if (purpose_ != ImportPurpose::sample) document.tab = BottomTab::import;
    document.importView = log.report.questions.empty() ? ImportView::layers : ImportView::questions;
    if (!outcome.failure) open.tell(summary(log));
}

std::optional<ImportRow> chosenImportRow(const Document& document) {
    if (!document.importRow || !document.importLog || *document.importRow >= document.importLog->rows.size()) return std::nullopt;
    return document.importLog->rows[*document.importRow];
}

} // namespace banlang::viewer
