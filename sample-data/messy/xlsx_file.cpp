// SPDX-License-Identifier: MIT
#include "sample-data/messy/delivery.h"
#include "sample-data/messy/sheet_page.h"
#include "sample-data/messy/text_forms.h"

#include <xlsxwriter.h>

#include <array>
#include <memory>

namespace banlang::sample {
namespace {

constexpr std::size_t lookCount = 9;

struct Formats {
    std::array<lxw_format*, lookCount> text{};
    lxw_format* date = nullptr;
};

lxw_format* formatOf(lxw_workbook* book, CellLook look, TypedFont font) {
    lxw_format* format = workbook_add_format(book);
    format_set_font_name(format, font == TypedFont::vnTime ? ".VnTime" : "Times New Roman");
    format_set_font_size(format, look == CellLook::title ? 14 : 12);
    if (look != CellLook::plain && look != CellLook::note && look != CellLook::subtitle && look != CellLook::columnNumber)
        format_set_bold(format);
    if (look == CellLook::subtitle || look == CellLook::columnNumber || look == CellLook::note) format_set_italic(format);
    if (look == CellLook::header || look == CellLook::columnNumber || look == CellLook::plain || look == CellLook::group ||
        look == CellLook::total)
        format_set_border(format, LXW_BORDER_THIN);
    if (look == CellLook::header) format_set_text_wrap(format);
    if (look == CellLook::header || look == CellLook::title || look == CellLook::agency || look == CellLook::subtitle ||
        look == CellLook::columnNumber) {
        format_set_align(format, LXW_ALIGN_CENTER);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    }
    return format;
}

Formats makeFormats(lxw_workbook* book, TypedFont font) {
    Formats formats;
    for (std::size_t i = 0; i < lookCount; ++i) formats.text[i] = formatOf(book, static_cast<CellLook>(i), font);
    formats.date = formatOf(book, CellLook::plain, font);
    format_set_num_format(formats.date, "dd/mm/yyyy");
    return formats;
}

void writeCell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell, const Formats& formats,
               TypedFont font) {
    lxw_format* format = formats.text[static_cast<std::size_t>(cell.look)];
    if (const auto* text = std::get_if<std::string>(&cell.value)) {
        const std::string letters = font == TypedFont::vnTime ? typedInVnTime(*text) : *text;
        worksheet_write_string(sheet, row, column, letters.c_str(), format);
    } else if (const auto* number = std::get_if<double>(&cell.value)) {
        worksheet_write_number(sheet, row, column, *number, format);
    } else if (const auto* date = std::get_if<Date>(&cell.value)) {
        const YearMonthDay day = toYmd(*date);
        lxw_datetime when{day.year, day.month, day.day, 0, 0, 0};
        worksheet_write_datetime(sheet, row, column, &when, formats.date);
    } else if (cell.look == CellLook::plain || cell.look == CellLook::total) {
        worksheet_write_blank(sheet, row, column, format);
    }
}

void writePage(lxw_worksheet* sheet, const SheetPage& page, const Formats& formats, TypedFont font) {
    for (std::size_t column = 0; column < page.widths.size(); ++column) {
        const auto at = static_cast<lxw_col_t>(column);
        worksheet_set_column(sheet, at, at, page.widths[column], nullptr);
    }
    for (const SheetMerge& area : page.merges) {
        const CellLook look = page.rows[area.row][area.column].look;
        worksheet_merge_range(sheet, static_cast<lxw_row_t>(area.row), static_cast<lxw_col_t>(area.column),
                              static_cast<lxw_row_t>(area.lastRow), static_cast<lxw_col_t>(area.lastColumn), "",
                              formats.text[static_cast<std::size_t>(look)]);
    }
    for (std::size_t row = 0; row < page.rows.size(); ++row) {
        for (std::size_t column = 0; column < page.rows[row].size(); ++column) {
            const SheetCell& cell = page.rows[row][column];
            if (std::holds_alternative<std::monostate>(cell.value) && cell.look != CellLook::plain) continue;
            writeCell(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), cell, formats, font);
        }
    }
}

} // namespace

Result<void> writeXlsx(const std::string& path, const std::vector<SheetPage>& pages, TypedFont font) {
    lxw_workbook* book = workbook_new(path.c_str());
    if (book == nullptr) return Unexpected(cannotWrite(path));
    lxw_doc_properties properties{};
    properties.created = 1652860800; // 18/5/2022 8:00 UTC: otherwise the hour of writing
    workbook_set_properties(book, &properties);
    const Formats formats = makeFormats(book, font);
    for (const SheetPage& page : pages) {
        const std::string name = font == TypedFont::vnTime ? typedInVnTime(page.name) : page.name;
        lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
        if (sheet != nullptr) writePage(sheet, page, formats, font);
    }
    if (workbook_close(book) != LXW_NO_ERROR) return Unexpected(cannotWrite(path));
    return {};
}

} // namespace banlang::sample
