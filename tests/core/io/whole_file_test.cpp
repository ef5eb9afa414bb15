// SPDX-License-Identifier: MIT
#include "core/io/whole_file.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace banlang {
namespace {

constexpr std::uintmax_t mebibyte = std::uintmax_t{1024} * 1024;

class WholeFile : public test::InFolder {};

TEST_F(WholeFile, IsReadByteByByte) {
    const std::string text("tên\0\r\n\xFF", 9);
    EXPECT_EQ(readWholeFile(write("a.toml", text), text.size()), text);
    EXPECT_EQ(readWholeFile(write("empty.toml", ""), 0), "");
}

TEST_F(WholeFile, OfOneByteTooManyIsRefusedWithBothSizes) {
    const std::string path = write("a.toml", std::string(mebibyte + 1, ' '));
    const auto refused = readWholeFile(path, mebibyte);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "file-too-large");
    EXPECT_EQ(refused.error().where.file, path);
    EXPECT_THAT(refused.error().message.en, testing::AllOf(testing::HasSubstr("1.1 MiB"), testing::HasSubstr("the 1.0 MiB")));
    EXPECT_THAT(refused.error().message.vi, testing::AllOf(testing::HasSubstr("1,1 MiB"), testing::HasSubstr("mức 1,0 MiB")));
    EXPECT_TRUE(checkFileSize(path, mebibyte + 1));
    EXPECT_FALSE(checkFileSize(path, mebibyte));
}

TEST_F(WholeFile, OfAnEndlessHoleIsRefusedAtOnce) {
    const std::string path = write("a.toml", "");
    std::filesystem::resize_file(path, std::uintmax_t{1} << 40U);
    EXPECT_EQ(readWholeFile(path, mebibyte).error().code, "file-too-large");
}

TEST_F(WholeFile, WhatIsNoFileIsRefused) {
    ASSERT_EQ(mkfifo(at("pipe.toml").c_str(), 0600), 0);
    EXPECT_EQ(readWholeFile(at("pipe.toml"), mebibyte).error().code, "not-a-file");
    EXPECT_EQ(readWholeFile(at("none.toml"), mebibyte).error().code, "file-missing");
    EXPECT_TRUE(checkFileSize(at("none.toml"), 0)) << "whoever opens it says so";
    EXPECT_FALSE(readWholeFile(folder_.string(), mebibyte)) << "a folder";
}

} // namespace
} // namespace banlang
