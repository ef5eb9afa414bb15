// SPDX-License-Identifier: MIT
#include "core/io/archive.h"
#include "tests/support/files.h"
#include "tests/support/zip_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;

class Archive : public InFolder {
protected:
    int written_ = 0;

    /// Every time under a new name: GDAL remembers an archive until its time or size changes.
    [[nodiscard]] std::string codeOf(const std::string& bytes) {
        const auto files = listArchive(write(std::to_string(++written_) + ".zip", bytes));
        return files ? "" : files.error().code;
    }
};

/// A packed file that claims to unpack to so many bytes.
ZipEntry claiming(const std::string& name, std::uint64_t unpackedSize) {
    return {.name = name, .bytes = std::string(1000, 'x'), .method = 8, .sayUnpacked = unpackedSize};
}

TEST_F(Archive, ListsItsFilesSortedByTheirFullPath) {
    const auto files =
        listArchive(write("a.zip", zipOf({{"xa/thua.shp", "s"}, {"a.csv", "1"}, {"xa/thua.dbf", "d"}, {"Xã Nà Sáng.csv", "2"}})));
    ASSERT_TRUE(files);
    EXPECT_THAT(*files, ElementsAre("Xã Nà Sáng.csv", "a.csv", "xa/thua.dbf", "xa/thua.shp"));
}

TEST_F(Archive, NamesFilesInItByAPathThroughIt) {
    const std::string zip = write("Xã A.ZIP", zipOf({{"a.csv", "1"}}));
    const auto parts = insideArchive(zip + "/xa/a.csv");
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->archive, zip);
    EXPECT_EQ(parts->inside, "xa/a.csv");
    EXPECT_EQ(gdalPath(zip + "/xa/a.csv"), "/vsizip/{" + zip + "}/xa/a.csv");
    EXPECT_FALSE(insideArchive(zip));
    EXPECT_EQ(gdalPath(zip), zip);
}

TEST_F(Archive, AFolderThatIsCalledLikeAnArchiveIsAFolder) {
    const std::string file = write("folder.zip/a.csv", "1");
    EXPECT_FALSE(insideArchive(file));
    EXPECT_EQ(gdalPath(file), file);
}

TEST_F(Archive, IsRefusedWhenItNamesFilesOutsideItself) {
    for (const char* name : {"../evil.csv", "xa/../../evil.csv", "/etc/evil.csv", "C:/evil.csv", "..\\evil.csv", "\\evil.csv"})
        EXPECT_EQ(codeOf(zipOf({{"a.csv", "1"}, {name, "2"}})), "archive-path-outside") << name;
    EXPECT_EQ(codeOf(zipOf({{"a..b/c..csv", "1"}})), "");
}

TEST_F(Archive, IsRefusedWhenItIsDamagedOrEmpty) {
    const std::string good = zipOf({{"a.csv", "1"}, {"b.csv", "2"}});
    EXPECT_EQ(codeOf(good), "");
    EXPECT_EQ(codeOf(good.substr(0, good.size() / 2)), "archive-damaged");
    EXPECT_EQ(codeOf("no archive at all"), "archive-damaged");
    EXPECT_EQ(codeOf(zipOf({})), "archive-damaged");
}

TEST_F(Archive, IsRefusedByTheSizesThatItDeclares) {
    constexpr std::uint64_t mebibyte = 1024 * 1024;
    EXPECT_EQ(codeOf(zipOf({claiming("a.csv", 1024 * mebibyte)})), "archive-too-large");
    EXPECT_EQ(codeOf(zipOf({claiming("a.csv", 40 * mebibyte)})), "");
    EXPECT_EQ(codeOf(zipOf({claiming("a.csv", 40 * mebibyte), claiming("b.csv", 40 * mebibyte)})), "archive-too-large");
}

TEST_F(Archive, DocumentsThatArePackedAreTestedTheSameWay) {
    EXPECT_TRUE(checkPackedDocument(write("a.xlsx", zipOf({{"xl/workbook.xml", "<workbook/>"}}))));
    const auto bomb = checkPackedDocument(write("b.xlsx", zipOf({claiming("xl/sheet1.xml", 600U * 1024 * 1024)})));
    ASSERT_FALSE(bomb);
    EXPECT_EQ(bomb.error().code, "archive-too-large");
    EXPECT_EQ(bomb.error().where.file, at("b.xlsx"));
    EXPECT_FALSE(checkPackedDocument(write("c.xlsx", "text")));
}

} // namespace
} // namespace banlang
