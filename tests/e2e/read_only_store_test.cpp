// SPDX-License-Identifier: MIT
// A store on a read-only disk or share whose latest edits are still in the log beside it. Run in a mount of its own, since the
// superuser may write into any folder.
#include "tests/e2e/made_once.h"
#include "tests/support/other_program.h"

#include <map>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;
using test::OtherProgram;

/// Runs the program where `folder` cannot be written, by nobody.
Outcome readOnly(const fs::path& folder, const fs::path& temporary, const std::vector<std::string>& arguments) {
    const fs::path output = folder.parent_path() / (folder.filename().string() + ".out");
    std::string program = std::string(BANLANG_BINARY_DIR) + "/banlang";
    for (const std::string& argument : arguments) program += " " + quoted(argument);
    const std::string inside =
        fmt::format("TMPDIR={} {} > {} 2>&1 < /dev/null", quoted(temporary.string()), program, quoted(output.string()));
    std::string line = inside;
    if (geteuid() == 0) {
        // The folder takes its own place, but for writing.
        const std::string place = quoted(folder.string());
        line = "unshare -m sh -c " +
               quoted(fmt::format("mount --bind {0} {0} && mount -o remount,ro,bind {0} && ! touch {0}/x 2> /dev/null && {1}",
                                  place, inside));
    } else {
        fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
    }
    const int status = std::system(line.c_str());
    if (geteuid() != 0) fs::permissions(folder, fs::perms::owner_all);
    Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : -1, readFile(output), {}};
    fs::remove(output);
    return outcome;
}

std::map<std::string, std::string> contentOf(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder)) files[entry.path().filename().string()] = readFile(entry.path());
    return files;
}

class ReadOnlyStore : public testing::Test {
protected:
    Folder folder_;
    fs::path place_ = folder_ / "đĩa chỉ đọc";
    fs::path temporary_ = folder_ / "tmp";
    std::string store_;

    void SetUp() override {
        fs::create_directories(place_);
        fs::create_directories(temporary_);
        store_ = (place_ / "kho 100%.gpkg").string();
        fs::rename(sampleStore(folder_), store_);
    }
    [[nodiscard]] static std::vector<std::string> status(const std::string& store) {
        return {"status", store, "--as-of", "2022-05-18", "--json", "--quiet"};
    }
    /// What a store says where it can be written, with all that lies beside it.
    [[nodiscard]] Outcome writable() const {
        const fs::path copy = folder_ / "bản sao";
        fs::remove_all(copy);
        fs::copy(place_, copy);
        return banlang(status((copy / fs::path(store_).filename()).string()));
    }
};

constexpr const char* edit = "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;"
                             "UPDATE land_donations SET declared_area_m2 = declared_area_m2 * 3";

TEST_F(ReadOnlyStore, IsReadWithWhatItsLogHoldsAndNothingIsLeft) {
    const Outcome before = writable();
    ASSERT_EQ(before.exitCode, 0) << before.err;
    const OtherProgram killed(store_, edit, OtherProgram::End::sudden);
    ASSERT_GT(fs::file_size(store_ + "-wal"), 32U);
    const auto files = contentOf(place_);
    const Outcome read = readOnly(place_, temporary_, status(store_));
    EXPECT_EQ(read.exitCode, 0) << read.out.substr(0, 500);
    EXPECT_EQ(read.json(), writable().json());
    EXPECT_NE(read.json(), before.json()) << "the edit is seen";
    EXPECT_TRUE(contentOf(place_) == files);
    EXPECT_TRUE(fs::is_empty(temporary_)) << "the copy is gone";
    const fs::path more = folder_ / "hien dat.csv";
    std::ofstream(more) << "id,Mã xã,Tờ bản đồ,Số thửa,Diện tích hiến (m²),Ngày hiến\nMOI1,00901,1,1,40,1/5/2022\n";
    const Outcome import = readOnly(place_, temporary_, {"import", more.string(), "--into", store_, "--json", "--quiet"});
    EXPECT_NE(import.exitCode, 0) << import.out;
    EXPECT_EQ(import.json()["error"]["code"], "store-read-only") << import.out;
    EXPECT_TRUE(contentOf(place_) == files);
}

TEST_F(ReadOnlyStore, OneThatWasClosedInThatModeIsReadToo) {
    const Outcome before = writable();
    { const OtherProgram editor(store_, std::string(edit) + "; PRAGMA wal_checkpoint(TRUNCATE)", OtherProgram::End::sudden); }
    fs::remove(store_ + "-wal");
    fs::remove(store_ + "-shm");
    ASSERT_EQ(readFile(store_).at(19), 2);
    const auto files = contentOf(place_);
    const Outcome read = readOnly(place_, temporary_, status(store_));
    EXPECT_EQ(read.exitCode, 0) << read.out.substr(0, 500);
    EXPECT_EQ(read.json(), writable().json());
    EXPECT_NE(read.json(), before.json());
    EXPECT_TRUE(contentOf(place_) == files);
}

} // namespace
} // namespace banlang::e2e
