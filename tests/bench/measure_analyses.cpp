// SPDX-License-Identifier: MIT
#include "core/analysis/land_take.h"
#include "core/analysis/progress.h"
#include "core/link/by_place.h"
#include "core/link/link.h"
#include "core/model/latest_date.h"
#include "tests/bench/measure.h"

#include <algorithm>

namespace banlang::bench {
namespace {

constexpr std::size_t wantedRecords = 300'000;
constexpr Role recordRoles[] = {Role::donations, Role::roadWorks, Role::gardens,     Role::houses,
                                Role::saturdays, Role::meetings,  Role::greenRoutes, Role::criteria};

template <class Value> void repeat(std::vector<Value>& values, std::size_t times) {
    const std::size_t count = values.size();
    values.reserve(count * times);
    for (std::size_t i = count; i < count * times; ++i) values.push_back(values[i - count]);
}

void repeat(FeatureTable& table, TableLinks& links, std::size_t times) {
    for (Column& column : table.columns) {
        const TextValues text = column.text;
        for (std::size_t time = 1; time < times && column.type == ColumnType::text; ++time) {
            for (std::size_t row = 0; row < text.size(); ++row) column.text.append(text[row]);
        }
        repeat(column.numbers, times);
        repeat(column.dates, times);
    }
    for (auto* rows : {&links.commune, &links.village, &links.road, &links.parcel, &links.household}) repeat(*rows, times);
    table.rowCount *= times;
}

/// Only what sums need: units, roads and the records, each as often as it takes.
District manyRecords(const District& district, std::size_t& records) {
    District many = emptyDistrict(district.epsg);
    for (const Role role : {Role::communes, Role::villages, Role::roads, Role::targets}) {
        many.table(role) = district.table(role);
        many.linksOf(role) = district.linksOf(role);
    }
    std::size_t count = 0;
    for (const Role role : recordRoles) count += district.table(role).rowCount;
    const std::size_t times = (wantedRecords + count - 1) / std::max<std::size_t>(1, count);
    for (const Role role : recordRoles) {
        many.table(role) = district.table(role);
        many.linksOf(role) = district.linksOf(role);
        repeat(many.table(role), many.linksOf(role), times);
    }
    records = count * times;
    return many;
}

} // namespace

Measured measureLink(const District& district) {
    const GeometryColumn& parcels = district.table(Role::parcels).geometry;
    const GeometryColumn& villages = district.table(Role::villages).geometry;
    return {"link", medianSeconds([&] { (void)findPlaces(parcels, villages); }), {}, 0};
}

Measured measureAllLinks(District& district) {
    return {"link-all", medianSeconds([&] { (void)linkDistrict(district); }), {}, 0};
}

Measured measureSums(const District& district) {
    std::size_t records = 0;
    const District many = manyRecords(district, records);
    Date day = latestRecordedDate(many);
    const double seconds = medianSeconds([&] {
        day.daysSince1970 -= 7;
        (void)progress(many, day);
    });
    return {"sums", seconds, std::to_string(records) + " records", 0};
}

Measured measureLandTake(const District& district) {
    const Date day = latestRecordedDate(district);
    std::size_t roads = 0;
    const double seconds = medianSeconds([&] { roads = landTake(district, day).size(); });
    return {"landtake", seconds, std::to_string(roads) + " roads", 0};
}

} // namespace banlang::bench
