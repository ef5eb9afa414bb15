// SPDX-License-Identifier: MIT
#include "viewer/panels/links_parts.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

// Everything that was decided about links, the newest first; what still holds can be withdrawn.

namespace banlang::viewer {
namespace {

constexpr float rowPx = 28;

struct Columns {
    Rect state, when, who, kind, said, target, action;
};

Columns columnsIn(Rect line) {
    Columns columns;
    line = line.inset(12, 0);
    columns.action = line.takeRight(110);
    line.takeRight(12);
    columns.state = line.takeLeft(138);
    columns.when = line.takeLeft(132);
    if (line.w > 620) {
        columns.who = line.takeLeft(96);
        columns.who.w -= 10;
    }
    columns.kind = line.takeLeft(std::round(line.w * 0.3F));
    columns.kind.w -= 12;
    columns.said = line.takeLeft(std::round(line.w * 0.5F));
    columns.said.w -= 12;
    columns.target = line;
    return columns;
}

struct DecisionLook {
    Icon icon;
    Token token;
    Label label;
};
DecisionLook lookOf(DecisionState state) {
    switch (state) {
    case DecisionState::live:
        return {Icon::check, Token::success, {"Đang dùng", "In force"}};
    case DecisionState::superseded:
        return {Icon::link, Token::muted, {"Đã thay", "Superseded"}};
    case DecisionState::withdrawn:
        return {Icon::undo, Token::muted, {"Đã rút", "Withdrawn"}};
    default:
        return {Icon::undo, Token::muted, {"Lệnh rút", "Withdrawal"}};
    }
}

void drawHead(const Ui& ui, const Painter& paint, Rect head) {
    paint.fill(head, ui.colour(Token::surface2));
    paint.fill({head.x, head.bottom() - 1, head.w, 1}, ui.colour(Token::border));
    const Columns columns = columnsIn(head);
    const auto title = [&](Rect rect, const Label& label) {
        if (rect.w > 0) paint.text(rect, ui.say(label), FontRole::hint, ui.colour(Token::muted));
    };
    title(columns.state, {"Tình trạng", "State"});
    title(columns.when, {"Lúc", "When"});
    title(columns.who, {"Người ghi", "Who"});
    title(columns.kind, {"Bảng, cột", "Table, column"});
    title(columns.said, {"Bản ghi viết", "The record said"});
    title(columns.target, {"Nghĩa là", "It means"});
}

void drawDecision(Ui& ui, const Painter& paint, const LinkDecision& decision, std::size_t index, Rect line) {
    const Columns columns = columnsIn(line);
    const Colour ink = ui.colour(decision.live() ? Token::text : Token::muted);
    const DecisionLook look = lookOf(decision.state);
    paint.fill({line.x, line.bottom() - 1, line.w, 1}, ui.colour(Token::track));
    Rect state = columns.state;
    paint.icon(look.icon, state.x + 7, std::round(state.midY()), 14, ui.colour(look.token));
    state.takeLeft(22);
    paint.text(state, ui.say(look.label), FontRole::cell, ink);
    paint.text(columns.when, localTime(ui, decision.decidedAt), FontRole::cell, ink);
    if (columns.who.w > 0) paint.text(columns.who, decision.decidedBy, FontRole::cell, ink);
    const std::string kind = fmt::format("{} · {}", sentenceCase(ui.say(recordKind(decision.role).label)),
                                         fieldTitle(ui, decision.role, decision.field));
    paint.text(columns.kind, kind, FontRole::cell, ink);
    const std::string said = shownSaid(ui, decision.role, decision.field, decision.said);
    paint.text(columns.said, decision.within.empty() ? said : fmt::format("{} ({})", said, nameOfUnit(ui, decision.within)),
               FontRole::cellBold, ink);
    paint.text(columns.target, decision.target.empty() ? ui.say({"không có nơi này", "no such place"}) : decision.target,
               FontRole::cell, ink);
    if (!decision.live()) return;
    const std::string control = fmt::format("links.withdraw.{}", index + 1);
    const ButtonSpec withdraw{control, Icon::undo, ui.say({"Rút lại", "Withdraw"}), ButtonLook::bare, mayDecide(ui)};
    if (button(ui, paint, columns.action.inset(0, 1), withdraw))
        ui.emit(Verb::withdrawLink, subjectWords(decision.role, decision.field, decision.said, decision.within));
}

} // namespace

void drawLinkDecisions(Ui& ui, const Painter& paint, Rect rect) {
    drawHead(ui, paint, rect.takeTop(24));
    ScrollArea area(ui, "##link-decisions", rect);
    const std::vector<LinkDecision>& decisions = ui.document.links->decisions;
    if (decisions.empty()) {
        area.paint().text(area.row(40).inset(16, 0), ui.say({"Chưa có quyết định nào.", "Nothing was decided yet."}),
                          FontRole::body, ui.colour(Token::muted));
    }
    for (std::size_t i = decisions.size(); i-- > 0;) {
        const Rect line = area.row(rowPx);
        if (area.visible(line)) drawDecision(ui, area.paint(), decisions[i], i, line);
    }
}

} // namespace banlang::viewer
