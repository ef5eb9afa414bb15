// SPDX-License-Identifier: MIT
#include "core/analysis/rules/road_standards.h"

#include "core/analysis/rules/detail/rule_reader.h"

namespace banlang {

const RoadStandard& RoadStandards::of(std::string_view roadClass) const {
    const auto found = byClass.find(roadClass);
    return found != byClass.end() ? found->second : byClass.find("other")->second;
}

Result<RoadStandards> roadStandards(const RuleTexts& rules) {
    constexpr std::string_view fileName = "road_standards.toml";
    detail::RuleReader reader(fileName);
    const toml::table file = reader.parse(rules.text(fileName));
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
    return reader.finish(std::move(standards));
}

} // namespace banlang
