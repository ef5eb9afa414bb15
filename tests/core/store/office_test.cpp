// SPDX-License-Identifier: MIT
// Whose store it is: guessed from the communes in it until a person says so, and then kept.
#include "core/store/import.h"
#include "core/store/merge.h"
#include "core/store/office.h"
#include "tests/support/execute_sql.h"
#include "tests/support/files.h"
#include "tests/support/query_sql.h"
#include "tests/support/report_batches.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

struct Commune {
    std::string code;
    std::string name;
    std::string kind = "Xã";
    std::string validFrom{};
    std::string validTo{};
};

const Commune maLe{"00718", "Má Lé"};
const Commune phoBang{"00712", "Phó Bảng", "Thị trấn"};
const Commune lungTao{"00724", "Lũng Táo"};

/// OfficeChange, of which a test names only what is said.
struct Said {
    std::optional<std::string> code{};
    std::optional<std::string> name{};
    std::optional<OfficeLevel> level{};
    std::optional<std::string> authority{};
    [[nodiscard]] OfficeChange change() const { return {code, name, level, authority}; }
};

constexpr OfficeGuess allSaid{false, false, false, false};

class StoreOffice : public InFolder {
protected:
    void load(const std::string& store, const std::vector<Commune>& communes) const {
        static int count = 0;
        const std::string folder = fmt::format("nộp {}", ++count);
        std::vector<std::string> features;
        for (const Commune& commune : communes) {
            const int x = 450'000 + 100 * std::stoi(commune.code.substr(2));
            features.push_back(fmt::format(
                R"({{"type":"Feature","properties":{{"code":"{0}","name":"{1}","kind":"{2}","valid_from":"{3}","valid_to":"{4}"}},"geometry":{{"type":"Polygon","coordinates":[[[{5},{7}],[{6},{7}],[{6},{8}],[{5},{8}],[{5},{7}]]]}}}})",
                commune.code, commune.name, commune.kind, commune.validFrom, commune.validTo, x, x + 100, 2'530'000, 2'530'100));
        }
        write(
            folder + "/xa.geojson",
            fmt::format(
                R"({{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::9209"}}}},"features":[{}]}})",
                fmt::join(features, ",")));
        const ImportReport report = orThrow(importSources({at(folder)}, at(store), {}));
        ASSERT_THAT(report.refused, IsEmpty()) << describe(report.refused.front(), Language::english);
        ASSERT_TRUE(report.office);
        EXPECT_EQ(*report.office, office(store)) << "an import tells whose store it is";
    }
    [[nodiscard]] Office office(const std::string& store) const { return orThrow(storedOffice(at(store))); }
    Office set(const std::string& store, const Said& said) const { return orThrow(setOffice(at(store), said.change())); }
    [[nodiscard]] std::vector<std::string> meta(const std::string& store) const {
        return queryLines(at(store), "SELECT key, value FROM banlang_meta ORDER BY key");
    }
    void expectRefused(const Said& said, const std::string& what) const {
        const std::vector<std::string> before = meta("kho");
        const auto changed = setOffice(at("kho"), said.change());
        ASSERT_FALSE(changed) << what;
        EXPECT_EQ(changed.error().code, "bad-office") << what;
        EXPECT_FALSE(changed.error().message.vi.empty() || changed.error().hint.vi.empty()) << what;
        EXPECT_EQ(meta("kho"), before) << what;
    }
};

TEST_F(StoreOffice, IsTheOnlyCommuneUntilOthersCome) {
    load("kho", {maLe});
    const Office commune = office("kho");
    EXPECT_EQ(commune.level, OfficeLevel::commune);
    EXPECT_EQ(fullName(commune), "Xã Má Lé");
    EXPECT_EQ(commune.code, "00718");
    EXPECT_EQ(commune.authority, "UBND huyện Đồng Văn");
    load("kho", {phoBang, lungTao});
    EXPECT_EQ(fullName(office("kho")), "Huyện Đồng Văn");
    EXPECT_EQ(office("kho").authority, "UBND tỉnh Hà Giang");
}

TEST_F(StoreOffice, IsNeverToldByCommunesThatHaveEnded) {
    load("kho", {{"00736", "Xà Phìn", "Xã", {}, "2025-07-01"},
                 {"00748", "Sính Lủng", "Xã", {}, "2025-07-01"},
                 {"00745", "Phố Bảng", "Xã", "2025-07-01"}});
    const Office now = office("kho");
    EXPECT_EQ(now.level, OfficeLevel::commune);
    EXPECT_EQ(fullName(now), "Xã Phố Bảng");
    EXPECT_EQ(now.authority, "UBND tỉnh Tuyên Quang");
}

TEST_F(StoreOffice, OfCommunesThatNoListHasIsNotKnown) {
    load("kho", {{"99901", "Nà Sáng"}, {"99902", "Đường Thượng"}});
    EXPECT_EQ(office("kho"), Office());
}

TEST_F(StoreOffice, AskingChangesNothing) {
    load("kho", {maLe});
    const std::string before = bytesOfFile(at("kho"));
    (void)office("kho");
    (void)office("kho");
    EXPECT_EQ(bytesOfFile(at("kho")), before);
    EXPECT_FALSE(storedOffice(at("nowhere")));
}

TEST_F(StoreOffice, WhatAPersonSaidHoldsThroughImports) {
    load("kho", {maLe});
    const Office said =
        set("kho", {.code = "00712", .name = "Thị trấn Phó Bảng", .level = OfficeLevel::commune, .authority = "Sở Nội vụ"});
    EXPECT_EQ(said.guessed, allSaid);
    load("kho", {phoBang, lungTao});
    EXPECT_EQ(office("kho"), said);
    EXPECT_EQ(orThrow(openDistrict(at("kho"))).office, said) << "the same for whoever opens it";
}

TEST_F(StoreOffice, WhatIsNotSaidStaysAsItWas) {
    load("kho", {maLe});
    set("kho", {.name = "Xã Má Lé Mới"});
    const Office said = set("kho", {.authority = "UBND tỉnh Tuyên Quang"});
    EXPECT_EQ(said.name, "Xã Má Lé Mới");
    EXPECT_EQ(said.authority, "UBND tỉnh Tuyên Quang");
    EXPECT_TRUE(said.guessed.code && said.guessed.level);
    EXPECT_FALSE(said.guessed.name || said.guessed.authority);
}

TEST_F(StoreOffice, AMergeLeavesWhatWasSaidOfTheStoreThatReceives) {
    load("kho", {maLe});
    load("khác", {phoBang});
    const Office ours = set("kho", {.name = "Huyện Đồng Văn", .authority = ""});
    set("khác", {.name = "Thị trấn Phó Bảng Cũ", .level = OfficeLevel::commune, .authority = "Sở Nội vụ"});
    orThrow(mergeStore(at("khác"), at("kho")));
    const Office merged = office("kho");
    EXPECT_EQ(merged.name, ours.name);
    EXPECT_EQ(merged.level, OfficeLevel::district);
    EXPECT_EQ(merged.authority, "");
    EXPECT_FALSE(merged.guessed.authority);
}

TEST_F(StoreOffice, WhatIsSentSaysWhoSentIt) {
    load("kho", {maLe});
    const Office said = set("kho", {.name = "Thị trấn Mới", .authority = ""});
    orThrow(sendBatches(at("kho"), {}, at("gửi")));
    EXPECT_EQ(office("gửi"), said);
    load("nhận", {lungTao});
    const Office receiver = set("nhận", {.name = "Xã Lũng Táo", .level = OfficeLevel::commune, .authority = "UBND tỉnh Hà Giang"});
    orThrow(mergeStore(at("gửi"), at("nhận")));
    EXPECT_EQ(office("nhận").name, receiver.name);
    EXPECT_EQ(office("nhận").authority, receiver.authority);
}

TEST_F(StoreOffice, ANameWithAKindTellsTheLevel) {
    load("kho", {maLe});
    const Office office = set("kho", {.name = "Huyện Đồng Văn"});
    EXPECT_EQ(office.level, OfficeLevel::district);
    EXPECT_TRUE(office.guessed.level);
    EXPECT_EQ(office.authority, "") << "what was guessed of the commune is not about the district";
    EXPECT_EQ(office.code, "");
    EXPECT_EQ(set("kho", {.name = "Thành phố Huế"}).level, OfficeLevel::unknown) << "a city of either level";
}

TEST_F(StoreOffice, AnotherLevelForgetsWhatWasGuessedOfTheFirst) {
    load("kho", {maLe});
    const Office office = set("kho", {.level = OfficeLevel::province});
    EXPECT_EQ(office.name, "");
    EXPECT_EQ(office.code, "");
    EXPECT_EQ(office.authority, "");
    EXPECT_FALSE(office.guessed.level);
    EXPECT_EQ(committeeName(office), "") << "never the province of a commune's name";
}

TEST_F(StoreOffice, AnAgencyHasTheCodeOfWhomItServes) {
    load("kho", {maLe, phoBang, lungTao});
    const Office agency = set("kho", {.code = "huyen:026",
                                      .name = "Phòng Nông nghiệp và Môi trường",
                                      .level = OfficeLevel::agency,
                                      .authority = "UBND huyện Đồng Văn"});
    EXPECT_EQ(committeeName(agency), "Phòng Nông nghiệp và Môi trường");
    EXPECT_EQ(agency.authority, "UBND huyện Đồng Văn");
    EXPECT_EQ(ownUnitCode(agency), "026");
}

TEST_F(StoreOffice, ACodeThatIsSaidNumbersWhatComes) {
    load("kho", {{"99901", "Nà Sáng"}, {"99902", "Đường Thượng"}});
    set("kho", {.code = "huyen:029", .level = OfficeLevel::district});
    EXPECT_THAT(queryLines(at("kho"), "SELECT value FROM banlang_meta WHERE key = 'office'"), ElementsAre("huyen:029"));
}

TEST_F(StoreOffice, ACodeOfAnotherLevelIsRefused) {
    load("kho", {maLe});
    expectRefused({.code = "00718", .level = OfficeLevel::district}, "commune");
    expectRefused({.code = "huyen:026", .level = OfficeLevel::commune}, "district");
    expectRefused({.code = "tinh:02", .level = OfficeLevel::district}, "province");
    set("kho", {.code = "00718", .level = OfficeLevel::commune});
    expectRefused({.code = "tinh:02"}, "of another level than was said before");
    expectRefused({.level = OfficeLevel::province}, "of another level than the code that was said before");
}

TEST_F(StoreOffice, ACodeAloneTellsTheLevel) {
    load("kho", {maLe});
    const Office office = set("kho", {.code = "huyen:026"});
    EXPECT_EQ(office.level, OfficeLevel::district);
    EXPECT_EQ(office.name, "") << "the name that was guessed is of a commune";
    expectRefused({.name = "Xã Má Lé"}, "a commune has no code of a district");
}

TEST_F(StoreOffice, APlaceIsCalledLikeAnAgency) {
    load("kho", {{"99901", "Ban Công"}});
    EXPECT_EQ(fullName(set("kho", {.name = "Ban Công", .level = OfficeLevel::commune})), "Xã Ban Công");
}

TEST_F(StoreOffice, ANameOfAnotherLevelIsRefused) {
    load("kho", {maLe});
    expectRefused({.name = "Huyện Đồng Văn", .level = OfficeLevel::commune}, "district");
    expectRefused({.name = "Xã Má Lé", .level = OfficeLevel::province}, "commune");
    EXPECT_EQ(set("kho", {.name = "Thành phố Huế", .level = OfficeLevel::province}).level, OfficeLevel::province);
}

TEST_F(StoreOffice, CodesThatNoUnitHasAreRefused) {
    load("kho", {maLe});
    for (const char* code : {"", "0718", "007180", "00a18", "huyen:26", "huyen:0026", "tinh:024", "tinh:", "VN", "026", " 00718"})
        expectRefused({.code = code}, code);
}

TEST_F(StoreOffice, TextsThatAreNoLineAreRefused) {
    load("kho", {maLe});
    const std::string tooLong(201, 'x');
    for (const std::string& text : {std::string("Xã\nMá Lé"), std::string("Má\tLé"), std::string("Má Lé\r"), std::string("a\x7F"),
                                    std::string("M\xE1 L\xE9"), std::string("Má\0Lé", 7), tooLong}) {
        expectRefused({.name = text}, text);
        expectRefused({.authority = text}, text);
    }
    for (const char* blank : {"", " ", " \t ", "\u00A0", "\u200B"}) expectRefused({.name = blank}, "blank");
    expectRefused({.name = "Má\u2028Lé"}, "a separator of lines");
    EXPECT_EQ(set("kho", {.name = std::string(200, 'x')}).name.size(), 200U);
}

TEST_F(StoreOffice, TextsAreKeptComposedAndWithoutOuterBlanks) {
    load("kho", {maLe});
    const Office office = set("kho", {.name = "  Xa\u0303 Ma\u0301 Le\u0301 "});
    EXPECT_EQ(office.name, "Xã Má Lé");
    EXPECT_EQ(office.level, OfficeLevel::commune);
}

TEST_F(StoreOffice, AnEmptyAuthorityIsSaidAndMeansNone) {
    load("kho", {maLe});
    const Office said = set("kho", {.authority = " "});
    EXPECT_EQ(said.authority, "");
    EXPECT_FALSE(said.guessed.authority);
    EXPECT_EQ(fullName(said), "Xã Má Lé") << "the rest is guessed as before";
}

TEST_F(StoreOffice, OfAStoreThatOnlyKeptTheNameOfADistrictIsThatDistrict) {
    load("kho", {maLe});
    executeSql(at("kho"), "UPDATE banlang_meta SET value = 'Phiêng Sương' WHERE key = 'district_name'");
    const Office old = office("kho");
    EXPECT_EQ(old.level, OfficeLevel::district);
    EXPECT_EQ(committeeName(old), "UBND huyện Phiêng Sương");
    EXPECT_FALSE(old.guessed.name);
    EXPECT_TRUE(old.guessed.level);
    EXPECT_EQ(old.authority, "");
    EXPECT_EQ(committeeName(set("kho", {.name = "Xã Má Lé"})), "UBND xã Má Lé") << "what is said now counts";
    orThrow(sendBatches(at("kho"), {}, at("gửi")));
    EXPECT_EQ(fullName(office("gửi")), "Xã Má Lé");
}

TEST_F(StoreOffice, LevelsAreNamedByTheirIds) {
    EXPECT_EQ(orThrow(officeLevelNamed("agency")), OfficeLevel::agency);
    for (const char* text : {"unknown", "", "xã", "Commune"}) {
        const auto level = officeLevelNamed(text);
        ASSERT_FALSE(level) << text;
        EXPECT_EQ(level.error().code, "bad-office") << text;
        EXPECT_NE(level.error().hint.en.find("commune district province agency"), std::string::npos);
    }
}

} // namespace
} // namespace banlang
