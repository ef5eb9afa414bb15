// SPDX-License-Identifier: MIT
#include "layers/paper/detail/figure_table.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banlang::print_layout {
namespace {

/// Two gardens in one of the villages of a commune, one in none.
PrintRequest gardensRequest() {
    test::DistrictBuilder builder = test::twoCommunes();
    for (const auto& [id, village] : {std::pair{"G1", "0087401"}, {"G2", "0087401"}, {"G3", ""}}) {
        builder.add(Role::gardens,
                    {{"id", id}, {"village_code", village}, {"commune_code", "00874"}, {"registered_on", "2021-05-01"}});
    }
    return {
        .layerIds = {"renovated-gardens"},
        .layer = {test::contextOf(builder.linked(), Date::fromYmd(2022, 5, 18)), Audience::workingGroup, MapColourScheme::print}};
}

/// A sheet of the commune with these gardens.
class PageFiguresOfGardens : public testing::Test {
protected:
    void SetUp() override {
        theme = *buildLayer("renovated-gardens", request.layer);
        printPage.request = &request;
        printPage.theme = &theme;
        printPage.progress = units;
        printPage.scene.colourScheme = request.layer.colourScheme;
    }
    Indicator& figureOf(AdminLevel level, std::string_view id) {
        const auto unit = std::find_if(units->begin(), units->end(), [&](const AdminUnitProgress& u) { return u.level == level; });
        return *std::find_if(unit->indicators.begin(), unit->indicators.end(), [&](const Indicator& i) { return i.id == id; });
    }

    PrintRequest request = gardensRequest();
    std::shared_ptr<std::vector<AdminUnitProgress>> units =
        std::make_shared<std::vector<AdminUnitProgress>>(*progress(request.layer.analysis));
    MapLayer theme;
    PrintPage printPage;
};

TEST_F(PageFiguresOfGardens, WhatHasNoVillageIsARowOfItsOwn) {
    printPage.commune = 0;
    const auto figures = pageFigures(printPage);
    ASSERT_TRUE(figures.has_value()) << figures.error().message.en;
    const auto& rows = figures->told.rows;
    ASSERT_EQ(rows.size(), 4U) << "two villages, the rest, the commune";
    EXPECT_EQ(rows[0].cells[0].number, 2);
    EXPECT_EQ(rows[2].cells[0].number, 1);
    EXPECT_EQ(rows[3].cells[0].number, 3);
    ASSERT_EQ(figures->fills.size(), figures->told.parts.size());
    EXPECT_EQ(figures->fills.front(), theme.legend[2].style.fill);
}

TEST_F(PageFiguresOfGardens, MoreInTheVillagesThanInTheCommuneIsAFaultAndNoPicture) {
    printPage.commune = 0;
    figureOf(AdminLevel::village, "gardens_registered").value = 4;
    const auto table = pageFigures(printPage);
    ASSERT_FALSE(table.has_value());
    EXPECT_EQ(table.error().code, "negative-remainder");
}

TEST_F(PageFiguresOfGardens, ALegendThatCountsOthersThanTheTableIsAFaultAndNoPicture) {
    theme.legend[2].count = 4;
    const auto table = pageFigures(printPage);
    ASSERT_FALSE(table.has_value());
    EXPECT_EQ(table.error().code, "legend-not-table");
}

/// A household of one commune keeps a garden in the other.
TEST(PageFigures, AGardenBeyondTheBorderCountsWhereItsVillageIs) {
    test::DistrictBuilder builder = test::twoCommunes();
    builder.add(Role::gardens,
                {{"id", "G1"}, {"village_code", "0087401"}, {"commune_code", "00877"}, {"registered_on", "2021-05-01"}});
    const auto units = progress(test::contextOf(builder.linked(), Date::fromYmd(2022, 5, 18)));
    for (const AdminUnitProgress& unit : *units) {
        const auto gardens = std::ranges::find(unit.indicators, "gardens_registered", &Indicator::id);
        const bool counts = unit.code.empty() || unit.code == "00874" || unit.code == "0087401";
        EXPECT_EQ(gardens->value.value_or(0), counts ? 1 : 0) << unit.name;
    }
}

} // namespace
} // namespace banlang::print_layout
