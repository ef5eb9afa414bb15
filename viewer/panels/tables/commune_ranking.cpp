// SPDX-License-Identifier: MIT
#include "layers/themes/commune_ranking.h"

#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

// The ranking of communes, and of what parts the score of one is made.

namespace banlang::viewer {
namespace {

constexpr float rowPx = 28;
constexpr float marginPx = 14;
constexpr double fullScore = 100;

const FillStyle& fillOf(std::string_view programme) {
    const auto looks = communeRankingLooks();
    const auto found = std::ranges::find(looks, programme, &CommuneRankingLook::id);
    return found == looks.end() ? looks.front().fill : found->fill;
}

struct Columns {
    Rect rank, name, score, bar;
};

Columns columnsIn(Rect line) {
    Columns columns;
    line = line.inset(12, 0);
    columns.rank = line.takeLeft(46);
    columns.name = line.takeLeft(std::min(190.0F, std::round(line.w * 0.3F)));
    columns.score = line.takeLeft(66);
    line.takeLeft(16);
    columns.bar = line;
    return columns;
}

void drawHead(const Ui& ui, const Painter& paint, Rect bar, const CommuneRanking& ranking) {
    paint.fill({bar.x, bar.bottom() - 1, bar.w, 1}, ui.colour(Token::border));
    bar = bar.inset(12, 0);
    const std::string title = fmt::format("{} {} · {}", ui.say({"Thi đua năm", "Emulation of"}), ranking.year,
                                          ranking.rules.title.in(ui.document.language));
    const auto looks = communeRankingLooks();
    const float legend = 130.0F * static_cast<float>(looks.size());
    paint.text(bar.takeLeft(std::min(bar.w - legend, paint.textWidth(title, FontRole::cellBold) + 8)), title, FontRole::cellBold,
               ui.colour(Token::text));
    if (!ranking.rules.verified) {
        const std::string note =
            fmt::format(fmt::runtime(ui.say({"thang điểm dự thảo, {} chưa duyệt", "draft points, not yet decided"})),
                        ui.say(officeWords(ui.document.district->office).noun));
        const float width = paint.textWidth(note, FontRole::hint) + 30;
        if (width + legend < bar.w) {
            Rect chip = bar.takeLeft(width);
            paint.icon(Icon::warning, chip.x + 12, std::round(chip.midY()), 14, ui.colour(Token::warning));
            chip.takeLeft(24);
            paint.text(chip, note, FontRole::hint, ui.colour(Token::text));
        }
    }
    for (auto look = looks.rbegin(); look != looks.rend(); ++look) {
        const float width = paint.textWidth(ui.say(look->label), FontRole::hint) + 4;
        paint.text(bar.takeRight(width), ui.say(look->label), FontRole::hint, ui.colour(Token::text), Align::right);
        const Rect swatch = bar.takeRight(30);
        const Rect box{swatch.x + 2, std::round(swatch.midY()) - 7, 22, 13};
        paint.pattern(box, look->fill);
        paint.outline(box, ui.colour(Token::borderStrong));
        bar.takeRight(16);
    }
}

void drawColumnHeads(const Ui& ui, const Painter& paint, Rect head) {
    paint.fill(head, ui.colour(Token::surface2));
    paint.fill({head.x, head.bottom() - 1, head.w, 1}, ui.colour(Token::border));
    const Columns columns = columnsIn(head);
    const Colour muted = ui.colour(Token::muted);
    paint.text(columns.rank, ui.say({"Hạng", "Rank"}), FontRole::hint, muted);
    paint.text(columns.name, ui.say({"Xã", "Commune"}), FontRole::hint, muted);
    paint.text(columns.score, ui.say({"Điểm", "Points"}), FontRole::hint, muted, Align::right);
    paint.text(columns.bar, "0", FontRole::hint, muted);
    paint.text(columns.bar, "50", FontRole::hint, muted, Align::centre);
    paint.text(columns.bar, "100", FontRole::hint, muted, Align::right);
}

/// Points won, one piece per indicator; what was taken off is told by the score.
void drawPoints(const Ui& ui, const Painter& paint, const CommuneRankingRules& rules, const CommuneRankingRow& row, Rect bar) {
    paint.fill(bar, ui.colour(Token::track), 2);
    double before = 0;
    const auto add = [&](double points, const FillStyle& fill) {
        const float left = std::round(bar.x + static_cast<float>(std::min(1.0, before / fullScore)) * bar.w);
        before += points;
        const float right = std::round(bar.x + static_cast<float>(std::min(1.0, before / fullScore)) * bar.w);
        if (right - left >= 2) paint.pattern({left, bar.y, right - left - 1, bar.h}, fill);
    };
    // By programme, so that a bar reads as three lengths.
    for (const CommuneRankingLook& look : communeRankingLooks()) {
        for (std::size_t i = 0; i < row.parts.size() && i < rules.indicators.size(); ++i) {
            if (rules.indicators[i].programme == look.id && row.parts[i].points > 0) add(row.parts[i].points, look.fill);
        }
    }
}

void drawCommune(Ui& ui, const Painter& paint, const CommuneRanking& ranking, const CommuneRankingRow& commune, Rect line) {
    const RecordRef target{Role::communes, static_cast<std::uint32_t>(commune.commune)};
    const bool selected = ui.document.selected == target;
    const Press state = press(ui, fmt::format("emulation.row.{}", commune.code), line);
    const RowColours ink = rowBackground(ui, paint, line, state.hovered, selected);
    paint.fill({line.x, line.bottom() - 1, line.w, 1}, ui.colour(Token::track));
    const Columns columns = columnsIn(line);
    if (commune.score) {
        const std::string rank = fmt::format("{}{}", commune.rank, commune.tied ? "=" : "");
        paint.text(columns.rank, rank, FontRole::bodyBold, ink.text);
        paint.text(columns.score, ui.number(*commune.score, ranking.rules.decimals), FontRole::cellBold, ink.text, Align::right);
        drawPoints(ui, paint, ranking.rules, commune, {columns.bar.x, std::round(line.midY()) - 7, columns.bar.w, 13});
    } else {
        paint.text(columns.rank, "–", FontRole::body, ink.muted);
        paint.text({columns.bar.x, line.y, columns.bar.w, line.h},
                   ui.say({"chưa có báo cáo, không phải 0 điểm", "no report, not zero points"}), FontRole::cell, ink.muted);
    }
    paint.text(columns.name, commune.name, selected ? FontRole::cellBold : FontRole::cell, ink.text);
    if (!state.clicked) return;
    ui.emitTarget(Verb::select, target);
    if (!boxOf(*ui.document.district, target).empty()) ui.emitTarget(Verb::zoomTo, target);
}

std::string valueText(const Ui& ui, const CommuneRankingPart& part) {
    if (!part.value) return std::string(ui.say({"chưa báo cáo", "no report"}));
    const int decimals = *part.value == std::round(*part.value) ? 0 : 1;
    std::string text = ui.number(*part.value, decimals);
    if (part.target) text += fmt::format(" / {}", ui.number(*part.target, *part.target == std::round(*part.target) ? 0 : 1));
    return text;
}

void drawPart(const Ui& ui, ScrollArea& area, const CommuneRankingIndicator& indicator, const CommuneRankingPart& part) {
    Rect row = area.row(44);
    if (!area.visible(row)) return;
    const Painter& paint = area.paint();
    paint.fill({row.x, row.bottom() - 1, row.w, 1}, ui.colour(Token::track));
    row = row.inset(marginPx, 3);
    Rect first = row.takeTop(20);
    const std::string points = fmt::format("{} / {}", part.value ? ui.number(part.points, 1) : "–", ui.number(indicator.weight, 0));
    paint.text(first.takeRight(84), points, FontRole::cellBold, ui.colour(Token::text), Align::right);
    paint.text(first, indicator.label.in(ui.document.language), FontRole::cell, ui.colour(Token::text));
    const std::string value = valueText(ui, part);
    const Rect words = row.takeRight(112);
    paint.text(words, value, FontRole::hint, ui.colour(Token::muted), Align::right);
    const Rect bar{row.x, row.y + 4, row.w - 12, 8};
    paint.fill(bar, ui.colour(Token::track), 2);
    const double share = part.percent ? std::clamp(std::abs(*part.percent) / 100, 0.0, 1.0) : 0;
    const float width = std::round(bar.w * static_cast<float>(share));
    if (width > 0 && part.points < 0) paint.fill({bar.x, bar.y, width, bar.h}, ui.colour(Token::danger), 2);
    if (width > 0 && part.points >= 0) paint.pattern({bar.x, bar.y, width, bar.h}, fillOf(indicator.programme));
}

/// The parts of the selected commune, or of the first.
void drawBreakdown(const Ui& ui, ScrollArea& area, const CommuneRanking& ranking) {
    const auto chosen = std::ranges::find_if(ranking.rows, [&](const CommuneRankingRow& row) {
        return ui.document.selected == RecordRef{Role::communes, static_cast<std::uint32_t>(row.commune)};
    });
    const CommuneRankingRow& row = chosen == ranking.rows.end() ? ranking.rows.front() : *chosen;
    Rect head = area.row(54).inset(marginPx, 6);
    area.paint().text(head.takeTop(22), row.name, FontRole::title, ui.colour(Token::text));
    const std::string under = row.score ? fmt::format(fmt::runtime(ui.say({"Hạng {} · {} điểm", "Rank {} · {} points"})), row.rank,
                                                      ui.number(*row.score, ranking.rules.decimals))
                                        : std::string(ui.say({"Chưa có báo cáo", "No report"}));
    area.paint().text(head, under, FontRole::cell, ui.colour(Token::muted));
    for (std::size_t i = 0; i < row.parts.size() && i < ranking.rules.indicators.size(); ++i)
        drawPart(ui, area, ranking.rules.indicators[i], row.parts[i]);
    area.skip(8);
}

} // namespace

void drawCommuneRanking(Ui& ui, const Painter& paint, Rect rect) {
    if (!ui.derived.analysis.communeRanking) {
        paint.text(rect.takeTop(48).inset(16, 0), ui.computing(), FontRole::body, ui.colour(Token::muted));
        return;
    }
    const auto& ranking = *ui.derived.analysis.communeRanking;
    if (!ranking || ranking->rows.empty()) {
        paint.text(rect.takeTop(48).inset(16, 0), ui.say({"Chưa tính được thi đua.", "There is no ranking."}), FontRole::body,
                   ui.colour(Token::muted));
        return;
    }
    drawHead(ui, paint, rect.takeTop(34), *ranking);
    Rect details = rect.takeRight(std::min(420.0F, std::round(rect.w * 0.36F)));
    paint.fill({details.x, details.y, 1, details.h}, ui.colour(Token::border));
    details.takeLeft(1);
    {
        ScrollArea area(ui, "##emulation-parts", details);
        drawBreakdown(ui, area, *ranking);
    }
    drawColumnHeads(ui, paint, rect.takeTop(24));
    ScrollArea area(ui, "##emulation", rect);
    for (const CommuneRankingRow& row : ranking->rows) {
        const Rect line = area.row(rowPx);
        if (area.visible(line)) drawCommune(ui, area.paint(), *ranking, row, line);
    }
}

} // namespace banlang::viewer
