// SPDX-License-Identifier: MIT
#include "core/link/link_review_table.h"
#include "tests/support/district_builder.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using testing::HasSubstr;

class LinkReviewTable : public test::InFolder {
protected:
    District district_;
    std::vector<TableLinkReport> reports_;

    void SetUp() override {
        InFolder::SetUp();
        auto builder = test::twoCommunes();
        for (const char* date : {"2022-05-07", "2022-05-14"})
            builder.add(Role::saturdays, {{"date", date}, {"commune_code", "00874"}, {"village_code", "Sủng, Trang"}});
        builder.add(Role::donations, {{"id", "d"}, {"commune_code", "00874"}, {"sheet", "2"}, {"number", "3"}});
        builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "2"}, {"number", "8"}},
                    "POLYGON ((500 10,510 10,510 20,500 20,500 10))");
        district_ = builder.unlinked();
        reports_ = linkDistrict(district_);
    }
    [[nodiscard]] std::string sheet() const { return linkReviewTable(district_, reports_, 3, Language::vietnamese); }
    [[nodiscard]] Result<std::vector<LinkOverride>> linkOverrides(const std::string& path) const {
        BANLANG_TRY(lines, readLinkReviewTable(path));
        return overridesFrom(lines, path, district_, reports_);
    }
    /// Writes `target` and a note into the lines that hold `words`.
    static std::string filled(std::string csv, const std::string& words, const std::string& target) {
        const std::size_t line = csv.find(words);
        const std::size_t id = csv.find(",,,q", line);
        csv.replace(id, 3, "," + target + ",đã hỏi xã,");
        return csv;
    }
};

TEST_F(LinkReviewTable, HasOneLineForAllThatSayTheSame) {
    const std::string csv = sheet();
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBFrole,field,said,within,records,reason,candidates,target,note,id\r\n"));
    EXPECT_THAT(csv, HasSubstr("saturdays,village_code,\"Sủng, Trang\",00874,2,"));
    EXPECT_THAT(csv, HasSubstr("0087402 (Thôn Sủng Chang)"));
    EXPECT_THAT(csv, HasSubstr("donations,number,2/3,00874,1,xã không có thửa này,00874/2/8,,,q"));
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 3);
}

TEST_F(LinkReviewTable, FilledInComesBackAsDecisions) {
    const std::string csv = filled(filled(sheet(), "Sủng, Trang", "0087402"), "2/3", "-");
    const auto overrides = linkOverrides(write("a.csv", csv));
    ASSERT_TRUE(overrides) << describe(overrides.error(), Language::english);
    ASSERT_EQ(overrides->size(), 2U);
    EXPECT_EQ((*overrides)[0].rawText, "2/3");
    EXPECT_EQ((*overrides)[0].target, "");
    EXPECT_EQ((*overrides)[1].rawText, "Sủng, Trang");
    EXPECT_EQ((*overrides)[1].scope, "00874");
    EXPECT_EQ((*overrides)[1].target, "0087402");
    EXPECT_EQ((*overrides)[1].reason, "đã hỏi xã");
    const auto after = linkDistrict(district_, *overrides);
    EXPECT_EQ(district_.linksOf(Role::saturdays).village[1], 1);
    EXPECT_TRUE(after[indexOf(Role::saturdays)].unresolved.empty());
}

TEST_F(LinkReviewTable, WhatAnOfficeWroteRunsInNoSpreadsheet) {
    auto builder = test::twoCommunes();
    builder.add(Role::saturdays, {{"date", "2022-05-07"}, {"commune_code", "00874"}, {"village_code", "=1+1;@x"}});
    district_ = builder.unlinked();
    reports_ = linkDistrict(district_);
    EXPECT_THAT(sheet(), HasSubstr("saturdays,village_code,\"'=1+1;'@x\",00874,1,"));
    const auto overrides = linkOverrides(write("a.csv", filled(sheet(), "=1+1", "0087402")));
    ASSERT_TRUE(overrides) << describe(overrides.error(), Language::english);
    ASSERT_EQ(overrides->size(), 1U);
    EXPECT_EQ((*overrides)[0].rawText, "=1+1;@x");
}

TEST_F(LinkReviewTable, WithoutAnyTargetDecidesNothing) {
    const auto overrides = linkOverrides(write("a.csv", sheet()));
    ASSERT_TRUE(overrides);
    EXPECT_TRUE(overrides->empty());
}

TEST_F(LinkReviewTable, IsUnderstoodAfterASpreadsheetHadItsWay) {
    std::string csv = filled(sheet(), "2/3", "874/2/8");
    csv.replace(csv.find("2/3"), 3, "02/03/2022");
    csv.replace(csv.find("00874,1"), 5, "874");
    const auto overrides = linkOverrides(write("a.csv", csv));
    ASSERT_TRUE(overrides) << describe(overrides.error(), Language::english);
    EXPECT_EQ(overrides->at(0).rawText, "2/3");
    EXPECT_EQ(overrides->at(0).scope, "00874");
    EXPECT_EQ(overrides->at(0).target, "00874/2/8");
}

TEST_F(LinkReviewTable, ATargetThatIsNotThereIsToldWithItsRow) {
    const std::string path = write("a.csv", filled(sheet(), "Sủng, Trang", "0087499"));
    const auto overrides = linkOverrides(path);
    ASSERT_FALSE(overrides);
    EXPECT_EQ(overrides.error().code, "target-unknown");
    EXPECT_EQ(overrides.error().where, (ErrorPlace{path, {}, 3, "target"}));
    EXPECT_THAT(overrides.error().message.vi, HasSubstr("0087499"));
}

TEST_F(LinkReviewTable, AnotherTableIsNoReview) {
    const auto overrides = linkOverrides(write("a.csv", "ma,ten\n1,2\n"));
    ASSERT_FALSE(overrides);
    EXPECT_EQ(overrides.error().code, "no-review-sheet");
}

TEST_F(LinkReviewTable, AFieldThatRefersToNothingIsRefused) {
    const auto overrides = linkOverrides(write("a.csv", "role,field,said,within,target\nsaturdays,output,x,,0087402\n"));
    ASSERT_FALSE(overrides);
    EXPECT_EQ(overrides.error().code, "field-unknown");
}

TEST_F(LinkReviewTable, ANumberThatSeveralBearIsTakenWithinTheCommuneOrRefused) {
    auto builder = test::twoCommunes();
    for (const auto& [issuer, village] : {std::pair("00874", "0087401"), {"00877", "0087701"}})
        builder.add(Role::households, {{"id", "1"}, {"village_code", village}, {"issuer", issuer}});
    builder.add(Role::gardens, {{"id", "V1"}, {"household_id", "9"}, {"issuer", "00877"}});
    builder.add(Role::gardens, {{"id", "V2"}, {"household_id", "8"}, {"issuer", "huyen:029"}});
    district_ = builder.unlinked();
    reports_ = linkDistrict(district_);
    for (const auto& [target, stored] : {std::pair("1", "00877/1"), {"00874/1", "00874/1"}}) {
        const auto overrides = linkOverrides(write("a.csv", filled(sheet(), "household_id,9", target)));
        ASSERT_TRUE(overrides) << describe(overrides.error(), Language::english);
        EXPECT_EQ(overrides->at(0).target, stored);
        EXPECT_EQ(overrides->at(0).scope, "00877");
    }
    EXPECT_EQ(linkOverrides(write("b.csv", filled(sheet(), "household_id,8", "1"))).error().code, "target-unknown");
}

} // namespace
} // namespace banlang
