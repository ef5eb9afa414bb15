// SPDX-License-Identifier: MIT
#include "core/base/date.h"
#include "core/geo/measure.h"
#include "sample-data/landscape.h"
#include "sample-data/record_tables.h"
#include "sample-data/sample.h"
#include "tests/support/columns.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>
#include <set>

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
    for (std::size_t row = 0; row < table.rowCount; ++row) EXPECT_EQ(isoWeekday(test::dateAt(table, "date", row)), 6);
}

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> linesOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// Writes a district into a folder of its own, once per test.
std::filesystem::path written(const std::string& name, const SampleOptions& options) {
    const auto folder = std::filesystem::path(testing::TempDir()) / ("banlang-sample-" + name);
    std::filesystem::remove_all(folder);
    EXPECT_TRUE(writeSample(folder.string(), options).has_value());
    return folder;
}

std::size_t countDifferentFiles(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::size_t different = 0;
    std::size_t compared = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(a)) {
        if (!entry.is_regular_file()) continue;
        ++compared;
        const auto relative = std::filesystem::relative(entry.path(), a);
        if (bytesOf(entry.path()) == bytesOf(b / relative)) continue;
        ++different;
        ADD_FAILURE() << relative << " differs";
    }
    EXPECT_GT(compared, 20U);
    return different;
}

TEST(SampleFiles, CommittedDistrictIsWhatARunWrites) {
    const auto fresh = written("fresh", {5'000, 1});
    EXPECT_EQ(countDifferentFiles(fresh, std::filesystem::path(BANLANG_SOURCE_DIR) / "sample-data/district"), 0U);
    const std::size_t parcels = linesOf(fresh / "truth/parcels.csv").size() - 1;
    EXPECT_NEAR(static_cast<double>(parcels), 5'000, 500);
    std::filesystem::remove_all(fresh);
}

TEST(SampleFiles, FewParcelsAreAboutAsManyAsAsked) {
    const auto folder = written("few", {2'000, 1});
    EXPECT_NEAR(static_cast<double>(linesOf(folder / "truth/parcels.csv").size() - 1), 2'000, 200);
    std::set<std::string> rules;
    for (const std::string& line : linesOf(folder / "truth/faults.csv")) rules.insert(line.substr(line.rfind(',') + 1));
    for (const char* rule : {"self-intersection", "outside-every-village", "unknown-parcel", "duplicate-key", "missing-value"})
        EXPECT_TRUE(rules.contains(rule)) << rule;
    const auto again = writeSample(folder.string(), {2'000, 1});
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().kind, ErrorKind::outputUnwritable);
    EXPECT_EQ(again.error().code, "output-not-empty");
    std::filesystem::remove_all(folder);
}

TEST(SampleFiles, AStoppedRunLeavesNothing) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "banlang-sample-stopped";
    std::filesystem::remove_all(folder);
    std::stop_source source;
    source.request_stop();
    Progress progress;
    progress.stop = source.get_token();
    const auto stoppedRun = writeSample(folder.string(), {2'000, 1}, progress);
    ASSERT_FALSE(stoppedRun.has_value());
    EXPECT_EQ(stoppedRun.error().kind, ErrorKind::interrupted);
    EXPECT_TRUE(std::filesystem::is_empty(folder));
}

} // namespace
} // namespace banlang::sample
