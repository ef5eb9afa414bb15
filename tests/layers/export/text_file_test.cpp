// SPDX-License-Identifier: MIT
#include "layers/export/detail/memory_file.h"
#include "layers/export/text_file.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using TextFile = test::InFolder;

TEST_F(TextFile, HoldsTheTextByteByByte) {
    const std::string text("Nà Sáng\r\n\0x", 12);
    ASSERT_TRUE(writeTextFile(at("a.txt"), text));
    EXPECT_EQ(test::bytesOfFile(at("a.txt")), text);
    ASSERT_TRUE(writeTextFile(at("a.txt"), ""));
    EXPECT_EQ(test::bytesOfFile(at("a.txt")), "") << "nothing of the longer text stays";
}

TEST_F(TextFile, AFullDiskAndAMissingFolderAreErrors) {
    const auto full = writeTextFile("/dev/full", std::string(10'000, 'x'));
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().kind, ErrorKind::outputUnwritable);
    EXPECT_EQ(full.error().where.file, "/dev/full");
    const auto nowhere = writeTextFile(at("none/a.txt"), "x");
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().kind, ErrorKind::outputUnwritable);
}

TEST_F(TextFile, WhatALibraryWroteIntoMemoryComesToTheFileWhole) {
    std::string bytes;
    for (int i = 0; i < 200'000; ++i) bytes += static_cast<char>(i * 7); // more than one block
    const MemoryFile memory;
    std::ofstream(memory.path(), std::ios::binary) << bytes;
    CheckedFile file(at("a.bin"));
    memory.copyTo(file);
    ASSERT_EQ(file.close(), 0);
    EXPECT_EQ(test::bytesOfFile(at("a.bin")), bytes);
}

TEST_F(TextFile, FilesInMemoryAreApartAndMayStayEmpty) {
    const MemoryFile one;
    const MemoryFile other;
    EXPECT_NE(one.path(), other.path());
    std::ofstream(one.path()) << "x";
    CheckedFile file(at("a.bin"));
    other.copyTo(file);
    ASSERT_EQ(file.close(), 0);
    EXPECT_EQ(test::bytesOfFile(at("a.bin")), "");
}

} // namespace
} // namespace banlang
