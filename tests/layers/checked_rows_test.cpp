// SPDX-License-Identifier: MIT
#include "layers/base/attributes.h"
#include "layers/checked_rows.h"
#include "layers/export/row_style.h"
#include "layers/themes/catalogue.h"
#include "tests/support/analysis_context.h"
#include "tests/support/columns.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

MapLayer threeRows() {
    RowClasses rows;
    rows.classes = {{.label = {"một", "one"}, .key = 0}, {.label = {"hai", "two"}, .key = 1}};
    rows.classOf = {0, 1, 1};
    MapLayer layer;
    layer.id = "things";
    setRows(layer, std::move(rows), [] {
        FeatureTable table;
        table.rowCount = 3;
        return table;
    });
    layer.legend = {classEntry(*layer.rowClasses, 0, GeometryKind::line), classEntry(*layer.rowClasses, 1, GeometryKind::line)};
    return layer;
}

} // namespace

TEST(CheckedRows, ALegendThatCountsItsRowsIsGood) {
    EXPECT_TRUE(checkedRows(threeRows()).has_value());
}

TEST(CheckedRows, ALegendThatCountsSomethingElseIsAFault) {
    MapLayer layer = threeRows();
    layer.legend[1].count = 3;
    const auto checked = checkedRows(layer);
    ASSERT_FALSE(checked.has_value());
    EXPECT_EQ(checked.error().code, "legend-not-rows");
    EXPECT_NE(checked.error().message.en.find("two"), std::string::npos);
}

TEST(CheckedRows, AClassThatTheLegendLeavesOutIsAFault) {
    MapLayer layer = threeRows();
    layer.legend.pop_back();
    EXPECT_EQ(checkedRows(layer).error().code, "legend-not-rows");
}

TEST(CheckedRows, AClassOfNoKindIsAFault) {
    MapLayer layer = threeRows();
    layer.rowClasses = std::make_shared<const RowClasses>(RowClasses{layer.rowClasses->classes, {0, 1, 7}, {}});
    EXPECT_EQ(checkedRows(layer).error().code, "legend-not-rows");
}

TEST(RowStyles, RowsWithoutAClassEachAreNotGivenOne) {
    ClassedRows classed = threeRows().attributes();
    classed.rows.rowCount = 4;
    const auto styles = rowStyles(classed);
    ASSERT_FALSE(styles.has_value());
    EXPECT_EQ(styles.error().code, "rows-without-class");
}

TEST(RowStyles, RowsOfNoClassSaySo) {
    ClassedRows classed = threeRows().attributes();
    classed.classes = std::make_shared<const RowClasses>(RowClasses{classed.classes->classes, {0, noClass, 1}, {}});
    const auto styles = rowStyles(classed);
    ASSERT_TRUE(styles.has_value());
    const FeatureTable table = withClassColumns(classed.rows, *styles, Language::english);
    EXPECT_DOUBLE_EQ(test::numberAt(table, "map_class", 0), 0);
    EXPECT_TRUE(std::isnan(test::numberAt(table, "map_class", 1)));
    EXPECT_EQ(test::textAt(table, "map_class_name", 1), "");
    EXPECT_EQ(test::textAt(table, "map_class_name", 2), "two");
}

/// Two gardens in Bản Sản, one that is in no village, one whose dates cannot be true.
TEST(CountedRecords, WhatIsSetAsideIsInNoFigureAndWhatHasNoVillageIs) {
    test::DistrictBuilder builder = test::twoCommunes();
    const auto garden = [&](std::string_view id, std::string_view village, std::string_view registered) {
        builder.add(Role::gardens, {{"id", id},
                                    {"village_code", village},
                                    {"commune_code", "00874"},
                                    {"registered_on", registered},
                                    {"started_on", "2021-06-01"}});
    };
    garden("G1", "0087401", "2021-05-01");
    garden("G2", "0087401", "2021-05-01");
    garden("G3", "", "2021-05-01");
    garden("G4", "0087401", "2021-12-01");
    const LayerRequest asked{test::contextOf(builder.linked(), Date::fromYmd(2022, 5, 18)), Audience::workingGroup,
                             MapColourScheme::light};
    const auto layer = buildLayer("renovated-gardens", asked);
    ASSERT_TRUE(layer.has_value()) << layer.error().message.en;
    EXPECT_EQ(layer->featureCount, 3U);
    EXPECT_DOUBLE_EQ(*layer->legend[1].count, 3) << "in progress";
    EXPECT_EQ(layer->attributes().rows.rowCount, 3U);
}

} // namespace banlang
