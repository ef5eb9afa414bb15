// SPDX-License-Identifier: MIT
#include "core/analysis/road_standards.h"

#include "core/base/shipped_data.h"

#include <toml++/toml.h>

namespace banlang {

const RoadStandard& RoadStandards::of(std::string_view roadClass) const {
    const auto found = byClass.find(roadClass);
    return found != byClass.end() ? found->second : byClass.find("other")->second;
}

RoadStandards shippedRoadStandards() {
    const toml::table file = toml::parse(shippedData("road_standards.toml"));
    RoadStandards standards;
    standards.byClass.try_emplace("other");
    for (const auto& [name, node] : file) {
        const toml::table* entry = node.as_table();
        if (entry == nullptr) continue;
        RoadStandard& standard = standards.byClass[std::string(name.str())];
        if (const auto width = (*entry)["bed_width_m"].value<double>()) standard.bedWidthM = *width;
        standard.speedHardenedKmh = (*entry)["speed_hardened_kmh"].value_or(standard.speedHardenedKmh);
        standard.speedUnhardenedKmh = (*entry)["speed_unhardened_kmh"].value_or(standard.speedUnhardenedKmh);
        standard.importance = (*entry)["importance"].value_or(standard.importance);
    }
    return standards;
}

} // namespace banlang
