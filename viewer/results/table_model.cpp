// SPDX-License-Identifier: MIT
#include "viewer/results/table_model.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "viewer/results/table_cells.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace banlang::viewer {
namespace {

/// Latest day up to the as-of day on which somebody gave land to each road.
std::vector<Date> lastDonations(const District& district, Date asOf) {
    std::vector<Date> last(district.table(Role::roads).rowCount, Date{});
    const FeatureTable& donations = district.table(Role::donations);
    for (std::size_t row = 0; row < donations.rowCount; ++row) {
        const std::int32_t road = linkedRow(district.linksOf(Role::donations).road, row);
        if (road == notLinked) continue;
        for (const DateField& field :
             {fields::donations.pledgedOn, fields::donations.donatedOn, fields::donations.certificateUpdatedOn}) {
            const Date day = donations.dateAt(field, row);
            Date& latest = last[static_cast<std::size_t>(road)];
            if (day <= asOf && (!latest.known() || day > latest)) latest = day;
        }
    }
    return last;
}

std::size_t givingHouseholds(const District& district, const RoadAcquisition& acquisition) {
    std::set<std::int32_t> households;
    for (const ParcelAcquisition& parcel : acquisition.parcels) {
        const std::int32_t household = linkedRow(district.linksOf(Role::parcels).household, parcel.parcel);
        const bool gave = parcel.state == LandState::donated || parcel.state == LandState::certificateUpdated;
        if (gave && household != notLinked) households.insert(household);
    }
    return households.size();
}

Label stateLabel(WorkState state) {
    switch (state) {
    case WorkState::finished:
        return {"xong", "done"};
    case WorkState::underWay:
        return {"đang làm", "under way"};
    default:
        return {"kế hoạch", "planned"};
    }
}

double workLengthM(const District& district, std::size_t work) {
    const FeatureTable& works = district.table(Role::roadWorks);
    const double from = works.numberAt(fields::roadWorks.fromM, work);
    const double to = works.numberAt(fields::roadWorks.toM, work);
    if (std::isfinite(from) && std::isfinite(to) && to > from) return to - from;
    const std::int32_t road = linkedRow(district.linksOf(Role::roadWorks).road, work);
    if (road == notLinked) return TableCell{}.number;
    return lengthM(district.table(Role::roads).geometry, static_cast<std::size_t>(road));
}

} // namespace

std::string roadName(const District& district, std::size_t road) {
    const FeatureTable& roads = district.table(Role::roads);
    const std::string_view name = roads.textAt(fields::roads.name, road);
    return std::string(name.empty() ? roads.textAt(fields::roads.id, road) : name);
}

std::string communeName(const District& district, Role role, std::size_t row) {
    const std::int32_t commune = linkedRow(district.linksOf(role).commune, row);
    return commune == notLinked ? std::string() : fullName(district.table(Role::communes), static_cast<std::size_t>(commune));
}

TableModel tableOf(FigureKind kind) {
    TableModel table;
    table.id = id(kind);
    table.title = wordsOf(kind).table;
    return table;
}

TableModel landTable(const District& district, const std::vector<RoadAcquisition>& acquisitions, Date asOf) {
    TableModel table = tableOf(FigureKind::donatedLand);
    table.counted = {"tuyến", "roads"};
    table.columns = {{"name", {"Tuyến", "Road"}, CellKind::text, 0, 170},
                     {"class", {"Cấp", "Class"}, CellKind::text, 0, 42},
                     {"length_km", {"Dài, km", "Length, km"}, CellKind::number, 2, 68},
                     {"needed_m2", {"Cần, m²", "Needed, m²"}, CellKind::number, 0, 76},
                     {"donated_m2", {"Đã hiến", "Donated"}, CellKind::number, 0, 68},
                     {"pledged_m2", {"Cam kết", "Pledged"}, CellKind::number, 0, 68},
                     {"outstanding_m2", {"Còn cần", "To do"}, CellKind::number, 0, 68},
                     {"share", {"Đã hiến, %", "Donated, %"}, CellKind::percentBar, 0, 104},
                     {"households", {"Hộ hiến", "Givers"}, CellKind::number, 0, 60},
                     {"last", {"Cập nhật", "Updated"}, CellKind::date, 0, 82}};
    table.totals = {{{"cần", "needed"}, 3}, {{"đã hiến", "donated"}, 4}, {{"cam kết", "pledged"}, 5}, {{"còn cần", "to do"}, 6}};
    const FeatureTable& roads = district.table(Role::roads);
    const std::vector<Date> last = lastDonations(district, asOf);
    for (const RoadAcquisition& acquisition : acquisitions) {
        TableRow row{{Role::roads, acquisition.road}, {}};
        row.cells = {textCell(roadName(district, acquisition.road)),
                     textCell(std::string(roads.textAt(fields::roads.managementClass, acquisition.road))),
                     numberCell(lengthM(roads.geometry, acquisition.road) / 1000), numberCell(acquisition.neededM2)};
        if (acquisition.anyDonationRecord) {
            for (const double area : {acquisition.donatedM2, acquisition.pledgedM2, acquisition.outstandingM2})
                row.cells.push_back(numberCell(area));
            row.cells.push_back(numberCell(acquisition.neededM2 > 0 ? 100 * acquisition.donatedM2 / acquisition.neededM2 : 100));
            row.cells.push_back(numberCell(static_cast<double>(givingHouseholds(district, acquisition))));
        } else {
            row.cells.push_back(labelCell({"chưa có biên bản, không phải 0", "no minutes yet, not 0"}));
            for (int i = 0; i < 4; ++i) row.cells.emplace_back();
        }
        row.cells.push_back(dateCell(last[acquisition.road]));
        table.rows.push_back(std::move(row));
    }
    return table;
}

TableModel worksTable(const District& district, Date asOf) {
    TableModel table = tableOf(FigureKind::newRoads);
    table.counted = {"công trình", "works"};
    table.columns = {{"name", {"Công trình", "Work"}, CellKind::text, 0, 190},
                     {"commune", {"Xã", "Commune"}, CellKind::text, 0, 120},
                     {"kind", {"Việc", "Kind"}, CellKind::text, 0, 78},
                     {"state", {"Trạng thái", "State"}, CellKind::text, 0, 78},
                     {"length_km", {"Dài, km", "Length, km"}, CellKind::number, 2, 76},
                     {"percent", {"Đã làm, %", "Done, %"}, CellKind::percentBar, 0, 116},
                     {"planned", {"Hạn", "Due"}, CellKind::date, 0, 84},
                     {"reported", {"Báo cáo", "Reported"}, CellKind::date, 0, 84}};
    table.totals = {{{"dài, km", "length, km"}, 4}};
    const FeatureTable& works = district.table(Role::roadWorks);
    for (std::uint32_t row = 0; row < works.rowCount; ++row) {
        const auto state = workState(works, row, asOf);
        if (!state) continue;
        const std::int32_t road = linkedRow(district.linksOf(Role::roadWorks).road, row);
        const std::string_view name = works.textAt(fields::roadWorks.name, row);
        const MapTarget target =
            road == notLinked ? MapTarget{Role::roadWorks, row} : MapTarget{Role::roads, static_cast<std::uint32_t>(road)};
        const auto percent = workPercent(works, row, asOf);
        TableRow line{
            target,
            {textCell(!name.empty() || road == notLinked ? std::string(name) : roadName(district, static_cast<std::size_t>(road))),
             textCell(communeName(district, Role::roadWorks, row)),
             labelCell(workKind(works, row) == WorkKind::newRoad ? Label{"mở mới", "new"} : Label{"nâng cấp", "upgrade"}),
             labelCell(stateLabel(*state)), numberCell(workLengthM(district, row) / 1000),
             percent ? numberCell(*percent) : labelCell({"chưa báo cáo", "no report"}),
             dateCell(works.dateAt(fields::roadWorks.plannedFinish, row)),
             dateCell(works.dateAt(fields::roadWorks.reportedOn, row))}};
        if (line.cells.back().date > asOf) line.cells.back().date = {};
        table.rows.push_back(std::move(line));
    }
    return table;
}

TableModel gardensTable(const AnalysisContext& context, Audience audience) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    TableModel table = tableOf(FigureKind::gardens);
    table.counted = {"thôn", "villages"};
    table.columns = {{"name", {"Thôn", "Village"}, CellKind::text, 0, 170},
                     {"commune", {"Xã", "Commune"}, CellKind::text, 0, 130},
                     {"finished", {"Đã xong", "Done"}, CellKind::number, 0, 72},
                     {"in_progress", {"Đang làm", "In progress"}, CellKind::number, 0, 78},
                     {"registered", {"Đăng ký", "Registered"}, CellKind::number, 0, 76},
                     {"lapsed", {"Bỏ dở", "Lapsed"}, CellKind::number, 0, 66},
                     {"share", {"Đã xong, %", "Done, %"}, CellKind::percentBar, 0, 116}};
    const FeatureTable& gardens = district.table(Role::gardens);
    std::vector<std::array<std::size_t, 4>> counts(district.table(Role::villages).rowCount);
    for (const std::uint32_t row : countedRows(context, Role::gardens)) {
        const std::int32_t village = linkedRow(district.linksOf(Role::gardens).village, row);
        const auto state = gardenState(gardens, row, asOf);
        if (village != notLinked && state) ++counts[static_cast<std::size_t>(village)][static_cast<std::size_t>(*state)];
    }
    for (std::uint32_t village = 0; village < counts.size(); ++village) {
        const auto& byState = counts[village];
        const std::size_t all = std::accumulate(byState.begin(), byState.end(), std::size_t{0});
        TableRow row{{Role::villages, village},
                     {textCell(fullName(district.table(Role::villages), village)),
                      textCell(communeName(district, Role::villages, village))}};
        if (all == 0) {
            row.cells.push_back(labelCell({"chưa có đăng ký, không phải 0", "none registered, not 0"}));
            for (int i = 0; i < 4; ++i) row.cells.emplace_back();
        } else {
            bool anyHidden = false;
            for (const std::size_t count : byState) {
                row.cells.push_back(countCell(count, audience));
                anyHidden = anyHidden || row.cells.back().hidden;
            }
            // A share beside a hidden count would give the count away.
            row.cells.push_back(anyHidden ? TableCell{}
                                          : numberCell(100.0 * static_cast<double>(byState[0]) / static_cast<double>(all)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<std::size_t> sortedRows(const TableModel& table, const std::string& columnId, bool descending) {
    std::vector<std::size_t> order(table.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto column = std::ranges::find(table.columns, columnId, &TableColumn::id);
    if (column == table.columns.end()) return order;
    const auto index = static_cast<std::size_t>(column - table.columns.begin());
    const CellKind kind = column->kind;
    auto cell = [&](std::size_t row) -> const TableCell& { return table.rows[row].cells[index]; };
    auto missing = [&](std::size_t row) {
        if (kind == CellKind::text) return cell(row).text.empty() && cell(row).label.vi.empty();
        return kind == CellKind::date ? !cell(row).date.known() : std::isnan(cell(row).number) || cell(row).hidden;
    };
    auto less = [&](std::size_t a, std::size_t b) {
        if (kind == CellKind::date) return cell(a).date < cell(b).date;
        if (kind != CellKind::text) return cell(a).number < cell(b).number;
        return std::pair<std::string_view, std::string_view>(cell(a).text, cell(a).label.vi) <
               std::pair<std::string_view, std::string_view>(cell(b).text, cell(b).label.vi);
    };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        if (missing(a) || missing(b)) return !missing(a) && missing(b);
        return descending ? less(b, a) : less(a, b);
    });
    return order;
}

} // namespace banlang::viewer
