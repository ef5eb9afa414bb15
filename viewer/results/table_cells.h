// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/results/table_model.h"

// Cells of the kinds that tables are made of.

namespace banlang::viewer {

[[nodiscard]] inline TableCell textCell(std::string text) {
    TableCell cell;
    cell.text = std::move(text);
    return cell;
}
[[nodiscard]] inline TableCell labelCell(Label label) {
    TableCell cell;
    cell.label = label;
    return cell;
}
[[nodiscard]] inline TableCell numberCell(double number) {
    TableCell cell;
    cell.number = number;
    return cell;
}
[[nodiscard]] inline TableCell countCell(std::size_t count, Audience audience) {
    TableCell cell = numberCell(static_cast<double>(count));
    cell.hidden = mustHide(audience, count);
    return cell;
}
[[nodiscard]] inline TableCell dateCell(Date date) {
    TableCell cell;
    cell.date = date;
    return cell;
}
[[nodiscard]] inline TableCell shareCell(double part, double whole) {
    return whole > 0 ? numberCell(100 * part / whole) : TableCell{};
}
/// A word in place of all the figures of a row, and what is left of them.
inline void addNote(TableRow& row, Label words, std::size_t figures) {
    row.cells.push_back(labelCell(words));
    row.cells.resize(row.cells.size() + figures - 1);
}

} // namespace banlang::viewer
