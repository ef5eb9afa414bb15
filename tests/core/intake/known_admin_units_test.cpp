// SPDX-License-Identifier: MIT
#include "core/intake/known_admin_units.h"
#include "tests/support/tables.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
using Code = std::optional<std::string>;

FeatureTable withoutGround(Role role, const std::vector<Column>& columns) {
    return placed(rowsOf(role, columns), Texts(columns.front().size()));
}

/// Communes of Phiêng Sương; the town bears the name of the district.
KnownAdminUnits communes() {
    FeatureTable table = rowsOf(Role::communes, {textColumn("code", {"00691", "00694", "00697", "00700", "00703"}),
                                                 textColumn("name", {"Phiêng Sương", "Nà Sáng", "Bản Chiêng", "Thuỷ Hòa", "Sáng"}),
                                                 textColumn("kind", {"thị trấn", "xã", "xã", "xã", "xã"})});
    table = placed(std::move(table), {"POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((10 0,20 0,20 10,10 10,10 0))", "",
                                      "MULTIPOLYGON(((20 0,30 0,30 10,20 10,20 0)))", ""});
    KnownAdminUnits known;
    known.add(table, {});
    return known;
}

KnownAdminUnits villages() {
    KnownAdminUnits known;
    known.add(withoutGround(Role::villages, {textColumn("code", {"V1", "V2", "V3", "V4"}),
                                             textColumn("name", {"Thôn Nà Pồng", "Nà Pồng", "Bản Lạn", "Khuổi Phủng"}),
                                             textColumn("commune_code", {"00694", "00697", "00694", "00694"})}),
              fields::villages.communeCode);
    return known;
}

Code namedIn(const KnownAdminUnits& units, const Texts& texts) {
    return units.codeNamedIn(texts);
}

TEST(KnownAdminUnits, AreFoundByCodeAndByNameWithAndWithoutTheirKind) {
    const KnownAdminUnits known = communes();
    EXPECT_EQ(known.codeOf("00694"), "00694");
    for (const char* name : {"Xã Nà Sáng", "Nà Sáng", "xã nà sáng", "NÀ  SÁNG", "X. Nà Sáng"})
        EXPECT_EQ(known.codeOf(name), "00694") << name;
    for (const char* name : {"Xã Bản Chiêng", "Bản Chiêng", "xã bản chiêng"}) EXPECT_EQ(known.codeOf(name), "00697") << name;
    EXPECT_EQ(known.codeOf("TT. Phiêng Sương"), "00691");
    EXPECT_EQ(known.codeOf("Nà Sang Sáng"), Code());
    EXPECT_EQ(known.codeOf(""), Code());
    EXPECT_EQ(known.codeOf("694"), Code());
}

TEST(KnownAdminUnits, ACodeInALongerTextNamesItsUnit) {
    const KnownAdminUnits known = communes();
    EXPECT_EQ(namedIn(known, {"don-00694"}), "00694");
    EXPECT_EQ(namedIn(known, {"00694_hien_dat", "Xã Bản Chiêng"}), "00694");
    EXPECT_EQ(namedIn(known, {"don-00694-00697"}), Code()) << "which of them?";
    EXPECT_EQ(namedIn(known, {"don-006940", "a00694"}), Code());
    EXPECT_EQ(namedIn(known, {"don-12345"}), Code());
}

TEST(KnownAdminUnits, AUnitWordMayBePartOfTheNameOrItsKind) {
    KnownAdminUnits withKind;
    withKind.add(withoutGround(Role::communes, {textColumn("code", {"00697"}), textColumn("name", {"Xã Bản Chiêng"})}), {});
    KnownAdminUnits without;
    without.add(withoutGround(Role::communes, {textColumn("code", {"00697"}), textColumn("name", {"Bản Chiêng"})}), {});
    for (const KnownAdminUnits* known : {&withKind, &without}) {
        for (const char* name : {"Xã Bản Chiêng", "Bản Chiêng", "xã bản chiêng", "ban chieng", "xa ban chieng"})
            EXPECT_EQ(known->codeOf(name), "00697") << name;
    }
}

TEST(KnownAdminUnits, PlacesOfTonesAndYOrIDoNotMatter) {
    const KnownAdminUnits known = communes();
    for (const char* name : {"Thuỷ Hòa", "Thủy Hoà", "THỦY HÒA", "Xã Thuỷ Hoà"}) EXPECT_EQ(known.codeOf(name), "00700") << name;
}

TEST(KnownAdminUnits, ANameWithOtherAccentsIsAnotherName) {
    const KnownAdminUnits known = communes();
    EXPECT_EQ(known.codeOf("Na Sang"), "00694");
    EXPECT_EQ(known.codeOf("Nà Sang"), Code());
    EXPECT_EQ(known.codeOf("Ná Sàng"), Code());
}

TEST(KnownAdminUnits, ANameThatSeveralBearTellsOnlyUnderItsParent) {
    const KnownAdminUnits known = villages();
    EXPECT_EQ(known.codeOf("Nà Pồng"), Code());
    EXPECT_EQ(known.codeOf("Nà Pồng", "00694"), "V1");
    EXPECT_EQ(known.codeOf("thôn Nà Pồng", "00697"), "V2");
    EXPECT_EQ(known.codeOf("na pong", "00697"), "V2");
    EXPECT_EQ(known.codeOf("Bản Lạn", "00697"), Code());
    EXPECT_EQ(known.codeOf("Bản Lạn"), "V3");
    EXPECT_EQ(known.parentOf("V2"), "00697");
    EXPECT_EQ(known.parentOf("V9"), "");
}

TEST(KnownAdminUnits, ATitleThatNamesTheDistrictDoesNotNameItsTown) {
    const KnownAdminUnits known = communes();
    EXPECT_EQ(namedIn(known, {"UBND HUYỆN PHIÊNG SƯƠNG"}), Code());
    EXPECT_EQ(namedIn(known, {"UBND HUYEN PHIENG SUONG"}), Code());
    EXPECT_EQ(namedIn(known, {"UBND HUYỆN PHIÊNG SƯƠNG - DANH SÁCH HỘ HIẾN ĐẤT XÃ NÀ SÁNG"}), "00694");
    EXPECT_EQ(namedIn(known, {"UBND HUYỆN PHIÊNG SƯƠNG", "Thị trấn Phiêng Sương"}), "00691");
}

TEST(KnownAdminUnits, AFileNameNamesItsCommune) {
    const KnownAdminUnits known = communes();
    EXPECT_EQ(namedIn(known, {"DC_na_sang"}), "00694");
    EXPECT_EQ(namedIn(known, {"thua_dat_xa_ban_chieng_2022"}), "00697");
    EXPECT_EQ(namedIn(known, {"DC_na_sangg"}), Code());
    EXPECT_EQ(namedIn(known, {"bao_cao_2022"}), Code());
}

TEST(KnownAdminUnits, ANameAfterItsKindWinsOverBareNames) {
    const KnownAdminUnits known = communes();
    EXPECT_EQ(namedIn(known, {"Phiêng Sương", "Báo cáo xã Nà Sáng"}), "00694");
    EXPECT_EQ(namedIn(known, {"Phiêng Sương", "Nà Sáng"}), "00691");
    EXPECT_EQ(namedIn(known, {"Danh sách xã Sáng gửi Bản Chiêng"}), "00703");
}

TEST(KnownAdminUnits, ALongerNameWinsOverOneWithinIt) {
    EXPECT_EQ(namedIn(communes(), {"Xã Nà Sáng và xã Sáng"}), "00694");
    EXPECT_EQ(namedIn(communes(), {"Nà Sáng"}), "00694");
}

TEST(KnownAdminUnits, TwoNamesThatAreEquallyGoodNameNothing) {
    KnownAdminUnits known;
    known.add(withoutGround(Role::communes, {textColumn("code", {"1", "2"}), textColumn("name", {"Nà Vàng", "Nà Sáng"})}), {});
    EXPECT_EQ(namedIn(known, {"xã Nà Vàng và xã Nà Sáng"}), Code());
    EXPECT_EQ(namedIn(known, {"xã Nà Vàng"}), "1");
}

TEST(KnownAdminUnits, KnowTheirGround) {
    const KnownAdminUnits known = communes();
    EXPECT_TRUE(known.hasPolygons());
    EXPECT_EQ(known.codeAt({5, 5}), "00691");
    EXPECT_EQ(known.codeAt({25, 5}), "00700");
    EXPECT_EQ(known.codeAt({35, 5}), Code());
    EXPECT_TRUE(known.covers("00694", {15, 5}));
    EXPECT_FALSE(known.covers("00694", {5, 5}));
    EXPECT_FALSE(known.covers("00697", {5, 5}));
    EXPECT_FALSE(known.hasPolygonsOf("00697"));
    EXPECT_TRUE(known.hasPolygonsOf("00700"));
    EXPECT_TRUE(known.insideAny({29, 9}));
    EXPECT_FALSE(villages().hasPolygons());
}

} // namespace
} // namespace banlang
