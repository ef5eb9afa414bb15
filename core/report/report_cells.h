// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/audience.h"
#include "core/report/report_table.h"

#include <string>

// What tables of reports are built of.

namespace banlang {

/// Empty words have no value.
[[nodiscard]] ReportCell textCell(std::string text);
[[nodiscard]] ReportCell wordCell(Label word);
/// Not a number is unknown.
[[nodiscard]] ReportCell figureCell(double number);
[[nodiscard]] ReportCell hiddenCell();
/// A count, hidden where it is too small for the audience.
[[nodiscard]] ReportCell countCell(std::size_t count, Audience audience);
/// A date that is not known has no value.
[[nodiscard]] ReportCell dayCell(Date date);
/// Of `whole` in percent; no value without a whole.
[[nodiscard]] ReportCell percentCell(double part, double whole);
/// Words in place of a figure.
[[nodiscard]] ReportCell noteCell(CellState state, Label words);

/// A note in place of this and the following figures of a row.
void addNote(ReportRow& row, CellState state, Label words, std::size_t figures);

/// An empty table under the words of its theme.
[[nodiscard]] ReportTable tableUnder(const ReportWords& words);
/// A total of the column, under the given name; the sum is made by addSums().
void addTotal(ReportTable& table, std::string_view columnId, Label label);
/// Adds the columns of the totals up.
void addSums(ReportTable& table);

} // namespace banlang
