// SPDX-License-Identifier: MIT
// Whose store it is, from the import over `banlang office` to the title block of a printed sheet.
#include "tests/e2e/command.h"

#include <fmt/ranges.h>
#include <gmock/gmock.h>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Commune {
    std::string code;
    std::string name;
    std::string kind = "Xã";
    std::string validFrom{};
};

class OfficeVerb : public testing::Test {
protected:
    /// A store with these communes, one beside the other, and what its import said of its office.
    Json import(const std::vector<Commune>& communes) const {
        fs::create_directories(folder_ / "nộp");
        std::vector<std::string> features;
        int x = 450'000;
        for (const Commune& commune : communes) {
            features.push_back(fmt::format(
                R"({{"type":"Feature","properties":{{"code":"{0}","name":"{1}","kind":"{2}","valid_from":"{3}"}},"geometry":{{"type":"Polygon","coordinates":[[[{4},{6}],[{5},{6}],[{5},{7}],[{4},{7}],[{4},{6}]]]}}}})",
                commune.code, commune.name, commune.kind, commune.validFrom, x, x + 1'000, 2'530'000, 2'531'000));
            x += 1'000;
        }
        std::ofstream(folder_ / "nộp/xa.geojson") << fmt::format(
            R"({{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::9209"}}}},"features":[{}]}})",
            fmt::join(features, ","));
        const Outcome outcome = banlang({"import", (folder_ / "nộp").string(), "--into", store_, "--json"});
        EXPECT_EQ(outcome.exitCode, 0) << outcome.out << outcome.err;
        return outcome.json()["office"];
    }
    [[nodiscard]] Outcome office(std::vector<std::string> options = {}) const {
        options.insert(options.begin(), {"office", store_});
        return banlang(options);
    }
    Json officeJson(std::vector<std::string> options = {}) const {
        options.emplace_back("--json");
        const Outcome outcome = office(std::move(options));
        EXPECT_EQ(outcome.exitCode, 0) << outcome.out << outcome.err;
        return outcome.json();
    }
    void expectRefused(const std::vector<std::string>& options) const {
        const std::string before = readFile(store_);
        std::vector<std::string> asJson = options;
        asJson.emplace_back("--json");
        const Outcome outcome = office(asJson);
        EXPECT_EQ(outcome.exitCode, 2) << outcome.out;
        EXPECT_EQ(outcome.json()["error"]["code"], "bad-office") << outcome.out;
        EXPECT_EQ(readFile(store_), before) << fmt::format("{}", fmt::join(options, " "));
    }
    /// Text of a printed sheet of the whole store.
    [[nodiscard]] std::string sheet(const std::string& layer) const {
        const std::string file = (folder_ / (layer + ".pdf")).string();
        const Outcome drawn = banlang({"map", store_, "--layer", layer, "-o", file, "--paper", "A3", "--overwrite"});
        EXPECT_EQ(drawn.exitCode, 0) << drawn.err;
        const std::string text = file + ".txt";
        EXPECT_EQ(std::system(fmt::format("pdftotext -layout {} {}", quoted(file), quoted(text)).c_str()), 0);
        return readFile(text);
    }

    Folder folder_;
    std::string store_ = (folder_ / "kho.gpkg").string();
};

TEST_F(OfficeVerb, ASheetOfACommuneHasItsOwnCommitteeBelowItsProvince) {
    const Json imported = import({{"00715", "Lũng Cú", "Xã", "2025-07-01"}});
    EXPECT_EQ(imported["full_name"], "Xã Lũng Cú");
    EXPECT_EQ(imported["level"], "commune");
    EXPECT_EQ(imported["agency"], "UBND tỉnh Tuyên Quang");
    const std::string text = sheet("donated-land");
    EXPECT_THAT(text, HasSubstr("UBND TỈNH TUYÊN QUANG"));
    EXPECT_THAT(text, HasSubstr("UBND XÃ LŨNG CÚ"));
    EXPECT_THAT(text, HasSubstr("Cộng xã"));
    for (const char* word : {"HUYỆN", "Huyện", "huyện"}) EXPECT_THAT(text, Not(HasSubstr(word)));
}

TEST_F(OfficeVerb, ASheetOfATownSpeaksOfATown) {
    EXPECT_EQ(import({{"00712", "Phó Bảng", "Thị trấn"}})["full_name"], "Thị trấn Phó Bảng");
    const std::string text = sheet("donated-land");
    EXPECT_THAT(text, HasSubstr("UBND HUYỆN ĐỒNG VĂN")) << "the line above";
    EXPECT_THAT(text, HasSubstr("UBND THỊ TRẤN PHÓ BẢNG"));
    EXPECT_THAT(text, HasSubstr("Cộng thị trấn"));
    EXPECT_THAT(text, HasSubstr("ranh giới thị trấn"));
    EXPECT_THAT(text, Not(HasSubstr("Cộng huyện")));
}

TEST_F(OfficeVerb, ASheetOfAProvinceSpeaksOfAProvince) {
    EXPECT_EQ(import({{"07489", "Trường Sơn"}, {"09193", "Yên Phong"}})["level"], "unknown") << "two communes are not a province";
    officeJson({"--name", "Tỉnh Bắc Ninh", "--code", "tinh:24"});
    const std::string text = sheet("donated-land");
    EXPECT_THAT(text, HasSubstr("UBND TỈNH BẮC NINH"));
    EXPECT_THAT(text, HasSubstr("Cộng tỉnh"));
    EXPECT_THAT(text, Not(HasSubstr("BẮC GIANG")));
    EXPECT_THAT(text, Not(HasSubstr("huyện")));
}

TEST_F(OfficeVerb, ASheetOfADistrictIsAsItWas) {
    import({{"00712", "Phó Bảng", "Thị trấn"}, {"00718", "Má Lé"}, { "00724", "Lũng Táo" }});
    const std::string text = sheet("donated-land");
    EXPECT_THAT(text, HasSubstr("UBND TỈNH HÀ GIANG"));
    EXPECT_THAT(text, HasSubstr("UBND HUYỆN ĐỒNG VĂN"));
    EXPECT_THAT(text, HasSubstr("Cộng huyện"));
}

TEST_F(OfficeVerb, WhereNobodyKnowsTheWordsAreNeutral) {
    const Json imported = import({{"99901", "Nà Sáng"}, {"99902", "Đường Thượng"}});
    EXPECT_EQ(imported["level"], "unknown");
    EXPECT_THAT(imported["guessed_fields"], IsEmpty()) << "nothing is there to be a guess";
    const std::string text = sheet("donated-land");
    EXPECT_THAT(text, HasSubstr("ỦY BAN NHÂN DÂN"));
    EXPECT_THAT(text, HasSubstr("Tổng cộng"));
    EXPECT_THAT(text, HasSubstr("ranh giới vùng dữ liệu"));
    for (const char* word : {"HUYỆN", "huyện", "Huyện"}) EXPECT_THAT(text, Not(HasSubstr(word)));
    EXPECT_THAT(banlang({"status", store_}).out, HasSubstr("Toàn vùng dữ liệu"));
    EXPECT_THAT(banlang({"status", store_, "--lang", "en"}).out, HasSubstr("Whole area"));
    EXPECT_THAT(office({"--lang", "en"}).out, HasSubstr("not known"));
}

TEST_F(OfficeVerb, AnAgencyStandsBelowWhomItServes) {
    import({{"00712", "Phó Bảng", "Thị trấn"}, {"00718", "Má Lé"}, { "00724", "Lũng Táo" }});
    officeJson({"--name", "Phòng Nông nghiệp", "--level", "agency", "--agency", "UBND xã Đồng Văn"});
    const std::string text = sheet("donated-land");
    EXPECT_THAT(text, HasSubstr("UBND XÃ ĐỒNG VĂN"));
    EXPECT_THAT(text, HasSubstr("PHÒNG NÔNG NGHIỆP"));
    EXPECT_THAT(text, Not(HasSubstr("UBND PHÒNG")));
    EXPECT_THAT(text, HasSubstr("Tổng cộng"));
}

TEST_F(OfficeVerb, JsonMarksWhatIsGuessed) {
    import({{ "00718", "Má Lé" }});
    const Json guess = officeJson()["office"];
    EXPECT_EQ(guess["guessed"], true);
    EXPECT_THAT(guess["guessed_fields"], ElementsAre("code", "name", "level", "agency"));
    EXPECT_EQ(guess["unit"], "00718");
    EXPECT_THAT(office().out, HasSubstr("Xã Má Lé  (đoán)"));
    const Json said = officeJson({"--name", "Xã Má Lé", "--level", "commune"})["office"];
    EXPECT_EQ(said["guessed"], false);
    EXPECT_THAT(said["guessed_fields"], ElementsAre("code", "agency"));
    EXPECT_THAT(office({"--lang", "en"}).out, Not(HasSubstr("Xã Má Lé  (guessed)")));
    EXPECT_EQ(officeJson()["office"], said) << "kept";
    EXPECT_EQ(banlang({"status", store_, "--json"}).json()["office"], said);
}

TEST_F(OfficeVerb, AnEmptyAgencyIsNoLineAbove) {
    import({{ "00718", "Má Lé" }});
    EXPECT_THAT(sheet("communes"), HasSubstr("UBND HUYỆN ĐỒNG VĂN"));
    const Json said = officeJson({"--agency", ""})["office"];
    EXPECT_EQ(said["agency"], "");
    EXPECT_THAT(said["guessed_fields"], ElementsAre("code", "name", "level"));
    EXPECT_THAT(office().out, HasSubstr("không ghi"));
    const std::string text = sheet("communes");
    EXPECT_THAT(text, HasSubstr("UBND XÃ MÁ LÉ"));
    EXPECT_THAT(text, Not(HasSubstr("HUYỆN")));
}

TEST_F(OfficeVerb, WhatWasSaidHoldsThroughTheNextImportAndWhatIsSent) {
    import({{ "00718", "Má Lé" }});
    const Json said = officeJson(
        {"--name", "Thị trấn Mới", "--level", "commune", "--agency", "UBND tỉnh Tuyên Quang", "--code", "00718"})["office"];
    EXPECT_THAT(said["guessed_fields"], IsEmpty());
    EXPECT_EQ(import({{"00712", "Phó Bảng", "Thị trấn"}, {"00718", "Má Lé"}, {"00724", "Lũng Táo"}}), said);
    const std::string sent = (folder_ / "gửi.gpkg").string();
    ASSERT_EQ(banlang({"send", store_, "-o", sent}).exitCode, 0);
    EXPECT_EQ(banlang({"office", sent, "--json"}).json()["office"], said);
    EXPECT_THAT(sheet("communes"), HasSubstr("UBND THỊ TRẤN MỚI"));
}

TEST_F(OfficeVerb, WhatCannotBeIsRefusedAndChangesNothing) {
    import({{ "00718", "Má Lé" }});
    expectRefused({"--name", ""});
    expectRefused({"--name", "  "});
    expectRefused({"--name", "Xã\nMá Lé"});
    expectRefused({"--agency", std::string(201, 'x')});
    expectRefused({"--code", "718"});
    expectRefused({"--code", "718", "--crs", "EPSG:9211"});
    expectRefused({"--level", "xã"});
    expectRefused({"--level", "unknown"});
    expectRefused({"--level", "district", "--code", "00718"});
    expectRefused({"--level", "commune", "--name", "Huyện Má Lé"});
    EXPECT_EQ(banlang({"office", (folder_ / "none.gpkg").string()}).exitCode, 3);
}

TEST_F(OfficeVerb, TheStoreIsBroughtIntoAnotherZone) {
    import({{ "00718", "Má Lé" }});
    EXPECT_EQ(officeJson()["crs"], "EPSG:9209");
    const Json moved = officeJson({"--crs", "EPSG:9211", "--name", "Xã Má Lé"});
    EXPECT_EQ(moved["crs"], "EPSG:9211");
    EXPECT_EQ(moved["office"]["name"], "Xã Má Lé");
    EXPECT_THAT(office().out, HasSubstr("VN-2000 / TM-3 106-00 (EPSG:9211)"));
    EXPECT_THAT(sheet("communes"), HasSubstr("EPSG:9211"));
}

TEST_F(OfficeVerb, AZoneThatCannotBeLeavesTheStoreAsItWas) {
    import({{ "00718", "Má Lé" }});
    const std::string before = readFile(store_);
    for (const auto& [crs, code] : {std::pair{"EPSG:4326", "store-crs-not-projected"}, std::pair{"EPSG:32632", "store-crs-unfit"},
                                    std::pair{"EPSG:9999999", "crs-unknown"}, std::pair{"múi 3", "crs-unknown"}}) {
        const Outcome outcome = office({"--crs", crs, "--name", "Xã Khác", "--json"});
        EXPECT_NE(outcome.exitCode, 0) << crs;
        EXPECT_EQ(outcome.json()["error"]["code"], code) << crs;
        EXPECT_EQ(readFile(store_), before) << crs;
    }
    EXPECT_EQ(officeJson()["crs"], "EPSG:9209");
}

} // namespace
} // namespace banlang::e2e
