// SPDX-License-Identifier: MIT
#include "layers/export/column_decimals.h"
#include "tests/support/tables.h"

#include <gtest/gtest.h>

#include <limits>

namespace banlang {
namespace {

int decimalsOf(std::string_view name, const std::vector<double>& values) {
    return columnDecimals(test::numberColumn(name, values));
}

TEST(ColumnDecimals, AUnitDeservesSoMany) {
    EXPECT_EQ(mostDecimals("loan_vnd"), 0);
    EXPECT_EQ(mostDecimals("area_m2"), 1);
    EXPECT_EQ(mostDecimals("percent_done"), 1);
    EXPECT_EQ(mostDecimals("share_percent"), 1);
    EXPECT_EQ(mostDecimals("bed_width_m"), 2);
    EXPECT_EQ(mostDecimals("length_km"), 3) << "a kilometre does not end like a metre";
    EXPECT_EQ(mostDecimals("area_ha"), 4);
    EXPECT_EQ(mostDecimals("households"), 3);
    EXPECT_EQ(mostDecimals(""), 3);
}

TEST(ColumnDecimals, AsManyAsTheFinestValueNeeds) {
    EXPECT_EQ(decimalsOf("length_km", {1, 2, 300}), 0);
    EXPECT_EQ(decimalsOf("length_km", {1, 0.5}), 1);
    EXPECT_EQ(decimalsOf("length_km", {0.25, 0.5}), 2);
    EXPECT_EQ(decimalsOf("length_km", {0.001}), 3);
    EXPECT_EQ(decimalsOf("length_km", {0.30000000000000004}), 1) << "the noise of sums is no decimal";
    EXPECT_EQ(decimalsOf("length_km", {-12.25}), 2);
}

TEST(ColumnDecimals, NeverMoreThanTheUnitDeserves) {
    EXPECT_EQ(decimalsOf("area_m2", {12.3456}), 1);
    EXPECT_EQ(decimalsOf("area_m2", {12.04}), 0) << "it is shown as 12.0";
    EXPECT_EQ(decimalsOf("loan_vnd", {0.5}), 0);
}

TEST(ColumnDecimals, WhatIsMissingNeedsNone) {
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(decimalsOf("length_km", {}), 0);
    EXPECT_EQ(decimalsOf("length_km", {Column::missingNumber, infinity, -infinity}), 0);
    EXPECT_EQ(decimalsOf("length_km", {Column::missingNumber, 0.5}), 1);
}

} // namespace
} // namespace banlang
