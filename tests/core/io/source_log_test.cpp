// SPDX-License-Identifier: MIT
// A GeoPackage that QGIS has, or had, open keeps its latest edits in a file beside it. They are read, and nothing there changes.
#include "core/io/folder.h"
#include "core/io/source.h"
#include "tests/support/columns.h"
#include "tests/support/files.h"
#include "tests/support/other_program.h"
#include "tests/support/zip_bytes.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
namespace fs = std::filesystem;

class SourceLog : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        fs::create_directories(folder_ / "in");
        fs::copy_file(std::string(BANLANG_SOURCE_DIR) + "/sample-data/district/communes.gpkg", source());
        // Nothing of this may stay in the folder for temporary files.
        fs::create_directories(folder_ / "tmp");
        setenv("TMPDIR", at("tmp").c_str(), 1);
    }
    void TearDown() override {
        unsetenv("TMPDIR");
        InFolder::TearDown();
    }
    [[nodiscard]] std::string source() const { return at("in/communes.gpkg"); }
    static bool holdsName(const std::string& path, std::string_view wanted) {
        const auto opened = Source::open(path);
        if (!opened) throw std::runtime_error(describe(opened.error(), Language::english));
        const auto layer = opened->read(0);
        if (!layer) throw std::runtime_error(describe(layer.error(), Language::english));
        for (std::size_t row = 0; row < layer->table.rowCount; ++row) {
            if (test::textAt(layer->table, "name", row) == wanted) return true;
        }
        return false;
    }

    static constexpr const char* edit = "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;"
                                        "UPDATE communes SET name = 'Nà Sáng Mới' WHERE code = '00901'";
};

TEST_F(SourceLog, EditsThatAProgramLeftInTheLogAreRead) {
    const std::string hashBefore = *contentHash(source());
    const OtherProgram killed(source(), edit, OtherProgram::End::sudden);
    ASSERT_GT(fs::file_size(source() + "-wal"), 32U);
    const auto before = everything();
    EXPECT_TRUE(holdsName(source(), "Nà Sáng Mới"));
    EXPECT_TRUE(everything() == before) << "source, log and folder stay byte for byte, and no copy is left";
    EXPECT_NE(*contentHash(source()), hashBefore) << "another log is another content";
}

TEST_F(SourceLog, AlsoWhileTheProgramHasItOpen) {
    const OtherProgram open(source(), edit, OtherProgram::End::staysOpen);
    const auto before = everything();
    EXPECT_TRUE(holdsName(source(), "Nà Sáng Mới"));
    EXPECT_TRUE(everything() == before);
}

TEST_F(SourceLog, AHalfWrittenFileIsReadAsItWasBefore) {
    const OtherProgram killed(
        source(),
        "PRAGMA cache_size = 2; BEGIN; UPDATE communes SET name = 'X' WHERE code = '00901'; CREATE TABLE half (a);"
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3000)"
        "INSERT INTO half SELECT zeroblob(1000) FROM n",
        OtherProgram::End::sudden);
    ASSERT_TRUE(fs::exists(source() + "-journal"));
    const auto before = everything();
    EXPECT_TRUE(holdsName(source(), "Nà Sáng"));
    EXPECT_TRUE(everything() == before);
}

TEST_F(SourceLog, AnArchiveThatHoldsTheLogIsReadWithIt) {
    const OtherProgram killed(source(), edit, OtherProgram::End::sudden);
    const std::string archive =
        write("gửi.zip", zipOf({{"communes.gpkg", bytesOfFile(source())}, {"communes.gpkg-wal", bytesOfFile(source() + "-wal")}}));
    EXPECT_TRUE(holdsName(archive + "/communes.gpkg", "Nà Sáng Mới"));
}

TEST_F(SourceLog, ALogIsPartOfItsFileAndNoFileOfItsOwn) {
    const OtherProgram killed(source(), edit, OtherProgram::End::sudden);
    const FoundFiles found = findFiles({at("in")});
    EXPECT_EQ(found.vectors, std::vector<std::string>{source()});
    EXPECT_TRUE(found.ignored.empty());
}

} // namespace
} // namespace banlang
