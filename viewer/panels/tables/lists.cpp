// SPDX-License-Identifier: MIT
#include "core/report/record_table.h"
#include "core/report/themes/candidates.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>

// Gaps and candidates: lists whose rows select and zoom.

namespace banlang::viewer {
namespace {

constexpr float rowPx = 26;

void showOnMap(Ui& ui, RecordRef target) {
    ui.emitTarget(Verb::select, target);
    if (!boxOf(*ui.document.district, target).empty()) ui.emitTarget(Verb::zoomTo, target);
}

/// Calls draw(row, number, rect) for the rows that are seen; no other is made.
template <class Draw> void eachSeen(ScrollArea& area, const RecordTable& table, Draw draw) {
    const RowWindow window = area.rows(table.rowCount(), rowPx);
    const std::vector<ReportRow> rows = table.cells(window.first, window.count);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t number = window.first + i;
        if (const Rect row = window.at(number); area.visible(row)) draw(rows[i], number, row);
    }
}

void drawGapChoices(Ui& ui, Rect rect, const Gaps& gaps, const Gap& chosen) {
    ScrollArea area(ui, "##gap-choices", rect);
    for (const auto& shared : gaps) {
        const Gap& gap = *shared;
        const Rect row = area.row(30);
        if (!area.visible(row)) continue;
        const bool active = &gap == &chosen;
        const Press state = press(ui, fmt::format("gap.{}", gap.id), row, ui.say(gap.definition));
        const RowColours ink = rowBackground(ui, area.paint(), row, state.hovered, active);
        Rect inner = row.inset(12, 0);
        const std::string count =
            ui.number(static_cast<double>(gap.items.size())) + " / " + ui.number(static_cast<double>(gap.examined));
        area.paint().text(inner.takeRight(area.paint().textWidth(count, FontRole::cellBold) + 8), count, FontRole::cellBold,
                          ink.text, Align::right);
        area.paint().text(inner, ui.say(gap.title), active ? FontRole::cellBold : FontRole::cell, ink.text);
        if (state.clicked) ui.emit(Verb::gap, {std::string(gap.id)});
    }
}

void drawGapItem(Ui& ui, const Painter& paint, const ReportRow& item, std::size_t number, Rect row) {
    const Press state = press(ui, fmt::format("gap.item.{}", number), row);
    const RowColours ink = rowBackground(ui, paint, row, state.hovered, ui.document.selected == item.record);
    Rect inner = row.inset(14, 0);
    const bool atRisk = item.cells[3].number > 0;
    const Colour mark = ui.colour(atRisk ? Token::warning : Token::danger);
    const Rect sign = inner.takeLeft(18);
    if (atRisk) {
        paint.triangle({sign.x + 6, row.midY() - 5}, {sign.x + 12, row.midY() + 5}, {sign.x, row.midY() + 5}, mark);
    } else {
        paint.circle(sign.x + 6, row.midY(), 4.5F, mark);
    }
    inner.takeLeft(4);
    paint.text(inner.takeLeft(inner.w * 0.28F), item.cells[0].text, FontRole::cellBold, ink.text);
    inner.takeLeft(8);
    paint.text(inner.takeLeft(inner.w * 0.27F), item.cells[1].text, FontRole::cell, ink.muted);
    inner.takeLeft(8);
    paint.text(inner, item.cells[2].text, FontRole::cell, ink.text);
    if (state.clicked) showOnMap(ui, item.record);
}

void drawGapItems(Ui& ui, Rect rect, const std::shared_ptr<const Gap>& gap) {
    ScrollArea area(ui, "##gap-items", rect);
    const Painter& paint = area.paint();
    const RecordTable items = gapItemTable(ui.document.district, gap, ui.document.language);
    if (items.rowCount() == 0) {
        Rect row = area.row(40).inset(16, 0);
        paint.icon(Icon::check, row.takeLeft(20).midX(), row.midY(), 16, ui.colour(Token::success));
        row.takeLeft(8);
        paint.text(row, ui.say({"Không còn nơi nào bị sót.", "Nothing was left out."}), FontRole::body, ui.colour(Token::text));
    }
    eachSeen(area, items, [&](const ReportRow& item, std::size_t number, Rect row) { drawGapItem(ui, paint, item, number, row); });
}

void drawCandidate(Ui& ui, const Painter& paint, const ReportRow& candidate, Rect row) {
    const int number = static_cast<int>(candidate.cells[0].number);
    const double score = candidate.cells[2].number;
    const std::string rank = ui.number(number);
    const Press state = press(ui, fmt::format("candidate.{}", number), row);
    const RowColours ink = rowBackground(ui, paint, row, state.hovered, ui.document.selected == candidate.record);
    Rect inner = row.inset(14, 0);
    const Rect badge = inner.takeLeft(30);
    const Colour fill = rgb(number <= 3 ? 0x7F2704 : number <= 7 ? 0xC24100 : 0xFDAE6B);
    const Colour rankInk = rgb(number <= 7 ? 0xFFFFFF : 0x3A1504);
    paint.fill({badge.x, row.midY() - 9, std::max(22.0F, paint.textWidth(rank, FontRole::cellBold) + 8), 18}, fill, 9);
    paint.text({badge.x, row.midY() - 9, std::max(22.0F, paint.textWidth(rank, FontRole::cellBold) + 8), 18}, rank,
               FontRole::cellBold, rankInk, Align::centre);
    inner.takeLeft(8);
    paint.text(inner.takeLeft(inner.w * 0.26F), candidate.cells[1].text, FontRole::cellBold, ink.text);
    inner.takeLeft(8);
    const Rect scoreRect = inner.takeLeft(110);
    const Rect bar{scoreRect.x, std::round(row.midY()) - 5, 64, 10};
    paint.fill(bar, ui.colour(Token::track), 2);
    paint.fill({bar.x, bar.y, bar.w * static_cast<float>(std::clamp(score, 0.0, 1.0)), bar.h}, fill, 2);
    paint.text({bar.right() + 6, row.y, 40, row.h}, ui.number(score, 2), FontRole::cell, ink.text);
    const Rect range = inner.takeLeft(78);
    paint.text(range, fmt::format("{:.0f}–{:.0f}", candidate.cells[3].number, candidate.cells[4].number), FontRole::cell,
               ink.muted);
    paint.text(inner, candidate.cells[5].text, FontRole::cell, ink.text);
    if (state.clicked) showOnMap(ui, candidate.record);
}

} // namespace

void drawGaps(Ui& ui, Rect rect) {
    if (!ui.derived.analysis.gaps || ui.derived.analysis.gaps->empty()) {
        ScrollArea area(ui, "##gap-choices", rect);
        area.paint().text(area.row(48).inset(16, 0), ui.computing(), FontRole::body, ui.colour(Token::muted));
        return;
    }
    const auto& gaps = *ui.derived.analysis.gaps;
    const auto wanted = std::ranges::find(gaps, shownGap(ui.document), [](const auto& gap) { return gap->id; });
    const Gap& chosen = wanted == gaps.end() ? *gaps.front() : **wanted;
    const Rect choices = rect.takeLeft(std::min(340.0F, rect.w * 0.42F));
    drawGapChoices(ui, choices, gaps, chosen);
    drawGapItems(ui, rect, wanted == gaps.end() ? gaps.front() : *wanted);
}

void drawCandidates(Ui& ui, Rect rect) {
    ScrollArea area(ui, "##candidates", rect);
    const Painter& paint = area.paint();
    Rect head = area.row(24);
    paint.fill(head, ui.colour(Token::surface2));
    head = head.inset(14, 0);
    const Colour muted = ui.colour(Token::muted);
    paint.text(head.takeLeft(38), ui.say({"Hạng", "Rank"}), FontRole::hint, muted);
    paint.text(head.takeLeft(head.w * 0.26F), ui.say({"Tuyến", "Road"}), FontRole::hint, muted);
    head.takeLeft(8);
    paint.text(head.takeLeft(110), ui.say({"Điểm", "Score"}), FontRole::hint, muted);
    paint.text(head.takeLeft(78), ui.say({"Dao động", "Range"}), FontRole::hint, muted);
    paint.text(head, ui.say({"Vì sao", "Why"}), FontRole::hint, muted);
    if (!ui.derived.analysis.candidates) {
        paint.text(area.row(48).inset(14, 0), ui.computing(), FontRole::body, muted);
        return;
    }
    if (ui.derived.analysis.candidates->empty()) {
        drawNothing(ui, paint, {rect.x, rect.y + 24, rect.w, rect.h - 24}, candidatesWords().note, "candidates.import");
        return;
    }
    const RecordTable candidates = candidateTable(ui.derived.analysis.candidates, ui.document.language);
    eachSeen(area, candidates,
             [&](const ReportRow& candidate, std::size_t /*number*/, Rect row) { drawCandidate(ui, paint, candidate, row); });
}

} // namespace banlang::viewer
