// SPDX-License-Identifier: MIT
#include "core/intake/typing.h"

#include "core/intake/ditto.h"
#include "core/intake/osm_road_tags.h"
#include "core/text/dates.h"
#include "core/text/keys.h"
#include "core/text/measurement_units.h"

#include <fmt/format.h>

#include <cmath>

namespace banlang {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// What people put into a cell to say that there is nothing: not a value that could not be read.
bool meansNothing(std::string_view text) {
    return text == "-" || text == "–" || text == "—" || text == "/" || text == "..." || text == "…" || text == "0/0/0";
}

void addUnreadable(ProblemList& problems, std::string_view rule, std::size_t row, const Column& source, Bilingual what,
                   Bilingual fix) {
    const std::string value = source.valueText(row);
    problems.add(Severity::warning, rule, row, source.name,
                 {fmt::format("“{}” {}", value, what.vi), fmt::format("“{}” {}", value, what.en)}, std::move(fix));
}

/// The unit of bare numbers in a column: what its header says, else what a title says of the whole worksheet, else the store's.
MeasurementUnit unitOfColumn(const Column& source, Quantity quantity, const WorksheetNotes& notes) {
    if (const auto unit = measurementUnitInText(source.name, quantity)) return *unit;
    // A worksheet says "ĐVT: triệu đồng" of its money; areas and lengths have their unit in the header.
    for (const std::string& title : notes.titles) {
        const auto unit = quantity == Quantity::moneyVnd ? measurementUnitInText(title, quantity) : std::nullopt;
        if (unit) return *unit;
    }
    return {quantity, 1, {}};
}

DecimalMarkVote voteOf(const Column& source) {
    DecimalMarkVote vote;
    for (std::size_t row = 0; row < source.size(); ++row) vote.see(source.text[row]);
    return vote;
}

/// "Km1+200" is 1200 m.
std::optional<double> chainageM(std::string_view text) {
    const std::string key = withoutDiacritics(text);
    const std::size_t plus = key.find('+');
    if (!key.starts_with("km") || plus == std::string::npos) return std::nullopt;
    const auto km = parseNumber(std::string_view(key).substr(2, plus - 2), DecimalMark::comma);
    const auto m = parseNumber(std::string_view(key).substr(plus + 1), DecimalMark::comma);
    return km && m ? std::optional(*km * 1000 + *m) : std::nullopt;
}

void noteUnit(const Column& source, const MeasurementUnit& unit, ProblemList& problems) {
    if (unit.factor == 1) return;
    problems.addForLayer(Severity::note, "unit-converted",
                         {fmt::format("Cột “{}” tính bằng {}; đã đổi", source.name, unit.name),
                          fmt::format("The column “{}” is in {}; it was converted", source.name, unit.name)},
                         {});
}

void noteDoubtfulMark(const Column& source, DecimalMark mark, ProblemList& problems) {
    const bool comma = mark == DecimalMark::comma;
    problems.addForLayer(
        Severity::warning, "decimal-mark-doubtful",
        {fmt::format("Cột “{}”: “1.234” được hiểu là {}", source.name, comma ? "1234" : "1,234"),
         fmt::format("Column “{}”: “1.234” was read as {}", source.name, comma ? "1234" : "1.234 with a decimal point")},
        {fmt::format("Nếu sai, đặt marks = {{ \"{}\" = \"{}\" }} trong tệp ánh xạ", source.name, comma ? "." : ","),
         fmt::format(R"(If that is wrong, set marks = {{ "{}" = "{}" }} in a mapping file)", source.name, comma ? "." : ",")});
}

void fillNumbers(Column& target, const Column& source, const RecordField& field, const ImportProfile& profile,
                 const WorksheetNotes& notes, ProblemList& problems) {
    const DecimalMarkVote vote = voteOf(source);
    const auto planned = profile.marks.find(source.name);
    const DecimalMark mark = planned != profile.marks.end() ? planned->second : vote.mark();
    const auto quantity = quantityOfField(target.name);
    const MeasurementUnit unit = quantity ? unitOfColumn(source, *quantity, notes) : MeasurementUnit{};
    if (planned == profile.marks.end() && !vote.certain()) noteDoubtfulMark(source, mark, problems);
    if (quantity) noteUnit(source, unit, problems);
    for (std::size_t row = 0; row < source.size(); ++row) {
        const std::string_view text = trimmed(source.text[row]);
        auto value = quantity ? parseQuantity(text, mark, unit) : parseNumber(text, mark);
        if (isCross(text) && !asksYesOrNo(field)) value.reset(); // "yes" is no number
        if (!value && quantity == Quantity::lengthM) value = chainageM(text);
        target.numbers.push_back(value.value_or(Column::missingNumber));
        if (!value && !text.empty() && !meansNothing(text)) {
            addUnreadable(problems, "bad-number", row, source,
                          {"không phải số, ô này để trống", "is not a number; the cell is left empty"},
                          {"Chỉ ghi số, ví dụ 94,1", "Write the number only, for example 94.1"});
        }
    }
}

void scaleNumbers(Column& target, const Column& source, const WorksheetNotes& notes, ProblemList& problems) {
    target.numbers = source.numbers;
    const auto quantity = quantityOfField(target.name);
    if (!quantity) return;
    const MeasurementUnit unit = unitOfColumn(source, *quantity, notes);
    noteUnit(source, unit, problems);
    for (double& value : target.numbers) value *= unit.factor;
}

void fillDates(Column& target, const Column& source, ProblemList& problems) {
    for (std::size_t row = 0; row < source.size(); ++row) {
        const std::string text(
            trimmed(source.type == ColumnType::text ? source.text[row] : std::string_view(source.valueText(row))));
        const auto date = parseOfficeDate(text);
        target.dates.push_back(date.value_or(Date{}));
        if (!text.empty() && !meansNothing(text) && (!date || !date->known())) {
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
    if (field == fields::roads.managementClass.name) return managementClassOf(word).value_or(word);
    if (field == fields::roads.surface.name) return surfaceOf(word).value_or(word);
    return word;
}

void fillTexts(Column& target, const Column& source, const RecordKind& kind, const RecordField& field) {
    const bool communeCode =
        field.reference == Reference::commune || (kind.role == Role::communes && field.name == fields::communes.code.name);
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

/// Whether a title says that blank cells of this field mean "as above": "(Ô trống ở các cột mục đích, tuyến: như dòng trên)".
bool blankMeansAbove(const RecordField& field, const WorksheetNotes& notes) {
    for (const std::string& title : notes.titles) {
        const std::string note = headerKey(title);
        const std::size_t columns = note.find("_cot_");
        const std::size_t end = note.find("_nhu_dong_tren");
        if (note.find("trong") == std::string::npos || columns == std::string::npos || end == std::string::npos || end < columns)
            continue;
        const std::string named = fmt::format("{}_", std::string_view(note).substr(columns + 4, end - columns - 4));
        bool found = named.find(fmt::format("_{}_", headerKey(field.label.vi))) != std::string::npos;
        eachAlias(field.aliases,
                  [&](std::string_view alias) { found = found || named.find(fmt::format("_{}_", alias)) != std::string::npos; });
        if (found) return true;
    }
    return false;
}

Column withoutDitto(Column source, const RecordField& field, const WorksheetNotes& notes, ProblemList& problems) {
    if (source.type != ColumnType::text) return source;
    const bool unit = field.reference == Reference::commune || field.reference == Reference::village;
    if (unit) return adminUnitTexts(std::move(source), true, problems);
    fillDitto(source);
    if (blankMeansAbove(field, notes)) static_cast<void>(fillDown(source)); // the title says so
    return source;
}

/// A column of crosses: whoever has none left the cell blank.
void blanksToNo(Column& target, const Column& source) {
    bool any = false;
    for (std::size_t row = 0; row < source.size(); ++row) {
        const std::string mark = withoutDiacritics(trimmed(source.text[row]));
        if (!mark.empty() && mark != "x" && mark != "v") return;
        any = any || !mark.empty();
    }
    if (!any) return;
    for (double& value : target.numbers) value = std::isnan(value) ? 0 : value;
}

Column typedColumn(const Column& source, const RecordKind& kind, const RecordField& field, const ImportProfile& profile,
                   const WorksheetNotes& notes, ProblemList& problems) {
    Column target;
    target.name = field.name;
    target.type = field.type;
    if (field.type == ColumnType::text) {
        fillTexts(target, source, kind, field);
    } else if (source.type == field.type && field.type == ColumnType::date) {
        target.dates = source.dates;
    } else if (source.type == field.type) {
        scaleNumbers(target, source, notes, problems);
    } else if (field.type == ColumnType::date) {
        fillDates(target, source, problems);
    } else if (source.type == ColumnType::text) {
        fillNumbers(target, source, field, profile, notes, problems);
        if (notes.worksheet && field.blankMeansNo) blanksToNo(target, source);
    } else {
        for (std::size_t row = 0; row < source.size(); ++row) target.appendMissing();
        problems.addForLayer(
            Severity::warning, "bad-number",
            {"Cột " + source.name + " là ngày, không phải số", "Column " + source.name + " holds dates, not numbers"},
            {"Đổi kiểu của cột", "Change the type of the column"});
    }
    return target;
}

} // namespace

std::vector<Column> typedColumns(FeatureTable& source, const RecordKind& kind, const ColumnMapping& mapping,
                                 const ImportProfile& profile, const WorksheetNotes& notes, ProblemList& problems,
                                 std::vector<ErasedCell>& erased) {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        if (mapping.fields[i] != noColumn) {
            Column& column = source.columns[static_cast<std::size_t>(mapping.fields[i])];
            takeErased(column, kind, kind.fields[i], erased);
            columns.push_back(notes.worksheet ? typedColumn(withoutDitto(column, kind.fields[i], notes, problems), kind,
                                                            kind.fields[i], profile, notes, problems)
                                              : typedColumn(column, kind, kind.fields[i], profile, notes, problems));
            column.text = TextValues();
            column.numbers = std::vector<double>();
            column.dates = std::vector<Date>();
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

std::vector<double> numbersOf(const Column& column) {
    if (column.type == ColumnType::number) return column.numbers;
    std::vector<double> numbers;
    const DecimalMark mark = column.type == ColumnType::text ? voteOf(column).mark() : DecimalMark::comma;
    for (std::size_t row = 0; row < column.size(); ++row) {
        const auto value = column.type == ColumnType::text ? parseNumber(trimmed(column.text[row]), mark) : std::nullopt;
        numbers.push_back(value.value_or(Column::missingNumber));
    }
    return numbers;
}

Column adminUnitTexts(Column column, bool worksheet, ProblemList& problems) {
    if (!worksheet) return column;
    const bool grouped = groupsRows(column);
    fillDitto(column);
    const std::size_t blanks = grouped ? fillDown(column) : 0;
    if (blanks > 0) {
        problems.addForLayer(
            Severity::note, "as-above",
            {fmt::format("Cột “{}”: {} ô trống lấy theo đơn vị ghi ở trên, như dưới ô gộp", column.name, blanks),
             fmt::format("Column “{}”: {} blank cells take the unit above them, as under a merged cell", column.name, blanks)},
            {"Nếu ô trống là không thuộc đơn vị nào, ghi tên đơn vị ở từng dòng",
             "If a blank cell means no unit, write the unit in each row"});
    }
    return column;
}

} // namespace banlang
