// SPDX-License-Identifier: MIT
#include "layers/export/workbook.h"

#include "layers/export/row_style.h"
#include "layers/legend.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>

namespace banlang {
namespace {

struct Formats {
    lxw_format* title = nullptr;
    lxw_format* head = nullptr;
    lxw_format* date = nullptr;
    lxw_format* whole = nullptr;
    lxw_format* decimal = nullptr;
};

Formats makeFormats(lxw_workbook* book) {
    Formats formats;
    formats.title = workbook_add_format(book);
    format_set_bold(formats.title);
    format_set_font_size(formats.title, 14);
    formats.head = workbook_add_format(book);
    format_set_bold(formats.head);
    format_set_text_wrap(formats.head);
    format_set_align(formats.head, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bottom(formats.head, LXW_BORDER_THIN);
    format_set_bg_color(formats.head, 0xF3F6F6);
    formats.date = workbook_add_format(book);
    format_set_num_format(formats.date, "d/m/yyyy");
    formats.whole = workbook_add_format(book);
    format_set_num_format(formats.whole, "#,##0");
    formats.decimal = workbook_add_format(book);
    format_set_num_format(formats.decimal, "#,##0.00");
    return formats;
}

std::string headOf(const MapLayer& layer, const std::string& column, Language language) {
    if (const Label ofClass = classColumnLabel(column); !ofClass.vi.empty()) return std::string(ofClass.in(language));
    const auto found = std::find_if(layer.attributeNames.begin(), layer.attributeNames.end(),
                                    [&](const AttributeName& name) { return name.column == column; });
    return found == layer.attributeNames.end() || found->label.in(language).empty() ? column
                                                                                    : std::string(found->label.in(language));
}

bool onlyWholeNumbers(const Column& column) {
    return std::all_of(column.numbers.begin(), column.numbers.end(), [](double v) { return std::isnan(v) || std::trunc(v) == v; });
}

void writeCell(lxw_worksheet* sheet, lxw_row_t at, lxw_col_t col, const Column& column, std::size_t row, const Formats& formats,
               lxw_format* number) {
    if (column.isMissing(row)) return;
    switch (column.type) {
    case ColumnType::text:
        worksheet_write_string(sheet, at, col, std::string(column.text[row]).c_str(), nullptr);
        break;
    case ColumnType::number:
        worksheet_write_number(sheet, at, col, column.numbers[row], number);
        break;
    case ColumnType::date: {
        const auto [year, month, day] = toYmd(column.dates[row]);
        lxw_datetime date{year, month, day, 0, 0, 0};
        worksheet_write_datetime(sheet, at, col, &date, formats.date);
        break;
    }
    }
}

void writeTable(lxw_worksheet* sheet, const MapLayer& layer, const FeatureTable& table, Language language, const Formats& formats) {
    constexpr lxw_row_t headRow = 2;
    worksheet_write_string(sheet, 0, 0, std::string(layer.title.in(language)).c_str(), formats.title);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const Column& column = table.columns[c];
        const auto col = static_cast<lxw_col_t>(c);
        lxw_format* number = onlyWholeNumbers(column) ? formats.whole : formats.decimal;
        const std::string head = headOf(layer, column.name, language);
        worksheet_write_string(sheet, headRow, col, head.c_str(), formats.head);
        std::size_t widest = std::min<std::size_t>(head.size(), 14);
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            writeCell(sheet, headRow + 1 + static_cast<lxw_row_t>(row), col, column, row, formats, number);
            if (column.type == ColumnType::text) widest = std::max(widest, std::min<std::size_t>(column.text[row].size(), 40));
        }
        worksheet_set_column(sheet, col, col, static_cast<double>(std::max<std::size_t>(widest, 9)) + 2, nullptr);
    }
    worksheet_freeze_panes(sheet, headRow + 1, 1);
    if (!table.columns.empty() && table.rowCount > 0) {
        worksheet_autofilter(sheet, headRow, 0, headRow + static_cast<lxw_row_t>(table.rowCount),
                             static_cast<lxw_col_t>(table.columns.size() - 1));
    }
}

void writeLegend(lxw_worksheet* sheet, const MapLayer& layer, Language language, const Formats& formats) {
    worksheet_write_string(sheet, 0, 0, std::string(layer.counted.in(language)).c_str(), formats.head);
    worksheet_write_string(sheet, 0, 1, std::string(layer.countUnit.in(language)).c_str(), formats.head);
    worksheet_write_string(sheet, 0, 2, std::string(layer.amountUnit.in(language)).c_str(), formats.head);
    lxw_row_t row = 1;
    for (const LegendEntry& entry : legendOfAllScales(layer)) {
        worksheet_write_string(sheet, row, 0, std::string(entry.label.in(language)).c_str(), nullptr);
        if (entry.countHidden) {
            worksheet_write_string(sheet, row, 1, "<3", nullptr);
        } else if (entry.count) {
            worksheet_write_number(sheet, row, 1, *entry.count, formats.whole);
        }
        if (entry.amount && !entry.countHidden) worksheet_write_number(sheet, row, 2, *entry.amount, formats.decimal);
        ++row;
    }
    worksheet_set_column(sheet, 0, 0, 36, nullptr);
    worksheet_set_column(sheet, 1, 2, 14, nullptr);
}

} // namespace

Result<void> writeWorkbook(const MapLayer& layer, const FeatureTable& table, Language language, const std::string& path) {
    constexpr std::size_t rowLimit = 1'048'000; // what a sheet holds
    if (table.rowCount > rowLimit) {
        return Unexpected(Error{ErrorKind::failed,
                                "too-many-rows",
                                {"Quá nhiều dòng cho một bảng tính", "Too many rows for a workbook"},
                                {"Xuất ra .gpkg hoặc .csv", "Export to .gpkg or .csv"},
                                {path, {}, -1, {}}});
    }
    lxw_workbook* book = workbook_new(path.c_str());
    const Formats formats = makeFormats(book);
    writeTable(workbook_add_worksheet(book, language == Language::vietnamese ? "Số liệu" : "Data"), layer, table, language,
               formats);
    writeLegend(workbook_add_worksheet(book, language == Language::vietnamese ? "Chú giải" : "Legend"), layer, language, formats);
    const lxw_error failure = workbook_close(book);
    if (failure == LXW_NO_ERROR) return {};
    return Unexpected(Error{ErrorKind::outputUnwritable,
                            "output-unwritable",
                            {fmt::format("Không ghi được bảng tính: {}", lxw_strerror(failure)),
                             fmt::format("The workbook cannot be written: {}", lxw_strerror(failure))},
                            {"Kiểm tra quyền ghi và chỗ trống trên đĩa", "Check write access and free disk space"},
                            {path, {}, -1, {}}});
}

} // namespace banlang
