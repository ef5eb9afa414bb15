// SPDX-License-Identifier: MIT
#include "viewer/panels/widgets/widgets.h"

#include <algorithm>

namespace banlang::viewer {

std::vector<FillStyle> partFills(const Ui& ui, const Theme& theme) {
    return theme.partFills(mapColourSchemeFor(ui.document.colourScheme));
}

void drawNothing(Ui& ui, const Painter& paint, Rect rect, const ReportNote& note, std::string_view controlId) {
    rect = rect.inset(16, 8);
    const float first = paint.paragraphHeight(rect.w, ui.say(note.nothing), FontRole::bodyBold);
    paint.paragraph(rect.takeTop(first + 4), ui.say(note.nothing), FontRole::bodyBold, ui.colour(Token::text));
    const float second = paint.paragraphHeight(rect.w, ui.say(note.filledBy), FontRole::body);
    paint.paragraph(rect.takeTop(second + 10), ui.say(note.filledBy), FontRole::body, ui.colour(Token::muted));
    const ButtonSpec fill{controlId, Icon::import, ui.say({"Nạp dữ liệu…", "Import…"})};
    Rect row = rect.takeTop(32);
    if (button(ui, paint, row.takeLeft(std::min(row.w, buttonWidth(paint, fill))), fill)) ui.emit(Verb::import);
}

} // namespace banlang::viewer
