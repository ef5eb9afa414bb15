// SPDX-License-Identifier: MIT
#include "core/report/themes/criteria.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/tables/criteria_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

// Communes down, criteria across. A cell tells its state by shape; the colour only helps.

namespace banlang::viewer {
namespace {

constexpr float rowPx = 26;
constexpr float markPx = 13;
constexpr std::array<CriterionState, criterionStateCount> states{CriterionState::met, CriterionState::metNotLasting,
                                                                 CriterionState::notMet, CriterionState::noResult};

struct Columns {
    Rect name, cells, count;
    float cellPx = 0;
};

Columns columnsIn(Rect line, std::size_t criteria) {
    Columns columns;
    line = line.inset(12, 0);
    columns.name = line.takeLeft(std::min(190.0F, std::round(line.w * 0.24F)));
    columns.count = line.takeRight(62);
    line.takeRight(6);
    columns.cells = line;
    columns.cellPx = std::min(56.0F, std::floor(line.w / static_cast<float>(std::max<std::size_t>(criteria, 1))));
    return columns;
}

Rect cellOf(const Columns& columns, std::size_t criterion) {
    return {columns.cells.x + columns.cellPx * static_cast<float>(criterion), columns.cells.y, columns.cellPx, columns.cells.h};
}

void drawLegend(const Ui& ui, const Painter& paint, Rect bar, const CriteriaSet& set) {
    paint.fill({bar.x, bar.bottom() - 1, bar.w, 1}, ui.colour(Token::border));
    bar = bar.inset(12, 0);
    const auto item = [&](const Label& words, const auto& draw) {
        const float width = paint.textWidth(ui.say(words), FontRole::hint) + 44;
        if (width > bar.w) return;
        draw(bar.x + 8, std::round(bar.midY()));
        bar.takeLeft(26);
        paint.text(bar, ui.say(words), FontRole::hint, ui.colour(Token::text));
        bar.takeLeft(width - 26);
    };
    const std::string title = fmt::format("{} · {}", set.decree, set.title.in(ui.document.language));
    const Rect named = bar.takeRight(std::min(bar.w * 0.4F, paint.textWidth(title, FontRole::hint) + 4));
    paint.text(named, title, FontRole::hint, ui.colour(Token::muted), Align::right);
    for (const CriterionState state : states)
        item(label(state), [&](float x, float y) { drawCriterionMark(ui, paint, x, y, state, false); });
    item({"đến hạn năm nay, chưa đạt", "due this year, not met"},
         [&](float x, float y) { drawCriterionMark(ui, paint, x, y, CriterionState::notMet, true); });
}

void drawHead(Ui& ui, const Painter& paint, Rect head, const CriteriaSet& set) {
    paint.fill(head, ui.colour(Token::surface2));
    paint.fill({head.x, head.bottom() - 1, head.w, 1}, ui.colour(Token::border));
    const Columns columns = columnsIn(head, set.criteria.size());
    paint.text(columns.name, ui.say({"Xã", "Commune"}), FontRole::hint, ui.colour(Token::muted));
    paint.text(columns.count, ui.say({"Đạt", "Met"}), FontRole::hint, ui.colour(Token::muted), Align::right);
    for (std::size_t i = 0; i < set.criteria.size(); ++i) {
        const Criterion& criterion = set.criteria[i];
        const Rect cell = cellOf(columns, i);
        const std::string tip = fmt::format("{}. {}", criterion.no, criterion.name.in(ui.document.language));
        (void)press(ui, fmt::format("criteria.head.{}", criterion.no), cell, tip);
        paint.text(cell, criterion.no, FontRole::cellBold, ui.colour(Token::text), Align::centre);
    }
}

std::string tooltipOf(const Ui& ui, const Criterion& criterion, const CriterionStatus& status) {
    std::string text =
        fmt::format("{}. {}\n{}", criterion.no, criterion.name.in(ui.document.language), ui.say(label(status.state)));
    if (status.date.known()) text += fmt::format(" · {}", ui.date(status.date));
    if (status.dueYear) text += fmt::format("\n{} {}", ui.say({"Giao hoàn thành năm", "Due in"}), *status.dueYear);
    if (!status.owner.empty()) text += fmt::format(" · {}", status.owner);
    return text;
}

void drawCommune(Ui& ui, const Painter& paint, const CriteriaSet& set, const CommuneCriteria& commune, Rect row) {
    const RecordRef target{Role::communes, static_cast<std::uint32_t>(commune.commune)};
    const bool selected = ui.document.selected == target;
    const Columns columns = columnsIn(row, set.criteria.size());
    const int year = toYmd(ui.document.asOf).year;
    // The cells come first: they lie over the row.
    std::vector<Press> cells;
    for (std::size_t i = 0; i < commune.criteria.size() && i < set.criteria.size(); ++i) {
        cells.push_back(press(ui, fmt::format("criteria.cell.{}.{}", commune.code, set.criteria[i].no), cellOf(columns, i),
                              tooltipOf(ui, set.criteria[i], commune.criteria[i])));
    }
    const Press state = press(ui, fmt::format("criteria.row.{}", commune.code), row);
    const bool onCell = std::ranges::any_of(cells, &Press::hovered);
    const RowColours ink = rowBackground(ui, paint, row, state.hovered || onCell, selected);
    paint.fill({row.x, row.bottom() - 1, row.w, 1}, ui.colour(Token::track));
    paint.text(columns.name, commune.name, selected ? FontRole::cellBold : FontRole::cell, ink.text);
    const std::string met = commune.hasResult() ? fmt::format("{} / {}", commune.count(CriterionState::met), set.criteria.size())
                                                : std::string(ui.say({"chưa có", "none"}));
    paint.text(columns.count, met, commune.hasResult() ? FontRole::cellBold : FontRole::cell,
               commune.hasResult() ? ink.text : ink.muted, Align::right);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Rect cell = cellOf(columns, i);
        if (cells[i].hovered) paint.outline(cell.inset(1), ui.colour(Token::borderStrong), 2);
        drawCriterionMark(ui, paint, std::round(cell.midX()), std::round(cell.midY()), commune.criteria[i].state,
                          commune.criteria[i].dueNotMet(year));
    }
    if (!state.clicked && std::ranges::none_of(cells, &Press::clicked)) return;
    ui.emitTarget(Verb::select, target);
    if (!boxOf(*ui.document.district, target).empty()) ui.emitTarget(Verb::zoomTo, target);
}

/// How many communes meet each criterion.
void drawFoot(const Ui& ui, const Painter& paint, const CriteriaAnswer& answer, Rect foot) {
    paint.fill(foot, ui.colour(Token::surface2));
    paint.fill({foot.x, foot.y, foot.w, 1}, ui.colour(Token::border));
    const Columns columns = columnsIn(foot, answer.set.criteria.size());
    paint.text(columns.name, ui.say({"Số xã đạt", "Communes that meet it"}), FontRole::cellBold, ui.colour(Token::text));
    const CriteriaSummary summary = criteriaSummary(answer, toYmd(ui.document.asOf).year);
    for (std::size_t i = 0; i < summary.metBy.size(); ++i) {
        paint.text(cellOf(columns, i), ui.number(static_cast<double>(summary.metBy[i])), FontRole::cell, ui.colour(Token::text),
                   Align::centre);
    }
}

} // namespace

void drawCriterionMark(const Ui& ui, const Painter& paint, float x, float y, CriterionState state, bool due) {
    const Rect box{x - std::floor(markPx / 2), y - std::floor(markPx / 2), markPx, markPx};
    const Colour good = ui.colour(Token::success);
    const Colour half = ui.colour(Token::warning);
    switch (state) {
    case CriterionState::met:
        paint.fill(box, good, 2);
        break;
    case CriterionState::metNotLasting:
        paint.outline(box, half, 2, 1.5F);
        paint.triangle({box.x, box.bottom()}, {box.x, box.y}, {box.right(), box.bottom()}, half);
        break;
    case CriterionState::notMet:
        paint.outline(box, ui.colour(Token::danger), 2, 1.5F);
        break;
    case CriterionState::noResult:
        paint.fill({x - 4, y, 9, 1.5F}, ui.colour(Token::muted));
        break;
    }
    if (due) paint.outline(box.inset(-4), ui.colour(Token::accent), 3, 2);
}

void drawCriteria(Ui& ui, const Painter& paint, Rect rect) {
    if (!ui.derived.analysis.criteria) {
        paint.text(rect.takeTop(48).inset(16, 0), ui.computing(), FontRole::body, ui.colour(Token::muted));
        return;
    }
    const auto& answer = *ui.derived.analysis.criteria;
    if (!answer || answer->communes.empty()) {
        paint.text(rect.takeTop(48).inset(16, 0),
                   ui.say({"Chưa có bộ tiêu chí nào có hiệu lực vào ngày này.", "No set of criteria is in force on this day."}),
                   FontRole::body, ui.colour(Token::muted));
        return;
    }
    drawLegend(ui, paint, rect.takeTop(34), answer->set);
    const Rect details = rect.takeRight(std::min(400.0F, std::round(rect.w * 0.32F)));
    paint.fill({details.x, details.y, 1, details.h}, ui.colour(Token::border));
    drawHead(ui, paint, rect.takeTop(26), answer->set);
    drawFoot(ui, paint, *answer, rect.takeBottom(26));
    drawCriteriaDetails(ui, details, *answer);
    ScrollArea area(ui, "##criteria", rect);
    for (const CommuneCriteria& commune : answer->communes) {
        const Rect row = area.row(rowPx);
        if (area.visible(row)) drawCommune(ui, area.paint(), answer->set, commune, row);
    }
}

} // namespace banlang::viewer
