// SPDX-License-Identifier: MIT
#include "core/model/record_key.h"
#include "core/store/forget.h"
#include "core/store/merge.h"
#include "tests/support/files.h"
#include "tests/support/report_batches.h"
#include "tests/support/store_dump.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* person = "Giàng A Páo";

class Forget : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        makeStore(at("a.gpkg"), "00901");
        take(at("a.gpkg"), batchOf("ho",
                                   rowsOf(Role::households, {textColumn("issuer", {"00901", "00904"}), textColumn("id", {"1", "1"}),
                                                             textColumn("head_name", {person, "Ly Thị Mỷ"})}),
                                   Role::households));
        take(at("a.gpkg"), gifts("1", {{"00901", "BB1", 100, "2022-05-01", person}, {"00901", "", 70, "2022-05-03", person}}));
        take(at("a.gpkg"), gifts("2", {{"00901", "BB1", 120, "2022-05-01", person}}));
    }
    [[nodiscard]] FeatureTable rows(Role role, const std::string& store = "a.gpkg") const {
        return FeatureTable(orThrow(orThrow(Store::openForReading(at(store))).read()).table(role));
    }
};

TEST_F(Forget, NothingOfThePersonIsLeftInTheFile) {
    FeatureTable gardens =
        rowsOf(Role::gardens, {textColumn("issuer", {"00901", "00904"}), textColumn("id", {"V1", "V1"}),
                               textColumn("household_id", {"1", "1"}), textColumn("head_name", {person, "Ly Thị Mỷ"})});
    take(at("a.gpkg"), batchOf("vuon", gardens, Role::gardens));
    ASSERT_THAT(bytesOfFile(at("a.gpkg")), HasSubstr(person));
    const ForgetReport household = orThrow(forgetRecord(at("a.gpkg"), Role::households, "00901/1", "Hoa", "theo đơn"));
    EXPECT_EQ(household.records, 4U) << "the household, its garden, and two gifts that say the name alone";
    EXPECT_EQ(household.values, 5U) << "one gift was told twice";
    EXPECT_EQ(household.namesakes, 0U);
    EXPECT_THAT(textsOf(*rows(Role::gardens).columnNamed("head_name")), ElementsAre("", "Ly Thị Mỷ"));
    EXPECT_THAT(bytesOfFile(at("a.gpkg")), Not(HasSubstr(person)));
    EXPECT_THAT(rows(Role::donations).columnNamed("declared_area_m2")->numbers, ElementsAre(120, 70)) << "figures stay";
}

TEST_F(Forget, WhatSaysTheNameAloneStaysWhereAnotherHouseholdBearsItToo) {
    take(at("a.gpkg"), batchOf("ho2",
                               rowsOf(Role::households, {textColumn("issuer", {"00901"}), textColumn("id", {"7"}),
                                                         textColumn("head_name", {person})}),
                               Role::households));
    const ForgetReport report = orThrow(forgetRecord(at("a.gpkg"), Role::households, "00901/1", {}, {}));
    EXPECT_EQ(report.records, 1U);
    EXPECT_EQ(report.namesakes, 1U);
    EXPECT_THAT(textsOf(*rows(Role::donations).columnNamed("head_name")), ElementsAre(person, person));
}

TEST_F(Forget, ANameThatArrivesLaterIsForgottenAsWellButNotThatOfAnotherCommune) {
    orThrow(forgetRecord(at("a.gpkg"), Role::households, "00901/1", {}, {}));
    take(at("a.gpkg"), gifts("3", {{"00901", "BB9", 30, "2022-06-01", "GIÀNG A PÁO"}, {"00904", "BB9", 40, "2022-06-01", person}}));
    EXPECT_THAT(textsOf(*rows(Role::donations).columnNamed("head_name")), ElementsAre("", "", "", person));
}

TEST_F(Forget, OneGiftIsForgottenByItself) {
    EXPECT_EQ(orThrow(forgetRecord(at("a.gpkg"), Role::donations, "BB1", {}, {})).values, 2U) << "both reports";
    EXPECT_THAT(textsOf(*rows(Role::donations).columnNamed("head_name")), ElementsAre("", person));
}

TEST_F(Forget, WhatArrivesLaterIsForgottenAsWell) {
    std::filesystem::copy_file(at("a.gpkg"), at("b.gpkg"));
    orThrow(forgetRecord(at("a.gpkg"), Role::donations, "BB1", {}, {}));
    take(at("a.gpkg"), gifts("3", {{"00901", "BB1", 130, "2022-05-01", person}}));
    for (const std::string& line : dumpOf(at("a.gpkg"), {Role::donations})) {
        EXPECT_FALSE(line.find("BB1") != std::string::npos && line.find(person) != std::string::npos) << line;
    }
    EXPECT_THAT(rows(Role::donations).columnNamed("declared_area_m2")->numbers, ElementsAre(130, 70));
    orThrow(mergeStore(at("a.gpkg"), at("b.gpkg")));
    EXPECT_THAT(textsOf(*rows(Role::donations, "b.gpkg").columnNamed("head_name")), ElementsAre("", person));
    EXPECT_EQ(dumpOf(at("b.gpkg"), {Role::donations}), dumpOf(at("a.gpkg"), {Role::donations}));
}

TEST_F(Forget, GiftsThatOnlyTheirGiversToldApartStayApart) {
    makeStore(at("c.gpkg"), "00901");
    take(at("c.gpkg"), gifts("1", {{"00901", "", 70, "2022-05-03", person}, {"00901", "", 70, "2022-05-03", "Vàng Mí Sò"}}));
    const FeatureTable before = rows(Role::donations, "c.gpkg");
    const RecordKeyReader keys(before, recordKind(Role::donations));
    for (std::size_t row = 0; row < 2; ++row) orThrow(forgetRecord(at("c.gpkg"), Role::donations, toText(keys.key(row)), {}, {}));
    EXPECT_THAT(textsOf(*rows(Role::donations, "c.gpkg").columnNamed("head_name")), ElementsAre("", ""));
    orThrow(mergeStore(at("c.gpkg"), at("d.gpkg")));
    EXPECT_EQ(rows(Role::donations, "d.gpkg").rowCount, 2U);
    // The list once more, from another file: the same two gifts.
    take(at("d.gpkg"), gifts("2", {{"00901", "", 70, "2022-05-03", person}, {"00901", "", 70, "2022-05-03", "Vàng Mí Sò"}}));
    EXPECT_EQ(rows(Role::donations, "d.gpkg").rowCount, 2U);
    EXPECT_THAT(textsOf(*rows(Role::donations, "d.gpkg").columnNamed("head_name")), ElementsAre("", ""));
}

TEST_F(Forget, OneOfSeveralIssuersHasToBeNamed) {
    const auto both = forgetRecord(at("a.gpkg"), Role::households, "1", {}, {});
    ASSERT_FALSE(both);
    EXPECT_EQ(both.error().code, "record-ambiguous");
    EXPECT_THAT(both.error().message.vi, HasSubstr("00904"));
    EXPECT_EQ(forgetRecord(at("a.gpkg"), Role::households, "2", {}, {}).error().code, "record-unknown");
    EXPECT_THAT(textsOf(*rows(Role::households).columnNamed("head_name")), ElementsAre(person, "Ly Thị Mỷ"));
}

} // namespace
} // namespace banlang
