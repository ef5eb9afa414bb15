// SPDX-License-Identifier: MIT
#include "viewer/platform/window_size.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

TEST(WindowSize, IsReadWithinWhatCanBeDrawn) {
    for (const auto& [text, width, height] :
         {std::tuple{"1600x1000", 1600, 1000}, std::tuple{"640x400", 640, 400}, std::tuple{"7680x4320", 7680, 4320}}) {
        const auto size = windowSizeFrom(text, "--size");
        ASSERT_TRUE(size) << text;
        EXPECT_EQ(size->widthPx, width);
        EXPECT_EQ(size->heightPx, height);
    }
}

TEST(WindowSize, OfAnyOtherKindNamesTheRange) {
    for (const char* text : {"100x100", "639x400", "640x399", "7681x4320", "7680x4321", "99999999x99999999", "99999999999999x1000",
                             "-1600x1000", "1600x1000x", "1600", "1600x", "x1000", "", "1600 x1000", "1e3x1000"}) {
        const auto size = windowSizeFrom(text, "resize");
        ASSERT_FALSE(size) << text;
        EXPECT_EQ(size.error().kind, ErrorKind::usage);
        for (const Language language : {Language::vietnamese, Language::english}) {
            const std::string said = describe(size.error(), language);
            EXPECT_NE(said.find("640x400 – 7680x4320"), std::string::npos) << said;
            EXPECT_NE(said.find("resize"), std::string::npos) << said;
        }
    }
}

} // namespace
} // namespace banlang::viewer
