// SPDX-License-Identifier: MIT
#include "core/report/themes/renovated_gardens.h"

#include "core/analysis/progress/progress.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/model/as_of.h"
#include "core/model/counted_commune.h"
#include "core/model/record_names.h"
#include "core/report/last_reports.h"
#include "core/report/report_cells.h"
#include "core/report/table_comparison.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace banlang {
namespace {

using CountsByState = std::array<std::size_t, 4>;

std::vector<CountsByState> gardensByVillage(const AnalysisContext& context) {
    const District& district = context.district();
    std::vector<CountsByState> counts(district.table(Role::villages).rowCount);
    for (const std::uint32_t row : countedRows(context, Role::gardens)) {
        const std::int32_t village = linkedRow(district.linksOf(Role::gardens).village, row);
        const auto state = gardenState(district.table(Role::gardens), row, context.asOf());
        if (village != notLinked && state) ++counts[static_cast<std::size_t>(village)][static_cast<std::size_t>(*state)];
    }
    return counts;
}

/// A share beside a hidden count would give the count away.
void addFigures(ReportRow& row, const CountsByState& counts, Audience audience) {
    const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    if (all == 0) {
        addNote(row, CellState::notReported, {"chưa có đăng ký, không phải 0", "none registered, not 0"}, counts.size() + 1);
        return;
    }
    for (const std::size_t count : counts) row.cells.push_back(countCell(count, audience));
    const bool anyHidden = std::ranges::find(row.cells, CellState::hidden, &ReportCell::state) != row.cells.end();
    row.cells.push_back(anyHidden ? hiddenCell() : percentCell(static_cast<double>(counts[0]), static_cast<double>(all)));
}

ReportTable onDay(const AnalysisContext& context, Audience audience) {
    const District& district = context.district();
    ReportTable table = tableUnder(renovatedGardensWords());
    table.counted = {"thôn", "villages"};
    table.columns = {{"name", {"Thôn", "Village"}},
                     {"commune", {"Xã", "Commune"}},
                     {"finished", {"Đã xong", "Done"}, ColumnKind::number},
                     {"in_progress", {"Đang làm", "In progress"}, ColumnKind::number},
                     {"registered", {"Đăng ký", "Registered"}, ColumnKind::number},
                     {"lapsed", {"Bỏ dở", "Lapsed"}, ColumnKind::number},
                     {"share", {"Đã xong, %", "Done, %"}, ColumnKind::percent, 0, "percent"}};
    const std::vector<CountsByState> counts = gardensByVillage(context);
    for (std::uint32_t village = 0; village < counts.size(); ++village) {
        ReportRow row{{Role::villages, village},
                      {textCell(fullName(district.table(Role::villages), village)),
                       textCell(communeName(district, Role::villages, village))}};
        addFigures(row, counts[village], audience);
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

ReportWords renovatedGardensWords() {
    return {{"Vườn cải tạo theo thôn", "Renovated gardens by village"},
            {"Vườn cải tạo theo xã, % đăng ký", "Gardens by commune, % of registered"},
            {{"Chưa có hộ nào đăng ký cải tạo vườn đến ngày này.", "No garden is registered up to this day."},
             {"Nạp danh sách hộ cải tạo vườn.", "Import the list of gardens."}}};
}

ReportTable renovatedGardensTable(const ReportRequest& request) {
    const AnalysisContext& context = request.analysis;
    ReportTable table = onDay(context, request.audience);
    if (const auto day = context.compareWith())
        table = compared(table, onDay(context.on(*day), request.audience), {*day, "finished", {}});
    const Date stale{context.asOf().daysSince1970 - context.rules().gaps.staleDays};
    addLastReports(table, *progress(context), Programme::gardens, stale);
    return table;
}

ReportChart renovatedGardensChart(const ReportRequest& request) {
    const District& district = request.analysis.district();
    ReportChart chart =
        chartUnder(renovatedGardensWords(), district,
                   {{"Đã xong", "Done"}, {"Đang làm", "In progress"}, {"Đăng ký", "Registered"}, {"Bỏ dở", "Lapsed"}});
    chart.amountTitle = {"vườn xong", "done"};
    chart.partUnit = {"vườn", "gardens"};
    chart.ofHouseholds = true;
    for (const std::uint32_t row : countedRows(request.analysis, Role::gardens)) {
        const auto state = gardenState(district.table(Role::gardens), row, request.analysis.asOf());
        const std::int32_t commune = countedCommune(district, Role::gardens, row);
        if (commune == notLinked || !state) continue;
        chart.bars[static_cast<std::size_t>(commune)].parts[static_cast<std::size_t>(*state)] += 1;
    }
    for (ChartBar& bar : chart.bars) bar.amount = bar.parts[0];
    closeBars(chart, request.analysis, request.audience);
    return chart;
}

UnitFigureSet renovatedGardensFigures() {
    return {.columns = {{"gardens_registered", {"Đăng ký", "Registered"}},
                        {"gardens_finished", {"Đã xong", "Done"}, true},
                        {"gardens_in_progress", {"Đang làm", "In progress"}, true},
                        {"", {"Chưa làm", "Not begun"}, true},
                        {"gardens_lapsed", {"Bỏ dở", "Given up"}, true}},
            .main = 1,
            .ofHouseholds = true};
}

} // namespace banlang
