// SPDX-License-Identifier: MIT
#include "core/analysis/land_take.h"
#include "core/link/by_place.h"
#include "core/link/link.h"
#include "core/model/latest_date.h"
#include "tests/bench/measure.h"

#include <string>

namespace banlang::bench {
Measured measureLink(const District& district) {
    const GeometryColumn& parcels = district.table(Role::parcels).geometry;
    const GeometryColumn& villages = district.table(Role::villages).geometry;
    return {"link", medianSeconds([&] { (void)findPlaces(parcels, PlaceIndex(villages)); }), {}, {}};
}

Measured measureAllLinks(District& district) {
    return {"link-all", medianSeconds([&] { (void)linkDistrict(district); }), {}, {}};
}

Measured measureLandTake(District& district) {
    const Date day = latestRecordedDate(district);
    std::size_t roads = 0;
    const double seconds = medianSeconds([&] {
        district.workedOut.forget();
        roads = landTake(district, day).size();
    });
    return {"landtake", seconds, std::to_string(roads) + " roads", {}};
}

Measured measureLandTakeOfAnotherDay(const District& district) {
    const Date day = latestRecordedDate(district);
    (void)landTake(district, day);
    return {"landtake-another-day", medianSeconds([&] { (void)landTake(district, Date{day.daysSince1970 - 90}); }), {}, {}};
}

} // namespace banlang::bench
