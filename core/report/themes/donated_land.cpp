// SPDX-License-Identifier: MIT
#include "core/report/themes/donated_land.h"

#include "core/analysis/land/right_of_way_acquisition.h"
#include "core/geo/measure.h"
#include "core/model/record_names.h"
#include "core/report/land_shares.h"
#include "core/report/report_cells.h"
#include "core/report/table_comparison.h"

#include <set>

namespace banlang {
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

ReportRow rowOf(const District& district, const RoadAcquisition& acquisition, Date lastDonation) {
    const FeatureTable& roads = district.table(Role::roads);
    ReportRow row{{Role::roads, acquisition.road}, {}};
    row.cells = {textCell(roadName(district, acquisition.road)),
                 textCell(std::string(roads.textAt(fields::roads.managementClass, acquisition.road))),
                 figureCell(lengthM(roads.geometry, acquisition.road) / 1000), figureCell(acquisition.neededM2)};
    if (acquisition.anyDonationRecord) {
        for (const double areaM2 : {acquisition.donatedM2, acquisition.pledgedM2, acquisition.outstandingM2})
            row.cells.push_back(figureCell(areaM2));
        row.cells.push_back(figureCell(donatedPercent(acquisition)));
        row.cells.push_back(figureCell(static_cast<double>(givingHouseholds(district, acquisition))));
    } else {
        addNote(row, CellState::notReported, {"chưa có biên bản, không phải 0", "no minutes yet, not 0"}, 5);
    }
    row.cells.push_back(dayCell(lastDonation));
    return row;
}

ReportTable onDay(const AnalysisContext& context) {
    ReportTable table = tableUnder(donatedLandWords());
    table.counted = {"tuyến", "roads"};
    table.columns = {{"name", {"Tuyến", "Road"}},
                     {"class", {"Cấp", "Class"}},
                     {"length_km", {"Dài, km", "Length, km"}, ColumnKind::number, 2, "km"},
                     {"needed_m2", {"Cần, m²", "Needed, m²"}, ColumnKind::number, 0, "m2"},
                     {"donated_m2", {"Đã hiến", "Donated"}, ColumnKind::number, 0, "m2"},
                     {"pledged_m2", {"Cam kết", "Pledged"}, ColumnKind::number, 0, "m2"},
                     {"outstanding_m2", {"Còn cần", "To do"}, ColumnKind::number, 0, "m2"},
                     {"share", {"Đã hiến, %", "Donated, %"}, ColumnKind::percent, 0, "percent"},
                     {"households", {"Hộ hiến", "Givers"}, ColumnKind::number, 0, "households"},
                     {"last", {"Cập nhật", "Updated"}, ColumnKind::date}};
    addTotal(table, "needed_m2", {"cần", "needed"});
    addTotal(table, "donated_m2", {"đã hiến", "donated"});
    addTotal(table, "pledged_m2", {"cam kết", "pledged"});
    addTotal(table, "outstanding_m2", {"còn cần", "to do"});
    const std::vector<Date> last = lastDonations(context.district(), context.asOf());
    for (const RoadAcquisition& acquisition : *rightOfWayAcquisition(context))
        table.rows.push_back(rowOf(context.district(), acquisition, last[acquisition.road]));
    addSums(table);
    return table;
}

} // namespace

ReportWords donatedLandWords() {
    return {{"Đất hiến theo tuyến", "Donated land by road"},
            {"Đất hiến theo xã, % đất cần", "Donated land by commune, % of need"},
            {{"Chưa có tuyến nào cần đất đến ngày này.", "No road needs land up to this day."},
             {"Nạp công trình đường và biên bản hiến đất.", "Import road works and minutes of donated land."}}};
}

ReportTable donatedLandTable(const ReportRequest& request) {
    ReportTable now = onDay(request.analysis);
    const auto day = request.analysis.compareWith();
    if (!day) return now;
    return compared(now, onDay(request.analysis.on(*day)), {*day, "donated_m2", {"class", "length_km", "households"}});
}

ReportChart donatedLandChart(const ReportRequest& request) {
    const District& district = request.analysis.district();
    ReportChart chart = chartUnder(donatedLandWords(), district,
                                   {{"Đã chỉnh lý GCN", "Certificate updated"},
                                    {"Đã hiến", "Donated"},
                                    {"Đã cam kết", "Pledged"},
                                    {"Còn cần", "Still needed"}});
    chart.amountTitle = {"còn cần, m²", "to do, m²"};
    chart.partUnit = {"m²", "m²"};
    // Land counts as given once donated, whether or not the certificate is updated yet.
    chart.doneParts = 2;
    for (const RoadAcquisition& acquisition : *rightOfWayAcquisition(request.analysis)) {
        for (const ParcelAcquisition& parcel : acquisition.parcels) {
            const std::int32_t commune = linkedRow(district.linksOf(Role::parcels).commune, parcel.parcel);
            if (commune == notLinked) continue;
            ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
            for (std::size_t state = 0; state < landStates; ++state) bar.parts[state] += parcel.byStateM2[state];
            bar.amount += parcel.byStateM2[static_cast<std::size_t>(LandState::needed)];
        }
    }
    closeBars(chart, request.analysis, request.audience);
    return chart;
}

UnitFigureSet donatedLandFigures() {
    return {.columns = {{"donated_m2", {"Đã hiến, m²", "Donated, m²"}, true}, {"pledged_m2", {"Cam kết, m²", "Pledged, m²"}, true}},
            .earlier = {"Ngày trước, m²", "Earlier day, m²"}};
}

} // namespace banlang
