// SPDX-License-Identifier: MIT
// What LibreOffice makes of our tables: it opens them as it would on a planner's machine and saves what it understood.
#include "layers/export/csv_file.h"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace banlang {
namespace {

namespace fs = std::filesystem;

class Spreadsheet : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("banlang-office-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

    /// NAME.csv as LibreOffice opens it, with formulas evaluated, in Vietnamese; given back as the parts of a workbook.
    struct Opened {
        std::string sheet;
        std::string texts;
    };
    [[nodiscard]] Opened opened(const std::string& name, char separator) const {
        const int vietnamese = 1066;
        const std::string filter =
            fmt::format("CSV:{},34,76,1,,{},false,true,false,false,false,-1,true", int{separator}, vietnamese);
        const std::string command = fmt::format(
            "soffice -env:UserInstallation=file://{0}/profile --headless --infilter='{1}' --convert-to xlsx --outdir {0} "
            "{0}/{2}.csv > {0}/log 2>&1",
            folder_.string(), filter, name);
        EXPECT_EQ(std::system(command.c_str()), 0) << command;
        return {part(name, "xl/worksheets/sheet1.xml"), part(name, "xl/sharedStrings.xml")};
    }

private:
    [[nodiscard]] std::string part(const std::string& name, const std::string& inside) const {
        VSILFILE* file = VSIFOpenL(("/vsizip/" + path(name + ".xlsx") + "/" + inside).c_str(), "rb");
        EXPECT_NE(file, nullptr) << inside;
        if (file == nullptr) return {};
        std::string text(1'000'000, '\0');
        text.resize(VSIFReadL(text.data(), 1, text.size(), file));
        VSIFCloseL(file);
        return text;
    }

    fs::path folder_;
};

constexpr std::string_view attacks[] = {"=1+1",          "@SUM(1;1)",       "+84 912-3",       "-2+3",           "\t=1+1",
                                        "\r=1+1",        "Nà Sáng;=1+1",    "Nà Sáng,=1+1",    "\",\"=1+1",      "a\n=1+1",
                                        "\";\"=1+1;\"x", "x\";=1+1;\"y\"z", "x\",=1+1,\"y\"z", "'=1+1\n\"=1+1\""};

FeatureTable attackedTable() {
    FeatureTable table;
    Column text{"name", ColumnType::text, {}, {}, {}};
    Column area{"area_m2", ColumnType::number, {}, {}, {}};
    Column day{"donated_on", ColumnType::date, {}, {}, {}};
    for (const std::string_view attack : attacks) {
        text.text.append(attack);
        area.numbers.push_back(411.3);
        day.dates.push_back(Date::fromYmd(2022, 5, 18));
    }
    table.rowCount = text.text.size();
    table.columns = {text, area, day};
    return table;
}

TEST_F(Spreadsheet, ATextIsNoFormulaWhicheverMarkTheProgramSplitsAt) {
    const FeatureTable table = attackedTable();
    for (const Language language : {Language::vietnamese, Language::english}) {
        ASSERT_TRUE(CsvFile(table, {}, 9209, language, {}).write(path("a.csv")));
        for (const char separator : {';', ',', '\t'}) {
            const Opened got = opened("a", separator);
            EXPECT_EQ(got.sheet.find("<f"), std::string::npos) << separator << got.sheet;
            EXPECT_NE(got.texts.find("=1+1"), std::string::npos) << got.texts;
        }
    }
}

/// Without the guards there are formulas: what is asked above can be answered with no.
TEST_F(Spreadsheet, AFormulaIsSeenWhereThereIsOne) {
    std::ofstream(path("a.csv")) << "name;area\n=1+1;2\n";
    EXPECT_NE(opened("a", ';').sheet.find("<f"), std::string::npos);
}

TEST_F(Spreadsheet, NumbersAndDaysOfAVietnameseTableAreNumbersAndDays) {
    ASSERT_TRUE(CsvFile(attackedTable(), {}, 9209, Language::vietnamese, {}).write(path("a.csv")));
    const std::string sheet = opened("a", ';').sheet;
    EXPECT_NE(sheet.find("<v>411.3</v>"), std::string::npos) << sheet;
    EXPECT_NE(sheet.find("<v>44699</v>"), std::string::npos) << "18/5/2022 as a spreadsheet counts days: " << sheet;
}

} // namespace
} // namespace banlang
