// SPDX-License-Identifier: MIT
#include "core/intake/erasure.h"

#include "core/model/record_fields.h"
#include "core/model/record_key.h"
#include "core/model/record_reports.h"
#include "core/model/record_traits.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace banlang {
namespace {

template <class List, class Value> bool holds(const List& list, const Value& value) {
    return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool meansErase(std::string_view text) {
    static constexpr std::string_view words[] = {"x",  "bỏ",     "xóa",    "xoá", "hủy", "huỷ",
                                                 "bo", "hủy bỏ", "huỷ bỏ", "xoa", "huy", "huy bo"};
    constexpr std::size_t longest = 12;
    // Nearly all cells are numbers and dates.
    const bool written =
        !text.empty() && text.size() <= longest && std::string_view("0123456789-+.,").find(text.front()) == std::string_view::npos;
    return written && holds(words, lowerCase(text));
}

bool isColumnOfCrosses(const Column& source) {
    constexpr std::size_t enough = 3;
    std::size_t crosses = 0;
    for (std::size_t row = 0; row < source.size(); ++row) {
        const std::string_view text = trimmed(source.text[row]);
        if (!text.empty() && !isCross(text)) return false;
        crosses += text.empty() ? 0U : 1U;
    }
    return crosses >= enough;
}

bool canBeErased(const RecordKind& kind, const RecordField& field) {
    if (field.required || holds(kind.key, field.name) || asksYesOrNo(field)) return false;
    return field.type != ColumnType::text || isMeasured(field);
}

void setMissing(FeatureTable& rows, const ErasedCell& cell) {
    Column& column = *rows.find(*cell.field);
    if (column.type == ColumnType::number) column.numbers[cell.row] = Column::missingNumber;
    if (column.type == ColumnType::date) column.dates[cell.row] = Date{};
}

void addUnreadable(ProblemList& problems, const ErasedCell& cell) {
    if (cell.field->type == ColumnType::date)
        problems.add(Severity::warning, "bad-date", cell.row, cell.column,
                     {fmt::format("“{}” không phải ngày có thật, ô này để trống", cell.written),
                      fmt::format("“{}” is not a date that exists; the cell is left empty", cell.written)},
                     {"Ghi ngày/tháng/năm, ví dụ 18/5/2022", "Write day/month/year, for example 18/5/2022"});
    else if (cell.field->type == ColumnType::number)
        problems.add(Severity::warning, "bad-number", cell.row, cell.column,
                     {fmt::format("“{}” không phải số, ô này để trống", cell.written),
                      fmt::format("“{}” is not a number; the cell is left empty", cell.written)},
                     {"Chỉ ghi số, ví dụ 94,1", "Write the number only, for example 94.1"});
}

} // namespace

bool asksYesOrNo(const RecordField& field) {
    static constexpr std::string_view answers[] = {fields::gardens.purposeKept.name, fields::inspections.maintained.name,
                                                   fields::publicAssets.inUse.name};
    return field.blankMeansNo || holds(answers, field.name);
}

bool isCross(std::string_view text) {
    return text == "x" || text == "X";
}

void takeErased(Column& source, const RecordKind& kind, const RecordField& field, std::vector<ErasedCell>& erased) {
    if (source.type != ColumnType::text || !canBeErased(kind, field)) return;
    std::vector<std::uint32_t> found;
    for (std::size_t row = 0; row < source.size(); ++row) {
        if (meansErase(trimmed(source.text[row]))) found.push_back(static_cast<std::uint32_t>(row));
    }
    if (found.empty() || isColumnOfCrosses(source)) return;
    TextValues rest;
    auto next = found.begin();
    for (std::size_t row = 0; row < source.size(); ++row) {
        const bool gone = next != found.end() && *next == row;
        rest.append(gone ? std::string_view() : source.text[row]);
        if (!gone) continue;
        erased.push_back({*next, &field, source.name, std::string(trimmed(source.text[row]))});
        ++next;
    }
    source.text = std::move(rest);
}

std::vector<std::uint64_t> erasedFields(FeatureTable& rows, const RecordKind& kind, const std::vector<ErasedCell>& erased,
                                        ProblemList& problems) {
    std::vector<std::uint64_t> bits;
    const RecordKeyReader reader(rows, kind);
    for (const ErasedCell& cell : erased) {
        setMissing(rows, cell); // "as above" may have filled it
        if (!reader.isNumbered(cell.row)) {
            addUnreadable(problems, cell);
            continue;
        }
        bits.resize(rows.rowCount);
        bits[cell.row] |= fieldBit(cell.field->position);
        problems.add(Severity::note, "erased", cell.row, cell.column,
                     {fmt::format("“{}”: giá trị đã báo trước đây được bỏ trống", cell.written),
                      fmt::format("“{}”: the value that was reported before is made blank", cell.written)},
                     {});
    }
    return bits;
}

} // namespace banlang
