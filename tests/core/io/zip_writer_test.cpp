// SPDX-License-Identifier: MIT
#include "core/io/archive.h"
#include "core/io/zip_writer.h"
#include "tests/support/files.h"

#include <cpl_vsi.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using testing::ElementsAre;

constexpr std::int64_t may18At8 = 1'652'860'800; // 2022, UTC

class ZipWriter : public test::InFolder {
protected:
    [[nodiscard]] std::string inside(const std::string& archive, const std::string& name) const {
        VSILFILE* file = VSIFOpenL(gdalPath(at(archive) + "/" + name).c_str(), "rb");
        if (file == nullptr) return "is missing";
        std::string bytes(1'000'000, '\0');
        bytes.resize(VSIFReadL(bytes.data(), 1, bytes.size(), file));
        VSIFCloseL(file);
        return bytes;
    }
};

TEST_F(ZipWriter, WritesWholeMembersAndThoseThatComeInPieces) {
    ZipMember pieces{.name = "xã/dài.txt"};
    pieces.next = [left = 1'000]() mutable { return left-- > 0 ? std::string("mười chữ  ") : std::string(); };
    pieces.bytesAtMost = 20'000;
    ZipMember plain{.name = "mimetype", .bytes = "text/plain", .packing = ZipMember::stored};
    ASSERT_TRUE(writeZip(at("a.zip"), {plain, pieces, {.name = "trống.txt"}}, may18At8));
    const auto names = listArchive(at("a.zip"));
    ASSERT_TRUE(names);
    EXPECT_THAT(*names, ElementsAre("mimetype", "trống.txt", "xã/dài.txt"));
    EXPECT_EQ(inside("a.zip", "mimetype"), "text/plain");
    EXPECT_EQ(inside("a.zip", "trống.txt"), "");
    EXPECT_EQ(inside("a.zip", "xã/dài.txt").size(), 1'000 * std::string("mười chữ  ").size());
    const std::string bytes = test::bytesOfFile(at("a.zip"));
    EXPECT_EQ(bytes.substr(30, 18), "mimetypetext/plain") << "stored, first, without extra fields: where programs look for it";
    EXPECT_LT(bytes.at(4), 45) << "the 64-bit kind, version 4.5 of the format, is not for every reader";
    EXPECT_LT(bytes.size(), 1'000U) << "packed";
}

TEST_F(ZipWriter, TheSameMembersGiveTheSameBytes) {
    for (const char* name : {"a.zip", "b.zip"})
        ASSERT_TRUE(writeZip(at(name), {{.name = "a.txt", .bytes = std::string(100, 'a')}}, may18At8));
    const std::string bytes = test::bytesOfFile(at("a.zip"));
    EXPECT_EQ(bytes, test::bytesOfFile(at("b.zip")));
    // 8:00 on 18/5/2022 as MS-DOS packs it, whatever the time zone.
    EXPECT_EQ(bytes.substr(10, 4), std::string("\x00\x40\xB2\x54", 4));
}

TEST_F(ZipWriter, TakesThePlaceOfAnOlderArchive) {
    ASSERT_TRUE(writeZip(at("a.zip"), {{.name = "old.txt", .bytes = "old"}}, may18At8));
    ASSERT_TRUE(writeZip(at("a.zip"), {{.name = "new.txt", .bytes = "new"}}, may18At8));
    EXPECT_EQ(inside("a.zip", "old.txt"), "is missing");
}

TEST_F(ZipWriter, SaysWhyItCannotWrite) {
    const auto written = writeZip(at("no/folder/a.zip"), {{.name = "a.txt", .bytes = "a"}}, may18At8);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::outputUnwritable);
    EXPECT_EQ(written.error().where.file, at("no/folder/a.zip"));
}

TEST_F(ZipWriter, StopsBetweenTwoPieces) {
    std::stop_source stop;
    ZipMember endless{.name = "a.txt"};
    endless.next = [&, count = 0]() mutable {
        if (++count == 3) stop.request_stop();
        return std::string(1'000, 'a');
    };
    endless.bytesAtMost = 1'000'000;
    const auto written = writeZip(at("a.zip"), {endless}, may18At8, {.report = {}, .stop = stop.get_token()});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::interrupted);
    EXPECT_FALSE(std::filesystem::exists(at("a.zip")));
}

} // namespace
} // namespace banlang
