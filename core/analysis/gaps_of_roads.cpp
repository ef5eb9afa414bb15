// SPDX-License-Identifier: MIT
#include "core/analysis/gap_questions.h"
#include "core/analysis/land_take.h"
#include "core/model/as_of.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {

Gap worksStuckForLand(const District& district, Date asOf) {
    Gap gap{"work-stuck-for-land",
            {"Công trình đường còn vướng đất", "Road works that still lack land"},
            {"Công trình chưa xong mà đất trong nền chuẩn chưa được hiến đủ",
             "Work not finished, land within the standard bed not all donated"},
            {},
            0};
    constexpr double squareMetresThatCount = 1;
    const auto takes = landTake(district, asOf);
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto& roadOf = district.linksOf(Role::roadWorks).road;
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        const auto state = workState(works, row, asOf);
        if (!state || *state == WorkState::finished || row >= roadOf.size() || roadOf[row] == notLinked) continue;
        ++gap.examined;
        const auto road = static_cast<std::uint32_t>(roadOf[row]);
        const auto take = std::find_if(takes.begin(), takes.end(), [&](const RoadLandTake& t) { return t.road == road; });
        if (take == takes.end() || take->outstandingM2 < squareMetresThatCount) continue;
        gap.items.push_back(gapItem(district, Role::roadWorks, row,
                                    {fmt::format("còn thiếu {:.0f} trong {:.0f} m²", take->outstandingM2, take->neededM2),
                                     fmt::format("{:.0f} of {:.0f} m² still missing", take->outstandingM2, take->neededM2)}));
    }
    return gap;
}

} // namespace banlang
