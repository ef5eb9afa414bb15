// SPDX-License-Identifier: MIT
#include "core/model/record_names.h"
#include "core/model/record_ref.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(RecordNames, ARoadGoesByItsNameElseByItsId) {
    auto builder = test::twoCommunes();
    builder.add(Role::roads, {{"id", "r1"}, {"name", "Bản Sản – Sủng Chang"}, {"commune_code", "00874"}});
    builder.add(Role::roads, {{"id", "r2"}});
    const District district = builder.linked();
    EXPECT_EQ(roadName(district, 0), "Bản Sản – Sủng Chang");
    EXPECT_EQ(roadName(district, 1), "r2");
    EXPECT_EQ(communeName(district, Role::roads, 0), "Xã Nà Sáng");
    EXPECT_EQ(communeName(district, Role::roads, 1), "");
    EXPECT_EQ((RecordRef{Role::roads, 1}), (RecordRef{Role::roads, 1}));
    EXPECT_FALSE((RecordRef{Role::roads, 1}) == (RecordRef{Role::parcels, 1}));
}

} // namespace
} // namespace banlang
