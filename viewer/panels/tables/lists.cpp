// SPDX-License-Identifier: MIT
#include "core/report/themes/candidates.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>

// Gaps and candidates: lists whose rows select and zoom.

namespace banlang::viewer {
namespace {

constexpr float rowPx = 26;

void showOnMap(Ui& ui, MapTarget target) {
    ui.emitTarget(Verb::select, target);
    if (!boxOf(*ui.document.district, target).empty()) ui.emitTarget(Verb::zoomTo, target);
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

void drawGapItems(Ui& ui, Rect rect, const Gap& gap) {
    const District& district = *ui.document.district;
    ScrollArea area(ui, "##gap-items", rect);
    const Painter& paint = area.paint();
    if (gap.items.empty()) {
        Rect row = area.row(40).inset(16, 0);
        paint.icon(Icon::check, row.takeLeft(20).midX(), row.midY(), 16, ui.colour(Token::success));
        row.takeLeft(8);
        paint.text(row, ui.say({"Không còn nơi nào bị sót.", "Nothing was left out."}), FontRole::body, ui.colour(Token::text));
    }
    for (std::size_t i = 0; i < gap.items.size(); ++i) {
        const GapItem& item = gap.items[i];
        const MapTarget target{item.role, item.row};
        const Rect row = area.row(rowPx);
        if (!area.visible(row)) continue;
        const Press state = press(ui, fmt::format("gap.item.{}", i), row);
        const RowColours ink = rowBackground(ui, paint, row, state.hovered, ui.document.selected == target);
        Rect inner = row.inset(14, 0);
        const Colour mark = ui.colour(item.atRisk ? Token::warning : Token::danger);
        const Rect sign = inner.takeLeft(18);
        if (item.atRisk) {
            paint.triangle({sign.x + 6, row.midY() - 5}, {sign.x + 12, row.midY() + 5}, {sign.x, row.midY() + 5}, mark);
        } else {
            paint.circle(sign.x + 6, row.midY(), 4.5F, mark);
        }
        inner.takeLeft(4);
        paint.text(inner.takeLeft(inner.w * 0.28F), item.name.empty() ? item.code : item.name, FontRole::cellBold, ink.text);
        inner.takeLeft(8);
        const std::string commune = item.commune == notLinked
                                        ? std::string()
                                        : fullName(district.table(Role::communes), static_cast<std::size_t>(item.commune));
        paint.text(inner.takeLeft(inner.w * 0.27F), commune, FontRole::cell, ink.muted);
        inner.takeLeft(8);
        paint.text(inner, item.reason.in(ui.document.language), FontRole::cell, ink.text);
        if (state.clicked) showOnMap(ui, target);
    }
}

void drawCandidate(Ui& ui, const Painter& paint, const Candidate& candidate, Rect row) {
    const MapTarget target{Role::roads, candidate.road};
    const Press state = press(ui, fmt::format("candidate.{}", candidate.rank), row);
    const RowColours ink = rowBackground(ui, paint, row, state.hovered, ui.document.selected == target);
    Rect inner = row.inset(14, 0);
    const Rect badge = inner.takeLeft(30);
    const Colour fill = rgb(candidate.rank <= 3 ? 0x7F2704 : candidate.rank <= 7 ? 0xC24100 : 0xFDAE6B);
    const Colour number = rgb(candidate.rank <= 7 ? 0xFFFFFF : 0x3A1504);
    const std::string rank = ui.number(candidate.rank);
    paint.fill({badge.x, row.midY() - 9, std::max(22.0F, paint.textWidth(rank, FontRole::cellBold) + 8), 18}, fill, 9);
    paint.text({badge.x, row.midY() - 9, std::max(22.0F, paint.textWidth(rank, FontRole::cellBold) + 8), 18}, rank,
               FontRole::cellBold, number, Align::centre);
    inner.takeLeft(8);
    const std::string name = candidate.name.empty() ? candidate.id : candidate.name;
    paint.text(inner.takeLeft(inner.w * 0.26F), name, FontRole::cellBold, ink.text);
    inner.takeLeft(8);
    const Rect score = inner.takeLeft(110);
    const Rect bar{score.x, std::round(row.midY()) - 5, 64, 10};
    paint.fill(bar, ui.colour(Token::track), 2);
    paint.fill({bar.x, bar.y, bar.w * static_cast<float>(std::clamp(candidate.score, 0.0, 1.0)), bar.h}, fill, 2);
    paint.text({bar.right() + 6, row.y, 40, row.h}, ui.number(candidate.score, 2), FontRole::cell, ink.text);
    const Rect range = inner.takeLeft(78);
    paint.text(range, fmt::format("{}–{}", candidate.bestRank, candidate.worstRank), FontRole::cell, ink.muted);
    std::string reasons;
    for (const Bilingual& reason : candidate.reasons) reasons += (reasons.empty() ? "" : "; ") + reason.in(ui.document.language);
    paint.text(inner, reasons, FontRole::cell, ink.text);
    if (state.clicked) showOnMap(ui, target);
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
    drawGapItems(ui, rect, chosen);
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
    for (const Candidate& candidate : *ui.derived.analysis.candidates) {
        const Rect row = area.row(rowPx);
        if (area.visible(row)) drawCandidate(ui, paint, candidate, row);
    }
}

} // namespace banlang::viewer
