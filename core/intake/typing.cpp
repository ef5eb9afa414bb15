// SPDX-License-Identifier: MIT
#include "core/intake/typing.h"

#include "core/intake/columns.h"
#include "core/intake/road_words.h"
#include "core/text/numbers.h"

#include <fmt/format.h>

namespace banlang {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

void addUnreadable(ProblemList& problems, std::string_view rule, std::size_t row, const Column& source, Bilingual what,
                   Bilingual fix) {
    const std::string value(source.text[row]);
    problems.add(Severity::warning, rule, row, source.name,
                 {fmt::format("“{}” {}", value, what.vi), fmt::format("“{}” {}", value, what.en)}, std::move(fix));
}

void fillNumbers(Column& target, const Column& source, ProblemList& problems) {
    DecimalMarkVote vote;
    for (std::size_t row = 0; row < source.size(); ++row) vote.see(source.text[row]);
    for (std::size_t row = 0; row < source.size(); ++row) {
        const std::string_view text = trimmed(source.text[row]);
        const auto value = parseNumber(text, vote.mark());
        target.numbers.push_back(value.value_or(Column::missingNumber));
        if (!value && !text.empty()) {
            addUnreadable(problems, "bad-number", row, source,
                          {"không phải số, ô này để trống", "is not a number; the cell is left empty"},
                          {"Chỉ ghi số, ví dụ 94,1", "Write the number only, for example 94.1"});
        }
    }
}

void fillDates(Column& target, const Column& source, ProblemList& problems) {
    for (std::size_t row = 0; row < source.size(); ++row) {
        const std::string_view text = trimmed(source.text[row]);
        const auto date = parseDate(text);
        target.dates.push_back(date.value_or(Date{}));
        if (!text.empty() && (!date || !date->known())) {
            addUnreadable(problems, "bad-date", row, source,
                          {"không phải ngày có thật, ô này để trống", "is not a date that exists; the cell is left empty"},
                          {"Ghi ngày/tháng/năm, ví dụ 18/5/2022", "Write day/month/year, for example 18/5/2022"});
        }
    }
}

/// Commune codes have five digits; spreadsheets drop the zeros in front.
std::string codeText(const Column& source, std::size_t row, bool communeCode) {
    const std::string text = source.valueText(row);
    constexpr std::size_t communeCodeLength = 5;
    const bool shortened = communeCode && source.type == ColumnType::number && text.size() < communeCodeLength && !text.empty();
    return shortened ? std::string(communeCodeLength - text.size(), '0') + text : text;
}

std::string_view ownWord(std::string_view field, std::string_view word) {
    if (field == "class") return managementClassOf(word).value_or(word);
    if (field == "surface") return surfaceOf(word).value_or(word);
    return word;
}

void fillTexts(Column& target, const Column& source, const RecordKind& kind, const RecordField& field) {
    const bool communeCode = field.reference == Reference::commune || (kind.role == Role::communes && field.name == "code");
    const bool road = kind.role == Role::roads;
    for (std::size_t row = 0; row < source.size(); ++row) {
        if (source.type == ColumnType::text) {
            const std::string_view text = trimmed(source.text[row]);
            target.text.append(road ? ownWord(field.name, text) : text);
        } else {
            target.text.append(codeText(source, row, communeCode));
        }
    }
}

Column typedColumn(const Column& source, const RecordKind& kind, const RecordField& field, ProblemList& problems) {
    Column target;
    target.name = field.name;
    target.type = field.type;
    if (field.type == ColumnType::text) {
        fillTexts(target, source, kind, field);
    } else if (source.type == field.type) {
        target.numbers = source.numbers;
        target.dates = source.dates;
    } else if (source.type == ColumnType::text) {
        field.type == ColumnType::number ? fillNumbers(target, source, problems) : fillDates(target, source, problems);
    } else {
        for (std::size_t row = 0; row < source.size(); ++row) target.appendMissing();
        problems.addForLayer(
            Severity::warning, field.type == ColumnType::number ? "bad-number" : "bad-date",
            {"Cột " + source.name + " có kiểu khác, không dùng được", "Column " + source.name + " has another type"},
            {"Đổi kiểu của cột", "Change the type of the column"});
    }
    return target;
}

} // namespace

std::vector<Column> typedColumns(const FeatureTable& source, const RecordKind& kind, const std::vector<int>& mapping,
                                 ProblemList& problems) {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        if (mapping[i] != noColumn) {
            columns.push_back(typedColumn(source.columns[static_cast<std::size_t>(mapping[i])], kind, kind.fields[i], problems));
            continue;
        }
        Column empty;
        empty.name = kind.fields[i].name;
        empty.type = kind.fields[i].type;
        for (std::size_t row = 0; row < source.rowCount; ++row) empty.appendMissing();
        columns.push_back(std::move(empty));
    }
    return columns;
}

} // namespace banlang
