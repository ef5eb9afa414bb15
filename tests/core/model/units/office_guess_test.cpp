// SPDX-License-Identifier: MIT
#include "core/model/units/office_guess.h"
#include "core/model/units/official_admin_units.h"
#include "core/model/units/provinces.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace banlang {
namespace {

const Date reform = Date::fromYmd(2025, 7, 1);

/// As most tables have them: a code, a name, perhaps a kind and a district.
OfficeUnit unit(const std::string& code, const std::string& name, const std::string& kind = {}, const std::string& district = {},
                Date validFrom = {}) {
    return {code, name, kind, district, validFrom};
}

Office guess(const std::vector<OfficeUnit>& communes) {
    return guessOffice(communes);
}

/// All units of a province since 1/7/2025, with a word for a district that most no longer have.
std::vector<OfficeUnit> wholeProvince(const std::string& code, const std::string& district = {}) {
    std::vector<OfficeUnit> units;
    for (const OfficialAdminUnit& one : listInForce(reform)) {
        if (one.provinceCode == code) units.push_back(unit(std::string(one.code), std::string(one.name), {}, district));
    }
    return units;
}

TEST(OfficeGuess, OfNothingIsNothing) {
    EXPECT_EQ(guess({}), Office());
}

TEST(OfficeGuess, OfOneCommuneIsTheCommuneBelowItsDistrict) {
    const Office office = guess({unit("00718", "Má Lé", "Xã")});
    EXPECT_EQ(office.level, OfficeLevel::commune);
    EXPECT_EQ(office.code, "00718");
    EXPECT_EQ(office.name, "Xã Má Lé");
    EXPECT_EQ(office.authority, "UBND huyện Đồng Văn");
    EXPECT_EQ(office.guessed, OfficeGuess()) << "all of it";
}

TEST(OfficeGuess, TheNameKeepsAKindThatItHas) {
    EXPECT_EQ(guess({unit("00718", "Xã Má Lé", "Xã")}).name, "Xã Má Lé");
    EXPECT_EQ(guess({unit("00712", "Phó Bảng", "Thị trấn")}).name, "Thị trấn Phó Bảng");
    EXPECT_EQ(guess({unit("00712", "Phó Bảng")}).name, "Phó Bảng") << "no kind is made up";
}

TEST(OfficeGuess, AKindIsNotDoubledHoweverItIsWritten) {
    for (const auto& [name, kind] : {std::pair{"TT Phó Bảng", "Thị trấn"}, std::pair{"THỊ TRẤN Phó Bảng", "Thị trấn"},
                                     std::pair{"Thị trấn Phó Bảng", "TT"}, std::pair{"Phó Bảng", "TT"}}) {
        const Office office = guess({unit("00712", name, kind)});
        EXPECT_EQ(committeeName(office).substr(0, 5), "UBND ") << name;
        EXPECT_EQ(officeNameKey(OfficeLevel::commune, office.name), officeNameKey(OfficeLevel::commune, "Phó Bảng"))
            << name << " -> " << office.name;
    }
    EXPECT_EQ(guess({unit("00712", "Phó Bảng", "TT")}).name, "Thị trấn Phó Bảng");
}

TEST(OfficeGuess, AWordForADistrictThatIsLeftInARowIsNoOfficeAbove) {
    EXPECT_EQ(guess({unit("00745", "Phố Bảng", "Xã", "Đồng Văn")}).authority, "UBND tỉnh Tuyên Quang");
    EXPECT_EQ(guess({unit("00718", "Má Lé", "Xã", "Đồng Văn")}).authority, "UBND huyện Đồng Văn");
    EXPECT_EQ(guess({unit("00700", "Ngọc Đường", "Xã", "Hà Giang")}).authority.substr(0, 4), "UBND");
}

TEST(OfficeGuess, SinceJuly2025ACommuneLiesBelowItsProvince) {
    EXPECT_EQ(guess({unit("00745", "Phố Bảng", "Xã")}).authority, "UBND tỉnh Tuyên Quang") << "the older unit was called Phố Cáo";
    EXPECT_EQ(guess({unit("00715", "Lũng Cú", "Xã", {}, reform)}).authority, "UBND tỉnh Tuyên Quang");
    EXPECT_EQ(guess({unit("02647", "Lào Cai", "Phường")}).authority, "UBND tỉnh Lào Cai") << "15 was Yên Bái before";
}

TEST(OfficeGuess, WhatTwoListsHaveAlikeLeavesTheAuthorityOpen) {
    const Office office = guess({unit("00715", "Lũng Cú", "Xã")});
    EXPECT_EQ(office.name, "Xã Lũng Cú");
    EXPECT_EQ(office.authority, "") << "a district until 30/6/2025, a province since";
}

TEST(OfficeGuess, ADistrictIsKnownByTheListOfItsCommunes) {
    const Office office = guess({unit("00712", "Phó Bảng"), unit("00718", "Má Lé"), unit("00724", "Lũng Táo")});
    EXPECT_EQ(office.level, OfficeLevel::district);
    EXPECT_EQ(office.code, "huyen:026");
    EXPECT_EQ(office.name, "Huyện Đồng Văn");
    EXPECT_EQ(office.authority, "UBND tỉnh Hà Giang");
    const Office city = guess({unit("00688", "Quang Trung"), unit("00692", "Ngọc Hà")});
    EXPECT_EQ(city.code, "huyen:024");
    EXPECT_EQ(city.name, "Thành phố Hà Giang");
}

TEST(OfficeGuess, ADistrictThatNoListHasGoesByWhatAllItsCommunesSay) {
    const Office office = guess({unit("99901", "A", "Xã", "Phiêng Sương"), unit("99902", "B", "Xã", "Huyện Phiêng Sương")});
    EXPECT_EQ(office.level, OfficeLevel::district);
    EXPECT_EQ(fullName(office), "Huyện Phiêng Sương");
    EXPECT_EQ(office.code, "");
    EXPECT_EQ(office.authority, "");
    EXPECT_EQ(guess({unit("99901", "A", "Xã", "Phiêng Sương"), unit("99902", "B")}), Office()) << "one of them does not say";
}

TEST(OfficeGuess, ADistrictThatNoListHasIsThereAlsoWhereItsCommunesBearTheDayOfAList) {
    const Date day = Date::fromYmd(2020, 1, 1);
    const Office office =
        guess({unit("99901", "Thèn Lĩnh", "Xã", "Phiêng Sương", day), unit("99902", "Lũng Đào", "Xã", "Phiêng Sương", day)});
    EXPECT_EQ(office.level, OfficeLevel::district);
    EXPECT_EQ(office.name, "Phiêng Sương");
}

TEST(OfficeGuess, ADistrictOtherThanThatOfTheListHasNeitherItsCodeNorItsProvince) {
    const Office office = guess({unit("00712", "Phó Bảng", {}, "Phiêng Sương"), unit("00718", "Má Lé", {}, "Phiêng Sương")});
    EXPECT_EQ(office.name, "Phiêng Sương");
    EXPECT_EQ(office.code, "");
    EXPECT_EQ(office.authority, "");
}

TEST(OfficeGuess, TheNameOfTheListStandsWhereTheRowsSayTheSame) {
    const Office office = guess({unit("00712", "Phó Bảng", {}, "đồng văn"), unit("00718", "Má Lé", {}, "H. Đồng Văn")});
    EXPECT_EQ(office.name, "Huyện Đồng Văn");
    EXPECT_EQ(office.code, "huyen:026");
}

TEST(OfficeGuess, CommunesOfTwoDistrictsAreTheirProvinces) {
    std::vector<OfficeUnit> all;
    for (const OfficialAdminUnit& one : listInForce(Date::fromYmd(2022, 5, 18)))
        all.push_back(unit(std::string(one.code), std::string(one.name)));
    const Office office = guess(all);
    EXPECT_EQ(office.level, OfficeLevel::province);
    EXPECT_EQ(office.code, "tinh:02");
    EXPECT_EQ(office.name, "Tỉnh Hà Giang");
    EXPECT_EQ(office.authority, "");
    EXPECT_EQ(guess({unit("00712", "Phó Bảng"), unit("00703", "Kim Thạch")}), Office()) << "two of 193 are not the province";
}

TEST(OfficeGuess, AProvinceIsTheOneThatBearsTheCodeOnTheDayOfTheList) {
    const std::vector<Province> provinces = shippedProvinces();
    const Date before = Date::fromYmd(2025, 6, 30);
    EXPECT_EQ(provinceOn(provinces, "24", before)->name, "Bắc Giang");
    EXPECT_EQ(provinceOn(provinces, "15", before)->name, "Yên Bái");
    const Office bacNinh = guess(wholeProvince("24"));
    EXPECT_EQ(bacNinh.code, "tinh:24");
    EXPECT_EQ(bacNinh.name, "Tỉnh Bắc Ninh");
    EXPECT_EQ(committeeName(bacNinh), "UBND tỉnh Bắc Ninh");
    const Office laoCai = guess(wholeProvince("15"));
    EXPECT_EQ(laoCai.code, "tinh:15");
    EXPECT_EQ(laoCai.name, "Tỉnh Lào Cai");
    const Office city = guess(wholeProvince("79"));
    EXPECT_EQ(city.level, OfficeLevel::province);
    EXPECT_EQ(committeeName(city), "UBND thành phố Hồ Chí Minh");
}

TEST(OfficeGuess, ADistrictThatIsNoMoreIsNotGuessedOfUnitsThatCameAfterIt) {
    const Office office = guess(wholeProvince("24", "Lục Nam"));
    EXPECT_EQ(office.level, OfficeLevel::province);
    EXPECT_EQ(office.name, "Tỉnh Bắc Ninh");
}

TEST(OfficeGuess, NothingIsGuessedByCodesAlone) {
    EXPECT_EQ(guess({unit("00712", "Nà Sáng"), unit("00718", "Đường Thượng")}), Office());
    EXPECT_EQ(guess({unit("", "Nà Sáng"), unit("", "Đường Thượng")}), Office());
}

TEST(OfficeGuess, CommunesOfTwoProvincesAreNobodys) {
    EXPECT_EQ(guess({unit("07489", "Trường Sơn"), unit("02647", "Lào Cai")}), Office());
}

} // namespace
} // namespace banlang
