// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/model/district.h"
#include "core/model/units/whole_district.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

// Districts are no units since 1/7/2025, but people still count by them: a district is a group of communes.

namespace banlang {

class AnalysisContext;

struct AdminUnitGroup {
    std::string name;                   ///< "Quản Bạ"; empty for communes of which no group is known
    std::vector<std::int32_t> communes; ///< rows of those in force on the day
    std::vector<std::int32_t> former;   ///< rows of those that ended before; what was done in them still counts for the group
};

/// Groups by the communes' `district`, by name, the nameless last. A commune that names none belongs where most of the units that
/// it was made of belonged, as the changes and the official lists tell.
[[nodiscard]] std::vector<AdminUnitGroup> groupsOf(const AnalysisContext& context);
/// The group of one commune; empty when none is known.
[[nodiscard]] std::string groupName(const AnalysisContext& context, std::size_t commune);

/// Sums of any value per commune row, over the communes in force; missing where none of them has a value.
[[nodiscard]] std::vector<std::optional<double>> groupTotals(std::span<const AdminUnitGroup> groups,
                                                             std::span<const std::optional<double>> valueOfCommune);

} // namespace banlang
