// SPDX-License-Identifier: MIT
#include "core/report/themes/houses.h"

#include "core/analysis/quality/excluded_records.h"
#include "core/model/as_of.h"
#include "core/model/counted_commune.h"
#include "core/model/record_names.h"
#include "core/report/report_cells.h"
#include "core/report/table_comparison.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace banlang {
namespace {

struct VillageHouses {
    std::array<std::size_t, houseStepCount> byStep{}; ///< finished first
    std::size_t late = 0;

    [[nodiscard]] std::size_t all() const { return std::accumulate(byStep.begin(), byStep.end(), std::size_t{0}); }
};

/// Finished first.
std::size_t stepOf(const District& district, std::uint32_t house, Date asOf) {
    return static_cast<std::size_t>(houseStepCount - 1 - houseStep(district.table(Role::houses), house, asOf));
}

std::vector<VillageHouses> housesByVillage(const AnalysisContext& context) {
    const District& district = context.district();
    std::vector<VillageHouses> villages(district.table(Role::villages).rowCount);
    for (const std::uint32_t row : countedRows(context, Role::houses)) {
        const std::int32_t village = linkedRow(district.linksOf(Role::houses).village, row);
        if (village == notLinked) continue;
        VillageHouses& counted = villages[static_cast<std::size_t>(village)];
        ++counted.byStep[stepOf(district, row, context.asOf())];
        if (houseIsLate(district.table(Role::houses), row, context.asOf())) ++counted.late;
    }
    return villages;
}

/// Figures of a village with houses; none of them may follow from the others where one is hidden.
void addFigures(ReportRow& row, const VillageHouses& houses, Audience audience) {
    const std::vector<bool> hidden = hiddenParts(audience, houses.byStep);
    for (std::size_t step = 0; step < houses.byStep.size(); ++step)
        row.cells.push_back(hidden[step] ? hiddenCell() : figureCell(static_cast<double>(houses.byStep[step])));
    row.cells.push_back(countCell(houses.late, audience));
    const bool anyHidden = std::ranges::find(hidden, true) != hidden.end();
    row.cells.push_back(anyHidden ? hiddenCell()
                                  : percentCell(static_cast<double>(houses.byStep.front()), static_cast<double>(houses.all())));
}

ReportTable onDay(const AnalysisContext& context, Audience audience) {
    const District& district = context.district();
    ReportTable table = tableUnder(housesWords());
    table.counted = {"thôn", "villages"};
    table.columns = {{"name", {"Thôn", "Village"}},
                     {"commune", {"Xã", "Commune"}},
                     {"finished", {"Xong", "Done"}, ColumnKind::number},
                     {"roof", {"Mái", "Roof"}, ColumnKind::number},
                     {"walls", {"Tường", "Walls"}, ColumnKind::number},
                     {"foundation", {"Móng", "Foundation"}, ColumnKind::number},
                     {"started", {"Khởi công", "Started"}, ColumnKind::number},
                     {"not_started", {"Chưa làm", "Not begun"}, ColumnKind::number},
                     {"late", {"Trễ hạn", "Late"}, ColumnKind::number},
                     {"share", {"Đã xong, %", "Done, %"}, ColumnKind::percent, 0, "percent"}};
    // Beside hidden counts a sum would tell too much.
    if (audience == Audience::workingGroup) {
        for (const ReportColumn& column : table.columns) {
            if (column.kind == ColumnKind::number) addTotal(table, column.id, column.label);
        }
    }
    if (district.table(Role::houses).rowCount == 0) return table;
    const std::vector<VillageHouses> villages = housesByVillage(context);
    for (std::uint32_t village = 0; village < villages.size(); ++village) {
        ReportRow row{{Role::villages, village},
                      {textCell(fullName(district.table(Role::villages), village)),
                       textCell(communeName(district, Role::villages, village))}};
        if (villages[village].all() == 0) {
            addNote(row, CellState::none, {"không có nhà được hỗ trợ", "no supported houses"}, table.columns.size() - 2);
        } else {
            addFigures(row, villages[village], audience);
        }
        table.rows.push_back(std::move(row));
    }
    addSums(table);
    return table;
}

} // namespace

ReportWords housesWords() {
    return {{"Nhà ở theo thôn", "Houses by village"},
            {"Nhà ở theo xã, % số nhà", "Houses by commune, % of houses"},
            {{"Chưa có nhà nào được hỗ trợ.", "There are no supported houses."},
             {"Nạp danh sách nhà ở được hỗ trợ.", "Import the list of supported houses."}}};
}

ReportTable housesTable(const ReportRequest& request) {
    ReportTable now = onDay(request.analysis, request.audience);
    const auto day = request.analysis.compareWith();
    if (!day) return now;
    return compared(now, onDay(request.analysis.on(*day), request.audience), {*day, "finished", {"started", "not_started"}});
}

ReportChart housesChart(const ReportRequest& request) {
    const District& district = request.analysis.district();
    const Date asOf = request.analysis.asOf();
    ReportChart chart = chartUnder(housesWords(), district,
                                   {{"Hoàn thành", "Finished"},
                                    {"Xong mái", "Roof"},
                                    {"Xong tường", "Walls"},
                                    {"Xong móng", "Foundation"},
                                    {"Khởi công", "Started"},
                                    {"Chưa làm", "Not started"}});
    chart.amountTitle = {"trễ hạn", "late"};
    chart.partUnit = {"nhà", "houses"};
    chart.ofHouseholds = true;
    for (const std::uint32_t row : countedRows(request.analysis, Role::houses)) {
        const std::int32_t commune = countedCommune(district, Role::houses, row);
        if (commune == notLinked) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
        bar.parts[stepOf(district, row, asOf)] += 1;
        if (houseIsLate(district.table(Role::houses), row, asOf)) bar.amount += 1;
    }
    closeBars(chart, request.analysis, request.audience);
    for (ChartBar& bar : chart.bars) {
        if (mustHide(request.audience, static_cast<std::size_t>(bar.amount))) bar.state = CellState::hidden;
    }
    return chart;
}

} // namespace banlang
