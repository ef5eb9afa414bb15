// SPDX-License-Identifier: MIT
#include "core/analysis/criteria/criteria_roads.h"

#include "core/analysis/context/analysis_context.h"
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "core/model/road_surface.h"
#include "core/text/keys.h"

#include <algorithm>
#include <map>

namespace banlang {
namespace {

using Stretches = std::vector<std::pair<double, double>>; ///< chainages in metres

bool hardens(std::string_view workKind, const CriteriaSet& set) {
    const std::string rawText = lowerCase(workKind);
    return std::any_of(set.hardeningWorks.begin(), set.hardeningWorks.end(),
                       [&](const std::string& word) { return rawText.find(word) != std::string::npos; });
}

/// What finished works have hardened, by road.
std::map<std::int32_t, Stretches> hardenedStretches(const District& district, const CriteriaSet& set, Date asOf) {
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto& roadOf = district.linksOf(Role::roadWorks).road;
    std::map<std::int32_t, Stretches> stretches;
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        const std::int32_t road = linkedRow(roadOf, row);
        if (road == notLinked || workState(works, row, asOf) != WorkState::finished) continue;
        if (!hardens(works.textAt(fields::roadWorks.kind, row), set)) continue;
        const double fromM = works.numberAt(fields::roadWorks.fromM, row);
        const double toM = works.numberAt(fields::roadWorks.toM, row);
        const bool known = toM > fromM;
        stretches[road].emplace_back(known ? fromM : 0, known ? toM : std::numeric_limits<double>::infinity());
    }
    return stretches;
}

double coveredM(Stretches stretches, double lengthOfRoadM) {
    std::sort(stretches.begin(), stretches.end());
    double covered = 0;
    double reached = 0;
    for (const auto& [from, to] : stretches) {
        const double end = std::min(to, lengthOfRoadM);
        covered += std::max(0.0, end - std::max(from, reached));
        reached = std::max(reached, end);
    }
    return covered;
}

bool counts(const FeatureTable& roads, std::size_t road, const RoadMeasure& measure) {
    if (measure.hardenedCounts && isHardened(roads.textAt(fields::roads.surface, road))) return true;
    return measure.allSeasonCounts && roads.numberAt(fields::roads.allSeason, road) == 1;
}

bool isUnknown(const FeatureTable& roads, std::size_t road, const RoadMeasure& measure) {
    return roads.textAt(fields::roads.surface, road).empty() &&
           (!measure.allSeasonCounts || std::isnan(roads.numberAt(fields::roads.allSeason, road)));
}

struct Sum {
    double totalM = 0, countingM = 0, unknownM = 0;
};

std::vector<Sum> sumRoads(const District& district, const RoadMeasure& measure, const std::map<std::int32_t, Stretches>& hardened) {
    const FeatureTable& roads = district.table(Role::roads);
    const auto& communeOf = district.linksOf(Role::roads).commune;
    std::vector<Sum> sums(district.table(Role::communes).rowCount);
    for (std::size_t road = 0; road < roads.rowCount; ++road) {
        const std::int32_t commune = linkedRow(communeOf, road);
        const bool asked = std::find(measure.classes.begin(), measure.classes.end(),
                                     roads.textAt(fields::roads.managementClass, road)) != measure.classes.end();
        if (commune == notLinked || !asked) continue;
        Sum& sum = sums[static_cast<std::size_t>(commune)];
        const double length = lengthM(roads.geometry, road);
        const bool whole = counts(roads, road, measure);
        const auto found = hardened.find(static_cast<std::int32_t>(road));
        const double byWorksM = measure.hardenedCounts && found != hardened.end() ? coveredM(found->second, length) : 0;
        sum.totalM += length;
        sum.countingM += whole ? length : byWorksM;
        if (!whole && isUnknown(roads, road, measure)) sum.unknownM += length - byWorksM;
    }
    return sums;
}

RoadRatio ratioOf(const CriteriaIndicator& indicator, const Sum& sum, Date asOf) {
    RoadRatio ratio;
    ratio.no = indicator.no;
    ratio.totalKm = sum.totalM / 1000;
    ratio.countingKm = sum.countingM / 1000;
    ratio.unknownSurfaceKm = sum.unknownM / 1000;
    if (sum.totalM > 0) ratio.percent = sum.countingM / sum.totalM * 100;
    ratio.thresholdPercent = indicator.threshold(toYmd(asOf).year);
    ratio.thresholdVerified = indicator.verified;
    if (ratio.thresholdPercent) ratio.kmToHarden = std::max(0.0, *ratio.thresholdPercent / 100 * ratio.totalKm - ratio.countingKm);
    return ratio;
}

} // namespace

std::vector<std::vector<RoadRatio>> roadRatios(const AnalysisContext& context, const CriteriaSet& set) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    std::vector<std::vector<RoadRatio>> ratios(district.table(Role::communes).rowCount);
    const auto hardened = hardenedStretches(district, set, asOf);
    for (const Criterion& criterion : set.criteria) {
        for (const CriteriaIndicator& indicator : criterion.indicators) {
            if (!indicator.road) continue;
            const std::vector<Sum> sums = sumRoads(district, *indicator.road, hardened);
            for (std::size_t commune = 0; commune < sums.size(); ++commune)
                ratios[commune].push_back(ratioOf(indicator, sums[commune], asOf));
        }
    }
    return ratios;
}

} // namespace banlang
