// SPDX-License-Identifier: MIT
#include "core/text/format.h"
#include "viewer/panels/links/links_parts.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

// Everything that was decided about links, the newest first; what still holds can be withdrawn.

namespace banlang::viewer {
namespace {

constexpr float rowPx = 28;

struct Columns {
    Rect state, when, who, kind, rawText, target, action;
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
    columns.rawText = line.takeLeft(std::round(line.w * 0.5F));
    columns.rawText.w -= 12;
    columns.target = line;
    return columns;
}

struct LinkOverrideLook {
    Icon icon;
    Token token;
    Label label;
};
LinkOverrideLook lookOf(LinkOverrideState state) {
    switch (state) {
    case LinkOverrideState::live:
        return {Icon::check, Token::success, {"Đang dùng", "In force"}};
    case LinkOverrideState::superseded:
        return {Icon::link, Token::muted, {"Đã thay", "Superseded"}};
    case LinkOverrideState::withdrawn:
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
    title(columns.rawText, {"Bản ghi viết", "The record said"});
    title(columns.target, {"Nghĩa là", "It means"});
}

void drawLinkOverride(Ui& ui, const Painter& paint, const LinkOverride& linkOverride, std::size_t index, Rect line) {
    const Columns columns = columnsIn(line);
    const Colour ink = ui.colour(linkOverride.live() ? Token::text : Token::muted);
    const LinkOverrideLook look = lookOf(linkOverride.state);
    paint.fill({line.x, line.bottom() - 1, line.w, 1}, ui.colour(Token::track));
    Rect state = columns.state;
    paint.icon(look.icon, state.x + 7, std::round(state.midY()), 14, ui.colour(look.token));
    state.takeLeft(22);
    paint.text(state, ui.say(look.label), FontRole::cell, ink);
    paint.text(columns.when, formatLocalTime(linkOverride.decidedAt, ui.document.language, false), FontRole::cell, ink);
    if (columns.who.w > 0) paint.text(columns.who, linkOverride.decidedBy, FontRole::cell, ink);
    const std::string kind = fmt::format("{} · {}", sentenceCase(ui.say(recordKind(linkOverride.role).label)),
                                         fieldTitle(ui, linkOverride.role, linkOverride.field));
    paint.text(columns.kind, kind, FontRole::cell, ink);
    const std::string rawText = shownRawText(ui, linkOverride.role, linkOverride.field, linkOverride.rawText);
    paint.text(columns.rawText,
               linkOverride.scope.empty() ? rawText : fmt::format("{} ({})", rawText, adminUnitName(ui, linkOverride.scope)),
               FontRole::cellBold, ink);
    paint.text(columns.target, linkOverride.target.empty() ? ui.say({"không có nơi này", "no such place"}) : linkOverride.target,
               FontRole::cell, ink);
    if (!linkOverride.live()) return;
    const std::string control = fmt::format("links.withdraw.{}", index + 1);
    const ButtonSpec withdraw{control, Icon::undo, ui.say({"Rút lại", "Withdraw"}), ButtonLook::bare, mayDecide(ui)};
    if (button(ui, paint, columns.action.inset(0, 1), withdraw))
        ui.emit(Verb::withdrawLink, subjectWords(linkOverride.role, linkOverride.field, linkOverride.rawText, linkOverride.scope));
}

} // namespace

void drawLinkOverrides(Ui& ui, const Painter& paint, Rect rect) {
    drawHead(ui, paint, rect.takeTop(24));
    ScrollArea area(ui, "##link-decisions", rect);
    const std::vector<LinkOverride>& linkOverrides = ui.document.links->linkOverrides;
    if (linkOverrides.empty()) {
        area.paint().text(area.row(40).inset(16, 0), ui.say({"Chưa có quyết định nào.", "Nothing was decided yet."}),
                          FontRole::body, ui.colour(Token::muted));
    }
    for (std::size_t i = linkOverrides.size(); i-- > 0;) {
        const Rect line = area.row(rowPx);
        if (area.visible(line)) drawLinkOverride(ui, area.paint(), linkOverrides[i], i, line);
    }
}

} // namespace banlang::viewer
