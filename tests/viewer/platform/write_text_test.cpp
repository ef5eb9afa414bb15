// SPDX-License-Identifier: MIT
#include "tests/support/files.h"
#include "viewer/platform/write_text.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

using WriteText = test::InFolder;

TEST_F(WriteText, ReplacesTheFileWhole) {
    write("state.json", std::string(5'000, 'x'));
    ASSERT_TRUE(writeText(at("state.json"), "{\"thôn\": 1}\n"));
    EXPECT_EQ(test::bytesOfFile(at("state.json")), "{\"thôn\": 1}\n");
    EXPECT_EQ(everything().size(), 1U) << "nothing is left beside it";
}

TEST_F(WriteText, WithoutAPathNothingIsWritten) {
    EXPECT_TRUE(writeText("", "x"));
    EXPECT_TRUE(everything().empty());
}

TEST_F(WriteText, AFailureLeavesTheOldFile) {
    EXPECT_FALSE(writeText(at("none/state.json"), "x"));
    std::filesystem::create_directories(folder_ / "state.json");
    EXPECT_FALSE(writeText(at("state.json"), "x"));
    EXPECT_TRUE(std::filesystem::is_directory(folder_ / "state.json"));
}

} // namespace
} // namespace banlang::viewer
