// SPDX-License-Identifier: MIT
#include "core/io/detail/zip_directory.h"
#include "tests/support/zip_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

namespace banlang::detail {
namespace {

using test::ZipEntry;
using test::zipOf;
using testing::ElementsAre;

ZipDirectory directoryOf(std::string bytes) {
    struct Close {
        void operator()(VSILFILE* file) const { VSIFCloseL(file); }
    };
    const std::unique_ptr<VSILFILE, Close> file(
        VSIFileFromMemBuffer("/vsimem/zip-directory.zip", reinterpret_cast<GByte*>(bytes.data()), bytes.size(), FALSE));
    ZipDirectory directory = readZipDirectory(*file);
    VSIUnlink("/vsimem/zip-directory.zip");
    return directory;
}

TEST(ZipDirectory, NamesAreGivenAsTheyAreWritten) {
    const ZipDirectory directory = directoryOf(zipOf({{"xa/thửa.shp", "s"}, {"../evil.csv", "1"}, {"xa/", ""}}));
    EXPECT_EQ(directory.verdict, ZipVerdict::sane);
    EXPECT_THAT(directory.names, ElementsAre("xa/thửa.shp", "../evil.csv", "xa/"));
}

TEST(ZipDirectory, ItIsFoundBeforeAComment) {
    std::string bytes = zipOf({{"a.csv", "1"}});
    const std::string comment = "Xã Nà Sáng " + std::string(40'000, '.');
    bytes.resize(bytes.size() - 2);
    bytes += test::zip::little(comment.size(), 2) + comment;
    EXPECT_THAT(directoryOf(bytes).names, ElementsAre("a.csv"));
}

TEST(ZipDirectory, WithoutADirectoryThereIsNothingToSay) {
    for (const std::string& bytes : {std::string(), std::string("PK"), std::string(100'000, 'x'), zipOf({}),
                                     zipOf({{"a.csv", "1"}}).substr(0, 20), std::string("PK\x05\x06 short")}) {
        const ZipDirectory directory = directoryOf(bytes);
        EXPECT_EQ(directory.verdict, ZipVerdict::sane) << bytes.size();
        EXPECT_TRUE(directory.names.empty()) << bytes.size();
    }
}

TEST(ZipDirectory, NamesThatNobodyGivesAreStrange) {
    std::string deep;
    for (int level = 0; level < 64; ++level) deep += "a/";
    EXPECT_EQ(directoryOf(zipOf({{deep + "x", "1"}})).verdict, ZipVerdict::sane);
    EXPECT_EQ(directoryOf(zipOf({{"a.csv", "1"}, {deep + "a/x", "1"}})).verdict, ZipVerdict::strange);
    EXPECT_EQ(directoryOf(zipOf({{std::string(2'000, 'n'), "1"}})).verdict, ZipVerdict::sane);
    EXPECT_EQ(directoryOf(zipOf({{std::string(2'001, 'n'), "1"}})).verdict, ZipVerdict::strange);
}

TEST(ZipDirectory, PackingMakesNoFileMuchLarger) {
    const auto entry = [](std::uint64_t packed, std::uint64_t unpacked) {
        return zipOf({ZipEntry{.name = "a.csv", .bytes = "1", .method = 8, .sayUnpacked = unpacked, .sayPacked = packed}});
    };
    EXPECT_EQ(directoryOf(entry(100, 1'000'000)).verdict, ZipVerdict::sane) << "how large a file gets is for others to judge";
    EXPECT_EQ(directoryOf(entry(4'000, 10)).verdict, ZipVerdict::sane) << "a small file grows by its headers";
    EXPECT_EQ(directoryOf(entry(8'000, 10)).verdict, ZipVerdict::strange);
    EXPECT_EQ(directoryOf(entry(1'000'000, 999'000)).verdict, ZipVerdict::sane);
    EXPECT_EQ(directoryOf(entry(0xFFFFFFFF, 10)).verdict, ZipVerdict::sane) << "the size stands elsewhere";
}

TEST(ZipDirectory, MoreFilesThanAnybodySends) {
    std::vector<ZipEntry> entries(mostZipEntries);
    for (std::size_t i = 0; i < entries.size(); ++i) entries[i].name = std::to_string(i);
    const auto verdict = [&] {
        // The count at the end of the archive has 16 bits; the directory itself says how many there are.
        return directoryOf(zipOf(entries)).verdict;
    };
    EXPECT_EQ(verdict(), ZipVerdict::sane);
    entries.push_back({.name = "one more", .bytes = ""});
    EXPECT_EQ(verdict(), ZipVerdict::tooManyFiles);
}

} // namespace
} // namespace banlang::detail
