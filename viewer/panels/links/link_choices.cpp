// SPDX-License-Identifier: MIT
#include "viewer/panels/links/links_parts.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>

// What a record may have meant: candidates by likeness, and the two ways out.

namespace banlang::viewer {
namespace {

constexpr float candidatePx = 44;
constexpr float marginPx = 14;

std::string titleOf(const Ui& ui, const LinkCandidate& candidate) {
    const bool person = candidate.role == Role::households && !mayShowHouseholds(ui.document.audience);
    return person || candidate.name.empty() ? candidate.key : candidate.name;
}

/// What was said, where, and by how many records.
void drawSubject(const Ui& ui, const Painter& paint, Rect& rect, const UnresolvedReferenceGroup& unresolved) {
    const UnresolvedReference& link = unresolved.link;
    const std::string rawText = shownRawText(ui, link.role, link.field, link.key);
    paint.text(rect.takeTop(24), fmt::format("“{}”", rawText), FontRole::title, ui.colour(Token::text));
    const std::string_view records = ui.say({"bản ghi", unresolved.records == 1 ? "record" : "records"});
    std::string where =
        fmt::format("{} · {} · {} {}", sentenceCase(ui.say(recordKind(link.role).label)), fieldTitle(ui, link.role, link.field),
                    ui.number(static_cast<double>(unresolved.records)), records);
    if (!link.scope.empty()) where += fmt::format(" · {} {}", ui.say({"trong", "within"}), adminUnitName(ui, link.scope));
    paint.text(rect.takeTop(19), where, FontRole::cell, ui.colour(Token::muted));
    Rect reason = rect.takeTop(24);
    paint.icon(Icon::warning, reason.takeLeft(16).midX(), std::round(reason.midY()), 14, ui.colour(Token::warning));
    reason.takeLeft(6);
    paint.text(reason, link.reason.in(ui.document.language), FontRole::cell, ui.colour(Token::text));
}

void drawCandidate(Ui& ui, const Painter& paint, const UnresolvedReference& link, const LinkCandidate& candidate, std::size_t index,
                   Rect row) {
    const bool chosen = ui.state.linkChoice == index;
    const Press state = press(ui, fmt::format("links.candidate.{}", index + 1), {row.x, row.y, row.w - 92, row.h});
    if (chosen || state.hovered) paint.fill(row, ui.colour(chosen ? Token::active : Token::hover), 4);
    paint.outline(row, ui.colour(chosen ? Token::accent : Token::border), 4, chosen ? 2.0F : 1.0F);
    const Colour ink = ui.colour(chosen ? Token::textOnActive : Token::text);
    const Colour quiet = ui.colour(chosen ? Token::mutedOnActive : Token::muted);
    Rect inner = row.inset(12, 0);
    const std::string control = fmt::format("links.choose.{}", index + 1);
    const ButtonSpec spec{control, std::nullopt, ui.say({"Nối", "Link"}), chosen ? ButtonLook::primary : ButtonLook::bordered,
                          mayDecide(ui)};
    const Rect choose = inner.takeRight(buttonWidth(paint, spec) + 8);
    if (button(ui, paint, {choose.x, std::round(row.midY()) - 15, choose.w, 30}, spec)) decide(ui, link, candidate.key);
    inner.takeRight(16);
    if (candidate.similarity > 0) {
        const std::string percent = fmt::format("{:.0f} %", candidate.similarity * 100);
        paint.text(inner.takeRight(46), percent, FontRole::cellBold, ink, Align::right);
        const Rect track = inner.takeRight(70);
        const Rect bar{track.x, std::round(row.midY()) - 4, 64, 8};
        paint.fill(bar, ui.colour(Token::track), 2);
        const auto share = static_cast<float>(std::clamp(candidate.similarity, 0.0, 1.0));
        paint.fill({bar.x, bar.y, std::round(bar.w * share), bar.h}, ui.colour(Token::accent), 2);
        inner.takeRight(12);
    }
    Rect first = inner.takeTop(24);
    first.y += 2;
    const std::string title = titleOf(ui, candidate);
    paint.text(first, title, FontRole::bodyBold, ink);
    first.takeLeft(paint.textWidth(title, FontRole::bodyBold) + 10);
    if (title != candidate.key) paint.text(first, candidate.key, FontRole::cell, quiet);
    paint.text({inner.x, inner.y - 1, inner.w, 18}, candidate.why.in(ui.document.language), FontRole::hint, quiet);
    if (!state.clicked) return;
    ui.state.linkChoice = index;
    const RecordRef target{candidate.role, static_cast<std::uint32_t>(std::max(candidate.row, 0))};
    ui.emitTarget(Verb::select, target);
    if (!boxOf(*ui.document.district, target).empty()) ui.emitTarget(Verb::zoomTo, target);
}

void drawWaysOut(Ui& ui, const Painter& paint, Rect line, const UnresolvedReference& link, std::size_t row) {
    const ButtonSpec nowhere{"links.nowhere",
                             Icon::close,
                             ui.say({"Không có nơi này", "No such place"}),
                             ButtonLook::bordered,
                             mayDecide(ui),
                             {},
                             "Del"};
    if (button(ui, paint, line.takeLeft(buttonWidth(paint, nowhere)), nowhere)) decide(ui, link, {});
    line.takeLeft(8);
    const ButtonSpec skip{"links.skip", std::nullopt, ui.say({"Để sau", "Skip"}), ButtonLook::bare};
    if (button(ui, paint, line.takeLeft(buttonWidth(paint, skip)), skip)) {
        const std::size_t next = (row + 1) % ui.document.links->unresolved.size();
        ui.emit(Verb::linkRow, {fmt::format("{}", next + 1)});
    }
    line.takeLeft(8);
    const ButtonSpec show{"links.show", Icon::zoomTo, ui.say({"Xem bản ghi", "Show the record"}), ButtonLook::bare};
    if (button(ui, paint, line.takeLeft(buttonWidth(paint, show)), show)) ui.emitTarget(Verb::select, {link.role, link.row});
}

} // namespace

void drawLinkChoices(Ui& ui, const Painter& outer, Rect rect, std::size_t row) {
    const UnresolvedReferenceGroup& unresolved = ui.document.links->unresolved[row];
    drawWaysOut(ui, outer, rect.takeBottom(44).inset(marginPx, 6), unresolved.link, row);
    ScrollArea area(ui, "##link-choices", rect);
    const Painter& paint = area.paint();
    Rect head = area.row(84).inset(marginPx, 8);
    drawSubject(ui, paint, head, unresolved);
    const std::vector<LinkCandidate>& candidates = candidatesOf(ui, row);
    if (candidates.empty()) {
        paint.text(area.row(30).inset(marginPx, 0),
                   ui.say({"Không có nơi nào gần giống. Sửa bảng rồi nạp lại, hoặc đánh dấu không có nơi này.",
                           "Nothing is like it. Correct the table and import it again, or mark that there is no such place."}),
                   FontRole::cell, ui.colour(Token::muted));
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Rect line = area.row(candidatePx).inset(marginPx, 0);
        if (area.visible(line)) drawCandidate(ui, paint, unresolved.link, candidates[i], i, line);
        area.skip(6);
    }
}

} // namespace banlang::viewer
