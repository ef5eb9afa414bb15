// SPDX-License-Identifier: MIT
#include "core/base/out_of_memory.h"

#include <gtest/gtest.h>

#include <string_view>

namespace banlang {
namespace {

TEST(OutOfMemory, IsAnErrorInBothLanguages) {
    const Error error = outOfMemory();
    EXPECT_EQ(static_cast<int>(error.kind), 1);
    EXPECT_EQ(error.code, "out-of-memory");
    EXPECT_NE(describe(error, Language::vietnamese).find("Hết bộ nhớ"), std::string::npos);
    EXPECT_NE(describe(error, Language::english).find("Out of memory"), std::string::npos);
    EXPECT_FALSE(error.hint.vi.empty() || error.hint.en.empty());
}

TEST(OutOfMemory, HasALineThatNeedsNone) {
    const std::string_view line = outOfMemoryLine;
    EXPECT_NE(line.find("Hết bộ nhớ"), line.npos);
    EXPECT_NE(line.find("out of memory"), line.npos);
    EXPECT_TRUE(line.ends_with('\n'));
}

} // namespace
} // namespace banlang
