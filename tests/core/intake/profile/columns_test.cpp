// SPDX-License-Identifier: MIT
#include "core/intake/profile/columns.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;

/// The header that a field found; "" for none.
std::string headerOf(const FeatureTable& source, Role role, std::string_view field, const ImportProfile& profile = {}) {
    const RecordKind& kind = recordKind(role);
    const auto at = static_cast<std::size_t>(findField(kind, field) - kind.fields.data());
    const int column = mapColumns(source, kind, profile).fields[at];
    return column == noColumn ? std::string() : source.columns[static_cast<std::size_t>(column)].name;
}

FeatureTable withGeometry(FeatureTable table, GeometryKind kind) {
    table.geometry.kind = kind;
    return table;
}

TEST(Columns, AreFoundByNameLabelAndAliasWhateverTheirCaseAndAccents) {
    const FeatureTable source = headers({"COMMUNE_CODE", "Tờ bản đồ", "SHThua", "Loại đất", "DTPL"});
    EXPECT_EQ(headerOf(source, Role::parcels, "commune_code"), "COMMUNE_CODE");
    EXPECT_EQ(headerOf(source, Role::parcels, "sheet"), "Tờ bản đồ");
    EXPECT_EQ(headerOf(source, Role::parcels, "number"), "SHThua");
    EXPECT_EQ(headerOf(source, Role::parcels, "land_use"), "Loại đất");
    EXPECT_EQ(headerOf(source, Role::parcels, "declared_area_m2"), "DTPL");
    EXPECT_EQ(headerOf(source, Role::parcels, "holder_name"), "");
}

TEST(Columns, HeadersOfTwoLevelsAreFoundByTheirLowerOne) {
    const FeatureTable source = headers({"Vốn vay / Ngày giải ngân", "Vốn vay / Số tiền", "Thửa đất / Tờ số"});
    EXPECT_EQ(headerOf(source, Role::gardens, "disbursed_on"), "Vốn vay / Ngày giải ngân");
    EXPECT_EQ(headerOf(source, Role::gardens, "loan_vnd"), "Vốn vay / Số tiền");
    EXPECT_EQ(headerOf(source, Role::gardens, "sheet"), "Thửa đất / Tờ số");
}

TEST(Columns, WhatStandsInBracketsIsAnAside) {
    EXPECT_EQ(headerOf(headers({"Mục đích (ghi rõ)"}), Role::donations, "purpose"), "Mục đích (ghi rõ)");
    EXPECT_EQ(headerOf(headers({"Vốn vay [tr.đ]"}), Role::gardens, "loan_vnd"), "Vốn vay [tr.đ]");
}

TEST(Columns, AHeaderThatResemblesAFieldIsTakenWhenNothingIsExact) {
    const FeatureTable source = headers({"Tổng diện tích hiến (ha)", "Ngày bắt đầu cải tạo"});
    EXPECT_EQ(headerOf(source, Role::donations, "declared_area_m2"), "Tổng diện tích hiến (ha)");
    EXPECT_EQ(headerOf(source, Role::gardens, "started_on"), "Ngày bắt đầu cải tạo");
    const FeatureTable both = headers({"Diện tích hiến thêm", "Diện tích hiến"});
    EXPECT_EQ(headerOf(both, Role::donations, "declared_area_m2"), "Diện tích hiến");
}

TEST(Columns, OneWordInCommonIsNoLikeness) {
    const FeatureTable source = headers({"Mã hồ sơ hiến đất", "Họ và tên người nhận"});
    EXPECT_EQ(headerOf(source, Role::donations, "household_id"), "");
    EXPECT_EQ(headerOf(source, Role::donations, "id"), "Mã hồ sơ hiến đất");
    EXPECT_EQ(headerOf(headers({"Ghi chú về ngày"}), Role::donations, "donated_on"), "");
}

TEST(Columns, NoColumnServesTwoFields) {
    const FeatureTable source = headers({"Mã", "Mã xã", "Tên"});
    const ColumnMapping mapping = mapColumns(source, recordKind(Role::communes));
    std::vector<int> used;
    std::copy_if(mapping.fields.begin(), mapping.fields.end(), std::back_inserter(used),
                 [](int column) { return column != noColumn; });
    std::sort(used.begin(), used.end());
    EXPECT_EQ(std::adjacent_find(used.begin(), used.end()), used.end());
    EXPECT_EQ(headerOf(source, Role::communes, "code"), "Mã");
}

TEST(Columns, ThePlanComesFirstAndMayLeaveAColumnOut) {
    const FeatureTable source = headers({"Mã xã", "Số thửa", "Số thửa mới"});
    ImportProfile profile;
    profile.fields = {{"Số thửa mới", "number"}, {"Mã xã", ""}};
    EXPECT_EQ(headerOf(source, Role::parcels, "number", profile), "Số thửa mới");
    EXPECT_EQ(headerOf(source, Role::parcels, "commune_code", profile), "");
    EXPECT_EQ(headerOf(source, Role::parcels, "number"), "Số thửa");
}

TEST(Columns, ASecondColumnThatNamesTheUnitIsItsCompanion) {
    const FeatureTable source = headers({"Tên xã", "Mã xã", "Số thửa"});
    const RecordKind& kind = recordKind(Role::parcels);
    const ColumnMapping mapping = mapColumns(source, kind);
    EXPECT_EQ(mapping.fields[0], 1);
    EXPECT_EQ(mapping.companions[0], 0);
    EXPECT_EQ(mapping.communeOfVillage, noColumn);
    EXPECT_EQ(mapColumns(headers({"Mã xã"}), kind).companions[0], noColumn);
}

TEST(Columns, KindsThatKeepOnlyTheVillageStillLearnItsCommune) {
    const FeatureTable source = headers({"Mã hộ", "Thôn", "Xã"});
    const ColumnMapping mapping = mapColumns(source, recordKind(Role::households));
    EXPECT_EQ(mapping.communeOfVillage, 2);
    EXPECT_EQ(headerOf(source, Role::households, "village_code"), "Thôn");
}

TEST(Columns, WhatIsMissingIsNamedUnlessUnitsCanBeTold) {
    const ColumnMapping mapping = mapColumns(headers({"Tờ bản đồ"}), recordKind(Role::parcels));
    EXPECT_THAT(missingRequired(mapping, recordKind(Role::parcels), false), ElementsAre("commune_code", "number"));
    EXPECT_THAT(missingRequired(mapping, recordKind(Role::parcels), true), ElementsAre("number"));
}

TEST(Columns, WhatStandsInForARequiredColumnMayStandAloneAtAnyStep) {
    const RecordKind& gardens = recordKind(Role::gardens);
    EXPECT_THAT(missingRequired(mapColumns(headers({"Mã hộ"}), gardens), gardens, true), testing::IsEmpty());
    EXPECT_THAT(missingRequired(mapColumns(headers({"Chủ hộ"}), gardens), gardens, true), testing::IsEmpty());
    EXPECT_THAT(missingRequired(mapColumns(headers({"Diện tích"}), gardens), gardens, true), ElementsAre("id", "household_id"));
}

TEST(Columns, NoColumnBecomesAFieldThatTheImportKeeps) {
    ImportProfile profile;
    profile.fields = {{"Đơn vị", "issuer"}};
    EXPECT_EQ(headerOf(headers({"Đơn vị", "issuer", "Đơn vị cấp số"}), Role::roadWorks, "issuer", profile), "");
}

TEST(Columns, PointsMayStandForVillagesButNotForParcels) {
    EXPECT_TRUE(geometryFits(GeometryKind::point, recordKind(Role::villages)));
    EXPECT_TRUE(geometryFits(GeometryKind::none, recordKind(Role::villages)));
    EXPECT_FALSE(geometryFits(GeometryKind::line, recordKind(Role::villages)));
    EXPECT_FALSE(geometryFits(GeometryKind::point, recordKind(Role::parcels)));
    EXPECT_FALSE(geometryFits(GeometryKind::none, recordKind(Role::parcels)));
    EXPECT_FALSE(geometryFits(GeometryKind::polygon, recordKind(Role::donations)));
}

TEST(Columns, HeadersThatSomeKindKnowsAreKnown) {
    for (const char* key : {"stt", "so_thua", "dien_tich_hien_m2", "ngay_hien", "loan_vnd", "chu_ho", "dien_tich_hien_thuc_te"})
        EXPECT_TRUE(isKnownHeader(key)) << key;
    for (const char* key : {"", "nguyen_van_a", "na_sang"}) EXPECT_FALSE(isKnownHeader(key)) << key;
}

TEST(Columns, CoordinatesAreTwoColumns) {
    const auto found = findCoordinates(headers({"STT", "Tọa độ / X (m)", "Tọa độ / Y (m)"}));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->x, 1);
    EXPECT_EQ(found->y, 2);
    const auto degrees = findCoordinates(headers({"Vĩ độ", "Kinh độ"}));
    ASSERT_TRUE(degrees);
    EXPECT_EQ(degrees->x, 1);
    EXPECT_EQ(degrees->y, 0);
    EXPECT_FALSE(findCoordinates(headers({"X", "Ghi chú"})));
}

FeatureTable donationWorksheet() {
    return headers({"STT", "Mã hồ sơ hiến đất", "Họ và tên", "Mã hộ", "Thôn", "Diện tích hiến (m²)", "Ngày hiến"});
}

TEST(Roles, TheNameOfTheSheetDecidesWhereTheColumnsAgree) {
    EXPECT_EQ(guessRole({"Hiến đất"}, donationWorksheet()).role, Role::donations);
    EXPECT_EQ(guessRole({"Sheet1", "DANH SÁCH HỘ HIẾN ĐẤT"}, donationWorksheet()).role, Role::donations);
    EXPECT_EQ(guessRole({"Hiến đất", "ho_dan", "villages"}, donationWorksheet()).role, Role::donations);
}

TEST(Roles, ASheetThatIsCalledByAPlaceIsNotOfThatKind) {
    EXPECT_EQ(guessRole({"Xã Bản Lạn"}, donationWorksheet()).role, Role::donations);
    EXPECT_EQ(guessRole({"Thôn Nà Sáng", "Xã Bản Lạn"}, donationWorksheet()).role, Role::donations);
}

TEST(Roles, LongerNamesDecideOverShorterOnesWithinThem) {
    EXPECT_EQ(guessRole({"road_works_2022"}, headers({"a"})).role, Role::roadWorks);
    EXPECT_EQ(guessRole({"Danh sách hỗ trợ"}, headers({"a"})).role, Role::supportList);
}

TEST(Roles, ALongWordGivesWayToAnotherOfTheNameThatTheColumnsFit) {
    const FeatureTable houses = headers({"Mã nhà", "Mã hộ", "Giai đoạn", "Khởi công", "Xong móng"});
    EXPECT_EQ(guessRole({"BIỂU KIỂM TRA TIẾN ĐỘ NHÀ Ở"}, houses).role, Role::houses);
    const FeatureTable checks = headers({"Mã nhà", "Ngày kiểm tra", "Đơn vị kiểm tra", "Nhận xét"});
    EXPECT_EQ(guessRole({"BIỂU KIỂM TRA TIẾN ĐỘ NHÀ Ở"}, checks).role, Role::inspections);
    EXPECT_EQ(guessRole({"Kiểm tra nhà ở"}, headers({"a"})).role, Role::inspections);
}

TEST(Roles, OfficeNamesOfTheKindsThatFollowUp) {
    const std::pair<const char*, Role> names[] = {{"hang_muc_nha", Role::houseItems},
                                                  {"Biểu chấm công giúp làm nhà", Role::labourDays},
                                                  {"Theo dõi cấp vật liệu", Role::deliveries},
                                                  {"Biểu theo dõi kiểm tra vốn vay", Role::inspections},
                                                  {"Danh sách ủng hộ", Role::contributions},
                                                  {"Ra quân phát động", Role::campaigns},
                                                  {"Công trình phúc lợi", Role::publicAssets},
                                                  {"dien_ho_2022", Role::householdCategories},
                                                  {"Rà soát nhà ở", Role::housingReviews},
                                                  {"Phân bổ tiêu chí NTM", Role::criteriaDue},
                                                  {"Chấm thôn kiểu mẫu", Role::checklists},
                                                  {"Điểm thi đua", Role::communeRankingScores},
                                                  {"Thay đổi đơn vị hành chính", Role::adminUnitChanges}};
    for (const auto& [name, role] : names) EXPECT_EQ(guessRole({name}, headers({"a"})).role, role) << name;
}

TEST(Roles, WithoutNamesTheColumnsAndTheGeometryDecide) {
    const FeatureTable parcels = withGeometry(headers({"MAXA", "SHBANDO", "SHTHUA", "LOAIDAT"}), GeometryKind::polygon);
    EXPECT_EQ(guessRole({"Export_Output"}, parcels).role, Role::parcels);
    const FeatureTable roads = withGeometry(headers({"osm_id", "highway", "name"}), GeometryKind::line);
    EXPECT_EQ(guessRole({"gis_osm_1"}, roads).role, Role::roads);
    EXPECT_EQ(guessRole({"parcels"}, roads).role, Role::roads);
}

TEST(Roles, WhatColumnsDoNotTellIsAsked) {
    const RoleGuess none = guessRole({"Sheet1"}, headers({"a", "b"}));
    EXPECT_FALSE(none.role);
    EXPECT_TRUE(none.rivals.empty());
    const RoleGuess rivals = guessRole({"Sheet1"}, headers({"Ngày", "Thôn", "Số người", "Nội dung"}));
    EXPECT_FALSE(rivals.role);
    EXPECT_THAT(rivals.rivals, ElementsAre(Role::saturdays, Role::meetings));
    EXPECT_EQ(guessRole({"Họp dân"}, headers({"Ngày", "Thôn", "Số người", "Nội dung"})).role, Role::meetings);
}

TEST(Roles, TheKindThatKnowsMoreColumnsIsTaken) {
    const RoleGuess guess = guessRole({"layer"}, withGeometry(headers({"handle", "ten", "cap"}), GeometryKind::line));
    EXPECT_EQ(guess.role, Role::roads);
    EXPECT_THAT(guess.rivals, ElementsAre(Role::roads, Role::rivers));
}

TEST(Roles, ATableWithoutNumbersIsTakenByItsNameAndElseAskedAbout) {
    const FeatureTable gifts = headers({"Họ và tên", "Thôn", "Diện tích hiến", "Ngày hiến"});
    EXPECT_EQ(guessRole({"Hiến đất"}, gifts).role, Role::donations);
    EXPECT_FALSE(guessRole({"Sheet1"}, gifts).role);
    EXPECT_THAT(guessRole({"Sheet1"}, gifts).rivals, testing::Contains(Role::donations));
    EXPECT_FALSE(guessRole({"Sheet1"}, headers({"Họ và tên", "Thôn", "Ghi chú"})).role) << "who came is no list of households";
    const RoleGuess people = guessRole({"Sheet1"}, headers({"Họ và tên", "Thôn", "Nhân khẩu"}));
    EXPECT_FALSE(people.role);
    EXPECT_EQ(people.rivals.at(0), Role::households);
}

TEST(Roles, LinesWithoutAClassAreNoRoadsBesideRivers) {
    EXPECT_EQ(guessRole({"layer"}, withGeometry(headers({"handle", "ten"}), GeometryKind::line)).role, Role::rivers);
}

TEST(Roles, ANameIsKeptWhereColumnsAreMissingSoThatTheyCanBeTold) {
    EXPECT_EQ(guessRole({"ho"}, headers({"a", "b"})).role, Role::households);
}

} // namespace
} // namespace banlang
