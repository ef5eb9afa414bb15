// SPDX-License-Identifier: MIT
#include "core/intake/worksheets/worksheet_header_rows.h"

#include "core/intake/worksheets/worksheet_words.h"
#include "core/text/keys.h"
#include "core/text/measurement_units.h"

#include <algorithm>
#include <charconv>

namespace banlang {
namespace {

constexpr std::size_t rowsLookedAt = 40;
constexpr std::size_t rowsBelowLookedAt = 30;

std::string singleSpaced(std::string_view text) {
    std::string spaced;
    for (const char c : text) {
        const bool space = static_cast<unsigned char>(c) <= 0x20;
        if (!space) spaced += c;
        if (space && !spaced.empty() && spaced.back() != ' ') spaced += ' ';
    }
    return spaced;
}

/// What one row looks like, filled cells only.
struct RowShape {
    std::size_t filled = 0;
    std::size_t wording = 0;
    std::size_t years = 0;
    std::size_t known = 0;
    std::size_t longest = 0;
    bool title = false;
};

RowShape shapeOf(const WorksheetCells& cells, std::size_t row, const WorksheetHints& hints) {
    RowShape shape;
    std::string_view lastYear;
    bool yearsRise = true;
    for (std::size_t column = cells.nextFilled(row, 0); column < cells.columns(); column = cells.nextFilled(row, column + 1)) {
        const std::string_view cell = cells.at(row, column);
        ++shape.filled;
        shape.longest = std::max(shape.longest, cell.size());
        if (isTitle(cell) && cell.find(' ') != std::string_view::npos) shape.title = true;
        if (hints.knowsHeader && cell.size() < 200 && hints.knowsHeader(headerKey(cell))) ++shape.known;
        if (isWording(cell)) ++shape.wording;
        if (!isYear(cell)) continue;
        yearsRise = yearsRise && cell > lastYear;
        lastYear = cell;
        ++shape.years;
    }
    if (!yearsRise) shape.years = 0;
    return shape;
}

std::vector<std::size_t> filledRowsBelow(const WorksheetCells& cells, std::size_t row, std::size_t limit) {
    std::vector<std::size_t> below;
    for (std::size_t next = row + 1; next < cells.rows() && next < row + 4 * limit && below.size() < limit; ++next) {
        if (cells.nextFilled(next, 0) < cells.columns()) below.push_back(next);
    }
    return below;
}

std::size_t usualFilled(const WorksheetCells& cells, const std::vector<std::size_t>& rows) {
    std::vector<std::size_t> counts;
    counts.reserve(rows.size());
    for (const std::size_t row : rows) counts.push_back(cells.filledCount(row));
    if (counts.empty()) return 0;
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    return *middle;
}

/// Share of the header's cells that stand over amounts and dates.
double contrast(const WorksheetCells& cells, std::size_t row, const RowShape& shape, const std::vector<std::size_t>& below) {
    std::size_t unlike = 0;
    for (std::size_t column = 0; column < cells.columns(); ++column) {
        if (!isWording(cells.at(row, column))) continue;
        std::size_t amounts = 0;
        std::size_t filled = 0;
        for (const std::size_t next : below) {
            const std::string_view cell = cells.at(next, column);
            if (cell.empty()) continue;
            ++filled;
            if (!isWording(cell)) ++amounts;
        }
        if (filled > 0 && 2 * amounts > filled) ++unlike;
    }
    return static_cast<double>(unlike) / static_cast<double>(shape.filled);
}

/// How much a row looks like the header, 0 when it cannot be one.
double headerScore(const WorksheetCells& cells, std::size_t row, const WorksheetHints& hints) {
    constexpr std::size_t longestHeader = 160;
    const RowShape shape = shapeOf(cells, row, hints);
    if (shape.filled == 0 || (shape.title && shape.known < 2) || numbersColumns(cells, row)) return 0;
    const std::string_view first = cells.at(row, cells.nextFilled(row, 0));
    if (rowNumberOf(first).kind == Numbering::arabic && rowNumberOf(first).rest.empty() && !isYear(first)) return 0;
    if (shape.longest > longestHeader && 2 * shape.known < shape.filled) return 0;

    const std::vector<std::size_t> below = filledRowsBelow(cells, row, rowsBelowLookedAt);
    const std::size_t usual = usualFilled(cells, below);
    const auto share = [&](std::size_t count) { return static_cast<double>(count) / static_cast<double>(shape.filled); };
    const double unlike = contrast(cells, row, shape, below);
    const double words = share(shape.wording + (shape.years > 1 ? shape.years : 0));
    const double covered = std::min(1.0, static_cast<double>(shape.filled) / static_cast<double>(std::max<std::size_t>(usual, 1)));
    if (shape.filled == 1 && (usual > 1 || below.empty() || (shape.known == 0 && unlike < 1))) return 0;
    constexpr double leastWords = 0.7;
    constexpr double leastCovered = 0.4;
    if (words < leastWords || covered < leastCovered) return 0;
    return 3 * share(shape.known) + covered + words + unlike;
}

bool sameRow(const WorksheetCells& cells, std::size_t one, std::size_t other) {
    for (std::size_t column = 0; column < cells.columns(); ++column) {
        if (cells.at(one, column) != cells.at(other, column)) return false;
    }
    return true;
}

bool inBrackets(std::string_view cell) {
    return cell.size() > 2 && cell.front() == '(' && cell.back() == ')';
}

bool namesAUnit(std::string_view cell) {
    for (const Quantity quantity : {Quantity::areaM2, Quantity::moneyVnd, Quantity::lengthM, Quantity::weightT}) {
        if (measurementUnitInText(cell, quantity)) return true;
    }
    return false;
}

bool filledInHeader(const WorksheetCells& cells, const HeaderRows& header, std::size_t column) {
    for (std::size_t row = header.first; row <= header.last; ++row) {
        if (cells.filled(row, column)) return true;
    }
    return false;
}

/// Whether the row under the header is its lower level: words under a merged cell, or units in brackets under names.
bool goesOnBelow(const WorksheetCells& cells, const HeaderRows& header) {
    const std::size_t row = header.last + 1;
    if (row >= cells.rows() || cells.nextFilled(row, 0) >= cells.columns() || numbersColumns(cells, row)) return false;
    const std::size_t first = cells.nextFilled(row, 0);
    if (totalWordOf(cells.at(row, first)) != TotalWord::none) return false;
    if (rowNumberOf(cells.at(row, first)).kind == Numbering::roman) return false;
    bool underMerged = false;
    bool unitsOnly = true;
    for (std::size_t column = first; column < cells.columns(); column = cells.nextFilled(row, column + 1)) {
        const std::string_view cell = cells.at(row, column);
        if (!isWording(cell) && !isYear(cell) && !inBrackets(cell) && cell != "%") return false;
        unitsOnly = unitsOnly && (inBrackets(cell) || cell == "%" || namesAUnit(cell));
        underMerged = underMerged || !filledInHeader(cells, header, column);
    }
    if (unitsOnly) return filledInHeader(cells, header, first);
    // The number or name of a record stands in the first column, which is merged downwards in a header.
    std::size_t firstNamed = 0;
    while (firstNamed < cells.columns() && !filledInHeader(cells, header, firstNamed)) ++firstNamed;
    return underMerged && first != firstNamed;
}

/// Whether a cell of the row above stands over two columns or more of the header.
bool spansHeader(const WorksheetCells& cells, const HeaderRows& header, std::size_t row, std::size_t column) {
    if (!filledInHeader(cells, header, column)) return false;
    const std::size_t end = cells.nextFilled(row, column + 1);
    for (std::size_t next = column + 1; next < end; ++next) {
        if (filledInHeader(cells, header, next)) return true;
    }
    return false;
}

/// Whether the row over the header is its upper level: captions over two columns or more.
bool goesOnAbove(const WorksheetCells& cells, const HeaderRows& header) {
    if (header.first == 0) return false;
    const std::size_t row = header.first - 1;
    const std::size_t first = cells.nextFilled(row, 0);
    if (first >= cells.columns()) return false;
    std::size_t firstUsed = first;
    for (const std::size_t below : filledRowsBelow(cells, row, rowsBelowLookedAt))
        firstUsed = std::min(firstUsed, cells.nextFilled(below, 0));
    // Over a header that is complete, a text in the first column or one by itself is a title.
    const bool complete = filledInHeader(cells, header, firstUsed);
    if (complete && (first == firstUsed || cells.filledCount(row) == 1)) return false;
    bool spans = false;
    for (std::size_t column = first; column < cells.columns(); column = cells.nextFilled(row, column + 1)) {
        const std::string_view cell = cells.at(row, column);
        if ((!isWording(cell) && !isYear(cell)) || isTitle(cell) || isPlaceAndDay(cell)) return false;
        spans = spans || spansHeader(cells, header, row, column);
    }
    return spans;
}

HeaderRows withAllLevels(const WorksheetCells& cells, std::size_t row) {
    constexpr std::size_t mostLevels = 4;
    HeaderRows header{row, row, true};
    // The upper level first: under a lower level alone, the label of the first group would look like a third.
    while (header.last - header.first + 1 < mostLevels && goesOnAbove(cells, header)) --header.first;
    while (header.last - header.first + 1 < mostLevels && goesOnBelow(cells, header)) ++header.last;
    return header;
}

std::optional<HeaderRows> givenRows(const WorksheetCells& cells, std::pair<std::int64_t, std::int64_t> rows) {
    const auto last = std::min(rows.second, static_cast<std::int64_t>(cells.rows()));
    if (rows.first < 1 || rows.first > last) return std::nullopt;
    return HeaderRows{static_cast<std::size_t>(rows.first - 1), static_cast<std::size_t>(last - 1), true};
}

/// Whether some level below `level` has a text in the column.
bool filledBelow(const WorksheetCells& cells, std::size_t level, std::size_t last, std::size_t column) {
    for (std::size_t row = level + 1; row <= last; ++row) {
        if (cells.filled(row, column)) return true;
    }
    return false;
}

bool isRemark(const WorksheetCells& cells, const HeaderRows& header, std::size_t column) {
    return startsLoosely(cells.at(header.last, column), "ghi chu");
}

/// The column whose text at this level covers the given column: itself, the start of the merged cell on its left, or none.
std::vector<std::optional<std::size_t>> coveringColumns(const WorksheetCells& cells, const HeaderRows& header, std::size_t level,
                                                        const std::vector<std::vector<std::optional<std::size_t>>>& above) {
    std::vector<std::optional<std::size_t>> covering(cells.columns());
    std::optional<std::size_t> open;
    for (std::size_t column = 0; column < cells.columns(); ++column) {
        const bool own = cells.filled(level, column);
        const bool newParent =
            open && std::any_of(above.begin(), above.end(), [&](const auto& upper) { return upper[column] != upper[*open]; });
        const bool leaf = filledBelow(cells, level, header.last, column);
        if (own) {
            open = leaf ? std::optional(column) : std::nullopt;
            covering[column] = column;
        } else if (newParent || !leaf || isRemark(cells, header, column)) {
            open.reset();
        } else {
            covering[column] = open;
        }
    }
    return covering;
}

} // namespace

bool numbersColumns(const WorksheetCells& cells, std::size_t row) {
    int expected = 1;
    char letter = 'A';
    std::size_t filled = 0;
    for (std::size_t column = cells.nextFilled(row, 0); column < cells.columns(); column = cells.nextFilled(row, column + 1)) {
        std::string_view cell = cells.at(row, column);
        ++filled;
        while (!cell.empty() && (cell.front() == '(' || cell.front() == '[')) cell.remove_prefix(1);
        if (cell.empty()) return false;
        if (cell.front() == letter && expected == 1 && (cell.size() == 1 || cell[1] == ')' || cell[1] == ']')) {
            ++letter;
            continue;
        }
        int number = 0;
        const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
        if (failure != std::errc{} || number != expected++) return false;
        const std::string_view rest = cell.substr(static_cast<std::size_t>(end - cell.data()));
        const bool formula = std::count(rest.begin(), rest.end(), '=') > 0;
        if (!rest.empty() && rest != ")" && rest != "]" && rest != ".0" && !formula) return false;
    }
    return filled > 1 && expected > 1;
}

std::optional<HeaderRows> findHeaderRows(const WorksheetCells& cells, const WorksheetHints& hints) {
    if (hints.headerRows) return givenRows(cells, *hints.headerRows);
    // A later row must be clearly better: the records of a table of texts look like its header.
    constexpr double clearly = 0.25;
    constexpr double doubtful = 0.4;
    std::vector<std::pair<std::size_t, double>> scores;
    std::size_t seen = 0;
    for (std::size_t row = 0; row < cells.rows() && seen < rowsLookedAt; ++row) {
        if (cells.nextFilled(row, 0) >= cells.columns()) continue;
        ++seen;
        if (const double score = headerScore(cells, row, hints); score > 0) scores.emplace_back(row, score);
    }
    if (scores.empty()) return std::nullopt;
    std::pair<std::size_t, double> best = scores.front();
    for (const auto& score : scores) {
        if (score.second > best.second + clearly) best = score;
    }
    HeaderRows header = withAllLevels(cells, best.first);
    header.certain = std::none_of(scores.begin(), scores.end(), [&](const auto& other) {
        return !header.holds(other.first) && other.second > best.second - doubtful && !sameRow(cells, other.first, best.first);
    });
    return header;
}

std::vector<std::string> headerNames(const WorksheetCells& cells, const HeaderRows& header) {
    std::vector<std::vector<std::optional<std::size_t>>> levels;
    for (std::size_t level = header.first; level <= header.last; ++level)
        levels.push_back(coveringColumns(cells, header, level, levels));
    std::vector<std::string> names(cells.columns());
    for (std::size_t column = 0; column < cells.columns(); ++column) {
        std::string last;
        for (std::size_t level = 0; level < levels.size(); ++level) {
            if (!levels[level][column]) continue;
            std::string text = singleSpaced(cells.at(header.first + level, *levels[level][column]));
            if (text == last) continue;
            names[column] += (names[column].empty() ? "" : " / ") + text;
            last = std::move(text);
        }
    }
    return names;
}

} // namespace banlang
