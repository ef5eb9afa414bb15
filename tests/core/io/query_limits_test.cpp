// SPDX-License-Identifier: MIT
#include "core/geo/detail/gdal_errors.h"
#include "core/geo/gdal_drivers.h"
#include "core/io/detail/query_limits.h"
#include "tests/support/execute_sql.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

namespace banlang::detail {
namespace {

class QueryLimits : public test::InFolder {
protected:
    /// A package with one table and a view that would count without end.
    GDALDatasetUniquePtr package() const {
        registerGdalDrivers();
        const std::string path = at("a.gpkg");
        {
            const GDALDatasetUniquePtr made(
                GetGDALDriverManager()->GetDriverByName("GPKG")->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
            (void)made->CreateLayer("rows", nullptr, wkbNone, nullptr);
        }
        test::executeSql(path, "INSERT INTO rows DEFAULT VALUES; INSERT INTO rows DEFAULT VALUES;"
                               "CREATE VIEW endless AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
                               "SELECT count(*) AS n FROM c");
        return GDALDatasetUniquePtr(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
    }
    /// The first number of the answer; -1 for none.
    static int answerOf(GDALDataset& dataset, const char* sql) {
        const GdalErrors errors;
        OGRLayer* layer = dataset.ExecuteSQL(sql, nullptr, nullptr);
        if (layer == nullptr) return -1;
        const OGRFeatureUniquePtr row(layer->GetNextFeature());
        const int answer = row == nullptr ? -1 : row->GetFieldAsInteger(0);
        dataset.ReleaseResultSet(layer);
        return answer;
    }
};

TEST_F(QueryLimits, AViewThatNeverEndsGivesUp) {
    const auto dataset = package();
    ASSERT_NE(dataset, nullptr);
    limitQueries(*dataset, 100'000);
    EXPECT_EQ(answerOf(*dataset, "SELECT n FROM endless"), -1);
    EXPECT_EQ(answerOf(*dataset, "SELECT count(*) FROM rows"), 2) << "what follows is read as ever";
}

TEST_F(QueryLimits, NoValueIsLargerThanAnyGeometry) {
    const auto dataset = package();
    ASSERT_NE(dataset, nullptr);
    EXPECT_EQ(answerOf(*dataset, "SELECT length(zeroblob(200000000))"), 200'000'000);
    limitQueries(*dataset, 100'000);
    EXPECT_EQ(answerOf(*dataset, "SELECT length(zeroblob(200000000))"), -1);
    EXPECT_EQ(answerOf(*dataset, "SELECT length(zeroblob(100000000))"), 100'000'000);
}

TEST_F(QueryLimits, OtherDatasetsAreLeftAlone) {
    registerGdalDrivers();
    const GDALDatasetUniquePtr memory(GetGDALDriverManager()->GetDriverByName("Memory")->Create("", 0, 0, 0, GDT_Unknown, nullptr));
    ASSERT_NE(memory, nullptr);
    limitQueries(*memory, 0);
    EXPECT_NE(memory->CreateLayer("rows", nullptr, wkbNone, nullptr), nullptr);
}

} // namespace
} // namespace banlang::detail
