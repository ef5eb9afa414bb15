// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/district.h"
#include "core/model/record_ref.h"
#include "core/report/audience.h"
#include "core/report/report_table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace banlang {

class AnalysisContext;

struct ChartBar {
    RecordRef unit;
    std::string name;
    std::vector<double> parts;                ///< in the order of the chart's parts; also where hidden, for the sums of shareOf()
    double amount = 0;                        ///< the one figure that stands beside the bar
    CellState state = CellState::notReported; ///< value, notReported or hidden; hidden parts are never to be shown
};

/// Stacked bars, one per commune, each filled to 100 % of what the commune has to do; made in core/report alone.
struct ReportChart {
    std::string id{}; ///< of the theme's layer; set by whoever asks for a theme by that id
    Label title{};
    ReportNote note{};
    Label amountTitle{};
    int amountDecimals = 0;
    std::vector<Label> parts{};
    std::vector<ChartBar> bars{}; ///< by commune, in the order of the table of communes
    Label partUnit{};             ///< what the parts are counted in
    int partDecimals = 0;
    std::size_t doneParts = 1; ///< so many of the first parts are what is done
    bool ofHouseholds = false; ///< parts may be counts of households, small ones of which point at a family

    [[nodiscard]] bool saysAnything() const; ///< some bar has a part
};

/// How much is done, of one commune or of all together.
struct DoneShare {
    CellState state = CellState::notReported;
    std::vector<double> parts;
    double done = 0;
    double all = 0;
    double percent = 0; ///< whole
};
/// For a hall, which is never the working group: small counts of households are hidden whatever audience the chart is for.
[[nodiscard]] DoneShare shareOf(const ReportChart& chart, std::optional<std::uint32_t> commune);

/// Without a part in any bar: one for each commune of the district.
[[nodiscard]] ReportChart chartUnder(const ReportWords& words, const District& district, std::vector<Label> parts);
/// The bars as they are once all parts are in: reported or not, and those with small counts hidden where the chart is of
/// households. Communes that are not in force on the day have one only where something was reported of them.
void closeBars(ReportChart& chart, const AnalysisContext& context, Audience audience);

} // namespace banlang
