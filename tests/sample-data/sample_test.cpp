// SPDX-License-Identifier: MIT
#include "core/base/date.h"
#include "core/geo/measure.h"
#include "sample-data/landscape.h"
#include "sample-data/record_tables.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>

namespace banlang::sample {
namespace {

TEST(SampleDistrict, RoadsFormOneNetwork) {
    const auto land = growLandscape({2'000, 1}, {});
    std::vector<std::size_t> parent(land->roads.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t i) {
        while (parent[i] != i) i = parent[i];
        return i;
    };
    std::map<std::pair<double, double>, std::size_t> owner;
    for (std::size_t i = 0; i < land->roads.size(); ++i) {
        for (const Point point : land->roads[i].line) {
            const auto [at, fresh] = owner.try_emplace({point.x, point.y}, i);
            if (!fresh) parent[root(i)] = root(at->second);
        }
    }
    std::size_t parts = 0;
    for (std::size_t i = 0; i < parent.size(); ++i) parts += parent[i] == i ? 1U : 0U;
    EXPECT_EQ(parts, 1U);
}

TEST(SampleDistrict, VillagesFillTheirCommunes) {
    const auto land = growLandscape({2'000, 2}, {});
    ASSERT_EQ(land->settlements.communes.size(), 13U);
    std::vector<double> sum(13, 0);
    for (std::size_t v = 0; v < land->settlements.villages.size(); ++v)
        sum[static_cast<std::size_t>(land->settlements.villages[v].commune)] += areaM2(land->boundaries.villages, v);
    for (std::size_t c = 0; c < 13; ++c) EXPECT_NEAR(sum[c], areaM2(land->boundaries.communes, c), 1);
}

TEST(SampleRecords, SaturdaysAreSaturdays) {
    const auto land = growLandscape({2'000, 1}, {});
    const FeatureTable table = saturdayRecords(*land);
    ASSERT_GT(table.rowCount, 100U);
    for (std::size_t row = 0; row < table.rowCount; ++row) EXPECT_EQ(isoWeekday(table.dateAt("date", row)), 6);
}

} // namespace
} // namespace banlang::sample
