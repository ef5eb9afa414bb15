// SPDX-License-Identifier: MIT
#include "core/report/indicator_figures.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/tables/directive_parts.h"
#include "viewer/panels/widgets/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang::viewer {
namespace {

constexpr float marginPx = 16;
constexpr float figureHeightPx = 50;
constexpr float figureNotePx = 22; ///< under figures with a plan or a change
constexpr float figureGapPx = 20;
constexpr float lowPanelPx = 240;

/// What a figure is against its target, and how it changed.
std::string noteOf(const Ui& ui, const IndicatorFigure& figure) {
    std::string note;
    if (figure.target) note = fmt::format("{} {}", ui.say({"kế hoạch", "target"}), figureText(ui, figure.target, figure.unit));
    if (figure.change && ui.document.compareWith) {
        note += fmt::format("{}{}{} {} {}", note.empty() ? "" : " · ", *figure.change > 0 ? "+" : "",
                            amountText(ui, *figure.change, figure.unit), ui.say({"so với", "since"}),
                            ui.date(*ui.document.compareWith));
    }
    return note;
}

/// A hidden figure keeps the room of the exact one.
IndicatorFigure exactFigure(const Answer& answer, const AnswerFigure& figure) {
    return answerFigure(answer, figure, Audience::workingGroup);
}

std::string valueText(const Ui& ui, const IndicatorFigure& figure) {
    return figureText(ui, figure.value.hasValue() ? std::optional(figure.value.number) : std::nullopt, figure.unit);
}

void drawFigure(const Ui& ui, const Painter& paint, const Answer& answer, const AnswerFigure& answerFigure, Rect rect) {
    const IndicatorFigure figure = exactFigure(answer, answerFigure);
    const bool hidden = banlang::answerFigure(answer, answerFigure, ui.document.audience).value.state == CellState::hidden;
    const bool known = figure.value.hasValue();
    paint.text(rect.takeTop(18), sentenceCase(ui.say(figure.label)), FontRole::hint, ui.colour(Token::muted));
    paint.text(rect.takeTop(24), hidden ? "<3" : valueText(ui, figure), known ? FontRole::title : FontRole::body,
               ui.colour(known ? Token::text : Token::muted));
    if (figure.percentOfTarget) {
        const Rect bar{rect.x, rect.y + 1, rect.w, 4};
        paint.fill(bar, ui.colour(Token::track), 2);
        const auto share = static_cast<float>(std::clamp(*figure.percentOfTarget / 100, 0.0, 1.0));
        paint.fill({bar.x, bar.y, std::round(bar.w * share), bar.h}, ui.colour(Token::accent), 2);
        rect.takeTop(4);
    }
    if (!hidden) paint.text(rect, noteOf(ui, figure), FontRole::hint, ui.colour(Token::muted));
}

float figureWidth(const Ui& ui, const Painter& paint, const IndicatorFigure& figure) {
    const float words =
        std::max(paint.textWidth(ui.say(figure.label), FontRole::hint), paint.textWidth(noteOf(ui, figure), FontRole::hint));
    const float value = paint.textWidth(valueText(ui, figure), FontRole::title);
    return std::ceil(std::clamp(std::max(words, value), 90.0F, 260.0F)) + 4;
}

/// Cards in lines; returns what is left below them.
Rect drawFigures(const Ui& ui, const Painter& paint, const Answer& answer, Rect rect) {
    if (answer.figures.empty()) return rect;
    const bool noted = std::ranges::any_of(
        answer.figures, [&](const AnswerFigure& figure) { return !noteOf(ui, exactFigure(answer, figure)).empty(); });
    const float height = figureHeightPx + (noted ? figureNotePx : 0);
    Rect line = rect.takeTop(height);
    const float left = line.x;
    for (const AnswerFigure& figure : answer.figures) {
        const float width = figureWidth(ui, paint, exactFigure(answer, figure));
        if (line.x > left && width > line.w) {
            if (rect.h < height * 2) break;
            line = rect.takeTop(height);
        }
        drawFigure(ui, paint, answer, figure, line.takeLeft(width));
        line.takeLeft(figureGapPx);
    }
    return rect;
}

std::string columnTitle(const Ui& ui, const AnswerColumn& column) {
    std::string title = sentenceCase(ui.say(column.label));
    const std::string_view unit = unitWord(ui, column.unit);
    if (!unit.empty() && title.find(unit) == std::string::npos) title += fmt::format(", {}", unit);
    return title;
}

class AnswerTableView {
public:
    AnswerTableView(Ui& ui, const Answer& answer) : ui_(ui), answer_(answer), table_(answer.table) {}

    void draw(const Painter& paint, Rect rect) {
        measure(paint, rect.w - 24);
        Rect head = rect.takeTop(headHeightPx);
        drawHead(paint, head);
        ScrollArea area(ui_, "##answer-table", rect);
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            const AnswerRow& row = table_.rows[i];
            if (!mayShowRow(row, ui_.document.audience)) continue;
            const Rect line = area.row(rowHeightPx);
            if (area.visible(line)) drawRow(area.paint(), row, i, line);
        }
    }

private:
    static constexpr float rowHeightPx = 24;
    static constexpr float headHeightPx = 40;
    static constexpr float gapPx = 14;
    static constexpr float widestTextPx = 260;
    static constexpr float leastNumberPx = 64;
    static constexpr std::size_t mostMeasured = 60;

    [[nodiscard]] bool isNumber(std::size_t column) const {
        const auto holds = [&](const AnswerRow& row) {
            return std::holds_alternative<double>(row.cells[column]) || std::holds_alternative<Date>(row.cells[column]);
        };
        return column > 0 &&
               std::ranges::none_of(table_.rows,
                                    [&](const AnswerRow& row) { return std::holds_alternative<Bilingual>(row.cells[column]); }) &&
               (std::ranges::any_of(table_.rows, holds) || !table_.columns[column].unit.empty());
    }

    void measure(const Painter& paint, float roomPx) {
        float wanted = 0;
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
            numeric_.push_back(isNumber(column));
            // A title may take two lines.
            float width = paint.textWidth(columnTitle(ui_, table_.columns[column]), FontRole::hint) * 0.58F;
            for (std::size_t i = 0; i < std::min(mostMeasured, table_.rows.size()); ++i)
                width = std::max(width, paint.textWidth(cellText(column, table_.rows[i]), FontRole::cellBold));
            width = std::clamp(width, numeric_.back() ? leastNumberPx : 40.0F, widestTextPx) + gapPx;
            widths_.push_back(width);
            wanted += width;
        }
        if (widths_.empty()) return;
        if (wanted > roomPx) {
            for (float& width : widths_) width *= roomPx / wanted;
        } else {
            // Spread a little, so that figures do not stick to names, but never so far that a row falls apart.
            const float each = std::min(36.0F, (roomPx - wanted) / static_cast<float>(widths_.size()));
            for (float& width : widths_) width += each;
        }
    }

    [[nodiscard]] std::string cellText(std::size_t column, const AnswerRow& row) const {
        const AnswerCell& cell = row.cells[column];
        const std::string_view unit = table_.columns[column].unit;
        if (const auto* text = std::get_if<Bilingual>(&cell)) return text->in(ui_.document.language);
        if (const auto* day = std::get_if<Date>(&cell)) return ui_.date(*day);
        const auto* number = std::get_if<double>(&cell);
        if (number == nullptr) return {};
        const ReportCell told = answerCell(answer_, unit, row.role, *number, ui_.document.audience);
        return told.state == CellState::hidden ? "<3" : amountText(ui_, *number, unit);
    }

    void drawHead(const Painter& paint, Rect head) {
        paint.fill(head, ui_.colour(Token::surface2));
        paint.fill({head.x, head.y, head.w, 1}, ui_.colour(Token::border));
        paint.fill({head.x, head.bottom() - 1, head.w, 1}, ui_.colour(Token::border));
        head = head.inset(12, 0);
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
            Rect cell = head.takeLeft(widths_[column]);
            cell.w -= gapPx;
            const std::string title = columnTitle(ui_, table_.columns[column]);
            const float height = std::min(headHeightPx - 4, paint.paragraphHeight(cell.w, title, FontRole::hint));
            (void)press(ui_, fmt::format("answer.head.{}", column), cell, title);
            paint.clipTo(cell);
            (void)paint.paragraph({cell.x, std::round(cell.midY() - height / 2), cell.w, height}, title, FontRole::hint,
                                  ui_.colour(Token::muted), numeric_[column] ? Align::right : Align::left);
            paint.endClip();
        }
    }

    void drawRow(const Painter& paint, const AnswerRow& row, std::size_t index, Rect line) {
        const bool placed = row.row != notLinked;
        const RecordRef target{row.role, static_cast<std::uint32_t>(std::max(row.row, 0))};
        const bool selected = placed && ui_.document.selected == target;
        Press state;
        if (placed) state = press(ui_, fmt::format("answer.row.{}", index), line);
        const RowColours ink = rowBackground(ui_, paint, line, state.hovered, selected);
        paint.fill({line.x, line.bottom() - 1, line.w, 1}, ui_.colour(Token::track));
        Rect inner = line.inset(12, 0);
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
            Rect cell = inner.takeLeft(widths_[column]);
            cell.w -= gapPx;
            const std::string text = cellText(column, row);
            const bool missing = text.empty();
            paint.text(cell, missing && numeric_[column] ? "–" : text,
                       column == 0 && selected ? FontRole::cellBold : FontRole::cell, missing ? ink.muted : ink.text,
                       numeric_[column] ? Align::right : Align::left);
        }
        if (!state.clicked) return;
        ui_.emitTarget(Verb::select, target);
        if (!boxOf(*ui_.document.district, target).empty()) ui_.emitTarget(Verb::zoomTo, target);
    }

    Ui& ui_;
    const Answer& answer_;
    const AnswerTable& table_;
    std::vector<float> widths_;
    std::vector<bool> numeric_;
};

void drawAnswerHead(Ui& ui, const Painter& paint, const Answer& answer, Rect& rect) {
    Rect line = rect.takeTop(30);
    const std::string_view state = ui.say(answerStateLabel(answer.state));
    Rect mark = line.takeRight(paint.textWidth(state, FontRole::hint) + 24);
    drawAnswerMark(ui, paint, mark.x + 8, std::round(mark.midY()), answer.state, false);
    mark.takeLeft(20);
    paint.text(mark, state, FontRole::hint, ui.colour(Token::muted), Align::right);
    line.takeRight(16);
    paint.text(line.takeLeft(paint.textWidth(answer.id, FontRole::title) + 10), answer.id, FontRole::title,
               ui.colour(Token::accent));
    paint.text(line, ui.say(answer.question), FontRole::title, ui.colour(Token::text));
    // In a low panel the table needs the room; the list tells the statement in its tooltip.
    if (rect.h > lowPanelPx)
        rect.takeTop(paint.paragraph(rect, ui.say(answer.statement), FontRole::hint, ui.colour(Token::muted)) + 4);
    const float headline =
        paint.paragraph(rect, answer.headline.in(ui.document.language), FontRole::bodyBold, ui.colour(Token::text));
    rect.takeTop(headline + 8);
}

/// Which kinds of records would give the answer, and the way to bring them in.
void drawHint(Ui& ui, const Painter& paint, const Answer& answer, Rect rect) {
    std::string kinds;
    for (const Role role : answer.needs) kinds += fmt::format("{}{}", kinds.empty() ? "" : ", ", ui.say(recordKind(role).label));
    const std::string text = fmt::format(fmt::runtime(ui.say({"Chưa có bản ghi nào, không phải là 0. Nạp một trong các bảng: {}.",
                                                              "There are no records yet, which is not zero. Import one of: {}."})),
                                         kinds);
    rect.takeTop(4);
    rect.takeTop(paint.paragraph(rect, text, FontRole::body, ui.colour(Token::muted)) + 8);
    const ButtonSpec import{"conclusion.import", Icon::import, ui.say({"Nạp dữ liệu…", "Import data…"}), ButtonLook::primary,
                            !ui.derived.job};
    if (rect.h < 32) return;
    if (button(ui, paint, rect.takeTop(32).takeLeft(buttonWidth(paint, import) + 8), import)) ui.emit(Verb::import);
}

} // namespace

void drawAnswer(Ui& ui, Rect rect, const Answer& answer) {
    ScrollArea top(ui, "##answer-head", rect);
    const Painter& paint = top.paint();
    Rect inner = rect.inset(marginPx, 4);
    drawAnswerHead(ui, paint, answer, inner);
    if (answer.state == AnswerState::noRecords) return drawHint(ui, paint, answer, inner);
    inner = drawFigures(ui, paint, answer, inner);
    const Rect table{rect.x, inner.y + 2, rect.w, rect.bottom() - inner.y - 2};
    if (!answer.table.rows.empty() && table.h > 64) AnswerTableView(ui, answer).draw(paint, table);
}

} // namespace banlang::viewer
