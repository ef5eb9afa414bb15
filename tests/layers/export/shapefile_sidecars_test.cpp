// SPDX-License-Identifier: MIT
#include "layers/export/shapefile_sidecars.h"
#include "tests/support/files.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(ShapefileText, IsCutBetweenLetters) {
    const std::string fits(254, 'x');
    EXPECT_EQ(fittingDbf(fits), fits);
    EXPECT_EQ(fittingDbf(fits + "y"), fits);
    EXPECT_EQ(fittingDbf(std::string(253, 'x') + "à"), std::string(253, 'x')) << "half of a letter is none";
    EXPECT_EQ(fittingDbf(std::string(252, 'x') + "ệt"), std::string(252, 'x'));
    EXPECT_EQ(fittingDbf(std::string(252, 'x') + "àt"), std::string(252, 'x') + "à");
    EXPECT_EQ(fittingDbf(""), "");
}

class Sidecars : public test::InFolder {
protected:
    static Provenance about() {
        Provenance provenance;
        provenance.title = "Đất hiến & đường <mới>";
        provenance.asOf = Date::fromYmd(2022, 5, 18);
        provenance.program = "banlang 0";
        provenance.sources = {"hiến đất.xlsx"};
        return provenance;
    }
    Result<ShapefileSidecars> write(const FeatureTable& table) const {
        return writeShapefileSidecars(table, about(), Language::vietnamese, at("duong.shp"));
    }
};

TEST_F(Sidecars, TellTheFullNameOfEachColumn) {
    const auto notes =
        write(test::tableOf({test::textColumn("labour_days_pledged", {"x"}), test::textColumn("labour_days_given", {"y"})}));
    ASSERT_TRUE(notes);
    EXPECT_THAT(notes->columnNames, ElementsAre("labour_day", "labour_da1"));
    EXPECT_EQ(test::bytesOfFile(at("duong.cot.csv")),
              "\xEF\xBB\xBFshp,banlang\r\nlabour_day,labour_days_pledged\r\nlabour_da1,labour_days_given\r\n");
    EXPECT_EQ(notes->cutTexts, 0U);
    EXPECT_EQ(notes->cutTextsFile, "");
    EXPECT_FALSE(std::filesystem::exists(at("duong.dai.csv")));
}

TEST_F(Sidecars, KeepTextsThatAreTooLong) {
    const std::string longText = "\"=1\" " + std::string(300, 'x');
    const auto notes = write(test::tableOf({test::textColumn("reason", {"short", longText, std::string(254, 'y')})}));
    ASSERT_TRUE(notes);
    EXPECT_EQ(notes->cutTexts, 1U);
    EXPECT_EQ(notes->cutTextsFile, "duong.dai.csv");
    const std::string texts = test::bytesOfFile(at("duong.dai.csv"));
    EXPECT_THAT(texts, HasSubstr("\r\n2,reason,\""));
    EXPECT_THAT(texts, HasSubstr(std::string(300, 'x')));
    EXPECT_EQ(std::count(texts.begin(), texts.end(), '\n'), 2) << "the head and one text";
}

TEST_F(Sidecars, SayWhatTheFileIsInXml) {
    ASSERT_TRUE(write(test::tableOf({test::textColumn("code", {"1"})})));
    const std::string xml = test::bytesOfFile(at("duong.shp.xml"));
    EXPECT_THAT(xml, HasSubstr("<title>Đất hiến &amp; đường &lt;mới&gt;</title>"));
    EXPECT_THAT(xml, HasSubstr("<caldate>20220518</caldate>"));
    EXPECT_THAT(xml, HasSubstr("<pubdate>19700101</pubdate>"));
    EXPECT_THAT(xml, HasSubstr("hiến đất.xlsx"));
}

TEST_F(Sidecars, AFolderThatIsNotThereIsAnError) {
    EXPECT_FALSE(writeShapefileSidecars(test::tableOf({}), about(), Language::english, at("none/duong.shp")));
}

} // namespace
} // namespace banlang
