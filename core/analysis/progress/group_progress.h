// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/progress/progress.h"
#include "core/analysis/units/admin_unit_groups.h"

#include <span>
#include <string>
#include <vector>

namespace banlang {

struct GroupProgress {
    std::string name;
    std::size_t communes = 0;
    std::vector<Indicator> indicators;
};
/// Indicators of progress() summed by group: values of communes in force and former ones, targets of those in force.
[[nodiscard]] std::vector<GroupProgress> groupProgress(std::span<const AdminUnitProgress> units,
                                                       std::span<const AdminUnitGroup> groups);

} // namespace banlang
