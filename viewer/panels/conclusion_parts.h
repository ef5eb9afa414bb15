// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/panels/ui.h"
#include "viewer/panels/widgets.h"

namespace banlang::viewer {

/// Whether a statement could be answered, as a shape and a colour.
void drawAnswerMark(const Ui& ui, const Painter& paint, float x, float y, AnswerState state, bool onActive);
[[nodiscard]] Label answerStateLabel(AnswerState state);

/// Figures, table, and what is missing, of one statement.
void drawAnswer(Ui& ui, Rect rect, const Answer& answer);

/// A figure with its unit as people write it; "chưa báo cáo" for none.
[[nodiscard]] std::string figureText(const Ui& ui, const std::optional<double>& value, std::string_view unit);
/// A unit after a number, or in brackets after a column's title; empty for a count.
[[nodiscard]] std::string_view unitWord(const Ui& ui, std::string_view unit);
[[nodiscard]] int decimalsOf(std::string_view unit, double value);

} // namespace banlang::viewer
