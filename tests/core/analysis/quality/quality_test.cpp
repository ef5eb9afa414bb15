// SPDX-License-Identifier: MIT
#include "core/analysis/quality/quality.h"
#include "core/analysis/rules/quality_rules.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::contextOf;
using test::DistrictBuilder;
using test::twoCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);

QualityRule check(const District& district, std::string_view rule, std::size_t examples = 20) {
    const auto rules = checkQuality(contextOf(district, meeting), {examples, rule});
    EXPECT_EQ(rules.size(), 1U) << rule;
    return rules.front();
}

std::vector<std::string> keys(const QualityRule& rule) {
    std::vector<std::string> found;
    for (const QualityExample& example : rule.examples) found.push_back(example.key);
    return found;
}
using Keys = std::vector<std::string>;

DistrictBuilder& addParcel(DistrictBuilder& builder, std::string_view number, std::string_view wkt,
                           std::string_view declared = "100", std::string_view commune = "00874") {
    return builder.add(Role::parcels,
                       {{"commune_code", commune}, {"sheet", "7"}, {"number", number}, {"declared_area_m2", declared}}, wkt);
}

constexpr std::string_view tenByTen = "POLYGON ((10 10,20 10,20 20,10 20,10 10))";

TEST(QualityLimits, TheShippedFileNamesEveryThreshold) {
    const QualityLimits limits = shippedRules()->quality;
    for (const double value : {limits.boundaryOverlapM2, limits.boundaryGapM2, limits.villageOutsideM2, limits.parcelOverlapM2,
                               limits.parcelOverlapWidthM, limits.parcelOutsideCommuneM, limits.areaDifferencePercent,
                               limits.areaDifferenceM2, limits.aboveParcelPercent, limits.aboveParcelM2, limits.roadSnapM,
                               limits.roadDanglingM, limits.chainageM, limits.chainagePercent})
        EXPECT_GT(value, 0);
    EXPECT_LT(limits.earliestYear, limits.latestYear);
    EXPECT_GT(limits.earliestYear, 1900);
}

TEST(Quality, ASoundDistrictHasNoFindings) {
    auto builder = twoCommunes();
    addParcel(builder, "1", tenByTen);
    builder.add(Role::roads, {{"id", "a"}, {"class", "ĐX"}}, "LINESTRING (0 500,1000 500)");
    for (const QualityRule& rule : checkQuality(contextOf(builder.linked(), meeting))) EXPECT_EQ(rule.count, 0U) << rule.id;
}

TEST(Quality, EveryRuleSaysItsNameAndCureInBothLanguages) {
    const auto rules = checkQuality(contextOf(twoCommunes().linked(), meeting));
    ASSERT_EQ(rules.size(), qualityRuleIds().size());
    for (std::size_t i = 0; i < rules.size(); ++i) {
        EXPECT_EQ(rules[i].id, qualityRuleIds()[i]);
        for (const Bilingual& text : {rules[i].title, rules[i].fix}) {
            EXPECT_FALSE(text.vi.empty() || text.en.empty()) << rules[i].id;
            EXPECT_NE(text.vi, text.en) << rules[i].id;
        }
    }
}

TEST(Quality, OneParcelUnderTwoSpellingsOfItsKeyIsADuplicate) {
    auto builder = twoCommunes();
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "7"}, {"number", "12"}}, tenByTen);
    builder.add(Role::parcels, {{"commune_code", "Xã Nà Sáng"}, {"sheet", "07"}, {"number", "12"}},
                "POLYGON ((30 10,40 10,40 20,30 20,30 10))");
    builder.add(Role::parcels, {{"commune_code", "00877"}, {"sheet", "7"}, {"number", "12"}},
                "POLYGON ((2010 10,2020 10,2020 20,2010 20,2010 10))");
    const QualityRule found = check(builder.linked(), "duplicate-key");
    EXPECT_EQ(found.count, 1U);
    EXPECT_EQ(found.examples.at(0).row, 1U);
    EXPECT_EQ(found.examples.at(0).finding.en, "same key as row 1");
}

TEST(Quality, AThirdRecordOfOneKeyCountsOnceMore) {
    auto builder = twoCommunes();
    for (int i = 0; i < 3; ++i) builder.add(Role::roads, {{"id", "Đ1"}, {"class", "ĐX"}}, "LINESTRING (0 0,9 9)");
    EXPECT_EQ(check(builder.linked(), "duplicate-key").count, 2U);
}

TEST(Quality, OneNumberOfTwoIssuersIsNoDuplicateNorAreStretchesOfARoad) {
    auto builder = twoCommunes();
    for (const char* issuer : {"00874", "00877", "00877"}) builder.add(Role::houses, {{"id", "N1"}, {"issuer", issuer}});
    for (const char* commune : {"00874", "00877"})
        builder.add(Role::roads, {{"id", "ĐH.01"}, {"issuer", "huyen:029"}, {"commune_code", commune}}, "LINESTRING (0 0,9 9)");
    const QualityRule found = check(builder.linked(), "duplicate-key");
    EXPECT_EQ(found.count, 1U);
    EXPECT_EQ(found.examples.at(0).row, 2U);
}

TEST(Quality, ABoundaryThatCrossesItselfIsInvalid) {
    auto builder = twoCommunes();
    addParcel(builder, "1", tenByTen);
    addParcel(builder, "2", "POLYGON ((30 10,50 30,50 10,30 30,30 10))");
    EXPECT_EQ(keys(check(builder.linked(), "invalid-geometry")), Keys{"00874/7/2"});
}

TEST(Quality, CommunesThatShareGroundOverlapByThatMuch) {
    auto builder = twoCommunes();
    builder.add(Role::communes, {{"code", "00880"}, {"name", "Lũng Chin"}, {"kind", "Xã"}},
                "POLYGON ((2900 0,4000 0,4000 1000,2900 1000,2900 0))");
    const QualityRule found = check(builder.linked(), "overlapping-boundaries");
    EXPECT_EQ(keys(found), Keys{"00877"});
    EXPECT_NEAR(found.examples.at(0).measure, 100'000, 1e-6);
    EXPECT_THAT(found.examples.at(0).finding.vi, testing::HasSubstr("Xã Lũng Chin (00880): 100.000 m²"));
}

TEST(Quality, AnInvalidBoundaryIsStillComparedWithItsNeighbours) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Một"}}, "POLYGON ((0 0,200 200,200 0,0 200,0 0))");
    builder.add(Role::communes, {{"code", "2"}, {"name", "Hai"}}, "POLYGON ((100 0,300 0,300 200,100 200,100 0))");
    EXPECT_NEAR(check(builder.linked(), "overlapping-boundaries").examples.at(0).measure, 10'000, 1e-6);
}

TEST(Quality, ACommuneThatTookAnothersPlaceDoesNotOverlapIt) {
    DistrictBuilder builder;
    constexpr std::string_view ground = "POLYGON ((0 0,200 0,200 200,0 200,0 0))";
    builder.add(Role::communes, {{"code", "1"}, {"name", "Cũ"}, {"valid_to", "2020-02-01"}}, ground);
    builder.add(Role::communes, {{"code", "2"}, {"name", "Mới"}, {"valid_from", "2020-02-01"}}, ground);
    EXPECT_EQ(check(builder.linked(), "overlapping-boundaries").count, 0U);
}

/// Two communes with a hole between them that became one without any.
DistrictBuilder listsOfTwoTimes() {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Tây"}, {"valid_to", "2025-07-01"}},
                "POLYGON ((0 0,1000 0,1000 400,900 400,900 600,1000 600,1000 1000,0 1000,0 0))");
    builder.add(Role::communes, {{"code", "2"}, {"name", "Đông"}, {"valid_to", "2025-07-01"}},
                "POLYGON ((1000 0,2000 0,2000 1000,900 1000,900 800,1000 800,1000 0))");
    builder.add(Role::communes, {{"code", "3"}, {"name", "Chung"}, {"valid_from", "2025-07-01"}},
                "POLYGON ((0 0,2000 0,2000 1000,0 1000,0 0))");
    return builder;
}

TEST(Quality, BoundariesAreLookedAtAmongTheUnitsOfOneDay) {
    const District district = listsOfTwoTimes().linked();
    const auto count = [&](std::string_view rule, Date day) {
        return checkQuality(contextOf(district, day), {20, rule}).front().count;
    };
    EXPECT_EQ(count("boundary-gaps", meeting), 1U) << "the unit that came later does not fill it";
    EXPECT_EQ(count("overlapping-boundaries", meeting), 1U);
    EXPECT_EQ(count("boundary-gaps", Date::fromYmd(2026, 1, 1)), 0U);
    EXPECT_EQ(count("overlapping-boundaries", Date::fromYmd(2026, 1, 1)), 0U);
    EXPECT_EQ(count("boundary-gaps", {}), 1U) << "without a day the last of the programme, here that of the meeting";
}

TEST(Quality, GroundBetweenCommunesIsAGapAndASliverIsNot) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Một"}},
                "POLYGON ((0 0,100 0,100 40,80 40,80 60,100 60,100 80,99 80,99 81,100 81,100 100,0 100,0 0))");
    builder.add(Role::communes, {{"code", "2"}, {"name", "Hai"}}, "POLYGON ((100 0,200 0,200 100,100 100,100 0))");
    const QualityRule found = check(builder.linked(), "boundary-gaps");
    ASSERT_EQ(found.count, 1U);
    EXPECT_NEAR(found.examples[0].measure, 400, 1e-9);
    EXPECT_THAT(found.examples[0].finding.en, testing::HasSubstr("between Một, Hai"));
}

TEST(Quality, GroundOfACommuneInNoVillageIsAGap) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Một"}}, "POLYGON ((0 0,100 0,100 100,0 100,0 0))");
    EXPECT_EQ(check(builder.linked(), "boundary-gaps").count, 0U) << "no village is drawn";
    builder.add(Role::villages, {{"code", "11"}, {"name", "Nà"}, {"commune_code", "1"}}, "POLYGON ((0 0,60 0,60 100,0 100,0 0))");
    EXPECT_NEAR(check(builder.linked(), "boundary-gaps").examples.at(0).measure, 4'000, 1e-9);
}

TEST(Quality, AVillageBeyondItsCommuneIsMeasured) {
    auto builder = twoCommunes();
    builder.add(Role::villages, {{"code", "0087499"}, {"name", "Xa"}, {"commune_code", "00874"}},
                "POLYGON ((1900 0,2100 0,2100 100,1900 100,1900 0))");
    const QualityRule found = check(builder.linked(), "village-outside-commune");
    EXPECT_EQ(keys(found), Keys{"0087499"});
    EXPECT_NEAR(found.examples.at(0).measure, 10'000, 1e-6);
}

TEST(Quality, ParcelsOverlapWhenTheyShareMoreThanABorderDrawnTwice) {
    auto builder = twoCommunes();
    addParcel(builder, "1", tenByTen);
    addParcel(builder, "2", "POLYGON ((20 10,30 10,30 20,20 20,20 10))");
    addParcel(builder, "3", "POLYGON ((29.95 10,40 10,40 20,29.95 20,29.95 10))");
    EXPECT_EQ(check(builder.linked(), "parcel-overlaps").count, 0U);
    addParcel(builder, "4", "POLYGON ((15 15,25 15,25 25,15 25,15 15))");
    const QualityRule found = check(builder.linked(), "parcel-overlaps");
    ASSERT_EQ(found.count, 2U);
    EXPECT_NEAR(found.examples[0].measure, 25, 1e-9);
    EXPECT_EQ(found.examples[0].finding.vi, "chồng lên thửa 00874/7/4: 25,0 m²");
}

TEST(Quality, AParcelInAnotherCommuneIsAsFarOutsideAsItsMiddle) {
    auto builder = twoCommunes();
    addParcel(builder, "1", "POLYGON ((2500 10,2520 10,2520 30,2500 30,2500 10))");
    addParcel(builder, "2", tenByTen);
    const QualityRule found = check(builder.linked(), "parcel-outside-commune");
    EXPECT_EQ(keys(found), Keys{"00874/7/1"});
    EXPECT_NEAR(found.examples.at(0).measure, 510, 1e-6);
    EXPECT_EQ(check(builder.linked(), "parcel-outside-village").count, 0U);
}

TEST(Quality, AParcelInNoVillageNamesTheNearest) {
    auto builder = twoCommunes();
    addParcel(builder, "1", "POLYGON ((100 1090,120 1090,120 1110,100 1110,100 1090))");
    const QualityRule found = check(builder.linked(), "parcel-outside-village");
    ASSERT_EQ(found.count, 1U);
    EXPECT_NEAR(found.examples[0].measure, 100, 1e-6);
    EXPECT_THAT(found.examples[0].finding.en, testing::HasSubstr("Thôn Bản Sản"));
}

TEST(Quality, DeclaredAreasAreComparedWithDrawnOnesWorstFirst) {
    auto builder = twoCommunes();
    addParcel(builder, "1", tenByTen, "105");
    addParcel(builder, "2", "POLYGON ((30 10,40 10,40 20,30 20,30 10))", "150");
    addParcel(builder, "3", "POLYGON ((50 10,60 10,60 20,50 20,50 10))", "1250");
    builder.add(Role::gardens, {{"id", "V1"}, {"household_id", "h"}, {"area_m2", "300"}},
                "POLYGON ((70 10,80 10,80 20,70 20,70 10))");
    const QualityRule found = check(builder.linked(), "area-declared-vs-measured");
    EXPECT_EQ(keys(found), (Keys{"00874/7/3", "V1", "00874/7/2"}));
    EXPECT_EQ(found.examples.at(0).finding.vi, "khai 1.250 m², đo 100 m²");
    EXPECT_NEAR(found.examples.at(2).measure, 50, 1e-9);
}

TEST(Quality, DonationsOfOneParcelTogetherMayNotExceedIt) {
    auto builder = twoCommunes();
    addParcel(builder, "1", tenByTen);
    addParcel(builder, "2", "POLYGON ((30 10,40 10,40 20,30 20,30 10))", "200");
    const auto donate = [&](std::string_view id, std::string_view number, std::string_view m2) {
        builder.add(Role::donations,
                    {{"id", id}, {"commune_code", "00874"}, {"sheet", "7"}, {"number", number}, {"declared_area_m2", m2}});
    };
    donate("H1", "1", "60");
    donate("H2", "1", "70");
    donate("H3", "2", "150");
    const QualityRule found = check(builder.linked(), "donation-above-parcel");
    EXPECT_EQ(keys(found), Keys{"H2"});
    EXPECT_NEAR(found.examples.at(0).measure, 30, 1e-9);
}

TEST(Quality, WhatIsSaidToHaveHappenedMayNotLieAheadButPlansMay) {
    auto builder = twoCommunes();
    builder.add(Role::roadWorks, {{"id", "CT1"}, {"planned_finish", "2023-01-01"}, {"started_on", "2022-05-20"}});
    EXPECT_EQ(check(builder.linked(), "date-after-as-of").count, 1U);
    EXPECT_EQ(check(builder.linked(), "date-after-as-of").examples.at(0).measure, 2);
    const auto withoutDay = checkQuality(contextOf(builder.linked()), {20, "date-after-as-of"});
    EXPECT_EQ(withoutDay.at(0).count, 0U);
}

TEST(Quality, AYearFarOffIsUnlikely) {
    auto builder = twoCommunes();
    builder.add(Role::roadWorks, {{"id", "CT1"}, {"planned_finish", "2222-01-01"}, {"started_on", "2022-01-01"}});
    builder.add(Role::roadWorks, {{"id", "CT2"}, {"started_on", "1022-01-01"}});
    EXPECT_EQ(keys(check(builder.linked(), "implausible-date")), (Keys{"CT2", "CT1"}));
}

TEST(Quality, DatesMayNotRunBackwards) {
    auto builder = twoCommunes();
    builder.add(Role::roadWorks, {{"id", "CT1"}, {"started_on", "2022-03-10"}, {"finished_on", "2022-03-01"}});
    builder.add(Role::donations, {{"id", "H1"}, {"pledged_on", "2022-02-01"}, {"donated_on", "2022-01-31"}});
    builder.add(Role::gardens, {{"id", "V1"}, {"disbursed_on", "2022-02-01"}, {"inspected_on", "2022-01-01"}});
    builder.add(Role::houses, {{"id", "N1"}, {"started_on", "2022-02-01"}, {"roof_on", "2022-02-01"}});
    const QualityRule found = check(builder.linked(), "date-order");
    EXPECT_EQ(keys(found), (Keys{"V1", "CT1", "H1"}));
    EXPECT_EQ(found.examples.at(1).finding.en, "finished on 1/3/2022 before started on 10/3/2022");
    EXPECT_EQ(found.examples.at(1).measure, 9);
}

TEST(Quality, ASaturdayIsASaturday) {
    auto builder = twoCommunes();
    builder.add(Role::saturdays, {{"date", "2022-05-14"}, {"commune_code", "00874"}});
    builder.add(Role::saturdays, {{"date", "2022-05-15"}, {"commune_code", "00877"}});
    const QualityRule found = check(builder.linked(), "saturday-not-saturday");
    EXPECT_EQ(keys(found), Keys{"00877/2022-05-15"});
    EXPECT_EQ(found.examples.at(0).finding.vi, "15/5/2022 là Chủ nhật");
    EXPECT_EQ(found.severity, QualitySeverity::note);
}

TEST(Quality, TheDistrictTargetIsTheSumOfItsCommunes) {
    auto builder = twoCommunes();
    const auto target = [&](std::string_view unit, std::string_view value, std::string_view year = "2022") {
        builder.add(Role::targets, {{"unit_code", unit}, {"indicator", "gardens_finished"}, {"year", year}, {"value", value}});
    };
    target("00874", "30");
    target("00877", "20");
    target("0087401", "12"); // a village's share is in its commune's
    target("Huyện Phiêng Sương", "50");
    target("Huyện Phiêng Sương", "99", "2023"); // nothing to compare with
    EXPECT_EQ(check(builder.linked(), "sum-mismatch").count, 0U);
    target("024", "60");
    const QualityRule found = check(builder.linked(), "sum-mismatch");
    EXPECT_EQ(found.count, 1U);
    EXPECT_EQ(found.examples.at(0).finding.en, "says 60, the communes add up to 50");
    EXPECT_EQ(check(builder.linked(), "unlinked").count, 0U) << "a row of the whole district names no unit";
}

TEST(Quality, HouseholdsAddUpFromRecordToVillageToCommune) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Một"}, {"households", "50"}}, "POLYGON ((0 0,9 0,9 9,0 9,0 0))");
    builder.add(Role::villages, {{"code", "11"}, {"name", "Nà"}, {"commune_code", "1"}, {"households", "1"}});
    builder.add(Role::villages, {{"code", "12"}, {"name", "Pù"}, {"commune_code", "1"}, {"households", "40"}});
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "11"}});
    builder.add(Role::households, {{"id", "h2"}, {"village_code", "11"}});
    const QualityRule found = check(builder.linked(), "sum-mismatch");
    EXPECT_EQ(keys(found), (Keys{"1", "11"})) << "village 12 has no records yet";
    EXPECT_EQ(found.examples.at(0).measure, 9);
    EXPECT_EQ(found.examples.at(1).finding.vi, "ghi 1, số bản ghi hộ là 2");
}

TEST(Quality, ALoanNeedsABorrowerAndTheReportNamesNoMoney) {
    auto builder = twoCommunes();
    builder.add(Role::gardens, {{"id", "V1"}, {"borrower", "0"}, {"loan_vnd", "30000000"}});
    builder.add(Role::gardens, {{"id", "V2"}, {"borrower", "1"}, {"loan_vnd", "0"}});
    builder.add(Role::gardens, {{"id", "V3"}, {"borrower", "1"}, {"loan_vnd", "30000000"}});
    builder.add(Role::gardens, {{"id", "V4"}, {"borrower", "1"}});
    builder.add(Role::gardens, {{"id", "V5"}, {"borrower", "1"}, {"loan_vnd", "-12345678"}});
    const QualityRule found = check(builder.linked(), "loan-mismatch");
    EXPECT_EQ(keys(found), (Keys{"V1", "V2", "V5"}));
    const QualityRule negative = check(builder.linked(), "negative-value");
    ASSERT_EQ(keys(negative), Keys{"V5"});
    EXPECT_EQ(negative.examples[0].finding.vi.find_first_of("0123456789"), std::string::npos) << negative.examples[0].finding.vi;
    EXPECT_EQ(negative.examples[0].measure, 0);
}

TEST(Quality, NegativeValuesAndSharesBeyondTheWholeAreFaults) {
    auto builder = twoCommunes();
    builder.add(Role::roadWorks, {{"id", "CT1"}, {"percent_done", "120"}, {"cement_received_t", "-4"}});
    builder.add(Role::roadWorks, {{"id", "CT2"}, {"percent_done", "100"}});
    EXPECT_EQ(check(builder.linked(), "percent-above-100").examples.at(0).measure, 20);
    EXPECT_EQ(check(builder.linked(), "percent-above-100").count, 1U);
    EXPECT_EQ(check(builder.linked(), "negative-value").examples.at(0).finding.en, "cement received: -4");
}

TEST(Quality, RoadsApartFromTheMainNetworkAreIslands) {
    auto builder = twoCommunes();
    builder.add(Role::roads, {{"id", "a"}, {"class", "ĐX"}}, "LINESTRING (0 500,1000 500)");
    builder.add(Role::roads, {{"id", "b"}, {"class", "ĐX"}}, "LINESTRING (500 500.5,500 900)");
    builder.add(Role::roads, {{"id", "c"}, {"class", "ĐX"}}, "LINESTRING (0 100,300 100)");
    builder.add(Role::roads, {{"id", "d"}, {"class", "ĐX"}}, "LINESTRING (300 100,400 100)");
    const QualityRule found = check(builder.linked(), "road-not-connected");
    EXPECT_EQ(keys(found), Keys{"c"});
    EXPECT_NEAR(found.examples.at(0).measure, 400, 1e-6);
    EXPECT_EQ(found.examples.at(0).finding.en, "2 roads, 400 m, not connected to the main network");
}

TEST(Quality, ARoadThatEndsJustShortOfAnotherDangles) {
    auto builder = twoCommunes();
    builder.add(Role::roads, {{"id", "a"}, {"class", "ĐX"}}, "LINESTRING (0 500,1000 500)");
    builder.add(Role::roads, {{"id", "short"}, {"class", "ĐX"}}, "LINESTRING (500 503,500 900)");
    builder.add(Role::roads, {{"id", "touches"}, {"class", "ĐX"}}, "LINESTRING (700 500,700 900)");
    builder.add(Role::roads, {{"id", "far"}, {"class", "ĐX"}}, "LINESTRING (900 510,900 900)");
    const QualityRule found = check(builder.linked(), "road-dangling");
    EXPECT_EQ(keys(found), Keys{"short"});
    EXPECT_NEAR(found.examples.at(0).measure, 3, 1e-9);
}

TEST(Quality, WorkEndsWhereItsRoadEnds) {
    auto builder = twoCommunes();
    builder.add(Role::roads, {{"id", "a"}, {"class", "ĐX"}}, "LINESTRING (0 500,1000 500)");
    const auto work = [&](std::string_view id, std::string_view from, std::string_view to) {
        builder.add(Role::roadWorks, {{"id", id}, {"road_id", "a"}, {"kind", "nâng cấp"}, {"from_m", from}, {"to_m", to}});
    };
    work("CT1", "0", "1015");
    work("CT2", "200", "1500");
    work("CT3", "400", "100");
    const QualityRule found = check(builder.linked(), "chainage-outside");
    EXPECT_EQ(keys(found), (Keys{"CT2", "CT3"}));
    EXPECT_NEAR(found.examples.at(0).measure, 500, 1e-9);
}

TEST(Quality, RecordsThatFindNoPlaceAreListedUnlessThereIsNothingToFind) {
    auto builder = twoCommunes();
    builder.add(Role::meetings, {{"date", "2022-03-01"}, {"village_code", "Bản Không Có"}});
    builder.add(Role::meetings, {{"date", "2022-03-01"}, {"village_code", "Bản Sản"}});
    builder.add(Role::houses, {{"id", "N1"}, {"household_id", "h1"}, {"village_code", "0087401"}}); // no household is known
    const QualityRule found = check(builder.linked(), "unlinked");
    ASSERT_EQ(found.count, 1U);
    EXPECT_EQ(found.countByRole[indexOf(Role::meetings)], 1U);
    EXPECT_EQ(found.examples[0].role, Role::meetings);
    EXPECT_EQ(found.examples[0].finding.vi, "không có thôn “Bản Không Có”");
}

TEST(Quality, ARecordMayNotNameAVillageOfAnotherCommune) {
    auto builder = twoCommunes();
    builder.add(Role::saturdays, {{"date", "2022-05-14"}, {"commune_code", "00877"}, {"village_code", "0087401"}});
    builder.add(Role::saturdays, {{"date", "2022-05-14"}, {"commune_code", "00874"}, {"village_code", "0087401"}});
    // A household's garden on a parcel in the next commune.
    builder.add(Role::gardens,
                {{"id", "V1"}, {"commune_code", "00877"}, {"sheet", "1"}, {"number", "1"}, {"village_code", "0087401"}});
    const QualityRule found = check(builder.linked(), "commune-village-mismatch");
    ASSERT_EQ(found.count, 1U);
    EXPECT_EQ(found.examples[0].finding.en, "Thôn Bản Sản belongs to Xã Nà Sáng, not to Xã Thuận Hoà");
}

TEST(Quality, OnlyTheWorstAreKeptAndAllAreCounted) {
    auto builder = twoCommunes();
    for (const std::string_view days : {"2022-05-20", "2022-06-30", "2022-05-19", "2022-06-01"})
        builder.add(Role::roadWorks, {{"id", days}, {"started_on", days}});
    const QualityRule found = check(builder.linked(), "date-after-as-of", 2);
    EXPECT_EQ(found.count, 4U);
    EXPECT_EQ(keys(found), (Keys{"2022-06-30", "2022-06-01"}));
    EXPECT_EQ(check(builder.linked(), "date-after-as-of", 0).count, 4U);
}

} // namespace
} // namespace banlang
