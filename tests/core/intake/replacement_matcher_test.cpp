// SPDX-License-Identifier: MIT
#include "core/intake/replacement_matcher.h"
#include "tests/support/district_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using testing::ElementsAre;
using testing::IsEmpty;

FeatureTable rowsOf(Role role, std::initializer_list<DistrictBuilder::Fields> rows) {
    DistrictBuilder builder;
    for (const auto& row : rows) builder.add(role, row);
    return builder.unlinked().table(role);
}

PreviousRows before(Role role, FeatureTable rows) {
    PreviousRows earlier;
    earlier.batch = 1;
    earlier.role = role;
    earlier.rows = std::move(rows);
    return earlier;
}

struct Matched {
    ReplacedRows earlier;
    std::vector<bool> open; ///< rows of the new layer that still stand for none
};

Matched matched(const FeatureTable& rows, const PreviousRows& earlier, Role role, std::vector<bool> open = {}) {
    const KnownRecords known;
    const AdminUnitContext context;
    open.resize(rows.rowCount, true);
    const ReplacementMatcher matcher(rows, recordKind(role), context, known);
    return {matcher.over(earlier, open), open};
}

TEST(ReplacementMatcher, ARowGivesWayToOneOfTheSameKeyAndCommune) {
    const FeatureTable earlier = rowsOf(Role::donations, {{{"id", "1"}, {"commune_code", "00901"}, {"declared_area_m2", "100"}},
                                                          {{"id", "2"}, {"commune_code", "00901"}, {"declared_area_m2", "200"}},
                                                          {{"id", "3"}, {"commune_code", "00904"}, {"declared_area_m2", "300"}}});
    const FeatureTable rows = rowsOf(Role::donations, {{{"id", "3"}, {"commune_code", "00901"}, {"declared_area_m2", "300"}},
                                                       {{"id", "2"}, {"commune_code", "00901"}, {"declared_area_m2", "250"}}});
    const Matched found = matched(rows, before(Role::donations, earlier), Role::donations);
    EXPECT_THAT(found.earlier.replaced, ElementsAre(1U));
    EXPECT_THAT(found.earlier.kept, ElementsAre(0U, 2U)) << "number 3 is another commune's";
    EXPECT_THAT(found.open, ElementsAre(true, false));
}

TEST(ReplacementMatcher, ARowThatWasRefusedStandsForNothing) {
    const FeatureTable one =
        rowsOf(Role::donations, {{{"id", "1"}, {"commune_code", "00901"}}, {{"id", "2"}, {"commune_code", "00901"}}});
    const Matched found = matched(one, before(Role::donations, one), Role::donations, {false, true});
    EXPECT_THAT(found.earlier.replaced, ElementsAre(1U));
    EXPECT_THAT(found.earlier.kept, ElementsAre(0U));
}

TEST(ReplacementMatcher, EachRowStandsForOneEventOnly) {
    // Two alike shifts of one day: one row again replaces one of them.
    const DistrictBuilder::Fields shift = {{"date", "2022-05-14"}, {"commune_code", "00901"}, {"participants", "20"}};
    const Matched found = matched(rowsOf(Role::saturdays, {shift}),
                                  before(Role::saturdays, rowsOf(Role::saturdays, {shift, shift})), Role::saturdays);
    EXPECT_EQ(found.earlier.replaced.size(), 1U);
    EXPECT_EQ(found.earlier.kept.size(), 1U);
}

TEST(ReplacementMatcher, TheVeryBytesReadAnewReplaceEverything) {
    PreviousRows earlier = before(Role::gardens, rowsOf(Role::gardens, {{{"id", "G1"}}, {{"id", "G2"}}}));
    const FeatureTable rows = rowsOf(Role::donations, {{{"id", "1"}, {"commune_code", "00901"}}});
    EXPECT_THAT(matched(rows, earlier, Role::donations).earlier.kept, ElementsAre(0U, 1U)) << "another kind of records";
    earlier.sameContent = true;
    EXPECT_THAT(matched(rows, earlier, Role::donations).earlier.kept, ElementsAre(0U, 1U)) << "a copy elsewhere, of another kind";
    earlier.samePath = true;
    EXPECT_THAT(matched(rows, earlier, Role::donations).earlier.replaced, ElementsAre(0U, 1U)) << "the kind was put right";
}

TEST(ReplacementMatcher, OfNoCommuneTheKeyIsEnoughInTheSameFileAgain) {
    const FeatureTable earlier = rowsOf(
        Role::gardens,
        {{{"id", "G1"}, {"crop_group", "rau"}}, {{"id", "G2"}, {"crop_group", "cam"}}, {{"id", "G3"}, {"crop_group", "lê"}}});
    const FeatureTable again = rowsOf(
        Role::gardens,
        {{{"id", "G1"}, {"crop_group", "rau"}}, {{"id", "G2"}, {"crop_group", "cam"}}, {{"id", "G3"}, {"crop_group", "mận"}}});
    EXPECT_THAT(matched(again, before(Role::gardens, earlier), Role::gardens).earlier.kept, IsEmpty());
    const FeatureTable other = rowsOf(
        Role::gardens,
        {{{"id", "G1"}, {"crop_group", "rau"}}, {{"id", "G2"}, {"crop_group", "chè"}}, {{"id", "G3"}, {"crop_group", "mận"}}});
    EXPECT_THAT(matched(other, before(Role::gardens, earlier), Role::gardens).earlier.replaced, IsEmpty())
        << "every commune numbers from one, and most rows say other things";
}

TEST(ReplacementMatcher, OfNoCommuneTheKeyIsEnoughAtOnePlace) {
    const auto gardenAt = [](std::string_view wkt) {
        DistrictBuilder builder;
        builder.add(Role::gardens, {{"id", "G1"}, {"crop_group", wkt}}, wkt);
        return builder.unlinked().table(Role::gardens);
    };
    const PreviousRows earlier = before(Role::gardens, gardenAt("POLYGON ((0 0,10 0,10 10,0 10,0 0))"));
    EXPECT_EQ(matched(gardenAt("POLYGON ((5 5,15 5,15 15,5 15,5 5))"), earlier, Role::gardens).earlier.replaced.size(), 1U);
    EXPECT_EQ(matched(gardenAt("POLYGON ((50 50,60 50,60 60,50 60,50 50))"), earlier, Role::gardens).earlier.replaced.size(), 0U);
}

TEST(AppendRows, ChosenRowsComeInTheirOrderAndLackWhatTheyLacked) {
    const FeatureTable from =
        rowsOf(Role::gardens, {{{"id", "G1"}, {"area_m2", "10"}}, {{"id", "G2"}}, {{"id", "G3"}, {"registered_on", "2022-05-01"}}});
    FeatureTable rows = emptyTable(Role::gardens);
    rows.columns.push_back({"beside", ColumnType::number, {}, {}, {}});
    const std::uint32_t chosen[] = {2, 0};
    appendRows(rows, from, chosen);
    appendRows(rows, from, {});
    ASSERT_EQ(rows.rowCount, 2U);
    EXPECT_EQ(rows.textAt(fields::gardens.id, 0), "G3");
    EXPECT_EQ(rows.dateAt(fields::gardens.registeredOn, 0), Date::fromYmd(2022, 5, 1));
    EXPECT_EQ(rows.numberAt(fields::gardens.areaM2, 1), 10);
    EXPECT_TRUE(rows.columns.back().isMissing(0));
    EXPECT_EQ(rows.columns.back().size(), 2U);
    EXPECT_EQ(rows.geometry.featureCount(), 2U);
}

} // namespace
} // namespace banlang
