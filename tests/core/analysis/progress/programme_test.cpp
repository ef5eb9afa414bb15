// SPDX-License-Identifier: MIT
#include "core/analysis/progress/programme.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <set>

namespace banlang {
namespace {

using test::DistrictBuilder;

constexpr ProgrammeSet newRural{true, false, false};
constexpr ProgrammeSet gardens{false, true, false};
constexpr ProgrammeSet housing{false, false, true};
constexpr ProgrammeSet every{true, true, true};

/// The programmes of the last contribution.
ProgrammeSet lastOf(const DistrictBuilder& builder) {
    const District district = builder.linked();
    return ProgrammesOf(district, Role::contributions)(district.table(Role::contributions).rowCount - 1);
}

ProgrammeSet namedAs(std::string_view text) {
    DistrictBuilder builder;
    builder.add(Role::contributions, {{"programme", text}});
    return lastOf(builder);
}

TEST(Programme, IsReadAsOfficesWriteIt) {
    EXPECT_EQ(namedAs("Nông thôn mới"), newRural);
    EXPECT_EQ(namedAs("CT NTM"), newRural);
    EXPECT_EQ(namedAs("cải tạo vườn tạp"), gardens);
    EXPECT_EQ(namedAs("CTVT"), gardens);
    EXPECT_EQ(namedAs("Hỗ trợ NHÀ Ở"), housing);
    EXPECT_EQ(namedAs("xóa nhà tạm"), housing);
    EXPECT_EQ(namedAs("NTM và nhà ở"), (ProgrammeSet{true, false, true}));
    EXPECT_EQ(namedAs("Housing support"), housing);
}

TEST(Programme, WhatNamesNoneMayBeAny) {
    EXPECT_EQ(namedAs(""), every);
    EXPECT_EQ(namedAs("việc chung"), every);
}

TEST(Programme, WhatARecordIsLinkedToGoesBeforeItsWords) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Nà Sáng"}});
    builder.add(Role::roads, {{"id", "R1"}, {"class", "ĐX"}});
    builder.add(Role::roadWorks, {{"id", "W1"}, {"road_id", "R1"}, {"kind", "mở mới"}});
    builder.add(Role::houses, {{"id", "H1"}});
    builder.add(Role::contributions, {{"programme", "vườn tạp"}, {"house_id", "H1"}});
    EXPECT_EQ(lastOf(builder), housing);
    builder.add(Role::contributions, {{"programme", "vườn tạp"}, {"work_id", "W1"}});
    EXPECT_EQ(lastOf(builder), newRural);
    builder.add(Role::contributions, {{"programme", "vườn tạp"}, {"work_id", "not there"}});
    EXPECT_EQ(lastOf(builder), gardens) << "a link that leads nowhere says nothing";
}

TEST(Programme, SomeKindsOfRecordsBelongToOneOnly) {
    DistrictBuilder builder;
    builder.add(Role::gardens, {{"id", "G1"}});
    builder.add(Role::supportList, {{"head_name", "Vàng Mí Sính"}});
    builder.add(Role::donations, {{"id", "D1"}});
    const District district = builder.linked();
    EXPECT_EQ(ProgrammesOf(district, Role::gardens)(0), gardens);
    EXPECT_EQ(ProgrammesOf(district, Role::supportList)(0), housing);
    EXPECT_EQ(ProgrammesOf(district, Role::donations)(0), newRural);
}

TEST(Programme, EachHasAnIdAndWordsOfItsOwn) {
    std::set<std::string_view> ids;
    std::set<std::string_view> vietnamese;
    for (const Programme programme : {Programme::newRural, Programme::gardens, Programme::housing, Programme::all}) {
        ids.insert(programmeId(programme));
        vietnamese.insert(programmeLabel(programme).vi);
        EXPECT_FALSE(programmeLabel(programme).en.empty());
    }
    EXPECT_EQ(ids, (std::set<std::string_view>{"new_rural", "gardens", "housing", "all"}));
    EXPECT_EQ(vietnamese.size(), 4U);
}

} // namespace
} // namespace banlang
