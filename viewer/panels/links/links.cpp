// SPDX-License-Identifier: MIT
#include "viewer/panels/links/links_parts.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>
#include <imgui/imgui.h>

#include <algorithm>

// Records that found no place, by kind; beside them what the chosen one may have meant.

namespace banlang::viewer {
namespace {

constexpr float rowPx = 28;
constexpr float headPx = 26;

void drawHead(Ui& ui, const Painter& paint, Rect bar, const LinkReview& review) {
    paint.fill({bar.x, bar.bottom() - 1, bar.w, 1}, ui.colour(Token::border));
    bar = bar.inset(12, 0);
    const auto count = [&](std::size_t value) { return ui.number(static_cast<double>(value)); };
    const SegmentSpec unresolved{"links.view.open", ui.say({"Cần nối", "To link"}), count(review.unresolved.size()),
                                 ui.document.linkView == LinkView::open, !review.unresolved.empty()};
    const SegmentSpec overrides{"links.view.decided", ui.say({"Đã quyết định", "Decided"}), count(review.linkOverrides.size()),
                                ui.document.linkView == LinkView::decided, false};
    for (const auto& [segment, view] : {std::pair{&unresolved, LinkView::open}, std::pair{&overrides, LinkView::decided}}) {
        if (segmentButton(ui, paint, bar, *segment)) ui.emit(Verb::linkView, {std::string(id(view))});
    }
    bar.takeLeft(12);
    if (!mayDecide(ui) && !review.whyNotWritable.vi.empty()) {
        paint.icon(Icon::info, bar.takeLeft(16).midX(), std::round(bar.midY()), 15, ui.colour(Token::warning));
        bar.takeLeft(6);
        paint.text(bar, review.whyNotWritable.in(ui.document.language), FontRole::cell, ui.colour(Token::text));
        return;
    }
    if (ui.document.linkView != LinkView::open || review.unresolved.empty()) return;
    paint.text(bar,
               ui.say({"↑ ↓ chọn bản ghi, ← → chọn nơi, Enter: nối, Del: không có nơi này",
                       "↑ ↓ record, ← → place, Enter: link, Del: no such place"}),
               FontRole::hint, ui.colour(Token::muted));
}

void drawStatement(Ui& ui, const Painter& paint, const UnresolvedReferenceGroup& unresolved, std::size_t index, Rect row,
                   bool chosen) {
    const Press state = press(ui, fmt::format("links.row.{}", index + 1), row);
    const RowColours ink = rowBackground(ui, paint, row, state.hovered, chosen);
    paint.fill({row.x, row.bottom() - 1, row.w, 1}, ui.colour(Token::track));
    Rect inner = row.inset(12, 0);
    inner.takeLeft(6);
    const std::string count =
        unresolved.records > 1 ? fmt::format("×{}", ui.number(static_cast<double>(unresolved.records))) : std::string();
    paint.text(inner.takeRight(48), count, FontRole::cell, ink.muted, Align::right);
    inner.w -= 10;
    const std::string rawText = shownRawText(ui, unresolved.link.role, unresolved.link.field, unresolved.link.key);
    paint.text(inner.takeLeft(std::round(inner.w * 0.46F)), rawText, FontRole::cellBold, ink.text);
    inner.takeLeft(10);
    paint.text(inner, unresolved.link.reason.in(ui.document.language), FontRole::cell, ink.muted);
    if (!state.clicked) return;
    ui.state.focus = fmt::format("links.row.{}", index + 1);
    ui.state.revealedLinkRow = index;
    ui.emit(Verb::linkRow, {fmt::format("{}", index + 1)});
}

void drawQueue(Ui& ui, Rect rect, const LinkReview& review, std::size_t chosen) {
    ScrollArea area(ui, "##links", rect);
    const Painter& paint = area.paint();
    for (std::size_t i = 0; i < review.unresolved.size(); ++i) {
        const UnresolvedReferenceGroup& unresolved = review.unresolved[i];
        if (i == 0 || review.unresolved[i - 1].link.role != unresolved.link.role) {
            Rect head = area.row(headPx);
            paint.fill(head, ui.colour(Token::surface2));
            paint.fill({head.x, head.bottom() - 1, head.w, 1}, ui.colour(Token::border));
            head = head.inset(12, 0);
            const auto same = std::ranges::count_if(
                review.unresolved, [&](const UnresolvedReferenceGroup& other) { return other.link.role == unresolved.link.role; });
            paint.text(head, ui.number(static_cast<double>(same)), FontRole::hint, ui.colour(Token::muted), Align::right);
            paint.text(head, sentenceCase(ui.say(recordKind(unresolved.link.role).label)), FontRole::cellBold,
                       ui.colour(Token::text));
        }
        const Rect row = area.row(rowPx);
        if (i == chosen && ui.state.revealedLinkRow != chosen) {
            ImGui::SetScrollFromPosY(row.midY() - ImGui::GetWindowPos().y);
            ui.state.revealedLinkRow = chosen;
        }
        if (area.visible(row)) drawStatement(ui, paint, unresolved, i, row, i == chosen);
    }
}

void drawNothingOpen(const Ui& ui, const Painter& paint, Rect rect) {
    Rect row = rect.takeTop(48).inset(16, 0);
    paint.icon(Icon::check, row.takeLeft(20).midX(), std::round(row.midY()), 16, ui.colour(Token::success));
    row.takeLeft(8);
    paint.text(row, ui.say({"Mọi bản ghi đều đã có nơi.", "Every record has found its place."}), FontRole::body,
               ui.colour(Token::text));
}

} // namespace

std::string shownRawText(const Ui& ui, Role role, std::string_view field, const std::string& rawText) {
    const RecordKind& kind = recordKind(role);
    const auto found = std::ranges::find(kind.fields, field, &RecordField::name);
    if (found != kind.fields.end() && !mayShow(ui.document.audience, *found))
        return std::string(ui.say({"(chỉ tổ công tác xem)", "(for the working group)"}));
    return rawText.empty() ? std::string(ui.say({"(để trống)", "(empty)"})) : rawText;
}

std::string adminUnitName(const Ui& ui, const std::string& code) {
    for (const Role role : {Role::communes, Role::villages}) {
        if (const auto unit = targetFor(*ui.document.district, recordKind(role).id, code))
            return fullName(ui.document.district->table(role), unit->row);
    }
    return code;
}

std::string_view fieldTitle(const Ui& ui, Role role, std::string_view field) {
    if (field == placeField) return ui.say({"vị trí", "place"});
    const RecordKind& kind = recordKind(role);
    const auto found = std::ranges::find(kind.fields, field, &RecordField::name);
    return found == kind.fields.end() ? field : ui.say(found->label);
}

std::vector<std::string> subjectWords(Role role, const std::string& field, const std::string& rawText, const std::string& scope) {
    std::vector<std::string> words{std::string(recordKind(role).id), field, rawText};
    if (!scope.empty()) words.push_back(scope);
    return words;
}

bool mayDecide(const Ui& ui) {
    return ui.document.links && ui.document.links->whyNotWritable.vi.empty() && !ui.derived.job;
}

void decide(Ui& ui, const UnresolvedReference& link, const std::string& target) {
    if (!mayDecide(ui)) return;
    std::vector<std::string> words = subjectWords(link.role, link.field, link.key, link.scope);
    words.push_back(target);
    ui.state.linkChoice = 0;
    ui.emit(Verb::decideLink, std::move(words));
}

const std::vector<LinkCandidate>& candidatesOf(Ui& ui, std::size_t row) {
    UiState::LinkCandidates& known = ui.state.linkCandidates;
    if (known.review != ui.document.links || known.row != row) {
        known = {ui.document.links, row, candidatesFor(*ui.document.district, ui.document.links->unresolved[row].link)};
        ui.state.linkChoice = 0;
    }
    return known.found;
}

void drawLinks(Ui& ui, const Painter& paint, Rect rect) {
    if (!ui.document.links || !ui.document.district) return;
    const LinkReview& review = *ui.document.links;
    drawHead(ui, paint, rect.takeTop(42), review);
    if (ui.document.linkView == LinkView::decided) return drawLinkOverrides(ui, paint, rect);
    if (review.unresolved.empty()) return drawNothingOpen(ui, paint, rect);
    const std::size_t chosen = std::min(ui.document.linkRow.value_or(0), review.unresolved.size() - 1);
    const Rect choices = rect.takeRight(std::round(rect.w * 0.5F));
    paint.fill({choices.x, choices.y, 1, choices.h}, ui.colour(Token::border));
    drawQueue(ui, rect, review, chosen);
    drawLinkChoices(ui, paint, choices, chosen);
}

} // namespace banlang::viewer
