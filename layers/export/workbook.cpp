// SPDX-License-Identifier: MIT
#include "layers/export/workbook.h"

#include "core/base/checked_file.h"
#include "core/base/write_error.h"
#include "core/text/format.h"
#include "layers/export/column_decimals.h"
#include "layers/export/detail/memory_file.h"
#include "layers/export/detail/workbook_check.h"
#include "layers/export/display_name.h"
#include "layers/legend.h"
#include "layers/provenance_lines.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

namespace banlang {
namespace {

/// What the cells held was wrong; where the file goes has no part in it.
Error notMade(const std::string& path, lxw_error failure) {
    return {ErrorKind::failed,
            "workbook-not-made",
            {fmt::format("Không lập được bảng tính: {}", lxw_strerror(failure)),
             fmt::format("The workbook cannot be made: {}", lxw_strerror(failure))},
            {"Xuất ra .gpkg hoặc .csv", "Export to .gpkg or .csv"},
            {path, {}, -1, {}}};
}

Error cutOff(const std::string& path) {
    return {ErrorKind::outputUnwritable,
            "workbook-cut-off",
            {"Bảng tính không lập được đủ: thư mục tạm hết chỗ hoặc ổ đĩa báo lỗi",
             "The workbook is not whole: the folder for temporary files is full, or its disk failed"},
            {"Dọn chỗ trong thư mục tạm (TMPDIR hoặc /tmp) rồi xuất lại",
             "Make room in the folder for temporary files (TMPDIR or /tmp) and export again"},
            {path, {}, -1, {}}};
}

/// A workbook in the making; keeps the first failure of any cell.
class Workbook {
public:
    Workbook(const std::string& path, Language language) : language_(language), book_(workbook_new(path.c_str())) {
        if (book_ == nullptr) throw std::bad_alloc();
        title_ = workbook_add_format(book_);
        format_set_bold(title_);
        format_set_font_size(title_, 14);
        head_ = workbook_add_format(book_);
        format_set_bold(head_);
        format_set_text_wrap(head_);
        format_set_align(head_, LXW_ALIGN_VERTICAL_CENTER);
        format_set_bottom(head_, LXW_BORDER_THIN);
        format_set_bg_color(head_, 0xF3F6F6);
        date_ = numberFormat("d/m/yyyy");
        // A text cell stays text when somebody edits it: "=1" does not become a formula, nor "00123" a number.
        text_ = textFormat();
        wrapped_ = textFormat();
        format_set_text_wrap(wrapped_);
        format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
        for (std::size_t decimals = 0; decimals < numbers_.size(); ++decimals)
            numbers_[decimals] = numberFormat(decimals == 0 ? "#,##0" : "#,##0." + std::string(decimals, '0'));
    }

    ~Workbook() {
        if (book_ != nullptr) lxw_workbook_free(book_);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    void describe(const Provenance& about);
    void addTable(const MapLayer& layer, const FeatureTable& table, const Progress& progress); ///< leaves off when it is to stop
    void addLegend(const MapLayer& layer);
    void addSources(const Provenance& about);

    /// Writes the file; to be called once, last.
    [[nodiscard]] lxw_error close() {
        const lxw_error closed = workbook_close(std::exchange(book_, nullptr));
        return failure_ == LXW_NO_ERROR ? closed : failure_;
    }
    [[nodiscard]] std::size_t cells() const { return cells_; } ///< that were written

private:
    lxw_format* numberFormat(const std::string& code) {
        lxw_format* format = workbook_add_format(book_);
        format_set_num_format(format, code.c_str());
        return format;
    }
    lxw_format* textFormat() {
        constexpr std::uint8_t textIndex = 49; // "Text" of every spreadsheet
        lxw_format* format = workbook_add_format(book_);
        format_set_num_format_index(format, textIndex);
        return format;
    }
    lxw_worksheet* addWorksheet(Label name) { return workbook_add_worksheet(book_, std::string(name.in(language_)).c_str()); }
    void keep(lxw_error failure) {
        if (failure_ == LXW_NO_ERROR) failure_ = failure;
    }
    void keepCell(lxw_error failure) {
        keep(failure);
        ++cells_;
    }
    void writeText(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t col, std::string_view text, lxw_format* format) {
        keepCell(worksheet_write_string(worksheet, row, col, std::string(text).c_str(), format));
    }
    void writeNumber(lxw_worksheet* worksheet, lxw_row_t row, lxw_col_t col, double number, int decimals) {
        keepCell(worksheet_write_number(worksheet, row, col, number, numbers_.at(static_cast<std::size_t>(decimals))));
    }
    void writeCell(lxw_worksheet* worksheet, lxw_row_t at, lxw_col_t col, const Column& column, std::size_t row, int decimals);

    Language language_;
    lxw_workbook* book_;
    lxw_format* title_ = nullptr;
    lxw_format* head_ = nullptr;
    lxw_format* date_ = nullptr;
    lxw_format* text_ = nullptr;
    lxw_format* wrapped_ = nullptr;
    std::array<lxw_format*, 5> numbers_{}; ///< by digits after the point
    lxw_error failure_ = LXW_NO_ERROR;
    std::size_t cells_ = 0;
};

void Workbook::describe(const Provenance& about) {
    // The library copies what it is given.
    std::string title = about.title;
    std::string subject = fmt::format("{} {}", Label{"Tính đến ngày", "As of"}.in(language_), formatDate(about.asOf, language_));
    std::string comments = provenanceText(about, language_);
    std::string author = about.program;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.comments = comments.data();
    properties.author = author.data();
    properties.created = static_cast<std::time_t>(std::max<std::int64_t>(about.madeAt, 1)); // it takes 0 for "now"
    keep(workbook_set_properties(book_, &properties));
    for (const ProvenanceLine& line : provenanceLines(about, language_)) {
        constexpr std::size_t longest = 255; // bytes that a property of one's own may have
        if (line.value.size() <= longest)
            keep(workbook_set_custom_property_string(book_, std::string(line.key).c_str(), line.value.c_str()));
    }
}

void Workbook::writeCell(lxw_worksheet* worksheet, lxw_row_t at, lxw_col_t col, const Column& column, std::size_t row,
                         int decimals) {
    if (column.isMissing(row)) return;
    switch (column.type) {
    case ColumnType::text:
        writeText(worksheet, at, col, column.text[row], text_);
        break;
    case ColumnType::number:
        writeNumber(worksheet, at, col, column.numbers[row], decimals);
        break;
    case ColumnType::date: {
        const auto [year, month, day] = toYmd(column.dates[row]);
        lxw_datetime date{year, month, day, 0, 0, 0};
        keepCell(worksheet_write_datetime(worksheet, at, col, &date, date_));
        break;
    }
    }
}

void Workbook::addTable(const MapLayer& layer, const FeatureTable& table, const Progress& progress) {
    lxw_worksheet* worksheet = addWorksheet({"Số liệu", "Data"});
    constexpr lxw_row_t headRow = 2;
    writeText(worksheet, 0, 0, layer.title.in(language_), title_);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const Column& column = table.columns[c];
        const auto col = static_cast<lxw_col_t>(c);
        const int decimals = columnDecimals(column);
        const std::string head = displayName(layer.attributeNames, column.name, language_);
        writeText(worksheet, headRow, col, head, head_);
        std::size_t widest = std::min<std::size_t>(head.size(), 14);
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            if (progress.shouldStop()) return;
            writeCell(worksheet, headRow + 1 + static_cast<lxw_row_t>(row), col, column, row, decimals);
            if (column.type == ColumnType::text) widest = std::max(widest, std::min<std::size_t>(column.text[row].size(), 40));
        }
        worksheet_set_column(worksheet, col, col, static_cast<double>(std::max<std::size_t>(widest, 9)) + 2, nullptr);
    }
    worksheet_freeze_panes(worksheet, headRow + 1, 1);
    if (!table.columns.empty() && table.rowCount > 0) {
        worksheet_autofilter(worksheet, headRow, 0, headRow + static_cast<lxw_row_t>(table.rowCount),
                             static_cast<lxw_col_t>(table.columns.size() - 1));
    }
}

void Workbook::addLegend(const MapLayer& layer) {
    lxw_worksheet* worksheet = addWorksheet({"Chú giải", "Legend"});
    writeText(worksheet, 0, 0, layer.counted.in(language_), head_);
    writeText(worksheet, 0, 1, layer.countUnit.in(language_), head_);
    writeText(worksheet, 0, 2, layer.amountUnit.in(language_), head_);
    lxw_row_t row = 1;
    for (const LegendEntry& entry : legendOfAllScales(layer)) {
        writeText(worksheet, row, 0, entry.label.in(language_), text_);
        if (entry.countHidden) {
            writeText(worksheet, row, 1, "<3", text_);
        } else if (entry.count) {
            writeNumber(worksheet, row, 1, *entry.count, 0);
        }
        if (entry.amount && !entry.countHidden) writeNumber(worksheet, row, 2, *entry.amount, entry.amountDecimals);
        ++row;
    }
    worksheet_set_column(worksheet, 0, 0, 36, nullptr);
    worksheet_set_column(worksheet, 1, 2, 14, nullptr);
}

void Workbook::addSources(const Provenance& about) {
    lxw_worksheet* worksheet = addWorksheet({"Nguồn số liệu", "Sources"});
    lxw_row_t row = 0;
    for (const ProvenanceLine& line : provenanceLines(about, language_)) {
        writeText(worksheet, row, 0, line.label.in(language_), head_);
        writeText(worksheet, row++, 1, line.value, wrapped_);
    }
    worksheet_set_column(worksheet, 0, 0, 24, nullptr);
    worksheet_set_column(worksheet, 1, 1, 90, nullptr);
}

Result<void> checkFits(const FeatureTable& table, const std::string& path) {
    constexpr std::size_t rowLimit = 1'048'000; // what a sheet holds
    if (table.rowCount > rowLimit) {
        return Unexpected(Error{ErrorKind::failed,
                                "too-many-rows",
                                {"Quá nhiều dòng cho một bảng tính", "Too many rows for a workbook"},
                                {"Xuất ra .gpkg hoặc .csv", "Export to .gpkg or .csv"},
                                {path, {}, -1, {}}});
    }
    constexpr std::size_t cellLimit = 32'767; // letters that a cell holds; here bytes, to be safe
    for (const Column& column : table.columns) {
        for (std::size_t row = 0; column.type == ColumnType::text && row < table.rowCount; ++row) {
            if (column.text[row].size() <= cellLimit) continue;
            return Unexpected(Error{ErrorKind::failed,
                                    "text-too-long",
                                    {fmt::format("Cột {} có chữ dài hơn một ô bảng tính chứa được", column.name),
                                     fmt::format("Column {} has a text longer than a cell of a workbook holds", column.name)},
                                    {"Xuất ra .gpkg hoặc .csv", "Export to .gpkg or .csv"},
                                    {path, {}, static_cast<std::int64_t>(row) + 1, column.name}});
        }
    }
    return {};
}

} // namespace

Result<void> writeWorkbook(const MapLayer& layer, const FeatureTable& table, const ExportRequest& request,
                           const std::string& path) {
    BANLANG_CHECK(checkFits(table, path));
    const MemoryFile made;
    Workbook book(made.path(), request.language);
    book.describe(request.provenance);
    book.addTable(layer, table, request.progress);
    book.addLegend(layer);
    book.addSources(request.provenance);
    if (request.progress.shouldStop()) return Unexpected(stoppedError(path));
    if (const lxw_error failure = book.close(); failure != LXW_NO_ERROR) return Unexpected(notMade(path, failure));
    if (!isWholeWorkbook(made.path(), book.cells())) return Unexpected(cutOff(path));
    CheckedFile file(path);
    made.copyTo(file);
    if (const int reason = file.close(); reason != 0) return Unexpected(writeError(path, reason));
    return {};
}

} // namespace banlang
