// SPDX-License-Identifier: MIT
#include "core/analysis/rules/quality_rules.h"

#include "core/analysis/rules/detail/rule_reader.h"

namespace banlang {

Result<QualityLimits> qualityLimits(const RuleTexts& rules) {
    constexpr std::string_view fileName = "quality_rules.toml";
    detail::RuleReader reader(fileName);
    const toml::table file = reader.parse(rules.text(fileName));
    // A missing entry reads as 0, which the test of the shipped file refuses.
    const auto number = [&](std::string_view path) { return file.at_path(path).value_or(0.0); };
    const auto year = [&](std::string_view path) { return file.at_path(path).value_or(0); };
    QualityLimits limits;
    limits.boundaryOverlapM2 = number("boundaries.overlap_m2");
    limits.boundaryGapM2 = number("boundaries.gap_m2");
    limits.villageOutsideM2 = number("boundaries.outside_m2");
    limits.parcelOverlapM2 = number("parcels.overlap_m2");
    limits.parcelOverlapWidthM = number("parcels.overlap_width_m");
    limits.parcelOutsideCommuneM = number("parcels.outside_commune_m");
    limits.areaDifferencePercent = number("area.difference_percent");
    limits.areaDifferenceM2 = number("area.difference_m2");
    limits.aboveParcelPercent = number("donations.above_parcel_percent");
    limits.aboveParcelM2 = number("donations.above_parcel_m2");
    limits.earliestYear = year("dates.earliest_year");
    limits.latestYear = year("dates.latest_year");
    limits.roadSnapM = number("roads.snap_m");
    limits.roadDanglingM = number("roads.dangling_m");
    limits.chainageM = number("roads.chainage_m");
    limits.chainagePercent = number("roads.chainage_percent");
    return reader.finish(limits);
}

} // namespace banlang
