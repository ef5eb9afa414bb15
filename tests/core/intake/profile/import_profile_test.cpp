// SPDX-License-Identifier: MIT
#include "core/intake/profile/import_profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using testing::ElementsAre;
using testing::Pair;

ImportProfile ofRole(Role role) {
    ImportProfile profile;
    profile.role = role;
    return profile;
}

bool fits(const std::string& pattern, const std::string& file) {
    return profileFor({{pattern, "", ofRole(Role::roads)}}, file, "layer").role == Role::roads;
}

ImportProfile profileWithEverything() {
    ImportProfile profile;
    profile.skip = true;
    profile.role = Role::donations;
    profile.headerRows = {4, 5};
    profile.decoding = TextDecoding{TextEncoding::tcvn3, true};
    profile.decodings = {{"Chủ sử dụng", {TextEncoding::vniWindows, false}}, {"C", {TextEncoding::utf8, false}}};
    profile.epsg = 3405;
    profile.swapAxes = false;
    profile.fields = {{"Số thửa \"cũ\"", "number"}, {"Ghi chú", ""}};
    profile.marks = {{"Diện tích", DecimalMark::dot}, {"Kinh phí", DecimalMark::comma}};
    profile.commune = "00691";
    profile.reportedOn = Date::fromYmd(2022, 5, 31);
    return profile;
}

Error errorOf(const std::string& toml) {
    const auto book = parseImportProfiles(toml, "map.toml");
    return book ? Error{} : book.error();
}

TEST(ImportProfiles, NamesAFileByItsLastParts) {
    EXPECT_TRUE(fits("thua_dat.shp", "thua_dat.shp"));
    EXPECT_TRUE(fits("thua_dat.shp", "/data/xa/thua_dat.shp"));
    EXPECT_TRUE(fits("xa/thua_dat.shp", "/data/xa/thua_dat.shp"));
    EXPECT_TRUE(fits("xa.zip/thua_dat.shp", "/data/xa.zip/thua_dat.shp"));
    EXPECT_FALSE(fits("dat.shp", "/data/xa/thua_dat.shp"));
    EXPECT_FALSE(fits("ban/thua_dat.shp", "/data/xa/thua_dat.shp"));
    EXPECT_FALSE(fits("thua_dat.shp", "/data/thua_dat.shp/layer.csv"));
}

TEST(ImportProfiles, AStarStandsForAnyText) {
    EXPECT_TRUE(fits("*", "/data/xa/thua_dat.shp"));
    EXPECT_TRUE(fits("*.xlsx", "/data/Báo cáo tháng 5.xlsx"));
    EXPECT_TRUE(fits("xa_*/thua*.shp", "/data/xa_na_sang/thua_dat.shp"));
    EXPECT_FALSE(fits("*.xlsx", "/data/thua_dat.shp"));
    EXPECT_FALSE(fits("thua*dat*.shp", "/data/thua.shp"));
}

TEST(ImportProfiles, AnEntryWithoutALayerIsForAllLayersOfTheFile) {
    const ImportProfiles book = {{"a.xlsx", "", ofRole(Role::roads)}, {"a.xlsx", "Hiến*", ofRole(Role::donations)}};
    EXPECT_EQ(profileFor(book, "a.xlsx", "Đường").role, Role::roads);
    EXPECT_EQ(profileFor(book, "a.xlsx", "Hiến đất").role, Role::donations);
    EXPECT_TRUE(profileFor(book, "b.xlsx", "Hiến đất").empty());
}

TEST(ImportProfiles, TheStrongerPlanWinsColumnByColumn) {
    ImportProfile weaker = profileWithEverything();
    ImportProfile stronger;
    stronger.epsg = 9209;
    stronger.reportedOn = Date::fromYmd(2022, 6, 30);
    stronger.fields = {{"Ghi chú", "purpose"}, {"Ngày", "donated_on"}};
    stronger.marks = {{"Diện tích", DecimalMark::comma}};
    const ImportProfile both = mergedProfile(weaker, stronger);
    EXPECT_EQ(both.epsg, 9209);
    EXPECT_THAT(both.fields, ElementsAre(Pair("Ghi chú", "purpose"), Pair("Ngày", "donated_on"), Pair("Số thửa \"cũ\"", "number")));
    EXPECT_THAT(both.marks, ElementsAre(Pair("Diện tích", DecimalMark::comma), Pair("Kinh phí", DecimalMark::comma)));
    weaker.epsg = both.epsg;
    weaker.reportedOn = both.reportedOn;
    EXPECT_EQ(both.reportedOn, stronger.reportedOn);
    weaker.fields = both.fields;
    weaker.marks = both.marks;
    EXPECT_EQ(both, weaker);
}

TEST(ImportProfiles, AnEncodingForAllTextsWinsOverWeakerOnesOfColumns) {
    ImportProfile weaker;
    weaker.decodings = {{"A", {TextEncoding::viscii, false}}};
    ImportProfile stronger;
    stronger.decoding = TextDecoding{TextEncoding::tcvn3, false};
    const ImportProfile both = mergedProfile(weaker, stronger);
    EXPECT_EQ(both.decoding, stronger.decoding);
    EXPECT_TRUE(both.decodings.empty());
}

TEST(ProfileFile, GivesEverySettingBack) {
    const ImportProfiles book = {{"báo cáo/Xã A.xlsx", "Hiến đất", profileWithEverything()}, {"*.shp", "", ofRole(Role::parcels)}};
    const auto again = parseImportProfiles(toToml(book), "map.toml");
    ASSERT_TRUE(again) << describe(again.error(), Language::english);
    ASSERT_EQ(again->size(), 2U);
    EXPECT_EQ((*again)[0].file, "báo cáo/Xã A.xlsx");
    EXPECT_EQ((*again)[0].layer, "Hiến đất");
    EXPECT_EQ((*again)[0].profile, profileWithEverything());
    EXPECT_EQ((*again)[1].file, "*.shp");
    EXPECT_EQ((*again)[1].layer, "");
    EXPECT_EQ((*again)[1].profile, ofRole(Role::parcels));
}

TEST(ProfileFile, TheDayOfAReportIsADateInAnyForm) {
    for (const char* day : {R"("2022-05-31")", "2022-05-31", R"("31/5/2022")", R"("tháng 5/2022")"}) {
        const auto book = parseImportProfiles(std::string("[[layer]]\nreport_day = ") + day, "map.toml");
        ASSERT_TRUE(book) << day;
        EXPECT_EQ((*book)[0].profile.reportedOn, Date::fromYmd(2022, 5, 31)) << day;
    }
    EXPECT_EQ(errorOf("[[layer]]\nreport_day = \"31/6/2022\"").code, "bad-mapping");
    EXPECT_EQ(errorOf("[[layer]]\nreport_day = 5").code, "bad-mapping");
}

TEST(ProfileFile, ReadsWhatAPersonWrites) {
    const auto book = parseImportProfiles(R"([[layer]]
file = "thua.shp"
role = "parcels"
encoding = "abc"
crs = "9209"
swap_axes = true
commune = "00691"
header_rows = [3]
[layer.columns]
"Số hiệu" = "number"
"Bỏ" = ""
[layer.encodings]
"Chủ" = "VNI"
[layer.marks]
"Diện tích" = "."
[[layer]]
skip = true
)",
                                          "map.toml");
    ASSERT_TRUE(book) << describe(book.error(), Language::english);
    ASSERT_EQ(book->size(), 2U);
    const ImportProfile& profile = (*book)[0].profile;
    EXPECT_EQ(profile.role, Role::parcels);
    EXPECT_EQ(profile.decoding, (TextDecoding{TextEncoding::tcvn3, false}));
    EXPECT_EQ(profile.epsg, 9209);
    EXPECT_EQ(profile.swapAxes, true);
    EXPECT_EQ(profile.commune, "00691");
    EXPECT_EQ(profile.headerRows, (std::pair<std::int64_t, std::int64_t>(3, 3)));
    EXPECT_THAT(profile.fields, ElementsAre(Pair("Bỏ", ""), Pair("Số hiệu", "number")));
    EXPECT_THAT(profile.decodings, ElementsAre(Pair("Chủ", TextDecoding{TextEncoding::vniWindows, false})));
    EXPECT_THAT(profile.marks, ElementsAre(Pair("Diện tích", DecimalMark::dot)));
    EXPECT_EQ((*book)[1].file, "*");
    EXPECT_TRUE((*book)[1].profile.skip);
}

TEST(ProfileFile, SaysInWhichLineItIsWrong) {
    const Error error = errorOf("[[layer]]\nfile = \"a.shp\"\ncolour = \"red\"\n");
    EXPECT_EQ(error.code, "bad-mapping");
    EXPECT_EQ(error.kind, ErrorKind::usage);
    EXPECT_EQ(error.where, (ErrorPlace{"map.toml", "", 3, ""}));
    EXPECT_EQ(error.message.en, "There is no setting “colour”");
    EXPECT_EQ(error.message.vi, "Không có thiết lập “colour”");
    EXPECT_FALSE(error.hint.vi.empty() || error.hint.en.empty());
}

TEST(ProfileFile, RefusesValuesThatMeanNothing) {
    for (const char* line : {"role = \"rads\"",
                             "role = 3",
                             "encoding = \"klingon\"",
                             "crs = \"EPSG:x\"",
                             "crs = \"ESRI:102100\"",
                             "crs = true",
                             "swap_axes = \"yes\"",
                             "skip = \"yes\"",
                             "commune = 691",
                             "layer = 1",
                             "header_rows = 4",
                             "header_rows = []",
                             "header_rows = [1, 2, 3]",
                             "header_rows = [1, \"2\"]",
                             "header_rows = [0, 1]",
                             "header_rows = [3, 2]",
                             "columns = \"number\"",
                             "columns = { A = 1 }",
                             "columns = { A = \"numbr\" }",
                             "encodings = { A = \"klingon\" }",
                             "marks = { A = \";\" }",
                             "marks = 1"}) {
        const Error error = errorOf(std::string("[[layer]]\n\n") + line + "\n");
        EXPECT_EQ(error.code, "bad-mapping") << line;
        EXPECT_EQ(error.where.file, "map.toml") << line;
        EXPECT_EQ(error.where.row, 3) << line;
    }
}

TEST(ProfileFile, RefusesWhatIsNoToml) {
    const Error syntax = errorOf("[[layer]]\nfile = \"a.shp\nrole = \"roads\"\n");
    EXPECT_EQ(syntax.code, "bad-mapping");
    EXPECT_EQ(syntax.where.row, 2);
    const Error other = errorOf("\n[layers]\nfile = \"a.shp\"\n");
    EXPECT_EQ(other.message.en, "A mapping file is made of [[layer]] tables");
    EXPECT_EQ(other.where.row, 2);
    EXPECT_EQ(errorOf("layer = [1, 2]\n").code, "bad-mapping");
}

TEST(ProfileFile, AnEmptyFileDecidesNothing) {
    const auto book = parseImportProfiles("# nothing yet\n", "map.toml");
    ASSERT_TRUE(book);
    EXPECT_TRUE(book->empty());
}

Question askedFor(const std::string& file, const std::vector<std::string>& values) {
    Question question;
    question.kind = "crs";
    question.layers.emplace_back(file, "layer");
    for (const std::string& value : values) question.options.push_back({value, {}, 0.5, {}});
    return question;
}

TEST(Ask, OneAnswerServesAllLayersThatAskTheSame) {
    std::vector<Question> questions;
    ask(questions, askedFor("a.shp", {"EPSG:9209", "EPSG:3405"}));
    ask(questions, askedFor("b.shp", {"EPSG:9209", "EPSG:3405"}));
    ASSERT_EQ(questions.size(), 1U);
    EXPECT_THAT(questions[0].layers, ElementsAre(Pair("a.shp", "layer"), Pair("b.shp", "layer")));
}

TEST(Ask, OtherOptionsKindsOrUrgencyAreOtherQuestions) {
    std::vector<Question> questions;
    ask(questions, askedFor("a.shp", {"EPSG:9209", "EPSG:3405"}));
    ask(questions, askedFor("b.shp", {"EPSG:3405", "EPSG:9209"}));
    Question role = askedFor("c.shp", {"EPSG:9209", "EPSG:3405"});
    role.kind = "role";
    ask(questions, role);
    Question mild = askedFor("d.shp", {"EPSG:9209", "EPSG:3405"});
    mild.blocking = false;
    ask(questions, mild);
    EXPECT_EQ(questions.size(), 4U);
}

TEST(Ask, TheRecordsThatWaitAreThoseOfAllLayers) {
    std::vector<Question> questions;
    for (const std::size_t records : {2U, 3U}) {
        Question question = askedFor(std::to_string(records) + ".csv", {});
        question.records = records;
        ask(questions, question);
    }
    ASSERT_EQ(questions.size(), 1U);
    EXPECT_EQ(questions[0].records, 5U);
}

} // namespace
} // namespace banlang
