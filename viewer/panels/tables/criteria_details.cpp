// SPDX-License-Identifier: MIT
#include "core/report/themes/criteria.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/tables/criteria_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::viewer {
namespace {

constexpr float marginPx = 14;

const CommuneCriteria* selectedIn(const Ui& ui, const CriteriaAnswer& answer) {
    if (!ui.document.selected || ui.document.selected->role != Role::communes) return nullptr;
    const auto found = std::ranges::find_if(answer.communes, [&](const CommuneCriteria& commune) {
        return static_cast<std::uint32_t>(commune.commune) == ui.document.selected->row;
    });
    return found == answer.communes.end() ? nullptr : &*found;
}

void drawTitle(const Ui& ui, ScrollArea& area, const std::string& title, const std::string& under) {
    Rect head = area.row(54).inset(marginPx, 6);
    area.paint().text(head.takeTop(22), title, FontRole::title, ui.colour(Token::text));
    area.paint().text(head, under, FontRole::cell, ui.colour(Token::muted));
}

void drawSection(const Ui& ui, ScrollArea& area, std::string_view title) {
    const Rect row = area.row(26);
    area.paint().fill(row, ui.colour(Token::surface2));
    area.paint().text(row.inset(marginPx, 0), title, FontRole::cellBold, ui.colour(Token::text));
}

/// A criterion that is not met, with its due year and who is in charge.
void drawOpenCriterion(const Ui& ui, ScrollArea& area, const Criterion& criterion, const CriterionStatus& status, int year) {
    Rect row = area.row(26);
    if (!area.visible(row)) return;
    const Painter& paint = area.paint();
    row = row.inset(marginPx, 0);
    drawCriterionMark(ui, paint, row.x + 8, std::round(row.midY()), status.state, status.dueNotMet(year));
    row.takeLeft(26);
    std::string due = status.dueYear ? fmt::format("{} {}", ui.say({"hạn", "due"}), *status.dueYear) : std::string();
    if (!status.owner.empty()) due += fmt::format("{}{}", due.empty() ? "" : " · ", status.owner);
    paint.text(row.takeRight(std::min(row.w * 0.5F, paint.textWidth(due, FontRole::hint) + 2)), due, FontRole::hint,
               ui.colour(status.dueNotMet(year) ? Token::danger : Token::muted), Align::right);
    row.w -= 8;
    paint.text(row, fmt::format("{}. {}", criterion.no, criterion.name.in(ui.document.language)), FontRole::cell,
               ui.colour(Token::text));
}

std::string indicatorName(const Ui& ui, const CriteriaSet& set, const std::string& no) {
    for (const Criterion& criterion : set.criteria) {
        const auto found = std::ranges::find(criterion.indicators, no, &CriteriaIndicator::no);
        if (found != criterion.indicators.end()) return found->name.in(ui.document.language);
    }
    return {};
}

/// What the network says of a road indicator, against what is asked and what was reported.
void drawRoadRatio(const Ui& ui, ScrollArea& area, const CriteriaSet& set, const RoadRatio& ratio) {
    const Painter& paint = area.paint();
    Rect row = area.row(24).inset(marginPx, 0);
    const std::string percent =
        ratio.percent ? fmt::format("{} %", ui.number(*ratio.percent, 1)) : std::string(ui.say({"không có đường", "no such road"}));
    const std::string asked =
        ratio.thresholdPercent ? fmt::format(" / {} %", ui.number(*ratio.thresholdPercent, 0)) : std::string();
    paint.text(row.takeRight(paint.textWidth(percent + asked, FontRole::cellBold) + 2), percent + asked, FontRole::cellBold,
               ui.colour(Token::text), Align::right);
    row.w -= 10;
    paint.text(row, fmt::format("{} {}", ratio.no, indicatorName(ui, set, ratio.no)), FontRole::cell, ui.colour(Token::text));
    std::string note;
    if (ratio.kmToHarden && *ratio.kmToHarden > 0)
        note = fmt::format("{} {} km", ui.say({"còn cứng hóa", "to harden"}), ui.number(*ratio.kmToHarden, 1));
    if (ratio.reportedPercent)
        note += fmt::format("{}{} {} %", note.empty() ? "" : " · ", ui.say({"xã báo", "reported"}),
                            ui.number(*ratio.reportedPercent, 1));
    if (!note.empty()) paint.text(area.row(17).inset(marginPx, 0), note, FontRole::hint, ui.colour(Token::muted), Align::right);
}

void drawCommuneDetails(const Ui& ui, ScrollArea& area, const CriteriaSet& set, const CommuneCriteria& commune) {
    const int year = toYmd(ui.document.asOf).year;
    const std::string counts = fmt::format(fmt::runtime(ui.say({"{} đạt · {} chưa bền vững · {} chưa đạt · {} chưa có kết quả",
                                                                "{} met · {} not lasting · {} not met · {} without result"})),
                                           commune.count(CriterionState::met), commune.count(CriterionState::metNotLasting),
                                           commune.count(CriterionState::notMet), commune.count(CriterionState::noResult));
    drawTitle(ui, area, commune.name, counts);
    if (!commune.roads.empty()) {
        drawSection(ui, area, ui.say({"Đường, tính từ bản đồ", "Roads, computed from the map"}));
        for (const RoadRatio& ratio : commune.roads) drawRoadRatio(ui, area, set, ratio);
    }
    drawSection(ui, area, ui.say({"Còn phải làm", "Still to do"}));
    for (std::size_t i = 0; i < commune.criteria.size() && i < set.criteria.size(); ++i) {
        if (commune.criteria[i].state != CriterionState::met)
            drawOpenCriterion(ui, area, set.criteria[i], commune.criteria[i], year);
    }
}

void drawDistrictDetails(Ui& ui, ScrollArea& area, const CriteriaAnswer& answer) {
    const int year = toYmd(ui.document.asOf).year;
    const CriteriaSummary summary = criteriaSummary(answer, year);
    const std::string under =
        fmt::format(fmt::runtime(ui.say({"{} / {} xã đạt đủ tiêu chí", "{} / {} communes meet all criteria"})), summary.meetAll,
                    answer.communes.size());
    drawTitle(ui, area, std::string(ui.say(ui.areaWords().whole)), under);
    drawSection(ui, area, fmt::format(fmt::runtime(ui.say({"Đến hạn năm {}, chưa đạt", "Due in {}, not met"})), year));
    for (const auto& [commune, due] : summary.due) {
        Rect row = area.row(24);
        const RecordRef target{Role::communes, static_cast<std::uint32_t>(commune->commune)};
        const Press state = press(ui, fmt::format("criteria.late.{}", commune->code), row);
        const RowColours ink = rowBackground(ui, area.paint(), row, state.hovered, false);
        row = row.inset(marginPx, 0);
        const std::string count = fmt::format("{} {}", due, ui.say({"tiêu chí", due == 1 ? "criterion" : "criteria"}));
        area.paint().text(row.takeRight(96), count, FontRole::cellBold, ink.text, Align::right);
        area.paint().text(row, commune->name, FontRole::cell, ink.text);
        if (state.clicked) {
            ui.emitTarget(Verb::select, target);
            ui.emitTarget(Verb::zoomTo, target);
        }
    }
    if (summary.due.empty()) {
        area.paint().text(area.row(30).inset(marginPx, 0), ui.say({"Không có tiêu chí nào.", "None."}), FontRole::cell,
                          ui.colour(Token::muted));
    }
}

} // namespace

void drawCriteriaDetails(Ui& ui, Rect rect, const CriteriaAnswer& answer) {
    rect.takeLeft(1);
    ScrollArea area(ui, "##criteria-details", rect);
    if (const CommuneCriteria* commune = selectedIn(ui, answer)) {
        drawCommuneDetails(ui, area, answer.set, *commune);
    } else {
        drawDistrictDetails(ui, area, answer);
    }
    area.skip(8);
}

} // namespace banlang::viewer
