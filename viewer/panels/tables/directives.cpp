// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"
#include "viewer/panels/tables/directive_parts.h"

#include <fmt/format.h>
#include <imgui/imgui.h>

#include <algorithm>
#include <array>

// What the conclusion of 18/5/2022 says and asks, point by point: the list, and beside it the answer to the chosen point.

namespace banlang::viewer {
namespace {

constexpr float rowPx = 46;
constexpr float statementWidthPx = 34;

bool inFilter(const Ui& ui, const Answer& answer) {
    const std::string& wanted = ui.document.directiveProgramme;
    return wanted == programmeId(Programme::all) || answer.programme == Programme::all || programmeId(answer.programme) == wanted;
}

/// Chips that choose the programme.
void drawFilter(Ui& ui, const Painter& paint, Rect bar) {
    paint.fill({bar.x, bar.bottom() - 1, bar.w, 1}, ui.colour(Token::border));
    bar = bar.inset(12, 6);
    struct Chip {
        Programme programme;
        Label title;
    };
    constexpr std::array<Chip, 4> chips{{{Programme::all, {"Tất cả", "All"}},
                                         {Programme::newRural, {"Nông thôn mới", "New rural"}},
                                         {Programme::gardens, {"Vườn", "Gardens"}},
                                         {Programme::housing, {"Nhà ở", "Housing"}}}};
    for (const Chip& chip : chips) {
        const std::string programme(programmeId(chip.programme));
        const bool on = ui.document.directiveProgramme == programme;
        const std::string_view title = ui.say(chip.title);
        const Rect rect = bar.takeLeft(std::ceil(paint.textWidth(title, FontRole::hint)) + 20);
        const Press state = press(ui, "conclusion.of." + programme, rect);
        if (on || state.hovered) paint.fill(rect, ui.colour(on ? Token::active : Token::hover), 12);
        paint.outline(rect, ui.colour(on ? Token::accent : Token::border), 12);
        paint.text(rect, title, FontRole::hint, ui.colour(on ? Token::textOnActive : Token::text), Align::centre);
        if (state.clicked && !on) ui.emit(Verb::conclusionOf, {programme});
        bar.takeLeft(6);
    }
}

void drawStatement(Ui& ui, const Painter& paint, const Answer& answer, Rect row, bool chosen) {
    const Press state = press(ui, fmt::format("conclusion.{}", answer.id), row, ui.say(answer.statement));
    const RowColours ink = rowBackground(ui, paint, row, state.hovered, chosen);
    paint.fill({row.x, row.bottom() - 1, row.w, 1}, ui.colour(Token::track));
    Rect inner = row.inset(12, 4);
    paint.text(inner.takeLeft(statementWidthPx), answer.id, FontRole::bodyBold, ink.text);
    const Rect mark = inner.takeRight(20);
    drawAnswerMark(ui, paint, mark.midX(), std::round(row.midY()), answer.state, chosen);
    inner.takeRight(8);
    paint.text(inner.takeTop(19), ui.say(answer.question), chosen ? FontRole::cellBold : FontRole::cell, ink.text);
    paint.text(inner, answer.headline.in(ui.document.language), FontRole::hint, ink.muted);
    if (!state.clicked) return;
    ui.state.revealedStatement = answer.id;
    ui.emit(Verb::conclusion, {std::string(answer.id)});
}

} // namespace

void drawAnswerMark(const Ui& ui, const Painter& paint, float x, float y, AnswerState state, bool onActive) {
    switch (state) {
    case AnswerState::answered:
        paint.icon(Icon::check, x, y, 16, ui.colour(onActive ? Token::textOnActive : Token::success));
        break;
    case AnswerState::notMapped:
        paint.triangle({x, y - 6}, {x + 7, y + 6}, {x - 7, y + 6}, ui.colour(onActive ? Token::textOnActive : Token::warning));
        break;
    case AnswerState::noRecords:
        paint.ring(x, y, 5.5F, ui.colour(onActive ? Token::mutedOnActive : Token::muted), 1.5F);
        break;
    }
}

Label answerStateLabel(AnswerState state) {
    if (state == AnswerState::answered) return {"Có số liệu", "Answered"};
    if (state == AnswerState::notMapped) return {"Chưa gắn được vào xã, thôn", "Not linked to a place"};
    return {"Chưa có số liệu", "No records yet"};
}

void drawDirective(Ui& ui, const Painter& paint, Rect rect) {
    if (!ui.derived.analysis.answers || ui.derived.analysis.answers->empty()) {
        paint.text(rect.takeTop(48).inset(16, 0), ui.computing(), FontRole::body, ui.colour(Token::muted));
        return;
    }
    const auto& answers = *ui.derived.analysis.answers;
    const Answer* chosen = ui.derived.analysis.answerTo(ui.document.directive);
    if (chosen == nullptr)
        chosen = &*std::ranges::find_if(answers, [&](const Answer& a) { return inFilter(ui, a) || &a == &answers.back(); });
    Rect list = rect.takeLeft(std::min(460.0F, std::round(rect.w * 0.4F)));
    paint.fill({list.right() - 1, list.y, 1, list.h}, ui.colour(Token::border));
    list.w -= 1;
    drawFilter(ui, paint, list.takeTop(36));
    {
        ScrollArea area(ui, "##conclusion-list", list);
        for (const Answer& answer : answers) {
            if (!inFilter(ui, answer)) continue;
            const Rect row = area.row(rowPx);
            if (&answer == chosen && ui.state.revealedStatement != answer.id) {
                ImGui::SetScrollFromPosY(row.midY() - ImGui::GetWindowPos().y);
                ui.state.revealedStatement = answer.id;
            }
            if (area.visible(row)) drawStatement(ui, area.paint(), answer, row, &answer == chosen);
        }
    }
    drawAnswer(ui, rect, *chosen);
}

} // namespace banlang::viewer
