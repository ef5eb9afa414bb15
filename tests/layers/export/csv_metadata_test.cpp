// SPDX-License-Identifier: MIT
#include "layers/export/csv_metadata.h"
#include "tests/support/files.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using testing::HasSubstr;
using testing::Not;

class CsvMetadata : public test::InFolder {
protected:
    std::string written(Language language, const std::string& title = "Đất \"hiến\"") const {
        Column day;
        day.name = "donated_on";
        day.type = ColumnType::date;
        day.dates = {Date::fromYmd(2022, 5, 18)};
        const FeatureTable table = test::tableOf({test::textColumn("code", {"00123"}), test::numberColumn("area_m2", {12.5}), day});
        const CsvFile file(table, {{"code", {"Mã", "Code"}}}, 9209, language, {});
        Provenance provenance;
        provenance.title = title;
        provenance.asOf = Date::fromYmd(2022, 5, 18);
        provenance.program = "banlang 0";
        provenance.madeAt = 1'652'857'800;
        EXPECT_TRUE(writeCsvMetadata(file, provenance, language, at("đất.csv")));
        return test::bytesOfFile(at("đất.csv-metadata.json"));
    }
    /// The part of the text that is about one column.
    static std::string column(const std::string& json, const std::string& name) {
        const std::size_t from = json.find("\"name\": \"" + name + "\"");
        return from == std::string::npos ? "" : json.substr(from, json.find("\"name\"", from + 1) - from);
    }
};

TEST_F(CsvMetadata, SaysHowAVietnameseFileIsRead) {
    const std::string json = written(Language::vietnamese);
    EXPECT_THAT(json, HasSubstr("\"url\": \"đất.csv\""));
    EXPECT_THAT(json, HasSubstr("\"delimiter\": \";\""));
    EXPECT_THAT(column(json, "area_m2"), HasSubstr("\"decimalChar\": \",\""));
    EXPECT_THAT(column(json, "donated_on"), HasSubstr("d/M/yyyy"));
    EXPECT_THAT(column(json, "code"), HasSubstr("\"datatype\": \"string\"")) << "zeros in front stay";
    EXPECT_THAT(column(json, "code"), HasSubstr("\"Mã\""));
    EXPECT_THAT(json, HasSubstr("\"dc:created\": \"2022-05-18T07:10:00Z\""));
    EXPECT_THAT(json, HasSubstr("Đất \\\"hiến\\\""));
}

TEST_F(CsvMetadata, SaysHowAnEnglishFileIsRead) {
    const std::string json = written(Language::english);
    EXPECT_THAT(json, HasSubstr("\"delimiter\": \",\""));
    EXPECT_THAT(column(json, "area_m2"), HasSubstr("\"decimalChar\": \".\""));
    EXPECT_THAT(column(json, "donated_on"), HasSubstr("yyyy-MM-dd"));
    EXPECT_THAT(column(json, "code"), HasSubstr("\"Code\""));
    EXPECT_THAT(json, HasSubstr("\"dc:language\": \"en\""));
}

TEST_F(CsvMetadata, BrokenBytesOfASourceMakeNoBrokenFile) {
    EXPECT_THAT(written(Language::english, "H\xB5 Giang"), HasSubstr("H\uFFFD Giang"));
}

TEST_F(CsvMetadata, NoPathOfThisMachineLeaves) {
    EXPECT_THAT(written(Language::english), Not(HasSubstr(folder_.string())));
}

} // namespace
} // namespace banlang
