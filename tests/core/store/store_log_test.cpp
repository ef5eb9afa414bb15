// SPDX-License-Identifier: MIT
// QGIS and DB Browser leave a store in WAL mode, with the latest edits in a file beside it.
#include "core/store/import.h"
#include "core/store/rules.h"
#include "tests/support/columns.h"
#include "tests/support/files.h"
#include "tests/support/other_program.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
namespace fs = std::filesystem;

class StoreLog : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        write("hien dat.csv", std::string(header) + "A1,00901,1,1,100,1/5/2022\nA2,00901,1,2,200,1/5/2022\n");
        ASSERT_TRUE(importSources({at("hien dat.csv")}, store(), {}));
    }
    [[nodiscard]] std::string store() const { return at("kho?.gpkg"); }
    [[nodiscard]] double area() const {
        const auto district = openDistrict(store());
        if (!district) throw std::runtime_error(describe(district.error(), Language::english));
        const FeatureTable& rows = district->table(Role::donations);
        double sum = 0;
        for (std::size_t row = 0; row < rows.rowCount; ++row) sum += test::numberAt(rows, "declared_area_m2", row);
        return sum;
    }
    [[nodiscard]] bool asksForLog() const { return bytesOfFile(store()).at(19) == 2; }
    [[nodiscard]] std::uintmax_t logSize() const {
        std::error_code failure;
        const auto size = fs::file_size(store() + "-wal", failure);
        return failure ? 0 : size;
    }
    [[nodiscard]] Result<ImportReport> importMore() const {
        write("them.csv", std::string(header) + "A3,00901,1,3,1000,1/5/2022\n");
        return importSources({at("them.csv")}, store(), {});
    }

    static constexpr const char* header = "id,Mã xã,Tờ bản đồ,Số thửa,Diện tích hiến (m²),Ngày hiến\n";
    static constexpr const char* edit = "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;"
                                        "UPDATE land_donations SET declared_area_m2 = 150 WHERE id = 'A1'";
};

TEST_F(StoreLog, ItsEditsAreReadAndTheStoreIsWrittenAgain) {
    const OtherProgram killed(store(), edit, OtherProgram::End::sudden);
    ASSERT_GT(logSize(), 32U) << "the edit has to be in the log alone";
    EXPECT_EQ(area(), 350);
    const auto more = importMore();
    ASSERT_TRUE(more) << describe(more.error(), Language::english);
    EXPECT_EQ(area(), 1'350);
    EXPECT_FALSE(asksForLog());
    EXPECT_EQ(logSize(), 0U);
    EXPECT_FALSE(fs::exists(store() + "-shm"));
}

TEST_F(StoreLog, AStoreThatWasClosedInThisModeIsWrittenAgain) {
    { const OtherProgram editor(store(), std::string(edit) + "; PRAGMA wal_checkpoint(TRUNCATE)", OtherProgram::End::sudden); }
    fs::remove(store() + "-wal");
    fs::remove(store() + "-shm");
    ASSERT_TRUE(asksForLog());
    ASSERT_TRUE(importMore());
    EXPECT_EQ(area(), 1'350);
    EXPECT_FALSE(asksForLog());
    ASSERT_TRUE(setRule(store(), "gap_rules.toml", std::string(RuleTexts{}.text("gap_rules.toml"))));
}

TEST_F(StoreLog, WhileTheOtherProgramHoldsItItIsReadAndWrittenThroughTheLog) {
    OtherProgram editor(store(), edit, OtherProgram::End::staysOpen);
    EXPECT_EQ(area(), 350);
    const auto more = importMore();
    ASSERT_TRUE(more) << describe(more.error(), Language::english);
    EXPECT_EQ(area(), 1'350);
    editor.finish();
    EXPECT_EQ(area(), 1'350);
    EXPECT_FALSE(asksForLog());
}

TEST_F(StoreLog, TheLogOfAStoreThatIsGoneIsNotTakenForThatOfANewOne) {
    const OtherProgram killed(store(), edit, OtherProgram::End::sudden);
    fs::remove(store());
    const std::string before = bytesOfFile(store() + "-wal");
    const auto fresh = importMore();
    ASSERT_FALSE(fresh);
    EXPECT_EQ(fresh.error().code, "store-log-left");
    EXPECT_FALSE(fs::exists(store()));
    EXPECT_EQ(bytesOfFile(store() + "-wal"), before);
}

} // namespace
} // namespace banlang
