// SPDX-License-Identifier: MIT
// Why a store cannot be opened: each cause in words of its own, and none of them says to make it anew.
#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/import.h"
#include "tests/support/files.h"
#include "tests/support/other_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

class StoreErrors : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        std::string rows = "id,Mã xã,Tờ bản đồ,Số thửa,Diện tích hiến (m²),Ngày hiến,purpose\n";
        for (int i = 0; i < 400; ++i)
            rows += "A" + std::to_string(i) + ",00901,1," + std::to_string(i) + ",100,1/5/2022,làm đường liên thôn\n";
        write("hien dat.csv", rows);
        ASSERT_TRUE(importSources({at("hien dat.csv")}, store(), {}));
    }
    [[nodiscard]] std::string store() const { return at("kho.gpkg"); }
    /// What opening, and importing into, the file says; both change nothing of it.
    Error errorOf(const std::string& path) const {
        const bool file = fs::is_regular_file(path);
        const std::string before = file ? bytesOfFile(path) : std::string();
        const auto opened = openDistrict(path);
        const auto imported = importSources({at("hien dat.csv")}, path, {});
        EXPECT_FALSE(opened);
        EXPECT_FALSE(imported);
        EXPECT_TRUE(!file || bytesOfFile(path) == before);
        if (opened) return {};
        const Error& error = opened.error();
        for (const std::string* text : {&error.message.vi, &error.message.en, &error.hint.vi, &error.hint.en}) {
            EXPECT_FALSE(text->empty()) << error.code;
            EXPECT_THAT(*text, Not(HasSubstr("Tạo kho")));
            EXPECT_THAT(*text, Not(HasSubstr("Make a store")));
        }
        EXPECT_EQ(error.where.file, path);
        EXPECT_EQ(imported ? "imported" : imported.error().code, error.code);
        return error;
    }
};

TEST_F(StoreErrors, AFolderAnEmptyFileAndOtherFilesAreNamedAsWhatTheyAre) {
    fs::create_directories(at("thu muc.gpkg"));
    EXPECT_EQ(errorOf(at("thu muc.gpkg")).code, "store-is-folder");
    EXPECT_EQ(errorOf(write("rong.gpkg", "")).code, "store-empty");
    EXPECT_EQ(errorOf(write("anh.gpkg", std::string(5'000, 'J'))).code, "store-not-sqlite");
    EXPECT_EQ(openDistrict(at("khong co.gpkg")).error().code, "file-missing");
}

TEST_F(StoreErrors, OtherDatabasesAreNoStores) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(at("khac.gpkg").c_str(), &database), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(database, "CREATE TABLE a (b)", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    EXPECT_EQ(errorOf(at("khac.gpkg")).code, "store-not-geopackage");
    fs::copy_file(std::string(BANLANG_SOURCE_DIR) + "/sample-data/district/roads.gpkg", at("duong.gpkg"));
    EXPECT_EQ(errorOf(at("duong.gpkg")).code, "not-a-store");
}

TEST_F(StoreErrors, ACutOffStoreSaysHowMuchIsLeft) {
    const std::string whole = bytesOfFile(store());
    const Error error = errorOf(write("cut.gpkg", whole.substr(0, whole.size() / 2)));
    EXPECT_EQ(error.code, "store-truncated");
    EXPECT_THAT(error.message.en, HasSubstr("MB are left of"));
    EXPECT_THAT(error.hint.vi, HasSubstr("sao lưu"));
    EXPECT_EQ(errorOf(write("short.gpkg", whole.substr(0, 40))).code, "store-truncated");
}

TEST_F(StoreErrors, ADamagedStoreSaysWhatCanStillBeRead) {
    std::int64_t page = 0;
    std::int64_t pageSize = 0;
    {
        const auto database = detail::Database::open(store(), true);
        // Reads from its rows, not from the copy.
        ASSERT_TRUE(database->run("DROP TABLE banlang_columns_state"));
        detail::Statement root = database->prepare("SELECT rootpage FROM sqlite_master WHERE name = 'land_donations'");
        ASSERT_TRUE(root.row());
        page = root.integer(0);
        detail::Statement size = database->prepare("PRAGMA page_size");
        ASSERT_TRUE(size.row());
        pageSize = size.integer(0);
    }
    std::string bytes = bytesOfFile(store());
    bytes.replace(static_cast<std::size_t>((page - 1) * pageSize), static_cast<std::size_t>(pageSize),
                  std::string(static_cast<std::size_t>(pageSize), '\x55'));
    const Error error = errorOf(write("hong.gpkg", bytes));
    EXPECT_EQ(error.code, "store-damaged");
    EXPECT_THAT(error.message.vi, HasSubstr("Đọc được 30 trong 31 bảng; không đọc được: land_donations"));
    EXPECT_THAT(error.hint.en, HasSubstr("latest backup"));
}

TEST_F(StoreErrors, ALockedStoreSaysWhoHoldsIt) {
    const OtherProgram holder(store(), "BEGIN EXCLUSIVE", OtherProgram::End::staysOpen);
    const auto opened = Store::openForReading(store());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, "store-locked");
    EXPECT_THAT(opened.error().message.vi, HasSubstr("qgis.bin (" + std::to_string(holder.id()) + ")"));
    EXPECT_THAT(opened.error().message.en, HasSubstr("qgis.bin"));
    EXPECT_TRUE(mayBeStore(store()));
}

TEST_F(StoreErrors, AStoreThatIsOnlyReadElsewhereCannotBeWrittenAndSaysWhy) {
    const OtherProgram reader(store(), "BEGIN; SELECT count(*) FROM land_donations", OtherProgram::End::staysOpen, "sqlitebrowser");
    EXPECT_TRUE(openDistrict(store()));
    write("them.csv", "id,Mã xã,Tờ bản đồ,Số thửa,Diện tích hiến (m²),Ngày hiến\nB1,00901,1,1,1,1/5/2022\n");
    const std::string before = bytesOfFile(store());
    const auto imported = importSources({at("them.csv")}, store(), {});
    ASSERT_FALSE(imported);
    EXPECT_EQ(imported.error().code, "store-locked");
    EXPECT_THAT(imported.error().message.vi, HasSubstr("sqlitebrowser"));
    EXPECT_TRUE(bytesOfFile(store()) == before);
}

TEST_F(StoreErrors, AStoreOfANewerVersionSaysSo) {
    ASSERT_TRUE(detail::Database::open(store(), true)->run("UPDATE banlang_meta SET value = '99' WHERE key = 'schema_version'"));
    EXPECT_EQ(errorOf(store()).code, "store-too-new");
}

TEST_F(StoreErrors, AStoreIsNoneOfItsOwnSources) {
    const auto count = [&] {
        const auto database = detail::Database::open(store(), false);
        detail::Statement select = database->prepare("SELECT count(*), total(declared_area_m2) FROM land_donations");
        return select.row() ? std::pair(select.integer(0), select.number(1)) : std::pair(std::int64_t{-1}, 0.0);
    };
    const auto before = count();
    const std::string bytes = bytesOfFile(store());
    fs::create_symlink(store(), at("link.gpkg"));
    fs::create_hard_link(store(), at("hard.gpkg"));
    for (const std::string& name :
         {store(), at("link.gpkg"), at("hard.gpkg"), at("./../" + folder_.filename().string() + "/kho.gpkg")}) {
        const auto imported = importSources({name}, store(), {});
        ASSERT_FALSE(imported) << name;
        EXPECT_EQ(imported.error().code, "import-into-itself");
        EXPECT_EQ(imported.error().kind, ErrorKind::usage);
    }
    EXPECT_TRUE(bytesOfFile(store()) == bytes);
    // In a folder it is left out, under all its names.
    write("them.csv", "id,Mã xã,Tờ bản đồ,Số thửa,Diện tích hiến (m²),Ngày hiến\nB1,00901,1,1,1,1/5/2022\n");
    const auto folder = importSources({folder_.string()}, store(), {});
    ASSERT_TRUE(folder);
    const auto isItself = [](const Error& error) { return error.code == "store-itself"; };
    EXPECT_EQ(std::count_if(folder->ignored.begin(), folder->ignored.end(), isItself), 3);
    EXPECT_EQ(count().first, before.first + 1);
    EXPECT_EQ(count().second, before.second + 1);
}

TEST_F(StoreErrors, AnImportOfManySmallFilesThatIsStoppedWhileItWritesLeavesNothing) {
    const std::string header = "id,Mã xã,Tờ bản đồ,Số thửa,Diện tích hiến (m²),Ngày hiến\n";
    for (int i = 0; i < 12; ++i)
        write("in/hien dat " + std::to_string(i) + ".csv", header + "C" + std::to_string(i) + ",00901,1,1,1,1/5/2022\n");
    // Nothing of the last one is written, so that nobody looks for a stop there.
    write("in/hien dat z.csv", header + "A1,00901,1,1,1,1/5/2022\n");
    const std::string before = bytesOfFile(store());
    for (const int stopAt : {6, 13}) {
        std::stop_source stop;
        int writing = 0;
        Progress progress{.report = {}, .stop = stop.get_token()};
        progress.report = [&](double, const Bilingual& step) {
            if (step.en == "Writing to the store" && ++writing == stopAt) stop.request_stop();
        };
        const auto imported = importSources({at("in")}, store(), {}, progress);
        ASSERT_FALSE(imported) << stopAt;
        EXPECT_EQ(imported.error().kind, ErrorKind::interrupted);
        EXPECT_EQ(writing, stopAt);
        EXPECT_TRUE(bytesOfFile(store()) == before);
        EXPECT_FALSE(fs::exists(store() + "-journal"));
    }
}

} // namespace
} // namespace banlang
