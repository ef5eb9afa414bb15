// SPDX-License-Identifier: MIT
#include "core/link/link_candidates.h"
#include "tests/support/district_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::twoCommunes;
using testing::ElementsAre;

std::vector<std::string> keys(const std::vector<LinkCandidate>& candidates) {
    std::vector<std::string> found;
    for (const LinkCandidate& candidate : candidates) found.push_back(candidate.key);
    return found;
}

std::vector<LinkCandidate> candidatesOfOnlyOpen(test::DistrictBuilder& builder, Role role, std::size_t limit = 5) {
    District district = builder.unlinked();
    const auto reports = linkDistrict(district);
    return candidatesFor(district, reports[indexOf(role)].unresolved.at(0), limit);
}

TEST(LinkCandidates, AreTheNearestNamesFirst) {
    auto builder = twoCommunes();
    builder.add(Role::saturdays, {{"date", "2022-05-07"}, {"village_code", "Sủng Trang"}});
    const auto candidates = candidatesOfOnlyOpen(builder, Role::saturdays, 1);
    EXPECT_THAT(keys(candidates), ElementsAre("0087402"));
    EXPECT_EQ(candidates[0].name, "Thôn Sủng Chang");
    EXPECT_EQ(candidates[0].role, Role::villages);
    EXPECT_GT(candidates[0].similarity, 0.8);
    EXPECT_LT(candidates[0].similarity, 1);
}

TEST(LinkCandidates, OfTheSameCommuneComeBeforeEquallyAlikeOnes) {
    auto builder = twoCommunes();
    builder.add(Role::villages, {{"code", "0087702"}, {"name", "Bản Sàn"}, {"commune_code", "00877"}});
    builder.add(Role::saturdays, {{"date", "2022-05-07"}, {"commune_code", "00877"}, {"village_code", "Bản Sạn Hạ"}});
    EXPECT_THAT(keys(candidatesOfOnlyOpen(builder, Role::saturdays, 2)), ElementsAre("0087702", "0087401"));
}

TEST(LinkCandidates, OfAnAmbiguousRoadAreAllThatBearTheName) {
    auto builder = twoCommunes();
    builder.add(Role::roads, {{"id", "DX01"}, {"name", "Đường trục xã"}, {"commune_code", "00874"}}, "LINESTRING (0 15,1000 15)");
    builder.add(Role::roads, {{"id", "DX02"}, {"name", "Đường trục xã"}, {"commune_code", "00877"}},
                "LINESTRING (2100 15,2900 15)");
    builder.add(Role::roads, {{"id", "QL4"}, {"name", "Quốc lộ"}, {"commune_code", "00877"}}, "LINESTRING (2100 15,2900 15)");
    builder.add(Role::roadWorks, {{"id", "c"}, {"road_id", "đường trục xã"}});
    const auto candidates = candidatesOfOnlyOpen(builder, Role::roadWorks);
    EXPECT_THAT(keys(candidates), ElementsAre("DX01", "DX02"));
    EXPECT_EQ(candidates[0].why.vi, "cùng tên");
}

TEST(LinkCandidates, OfAParcelAreOthersOfItsCommune) {
    auto builder = twoCommunes();
    constexpr const char* place = "POLYGON ((500 10,510 10,510 20,500 20,500 10))";
    for (const auto& [commune, number] : {std::pair("00874", "87"), {"00874", "78"}, {"00877", "88"}})
        builder.add(Role::parcels, {{"commune_code", commune}, {"sheet", "21"}, {"number", number}}, place);
    builder.add(Role::donations, {{"id", "d"}, {"commune_code", "00874"}, {"sheet", "21"}, {"number", "88"}});
    EXPECT_THAT(keys(candidatesOfOnlyOpen(builder, Role::donations)), ElementsAre("00874/21/87", "00874/21/78"));
}

TEST(LinkCandidates, OfAHeadOfHouseholdArePeopleOfTheCommuneThoseOfTheVillageFirst) {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087402"}, {"head_name", "Vàng Mí Sò"}});
    builder.add(Role::households, {{"id", "h2"}, {"village_code", "0087401"}, {"head_name", "Vàng Mí Sà"}});
    builder.add(Role::households, {{"id", "h3"}, {"village_code", "0087701"}, {"head_name", "Vàng Mí Sồ"}});
    builder.add(Role::houses, {{"id", "n"}, {"head_name", "Vàng Mí Sồ"}, {"village_code", "0087401"}});
    EXPECT_THAT(keys(candidatesOfOnlyOpen(builder, Role::houses)), ElementsAre("h2", "h1"));
}

TEST(LinkCandidates, OfWhatLiesOutsideEveryVillageAreTheNearestOnes) {
    auto builder = twoCommunes();
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "1"}, {"number", "1"}},
                "POLYGON ((3200 500,3202 500,3202 502,3200 502,3200 500))");
    const auto candidates = candidatesOfOnlyOpen(builder, Role::parcels, 2);
    EXPECT_THAT(keys(candidates), ElementsAre("0087701", "0087402"));
    EXPECT_EQ(candidates[0].why.en, "201 m from its boundary");
}

TEST(LinkCandidates, OfANumberAreThoseOfOtherCommunesThatBearIt) {
    auto builder = twoCommunes();
    for (const auto& [id, head] : {std::pair("12", "Sùng A Páo"), {"1", "Ly Thị Hoà"}})
        builder.add(Role::households, {{"id", id}, {"village_code", "0087701"}, {"head_name", head}, {"issuer", "00877"}});
    builder.add(Role::gardens, {{"id", "V1"}, {"household_id", "1"}, {"issuer", "00874"}});
    const auto candidates = candidatesOfOnlyOpen(builder, Role::gardens);
    EXPECT_THAT(keys(candidates), ElementsAre("00877/1", "00877/12"));
    EXPECT_EQ(candidates[0].name, "Ly Thị Hoà (Xã Thuận Hoà)");
    EXPECT_EQ(candidates[0].why.en, "the same number, of Xã Thuận Hoà");
    EXPECT_EQ(candidates[0].similarity, 1);
}

TEST(LinkCandidates, OfADeadCodeAreTheUnitsThatTookItsPlace) {
    test::DistrictBuilder builder;
    constexpr const char* place = "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))";
    builder.add(Role::communes, {{"code", "00874"}, {"name", "Nà Sáng"}, {"valid_to", "2025-07-01"}}, place);
    builder.add(Role::communes, {{"code", "00999"}, {"name", "Đông Hà"}, {"kind", "Xã"}, {"valid_from", "2025-07-01"}}, place);
    builder.add(Role::adminUnitChanges, {{"old_code", "00874"}, {"new_code", "00999"}, {"changed_on", "2025-07-01"}});
    builder.add(Role::saturdays, {{"date", "2026-01-10"}, {"commune_code", "00874"}});
    const auto candidates = candidatesOfOnlyOpen(builder, Role::saturdays);
    ASSERT_FALSE(candidates.empty());
    EXPECT_EQ(candidates[0].key, "00999");
    EXPECT_EQ(candidates[0].name, "Xã Đông Hà");
    EXPECT_EQ(candidates[0].why.en, "took the place of the unit of this code");
}

} // namespace
} // namespace banlang
