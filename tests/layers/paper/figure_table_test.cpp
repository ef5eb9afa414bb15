// SPDX-License-Identifier: MIT
#include "layers/paper/detail/figure_table.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banlang::paper {
namespace {

/// A sheet of one commune with three gardens: two in one of its villages, one in none.
class FigureTableOfGardens : public testing::Test {
protected:
    void SetUp() override {
        test::DistrictBuilder builder = test::twoCommunes();
        for (const auto& [id, village] : {std::pair{"G1", "0087401"}, {"G2", "0087401"}, {"G3", ""}}) {
            builder.add(Role::gardens,
                        {{"id", id}, {"village_code", village}, {"commune_code", "00874"}, {"registered_on", "2021-05-01"}});
        }
        request.layerIds = {"renovated-gardens"};
        request.layer = {std::make_shared<const District>(builder.linked()), Date::fromYmd(2022, 5, 18), Audience::workingGroup,
                         MapTheme::paper};
        theme = *buildLayer("renovated-gardens", request.layer);
        sheet.request = &request;
        sheet.theme = &theme;
        sheet.progress = progress(*request.layer.district, request.layer.asOf);
    }
    Indicator& figureOf(UnitLevel level, std::string_view id) {
        const auto unit =
            std::find_if(sheet.progress.begin(), sheet.progress.end(), [&](const UnitProgress& u) { return u.level == level; });
        return *std::find_if(unit->indicators.begin(), unit->indicators.end(), [&](const Indicator& i) { return i.id == id; });
    }

    SheetRequest request;
    MapLayer theme;
    Sheet sheet;
};

TEST_F(FigureTableOfGardens, WhatHasNoVillageIsARowOfItsOwn) {
    sheet.commune = 0;
    const auto table = figureTable(sheet);
    ASSERT_TRUE(table.has_value()) << table.error().message.en;
    ASSERT_EQ(table->rows.size(), 4U) << "two villages, the rest, the commune";
    EXPECT_EQ(table->rows[0].cells[0], "2");
    EXPECT_EQ(table->rows[2].cells[0], "1");
    EXPECT_EQ(table->rows[3].cells[0], "3");
}

TEST_F(FigureTableOfGardens, MoreInTheVillagesThanInTheCommuneIsAFaultAndNoPicture) {
    sheet.commune = 0;
    figureOf(UnitLevel::village, "gardens_registered").value = 4;
    const auto table = figureTable(sheet);
    ASSERT_FALSE(table.has_value());
    EXPECT_EQ(table.error().code, "negative-remainder");
}

TEST_F(FigureTableOfGardens, ALegendThatCountsOthersThanTheTableIsAFaultAndNoPicture) {
    theme.legend[2].count = 4;
    const auto table = figureTable(sheet);
    ASSERT_FALSE(table.has_value());
    EXPECT_EQ(table.error().code, "legend-not-table");
}

/// A household of one commune keeps a garden in the other.
TEST(FigureTable, AGardenBeyondTheBorderCountsWhereItsVillageIs) {
    test::DistrictBuilder builder = test::twoCommunes();
    builder.add(Role::gardens,
                {{"id", "G1"}, {"village_code", "0087401"}, {"commune_code", "00877"}, {"registered_on", "2021-05-01"}});
    const District district = builder.linked();
    for (const UnitProgress& unit : progress(district, Date::fromYmd(2022, 5, 18))) {
        const Indicator* gardens = findIndicator(unit, "gardens_registered");
        const bool counts = unit.code.empty() || unit.code == "00874" || unit.code == "0087401";
        EXPECT_EQ(gardens->value.value_or(0), counts ? 1 : 0) << unit.name;
    }
}

} // namespace
} // namespace banlang::paper
