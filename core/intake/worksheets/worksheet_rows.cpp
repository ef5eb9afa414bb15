// SPDX-License-Identifier: MIT
#include "core/intake/worksheets/worksheet_rows.h"

#include "core/intake/worksheets/worksheet_words.h"
#include "core/text/keys.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

/// How sure it is that a row is a record. Faint rows are records only where the list has not ended yet.
enum class Look : std::uint8_t { empty, record, faint, group, total, header, closing };

struct Sorter {
    const WorksheetCells& cells;
    HeaderRows header;
    std::size_t firstRow = 0;
    std::vector<std::uint32_t> filled;       ///< cells with a value, per row of the worksheet
    std::size_t usual = 0;                   ///< filled cells of an ordinary row
    std::optional<std::size_t> numberColumn; ///< STT
    bool numberedByHeader = false;           ///< its header says so
    bool listed = false;                     ///< rows of numberColumn count 1, 2, 3: capitals in it name groups

    [[nodiscard]] Look lookOf(std::size_t row) const;
    [[nodiscard]] bool isGroup(std::size_t row, std::size_t first) const;
    [[nodiscard]] bool onlyAmountsBehind(std::size_t row, std::size_t column) const;
    [[nodiscard]] bool hasDigits(std::size_t row) const;
    [[nodiscard]] bool standsAmongItsLike(std::size_t row, std::size_t column) const;
    [[nodiscard]] bool mayClose(std::size_t row, std::size_t first) const;
    [[nodiscard]] bool isTotal(std::size_t row, std::size_t first) const;
    [[nodiscard]] bool repeatsHeader(std::size_t row) const;
    [[nodiscard]] bool countsOnBelow(std::size_t row) const;
    [[nodiscard]] std::size_t nextRow(std::size_t row) const;
};

std::size_t Sorter::nextRow(std::size_t row) const {
    do ++row;
    while (row < cells.rows() && filled[row] == 0);
    return row;
}

bool Sorter::onlyAmountsBehind(std::size_t row, std::size_t column) const {
    while (++column < cells.columns()) {
        if (!isAmount(cells.at(row, column))) return false;
    }
    return true;
}

bool Sorter::hasDigits(std::size_t row) const {
    for (std::size_t column = 0; column < cells.columns(); ++column) {
        if (hasDigit(cells.at(row, column))) return true;
    }
    return false;
}

/// "1 | Thôn Nà Sáng" over "1.1 | Hoàng Văn An" or "- | Hoàng Văn An": the number is the group's.
bool Sorter::countsOnBelow(std::size_t row) const {
    const std::size_t next = nextRow(row);
    if (!numberedByHeader || next >= cells.rows()) return false;
    const std::string_view number = cells.at(row, *numberColumn);
    const std::string_view below = cells.at(next, *numberColumn);
    if (below == "-" || below == "+" || below == "–") {
        const std::size_t label = cells.nextFilled(row, *numberColumn + 1);
        return label < cells.columns() && groupNounOf(cells.at(row, label)) != GroupNoun::other;
    }
    return below.size() == number.size() + 2 && below.starts_with(number) && below.ends_with(".1");
}

bool Sorter::repeatsHeader(std::size_t row) const {
    for (std::size_t column = 0; column < cells.columns(); ++column) {
        if (cells.at(row, column) != cells.at(header.first, column)) return false;
    }
    return true;
}

bool Sorter::isTotal(std::size_t row, std::size_t first) const {
    const TotalWord word = totalWordOf(cells.at(row, first));
    if (word == TotalWord::alone) return true;
    if (word == TotalWord::named) return onlyAmountsBehind(row, first);
    // "A | Tổng cộng", "Xã Nà Sáng | Cộng": behind a text, but never behind the number of a record.
    const std::size_t second = cells.nextFilled(row, first + 1);
    if (second >= cells.columns() || hasDigit(cells.at(row, first))) return false;
    const TotalWord behind = totalWordOf(cells.at(row, second));
    return behind == TotalWord::alone || (behind == TotalWord::named && first == numberColumn && onlyAmountsBehind(row, second));
}

/// A village without values in a list of villages.
bool Sorter::standsAmongItsLike(std::size_t row, std::size_t column) const {
    const GroupNoun noun = groupNounOf(cells.at(row, column));
    const auto isLike = [&](std::size_t other) {
        return filled[other] > 1 && cells.nextFilled(other, 0) == column && groupNounOf(cells.at(other, column)) == noun;
    };
    const std::size_t below = nextRow(row);
    std::size_t above = row;
    while (above > firstRow && filled[above - 1] == 0) --above;
    return (below < cells.rows() && isLike(below)) || (above > firstRow && isLike(above - 1));
}

bool Sorter::isGroup(std::size_t row, std::size_t first) const {
    if (!listed && (filled[row] != 1 || usual <= 2)) return false;
    const std::string_view label = cells.at(row, first);
    const RowNumber number = rowNumberOf(label);
    const bool capital = number.kind == Numbering::roman || number.kind == Numbering::letter;
    const std::size_t second = cells.nextFilled(row, first + 1);
    if (capital && number.rest.empty()) {
        return listed && first == numberColumn && second < cells.columns() && onlyAmountsBehind(row, second);
    }
    const bool merged = listed && first == numberColumn && filled[row] == 1 && isWording(label) && usual > 2;
    if (merged || !onlyAmountsBehind(row, first)) return merged;
    return capital || (groupNounOf(label) != GroupNoun::other && !standsAmongItsLike(row, first));
}

/// Offices have lists of chairmen and accountants, too: such a row closes the list only where it stands apart from it.
bool Sorter::mayClose(std::size_t row, std::size_t first) const {
    if (usual < 2 || (filled[row] > 1 && hasDigits(row))) return false;
    const bool sparse = 2 * std::size_t{filled[row]} <= usual || filled[row] == 1 || first == numberColumn;
    return sparse || (filled[row] < cells.columns() && filled[row - 1] <= 1);
}

Look Sorter::lookOf(std::size_t row) const {
    if (filled[row] == 0) return Look::empty;
    const std::size_t first = cells.nextFilled(row, 0);
    const std::string_view label = cells.at(row, first);
    if (first == numberColumn) {
        const RowNumber number = rowNumberOf(label);
        if (number.kind == Numbering::arabic && number.rest.empty()) return countsOnBelow(row) ? Look::group : Look::record;
    }
    if (isTotal(row, first)) return Look::total;
    if (cells.at(header.first, first) == label && repeatsHeader(row)) return Look::header;
    if (isClosing(label) && mayClose(row, first)) return Look::closing;
    if (isGroup(row, first)) return Look::group;
    const std::size_t enough = listed ? std::max<std::size_t>(3, (usual + 1) / 2) : std::max<std::size_t>(1, (usual + 1) / 2);
    return filled[row] >= enough ? Look::record : Look::faint;
}

std::vector<std::uint32_t> countFilled(const WorksheetCells& cells) {
    std::vector<std::uint32_t> filled(cells.rows(), 0);
    for (std::size_t column = 0; column < cells.columns(); ++column) {
        for (std::size_t row = 0; row < cells.rows(); ++row) filled[row] += static_cast<std::uint32_t>(cells.filled(row, column));
    }
    return filled;
}

std::size_t usualOf(const std::vector<std::uint32_t>& filled, std::size_t firstRow) {
    std::vector<std::uint32_t> counts;
    for (std::size_t row = firstRow; row < filled.size(); ++row) {
        if (filled[row] > 0) counts.push_back(filled[row]);
    }
    if (counts.empty()) return 0;
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    return *middle;
}

bool isNumberHeader(std::string_view name) {
    constexpr std::array<std::string_view, 7> keys = {"stt", "tt", "so_tt", "so_thu_tu", "s_tt", "no", "tt_stt"};
    return std::find(keys.begin(), keys.end(), headerKey(name)) != keys.end();
}

void findNumberColumn(Sorter& sorter, const std::vector<std::string>& names) {
    for (std::size_t column = 0; column < names.size() && !sorter.numberColumn; ++column) {
        if (isNumberHeader(names[column])) sorter.numberColumn = column;
    }
    sorter.numberedByHeader = sorter.numberColumn.has_value();
    std::size_t first = 0;
    while (first + 1 < names.size() && names[first].empty()) ++first;
    const std::size_t column = sorter.numberColumn.value_or(names.empty() || names[0].empty() ? 0 : first);
    constexpr std::size_t rowsLookedAt = 1000;
    std::size_t seen = 0;
    std::size_t counted = 0;
    for (std::size_t row = sorter.firstRow; row < sorter.cells.rows() && seen < rowsLookedAt; ++row) {
        if (sorter.filled[row] == 0) continue;
        ++seen;
        const RowNumber number = rowNumberOf(sorter.cells.at(row, column));
        if (number.kind == Numbering::arabic && number.rest.empty()) ++counted;
    }
    if (!sorter.numberColumn && 2 * counted > seen) sorter.numberColumn = column;
    sorter.listed = sorter.numberColumn.has_value() && counted > 0;
}

/// Bare 1 2 3 under a header may be a record of a table of numbers: only what comes below tells.
bool numbersColumnsBetween(const WorksheetCells& cells, const Sorter& sorter, std::size_t row) {
    if (!numbersColumns(cells, row)) return false;
    const std::string_view last = [&] {
        std::size_t column = cells.columns();
        while (column > 0 && !cells.filled(row, column - 1)) --column;
        return cells.at(row, column - 1);
    }();
    const bool marked = !isAmount(cells.at(row, cells.nextFilled(row, 0))) || last.find_first_of(")]=") != std::string_view::npos;
    if (marked) return true;
    constexpr std::uint32_t wideForm = 4;
    std::size_t next = sorter.nextRow(row);
    if (next >= cells.rows()) return sorter.filled[row] >= wideForm;
    const std::string_view first = cells.at(next, cells.nextFilled(row, 0));
    if (sorter.filled[row] > 2 && (first.empty() || first == "1" || isWording(first))) return true;
    constexpr std::size_t rowsLookedAt = 5;
    for (std::size_t seen = 0; seen < rowsLookedAt && next < cells.rows(); ++seen, next = sorter.nextRow(next)) {
        for (std::size_t column = 0; column < cells.columns(); ++column) {
            if (isWording(cells.at(next, column)) && cells.filled(row, column) && sorter.filled[row] > 2) return true;
        }
    }
    return false;
}

bool isDayOfSigning(const Sorter& sorter, std::size_t row) {
    const std::size_t first = sorter.cells.nextFilled(row, 0);
    return sorter.filled[row] == 1 && sorter.usual > 1 && isPlaceAndDay(sorter.cells.at(row, first));
}

/// Signatures stand near the end, under one of the words that open them. The names in them look like records.
void closeSignatures(const Sorter& sorter, std::vector<Look>& looks) {
    constexpr std::size_t rowsOfSignatures = 15;
    std::size_t seen = 0;
    std::size_t from = looks.size();
    for (std::size_t row = looks.size(); row > sorter.firstRow && seen < rowsOfSignatures; --row) {
        Look& look = looks[row - 1];
        if (look == Look::empty) continue;
        ++seen;
        if (look != Look::total && isDayOfSigning(sorter, row - 1)) look = Look::closing;
        if (look == Look::closing) from = row - 1;
    }
    for (std::size_t row = from; row < looks.size(); ++row) {
        if (looks[row] == Look::record && !sorter.hasDigits(row)) looks[row] = Look::closing;
    }
}

bool endsList(const WorksheetCells& cells, const Sorter& sorter, std::size_t row) {
    const std::size_t first = cells.nextFilled(row, 0);
    const std::string_view text = cells.at(row, first);
    constexpr std::size_t longNote = 60;
    const bool remark = text.size() > longNote || std::string_view("*-(").find(text.front()) != std::string_view::npos;
    return isPlaceAndDay(text) || (sorter.filled[row] == 1 && sorter.usual > 2 && remark);
}

/// Turns faint rows under the last record into notes, once something says that the list has ended.
void endList(const WorksheetCells& cells, const Sorter& sorter, std::vector<Look>& looks) {
    closeSignatures(sorter, looks);
    std::size_t row = looks.size();
    while (row > sorter.firstRow && looks[row - 1] != Look::record) --row;
    for (bool ended = false; row < looks.size(); ++row) {
        const Look look = looks[row];
        ended = ended || look == Look::empty || look == Look::total || look == Look::closing;
        if (look == Look::group && rowNumberOf(cells.at(row, cells.nextFilled(row, 0))).kind == Numbering::none)
            looks[row] = Look::closing;
        if (look != Look::faint) continue;
        ended = ended || endsList(cells, sorter, row);
        looks[row] = ended ? Look::closing : Look::record;
    }
}

std::optional<WorksheetRowKind> kindOf(Look look) {
    switch (look) {
    case Look::empty:
        return WorksheetRowKind::empty;
    case Look::group:
        return WorksheetRowKind::group;
    case Look::total:
        return WorksheetRowKind::total;
    case Look::header:
        return WorksheetRowKind::header;
    case Look::closing:
        return WorksheetRowKind::note;
    case Look::record:
    case Look::faint:
        break;
    }
    return std::nullopt;
}

WorksheetRowKinds kindsAboveBody(const Sorter& sorter) {
    WorksheetRowKinds kinds(sorter.cells.rows());
    for (std::size_t row = 0; row < sorter.firstRow; ++row) {
        const WorksheetRowKind above = sorter.header.holds(row) ? WorksheetRowKind::header : WorksheetRowKind::title;
        kinds[row] = sorter.filled[row] == 0 ? WorksheetRowKind::empty : above;
    }
    return kinds;
}

} // namespace

WorksheetRows sortRows(const WorksheetCells& cells, const HeaderRows& header, const std::vector<std::string>& names) {
    Sorter sorter{cells, header, header.last + 1, countFilled(cells), 0, std::nullopt, false, false};
    WorksheetRowKinds kinds = kindsAboveBody(sorter);
    const std::size_t numbers = sorter.nextRow(header.last);
    if (numbers < cells.rows() && numbersColumnsBetween(cells, sorter, numbers)) {
        for (std::size_t row = header.last + 1; row < numbers; ++row) kinds[row] = WorksheetRowKind::empty;
        kinds[numbers] = WorksheetRowKind::columnNumbers;
        sorter.firstRow = numbers + 1;
    }
    sorter.usual = usualOf(sorter.filled, sorter.firstRow);
    findNumberColumn(sorter, names);

    std::vector<Look> looks(cells.rows(), Look::empty);
    for (std::size_t row = sorter.firstRow; row < cells.rows(); ++row) looks[row] = sorter.lookOf(row);
    endList(cells, sorter, looks);
    for (std::size_t row = sorter.firstRow; row < cells.rows(); ++row) kinds[row] = kindOf(looks[row]);
    return {std::move(kinds), sorter.numberColumn};
}

} // namespace banlang
