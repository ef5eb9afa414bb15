// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/model/as_of.h"
#include "viewer/results/table_cells.h"

#include <array>
#include <numeric>

// Supported houses by village, by the steps that they have taken.

namespace banlang::viewer {
namespace {

struct VillageHouses {
    std::array<std::size_t, houseStepCount> byStep{}; ///< finished first
    std::size_t late = 0;
};

std::vector<VillageHouses> housesByVillage(const AnalysisContext& context) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    std::vector<VillageHouses> villages(district.table(Role::villages).rowCount);
    const FeatureTable& houses = district.table(Role::houses);
    for (const std::uint32_t row : countedRows(context, Role::houses)) {
        const std::int32_t village = linkedRow(district.linksOf(Role::houses).village, row);
        if (village == notLinked) continue;
        VillageHouses& counted = villages[static_cast<std::size_t>(village)];
        ++counted.byStep[static_cast<std::size_t>(houseStepCount - 1 - houseStep(houses, row, asOf))];
        if (houseIsLate(houses, row, asOf)) ++counted.late;
    }
    return villages;
}

/// Figures of a village with houses; none of them may follow from the others where one is hidden.
void addFigures(TableRow& row, const VillageHouses& houses, Audience audience) {
    const std::vector<bool> hidden = hiddenParts(audience, houses.byStep);
    bool anyHidden = false;
    for (std::size_t step = 0; step < houses.byStep.size(); ++step) {
        TableCell& cell = row.cells.emplace_back(numberCell(static_cast<double>(houses.byStep[step])));
        cell.hidden = hidden[step];
        anyHidden = anyHidden || cell.hidden;
    }
    row.cells.push_back(countCell(houses.late, audience));
    const std::size_t all = std::accumulate(houses.byStep.begin(), houses.byStep.end(), std::size_t{0});
    row.cells.push_back(anyHidden ? TableCell{} : shareCell(static_cast<double>(houses.byStep.front()), static_cast<double>(all)));
}

} // namespace

TableModel housesTable(const AnalysisContext& context, Audience audience) {
    const District& district = context.district();
    TableModel table = tableOf(FigureKind::houses);
    table.counted = {"thôn", "villages"};
    table.columns = {{"name", {"Thôn", "Village"}, CellKind::text, 0, 150},
                     {"commune", {"Xã", "Commune"}, CellKind::text, 0, 110},
                     {"finished", {"Xong", "Done"}, CellKind::number, 0, 48},
                     {"roof", {"Mái", "Roof"}, CellKind::number, 0, 42},
                     {"walls", {"Tường", "Walls"}, CellKind::number, 0, 48},
                     {"foundation", {"Móng", "Foundation"}, CellKind::number, 0, 48},
                     {"started", {"Khởi công", "Started"}, CellKind::number, 0, 66},
                     {"not_started", {"Chưa làm", "Not begun"}, CellKind::number, 0, 62},
                     {"late", {"Trễ hạn", "Late"}, CellKind::number, 0, 54},
                     {"share", {"Đã xong, %", "Done, %"}, CellKind::percentBar, 0, 104}};
    if (audience == Audience::workingGroup) {
        for (std::size_t column = 2; column < 9; ++column) table.totals.emplace_back(table.columns[column].label, column);
    }
    if (district.table(Role::houses).rowCount == 0) return table;
    const std::vector<VillageHouses> villages = housesByVillage(context);
    for (std::uint32_t village = 0; village < villages.size(); ++village) {
        const VillageHouses& houses = villages[village];
        TableRow row{{Role::villages, village},
                     {textCell(fullName(district.table(Role::villages), village)),
                      textCell(communeName(district, Role::villages, village))}};
        if (std::accumulate(houses.byStep.begin(), houses.byStep.end(), std::size_t{0}) == 0) {
            addNote(row, {"không có nhà được hỗ trợ", "no supported houses"}, table.columns.size() - 2);
        } else {
            addFigures(row, houses, audience);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace banlang::viewer
