// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/panels/widgets/ui.h"
#include "viewer/panels/widgets/widgets.h"

namespace banlang::viewer {

/// Whether a statement could be answered, as a shape and a colour.
void drawAnswerMark(const Ui& ui, const Painter& paint, float x, float y, AnswerState state, bool onActive);
[[nodiscard]] Label answerStateLabel(AnswerState state);

/// Figures, table, and what is missing, of one statement.
void drawAnswer(Ui& ui, Rect rect, const Answer& answer);

} // namespace banlang::viewer
