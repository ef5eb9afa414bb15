// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "core/model/record_names.h"
#include "core/report/indicator_figures.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widgets/figures.h"

#include <fmt/format.h>

#include <cmath>

namespace banlang::viewer {
namespace {

void drawIndicator(Ui& ui, ScrollArea& area, const Indicator& indicator) {
    const Painter& paint = area.paint();
    const IndicatorFigure figure = indicatorFigure(indicator, ui.document.audience);
    if (!figure.value.hasValue()) {
        const bool hidden = figure.value.state == CellState::hidden;
        inspectorRow(ui, area, ui.say(figure.label), hidden ? "<3" : ui.say({"chưa báo cáo", "no report"}));
        return;
    }
    const double number = figure.value.number;
    std::string value = figureText(ui, figure.target ? figure.target : number, figure.unit);
    if (figure.target) value = fmt::format("{} / {}", amountText(ui, number, figure.unit), value);
    inspectorRow(ui, area, ui.say(figure.label), value, true);
    if (figure.percentOfTarget) {
        const Rect bar = area.row(10).inset(16, 0);
        paint.fill({bar.x, bar.y, bar.w, 6}, ui.colour(Token::track), 2);
        const auto share = static_cast<float>(std::min(1.0, *figure.percentOfTarget / 100));
        paint.fill({bar.x, bar.y, bar.w * share, 6}, ui.colour(Token::accent), 2);
    }
    if (figure.change && ui.document.compareWith) {
        const std::string text = fmt::format("{}{}", *figure.change >= 0 ? "+" : "", figureText(ui, figure.change, figure.unit));
        const std::string since = std::string(ui.say({"so với ", "since "})) + ui.date(*ui.document.compareWith);
        paint.text(area.row(18).inset(16, 0), text + ' ' + since, FontRole::hint, ui.colour(Token::muted), Align::right);
    }
}

/// When each programme last heard of the unit. Too long ago, or never, is said in words.
void drawLastReports(Ui& ui, ScrollArea& area, const AdminUnitProgress& unit) {
    inspectorSection(ui, area, ui.say({"Báo cáo gần nhất", "Last report"}));
    for (std::size_t i = 0; i < programmeCount; ++i) {
        const Date day = unit.lastReport[i];
        const std::optional<int> days = daysSinceReport(unit, static_cast<Programme>(i), ui.document.asOf);
        const bool silent = !days || *days > ui.derived.analysis.staleDays;
        const std::string_view name = ui.say(programmeLabel(static_cast<Programme>(i)));
        if (!silent) {
            inspectorRow(ui, area, name, ui.date(day));
            continue;
        }
        Rect row = area.row(26).inset(16, 0);
        const Painter& paint = area.paint();
        const std::string text = day.known() ? fmt::format("{} {}", ui.say({"không có từ", "none since"}), ui.date(day))
                                             : std::string(ui.say({"chưa từng báo cáo", "never reported"}));
        const Rect words = row.takeRight(paint.textWidth(text, FontRole::bodyBold) + 2);
        paint.text(words, text, FontRole::bodyBold, ui.colour(Token::warning), Align::right);
        paint.icon(Icon::warning, row.takeRight(20).midX(), std::round(row.midY()), 14, ui.colour(Token::warning));
        row.w -= 6;
        paint.text(row, name, FontRole::body, ui.colour(Token::muted));
    }
}

} // namespace

void inspectAdminUnit(Ui& ui, ScrollArea& area, AdminLevel level, std::uint32_t row) {
    const Role role = level == AdminLevel::commune ? Role::communes : Role::villages;
    if (!ui.derived.analysis.progress) inspectorWaiting(ui, area);
    const AdminUnitProgress* unit = ui.derived.analysis.progressOf(level, static_cast<std::int32_t>(row));
    if (unit != nullptr) {
        drawLastReports(ui, area, *unit);
        inspectorSection(ui, area, ui.say({"Tiến độ", "Progress"}),
                         std::string(ui.say({"đến ", "to "})) + ui.date(ui.document.asOf));
        for (const Indicator& indicator : unit->indicators) drawIndicator(ui, area, indicator);
    }
    inspectRecord(ui, area, {role, row});
}

void inspectParcel(Ui& ui, ScrollArea& area, std::uint32_t parcel) {
    const auto onDay = ui.districtOnDay();
    const District& district = *onDay;
    const FeatureTable& parcels = district.table(Role::parcels);
    inspectRecord(ui, area, {Role::parcels, parcel});
    inspectorRow(ui, area, ui.say({"Diện tích đo trên bản đồ", "Area measured on the map"}),
                 ui.number(areaM2(parcels.geometry, parcel), 1) + " m²");
    const FeatureTable& donations = district.table(Role::donations);
    const auto& links = district.linksOf(Role::donations);
    bool headed = false;
    for (std::size_t row = 0; row < donations.rowCount && row < links.parcel.size(); ++row) {
        const auto state = donationState(donations, row, ui.document.asOf);
        if (links.parcel[row] != static_cast<std::int32_t>(parcel) || !state) continue;
        if (!headed) inspectorSection(ui, area, ui.say({"Hiến đất", "Land donations"}));
        headed = true;
        constexpr Label states[] = {{"Đã chỉnh lý GCN", "Certificate updated"}, {"Đã hiến", "Donated"}, {"Đã cam kết", "Pledged"}};
        inspectorRow(ui, area, ui.say(states[static_cast<std::size_t>(*state)]),
                     ui.number(donations.numberAt(fields::donations.declaredAreaM2, row), 1) + " m²", true);
        const Date day =
            donations.dateAt(*state == DonationState::pledged ? fields::donations.pledgedOn : fields::donations.donatedOn, row);
        if (day.known()) inspectorRow(ui, area, ui.say({"Ngày", "Date"}), ui.date(day));
        if (row < links.road.size() && links.road[row] != notLinked) {
            inspectorRow(ui, area, ui.say({"Cho tuyến", "For the road"}),
                         roadName(district, static_cast<std::size_t>(links.road[row])));
        }
    }
    const auto& villages = district.linksOf(Role::parcels).village;
    if (parcel < villages.size() && villages[parcel] != notLinked) {
        inspectorSection(ui, area, ui.say({"Nơi có thửa đất", "Where it lies"}));
        inspectorRow(ui, area, ui.say({"Thôn", "Village"}),
                     fullName(district.table(Role::villages), static_cast<std::size_t>(villages[parcel])));
    }
}

} // namespace banlang::viewer
