// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "core/report/land_shares.h"
#include "layers/themes/land_side_bands.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang::viewer {
namespace {

constexpr float paddingPx = 16;
constexpr std::size_t mostParcels = 8;
constexpr std::array<Label, 4> stateNames{
    {{"Đã chỉnh lý GCN", "Certificate updated"}, {"Đã hiến", "Donated"}, {"Đã cam kết", "Pledged"}, {"Còn cần", "Still needed"}}};

std::string squareMetres(const Ui& ui, double areaM2) {
    return ui.number(areaM2) + " m²";
}

void drawShare(Ui& ui, ScrollArea& area, const RoadAcquisition& acquisition) {
    const Painter& paint = area.paint();
    const auto parcels = parcelsByState(acquisition);
    const double all = acquisition.neededM2;
    const double given = acquisition.donatedM2;
    (void)area.row(12);
    Rect figure = area.row(34).inset(paddingPx, 0);
    if (!acquisition.anyDonationRecord) {
        paint.text(figure, ui.say({"Chưa có biên bản hiến đất, không phải 0", "No donation minutes yet, not 0"}),
                   FontRole::bodyBold, ui.colour(Token::warning));
    } else {
        const std::string share = ui.number(donatedPercent(acquisition)) + " %";
        const float width = paint.textWidth(share, FontRole::figure);
        paint.text(figure, share, FontRole::figure, ui.colour(Token::text));
        figure.takeLeft(width + 8);
        paint.text(figure.movedBy(0, 4), ui.say({"đất cần đã được hiến", "of the needed land is donated"}), FontRole::body,
                   ui.colour(Token::text));
    }
    const Rect line = area.row(20).inset(paddingPx, 0);
    paint.text(line, ui.number(given) + " / " + squareMetres(ui, all), FontRole::cell, ui.colour(Token::muted));
    const std::vector<FillStyle> fills = landFills(mapColourSchemeFor(ui.document.colourScheme));
    (void)area.row(4);
    stackedBar(ui, paint, area.row(18).inset(paddingPx, 0), {acquisition.byStateM2.begin(), acquisition.byStateM2.end()}, fills);
    (void)area.row(6);
    for (std::size_t i = 0; i < 4; ++i) {
        Rect row = area.row(26).inset(paddingPx, 0);
        const Rect swatch{row.x, std::round(row.midY()) - 7, 22, 14};
        paint.pattern(swatch, fills[i]);
        if (fills[i].pattern != Pattern::plain) paint.outline(swatch, fills[i].patternColour);
        row.takeLeft(32);
        paint.text(row.takeRight(84), squareMetres(ui, acquisition.byStateM2[i]), i == 3 ? FontRole::bodyBold : FontRole::body,
                   ui.colour(Token::text), Align::right);
        const std::string counted = ui.number(static_cast<double>(parcels[i])) + std::string(ui.say({" thửa", " parcels"}));
        paint.text(row.takeRight(80), counted, FontRole::cell, ui.colour(Token::muted), Align::right);
        paint.text(row, ui.say(stateNames[i]), FontRole::body, ui.colour(Token::text));
    }
}

void drawRoadFacts(Ui& ui, ScrollArea& area, std::uint32_t road, const RoadAcquisition* acquisition) {
    const FeatureTable& roads = ui.document.district->table(Role::roads);
    inspectorSection(ui, area, ui.say({"Tuyến đường", "Road"}), roads.textAt(fields::roads.id, road));
    inspectorRow(ui, area, ui.say({"Chiều dài", "Length"}), ui.number(lengthM(roads.geometry, road) / 1000, 2) + " km");
    const double width = roads.numberAt(fields::roads.bedWidthM, road);
    const std::string now = std::isnan(width) ? std::string(ui.say({"chưa đo", "not measured"})) : ui.number(width, 1);
    if (acquisition != nullptr) {
        inspectorRow(ui, area, ui.say({"Nền hiện tại → chuẩn", "Bed now → standard"}),
                     now + " → " + ui.number(acquisition->targetWidthM, 1) + " m", true);
    } else {
        inspectorRow(ui, area, ui.say({"Nền hiện tại", "Bed now"}), std::isnan(width) ? now : now + " m");
    }
    if (const auto surface = roads.textAt(fields::roads.surface, road); !surface.empty())
        inspectorRow(ui, area, ui.say({"Mặt đường", "Surface"}), surface);
    const double season = roads.numberAt(fields::roads.allSeason, road);
    if (!std::isnan(season)) {
        inspectorRow(ui, area, ui.say({"Đi được quanh năm", "All-season"}),
                     season > 0 ? ui.say({"có", "yes"}) : ui.say({"chỉ mùa khô", "dry season only"}));
    }
}

void drawWorks(Ui& ui, ScrollArea& area, std::uint32_t road) {
    const auto onDay = ui.districtOnDay();
    const District& district = *onDay;
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto& links = district.linksOf(Role::roadWorks).road;
    bool headed = false;
    for (std::size_t row = 0; row < works.rowCount && row < links.size(); ++row) {
        const auto state = workState(works, row, ui.document.asOf);
        if (links[row] != static_cast<std::int32_t>(road) || !state) continue;
        if (!headed) inspectorSection(ui, area, ui.say({"Công trình gắn với tuyến", "Works on this road"}));
        headed = true;
        const auto percent = workPercent(works, row, ui.document.asOf);
        const Label kind = workKind(works, row) == WorkKind::newRoad ? Label{"Mở mới", "New road"} : Label{"Nâng cấp", "Upgrade"};
        const std::string done = percent ? ui.number(*percent) + " %" : std::string(ui.say({"chưa báo cáo", "no report"}));
        inspectorRow(ui, area, ui.say(kind), *state == WorkState::finished ? std::string(ui.say({"xong", "done"})) : done, true);
        const Date due = works.dateAt(fields::roadWorks.plannedFinish, row);
        if (due.known()) inspectorRow(ui, area, ui.say({"Hạn hoàn thành", "Due"}), ui.date(due));
    }
}

void drawOutstanding(Ui& ui, ScrollArea& area, const RoadAcquisition& acquisition) {
    std::vector<const ParcelAcquisition*> open;
    for (const ParcelAcquisition& parcel : acquisition.parcels) {
        if (parcel.state == LandState::needed) open.push_back(&parcel);
    }
    if (open.empty()) return;
    std::ranges::stable_sort(open, [](const ParcelAcquisition* a, const ParcelAcquisition* b) { return a->areaM2 > b->areaM2; });
    const std::string hint = ui.number(static_cast<double>(open.size())) + std::string(ui.say({" thửa · ", " parcels · "})) +
                             squareMetres(ui, acquisition.outstandingM2);
    inspectorSection(ui, area, ui.say({"Đất còn cần, theo thửa", "Land still needed"}), hint);
    const FeatureTable& parcels = ui.document.district->table(Role::parcels);
    const Painter& paint = area.paint();
    for (std::size_t i = 0; i < open.size() && i < mostParcels; ++i) {
        const std::uint32_t parcel = open[i]->parcel;
        Rect row = area.row(24);
        const Press state = press(ui, fmt::format("inspector.parcel.{}", i), row);
        const RowColours ink = rowBackground(ui, paint, row, state.hovered, false);
        row = row.inset(paddingPx, 0);
        paint.text(row.takeRight(60), ui.number(open[i]->areaM2), FontRole::cellBold, ink.text, Align::right);
        const double km = std::floor(open[i]->fromM / 1000);
        const std::string chainage = fmt::format("km {}+{:03.0f}", km, std::floor(open[i]->fromM - km * 1000));
        paint.text(row.takeRight(92), chainage, FontRole::cell, ink.muted, Align::right);
        paint.text(row.takeRight(56), parcels.textAt(fields::parcels.landUse, parcel), FontRole::cell, ink.text);
        paint.text(
            row,
            fmt::format("{} / {}", parcels.textAt(fields::parcels.sheet, parcel), parcels.textAt(fields::parcels.number, parcel)),
            FontRole::cell, ink.text);
        if (state.clicked) {
            ui.emitTarget(Verb::select, {Role::parcels, parcel});
            ui.emitTarget(Verb::zoomTo, {Role::parcels, parcel});
        }
    }
    if (open.size() > mostParcels) {
        const std::string more = fmt::format(fmt::runtime(ui.say({"và {} thửa nữa", "and {} more parcels"})),
                                             ui.number(static_cast<double>(open.size() - mostParcels)));
        paint.text(area.row(24).inset(paddingPx, 0), more, FontRole::hint, ui.colour(Token::muted));
    }
}

} // namespace

void inspectRoad(Ui& ui, ScrollArea& area, std::uint32_t road) {
    const Analysis& analysis = ui.derived.analysis;
    const RoadAcquisition* acquisition = analysis.acquisitionOf(road);
    if (acquisition != nullptr && !acquisition->parcels.empty()) drawShare(ui, area, *acquisition);
    if (!analysis.rightOfWayAcquisition) inspectorWaiting(ui, area);
    drawRoadFacts(ui, area, road, acquisition);
    drawWorks(ui, area, road);
    if (acquisition != nullptr) drawOutstanding(ui, area, *acquisition);
    if (!analysis.candidates) inspectorWaiting(ui, area);
    const Candidate* candidate = analysis.candidateFor(road);
    if (candidate == nullptr) return;
    inspectorSection(ui, area, ui.say({"Nâng cấp thì được gì", "What an upgrade brings"}));
    const std::string rank = fmt::format("{} / {}", candidate->rank, analysis.candidates->size());
    inspectorRow(ui, area, ui.say({"Xếp hạng đề xuất", "Rank"}), rank, true);
    for (const Bilingual& reason : candidate->reasons) {
        const Rect row = area.row(0);
        const float height = area.paint().paragraph({row.x + paddingPx, row.y + 4, row.w - 2 * paddingPx, 0},
                                                    reason.in(ui.document.language), FontRole::body, ui.colour(Token::text));
        (void)area.row(height + 6);
    }
}

} // namespace banlang::viewer
