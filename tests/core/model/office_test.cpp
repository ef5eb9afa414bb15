// SPDX-License-Identifier: MIT
#include "core/model/office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banlang {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Office office(OfficeLevel level, std::string name) {
    return {.name = std::move(name), .level = level};
}

/// Everything that is said of an office, in both languages.
std::string allOf(const OfficeWords& words) {
    std::string all;
    for (const Label& label : {words.level, words.noun, words.whole, words.total, words.border, words.units, words.seats})
        all += std::string(label.vi) + '|' + std::string(label.en) + '|';
    return all + std::string(words.kind);
}

TEST(Office, OfACommuneSpeaksAsACommune) {
    for (const char* name : {"Lũng Cú", "Xã Lũng Cú", "xã Lũng Cú", "UBND xã Lũng Cú", "Ủy ban nhân dân xã Lũng Cú"}) {
        const Office commune = office(OfficeLevel::commune, name);
        EXPECT_EQ(fullName(commune), "Xã Lũng Cú") << name;
        EXPECT_EQ(committeeName(commune), "UBND xã Lũng Cú") << name;
        EXPECT_EQ(officeWords(commune).total.vi, "Cộng xã") << name;
    }
}

TEST(Office, TheKindInTheNameDecidesTheWords) {
    using enum OfficeLevel;
    struct Case {
        Office office;
        std::string_view total;
        std::string_view english;
        std::string_view committee;
    };
    const Case cases[] = {
        {office(commune, "Thị trấn Vị Xuyên"), "Cộng thị trấn", "Town", "UBND thị trấn Vị Xuyên"},
        {office(commune, "TT Vị Xuyên"), "Cộng thị trấn", "Town", "UBND TT Vị Xuyên"},
        {office(commune, "Phường Hà Giang 1"), "Cộng phường", "Ward", "UBND phường Hà Giang 1"},
        {office(commune, "Đặc khu Vân Đồn"), "Cộng đặc khu", "Special zone", "UBND đặc khu Vân Đồn"},
        {office(district, "Đồng Văn"), "Cộng huyện", "District", "UBND huyện Đồng Văn"},
        {office(district, "Thành phố Hà Giang"), "Cộng thành phố", "City", "UBND thành phố Hà Giang"},
        {office(district, "Thị xã Sa Pa"), "Cộng thị xã", "Borough", "UBND thị xã Sa Pa"},
        {office(district, "Quận Ba Đình"), "Cộng quận", "Urban district", "UBND quận Ba Đình"},
        {office(province, "Bắc Ninh"), "Cộng tỉnh", "Province", "UBND tỉnh Bắc Ninh"},
        {office(province, "Thành phố Huế"), "Cộng thành phố", "City", "UBND thành phố Huế"},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(officeWords(one.office).total.vi, one.total);
        EXPECT_EQ(officeWords(one.office).total.en, one.english);
        EXPECT_EQ(committeeName(one.office), one.committee);
    }
}

TEST(Office, AKindThatTheNameHasIsNotPutInFrontAgain) {
    EXPECT_EQ(fullName(office(OfficeLevel::commune, "Thị trấn Vị Xuyên")), "Thị trấn Vị Xuyên");
    EXPECT_EQ(fullName(office(OfficeLevel::commune, "TT. Vị Xuyên")), "TT. Vị Xuyên");
    EXPECT_EQ(fullName(office(OfficeLevel::district, "huyện Phiêng Sương")), "Huyện Phiêng Sương");
    EXPECT_EQ(fullName(office(OfficeLevel::province, "TP. Hồ Chí Minh")), "TP. Hồ Chí Minh");
    EXPECT_EQ(fullName(office(OfficeLevel::district, "Phiêng Sương")), "Huyện Phiêng Sương");
    EXPECT_EQ(fullName(office(OfficeLevel::commune, "Xãm Hồng")), "Xã Xãm Hồng") << "a syllable that only begins like a kind";
}

TEST(Office, OfAnAgencyIsItsNameAlone) {
    const Office agency = office(OfficeLevel::agency, "Phòng Nông nghiệp Đồng Văn");
    EXPECT_EQ(fullName(agency), "Phòng Nông nghiệp Đồng Văn");
    EXPECT_EQ(committeeName(agency), "Phòng Nông nghiệp Đồng Văn");
    EXPECT_EQ(officeWords(agency).total.vi, "Tổng cộng");
    EXPECT_EQ(officeWords(agency).kind, "");
}

TEST(Office, ThatNobodyKnowsHasNeutralWordsAndNoLine) {
    EXPECT_EQ(committeeName({}), "");
    EXPECT_EQ(fullName({}), "");
    EXPECT_EQ(officeWords({}).whole.vi, "Toàn vùng dữ liệu");
    EXPECT_EQ(officeWords({}).total.en, "Total");
    EXPECT_EQ(neutralWords().border.vi, officeWords({}).border.vi);
    EXPECT_EQ(fullName(office(OfficeLevel::unknown, "Đồng Văn")), "Đồng Văn");
    EXPECT_EQ(committeeName(office(OfficeLevel::commune, "")), "");
}

TEST(Office, OnlyDistrictsAreCalledDistrict) {
    for (const OfficeLevel level : {OfficeLevel::unknown, OfficeLevel::commune, OfficeLevel::province, OfficeLevel::agency}) {
        for (const char* name : {"", "Phường A", "Thị trấn A", "Đặc khu A", "Thành phố A", "Huyện ủy A"}) {
            const std::string words = allOf(officeWords(office(level, name)));
            for (const char* word : {"huyện", "Huyện", "district", "District"})
                EXPECT_EQ(words.find(word), std::string::npos) << id(level) << ' ' << name << ": " << words;
        }
    }
}

TEST(Office, OfEveryLevelHasAllItsWordsInBothLanguages) {
    for (const char* levelId : {"unknown", "commune", "district", "province", "agency"}) {
        const auto level = officeLevelFromId(levelId);
        ASSERT_TRUE(level) << levelId;
        EXPECT_EQ(id(*level), levelId);
        const OfficeWords words = officeWords({.level = *level});
        for (const Label& label : {words.level, words.noun, words.whole, words.total, words.border, words.units, words.seats})
            EXPECT_FALSE(label.vi.empty() || label.en.empty()) << levelId;
    }
    EXPECT_EQ(officeLevelFromId("huyen"), std::nullopt);
    EXPECT_EQ(officeLevelFromId(""), std::nullopt);
}

TEST(Office, CommunesOfATableSpeakByTheirOwnKind) {
    EXPECT_EQ(communeWords("Thị trấn").total.vi, "Cộng thị trấn");
    EXPECT_EQ(communeWords("TT").total.vi, "Cộng thị trấn");
    EXPECT_EQ(communeWords("Phường").noun.en, "ward");
    EXPECT_EQ(communeWords("").total.vi, "Cộng xã");
    EXPECT_EQ(communeWords("Bản").total.vi, "Cộng xã");
}

TEST(Office, ANameTellsTheLevelsOfItsKind) {
    EXPECT_THAT(levelsToldBy("Xã Lũng Cú"), ElementsAre(OfficeLevel::commune));
    EXPECT_THAT(levelsToldBy("UBND huyện Đồng Văn"), ElementsAre(OfficeLevel::district));
    EXPECT_THAT(levelsToldBy("Thành phố Huế"), ElementsAre(OfficeLevel::district, OfficeLevel::province));
    EXPECT_THAT(levelsToldBy("Huyện ủy Đồng Văn"), ElementsAre(OfficeLevel::agency)) << "more than the kind of a district";
    EXPECT_THAT(levelsToldBy("Tỉnh uỷ Hà Giang"), ElementsAre(OfficeLevel::agency)) << "the other place of the tone";
    EXPECT_THAT(levelsToldBy("Lũng Cú"), IsEmpty());
    EXPECT_THAT(levelsToldBy("Xã"), IsEmpty()) << "no name behind it";
    EXPECT_THAT(levelsToldBy(""), IsEmpty());
}

TEST(Office, NamesAreComparedWithoutKindCommitteeAndPlaceOfTheTone) {
    const std::string key = officeNameKey(OfficeLevel::district, "Hòa An");
    for (const char* name : {"Huyện Hòa An", "huyện Hoà An", "UBND huyện Hòa An", "H. Hòa An"})
        EXPECT_EQ(officeNameKey(OfficeLevel::district, name), key) << name;
    EXPECT_NE(officeNameKey(OfficeLevel::district, "Hòa Ân"), key);
}

TEST(Office, IsReadAsOfficesWriteIt) {
    EXPECT_EQ(fullName({.name = "Uỷ ban nhân dân xã Má Lé", .level = OfficeLevel::commune}), "Xã Má Lé");
    EXPECT_EQ(fullName({.name = "UBND đặc khu Vân Đồn", .level = OfficeLevel::commune}), "Đặc khu Vân Đồn");
    EXPECT_EQ(fullName({.name = "TP.Huế", .level = OfficeLevel::province}), "TP.Huế") << "its kind is there";
}

TEST(Office, ItsUnitIsTheCodeWithoutTheLevel) {
    EXPECT_EQ(ownUnitCode({.code = "00715"}), "00715");
    EXPECT_EQ(ownUnitCode({.code = "huyen:026"}), "026");
    EXPECT_EQ(ownUnitCode({.code = "tinh:02"}), "02");
    EXPECT_EQ(ownUnitCode({}), "");
}

} // namespace
} // namespace banlang
