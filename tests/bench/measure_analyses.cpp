// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/land/right_of_way_acquisition.h"
#include "core/analysis/rule_files/rule_files.h"
#include "core/link/link.h"
#include "core/link/point_in_polygon.h"
#include "core/model/latest_date.h"
#include "tests/bench/measure.h"

#include <string>

namespace banlang::bench {
namespace {

/// Of its last day; the district outlives it.
AnalysisContext contextOf(const District& district) {
    return {std::shared_ptr<const District>(std::shared_ptr<const void>(), &district), shippedRules(),
            latestRecordedDate(district)};
}

} // namespace

Measured measureLink(const District& district) {
    const GeometryColumn& parcels = district.table(Role::parcels).geometry;
    const GeometryColumn& villages = district.table(Role::villages).geometry;
    return {"link", medianSeconds([&] { (void)findContainingPolygons(parcels, PointInPolygonIndex(villages)); }), {}, {}};
}

Measured measureAllLinks(District& district) {
    return {"link-all", medianSeconds([&] { (void)linkDistrict(district); }), {}, {}};
}

Measured measureLandTake(District& district) {
    const AnalysisContext context = contextOf(district);
    std::size_t roads = 0;
    const double seconds = medianSeconds([&] {
        district.derived.forget();
        roads = rightOfWayAcquisition(context)->size();
    });
    return {"landtake", seconds, std::to_string(roads) + " roads", {}};
}

Measured measureLandTakeOfAnotherDay(const District& district) {
    const AnalysisContext context = contextOf(district);
    (void)rightOfWayAcquisition(context);
    Date day{context.asOf().daysSince1970 - 90};
    const double seconds = medianSeconds([&] {
        (void)rightOfWayAcquisition(context.on(day));
        --day.daysSince1970;
    });
    return {"landtake-another-day", seconds, {}, {}};
}

} // namespace banlang::bench
