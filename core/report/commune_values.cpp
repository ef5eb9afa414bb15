// SPDX-License-Identifier: MIT
#include "core/report/commune_values.h"

#include "core/model/as_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

Error unknownIndicator(std::string_view wanted, const std::vector<Indicator>& known) {
    std::string names;
    for (const Indicator& indicator : known) names += fmt::format("{}{}", names.empty() ? "" : ", ", indicator.id);
    return {ErrorKind::usage,
            "unknown-indicator",
            {fmt::format("Không có chỉ tiêu “{}”", wanted), fmt::format("There is no indicator “{}”", wanted)},
            {fmt::format("Có: {}", names), fmt::format("There are: {}", names)},
            {}};
}

} // namespace

Result<CommuneValues> communeValues(const AnalysisContext& context, std::string_view indicatorId) {
    const auto units = progress(context);
    const FeatureTable& communes = context.district().table(Role::communes);
    CommuneValues found;
    double unplaced = 0;
    for (const AdminUnitProgress& unit : *units) {
        if (unit.level == AdminLevel::village) continue;
        const auto indicator = std::ranges::find(unit.indicators, indicatorId, &Indicator::id);
        if (indicator == unit.indicators.end()) return Unexpected(unknownIndicator(indicatorId, unit.indicators));
        const bool ofDistrict = unit.level == AdminLevel::district;
        if (ofDistrict) found.district = *indicator;
        if (!indicator->value) continue;
        unplaced += ofDistrict ? *indicator->value : -*indicator->value;
        if (ofDistrict) continue;
        if (inForce(communes, static_cast<std::size_t>(unit.row), context.asOf())) {
            found.values.push_back({unit.code, *indicator->value});
        } else if (*indicator->value != 0) {
            found.apart.push_back({unit.code,
                                   unit.name,
                                   *indicator->value,
                                   {"đơn vị không có hiệu lực vào ngày đó", "the unit was not in force on that day"}});
        }
    }
    if (std::abs(unplaced) > 1e-6)
        found.apart.push_back({{}, {}, unplaced, {"bản ghi chưa nối với xã nào", "records linked to no commune"}});
    return found;
}

} // namespace banlang
