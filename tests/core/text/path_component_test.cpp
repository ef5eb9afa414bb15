// SPDX-License-Identifier: MIT
#include "core/text/path_component.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace banlang {
namespace {

TEST(PathComponent, AGoodNameStays) {
    for (const char* name : {"00907", "Lũng Cú", "a.b", "thị trấn (cũ)", "console", "com10", "-x"})
        EXPECT_EQ(pathComponent(name), name);
}

TEST(PathComponent, LeadsNowhereElse) {
    EXPECT_EQ(pathComponent("../../../x"), "_________x");
    EXPECT_EQ(pathComponent(".."), "__");
    EXPECT_EQ(pathComponent("."), "_");
    EXPECT_EQ(pathComponent("/etc/passwd"), "_etc_passwd");
    EXPECT_EQ(pathComponent("a\\..\\b"), "a____b");
    EXPECT_EQ(pathComponent("a:"), "a_") << "a drive";
    EXPECT_EQ(pathComponent("huyen:026"), "huyen_026") << "a stream of a file";
    EXPECT_EQ(pathComponent("a..b"), "a__b");
}

TEST(PathComponent, IsNeitherEmptyNorHidden) {
    EXPECT_EQ(pathComponent(""), "_");
    EXPECT_EQ(pathComponent(".bashrc"), "_bashrc");
    EXPECT_EQ(pathComponent("tên. "), "tên._") << "Windows drops dots and blanks at the end";
    EXPECT_EQ(pathComponent("tên."), "tên_");
}

TEST(PathComponent, HoldsNoCodes) {
    EXPECT_EQ(pathComponent("a\nb\x1B[2Jc\x7F"), "a_b_[2Jc_");
    EXPECT_EQ(pathComponent("\u202Efdp\u009B"), "_fdp_");
    EXPECT_EQ(pathComponent(std::string_view("a\0b", 3)), "a_b");
    EXPECT_EQ(pathComponent("a\xFF\xE1\xBA"), "a___") << "no UTF-8";
    EXPECT_EQ(pathComponent("a*?\"<>|b"), "a______b");
}

TEST(PathComponent, IsNoDevice) {
    for (const char* name : {"CON", "nul", "Aux", "prn", "COM1", "lpt9", "com0", "NUL.pdf", "con .x", "COM¹", "CONIN$"})
        EXPECT_EQ(pathComponent(name), std::string("_") + name);
}

TEST(PathComponent, IsCutBetweenLetters) {
    const std::string longest(120, 'a');
    EXPECT_EQ(pathComponent(longest), longest);
    EXPECT_EQ(pathComponent(longest + "b"), longest);
    std::string letters;
    for (int i = 0; i < 50; ++i) letters += "ẫ";
    const std::string cut = pathComponent("a" + letters);
    EXPECT_EQ(cut, "a" + letters.substr(0, 39 * 3)) << "118 bytes, for the next letter has three";
    const std::string dots(200, '.');
    EXPECT_EQ(pathComponent(dots), std::string(120, '_'));
    EXPECT_LE(pathComponent("CON" + std::string(".") + std::string(116, 'x')).size(), 120U);
}

TEST(PathComponent, IsOnePartWhateverTheBytes) {
    for (unsigned seed = 0; seed < 20'000; ++seed) {
        std::string text;
        unsigned state = seed * 2'654'435'761U + 1;
        for (unsigned i = 0; i < seed % 12; ++i) {
            state = state * 1'664'525U + 1'013'904'223U;
            constexpr std::string_view letters = "./\\:. aN\x01\x9B\xC2\xE1\xBA";
            text += letters[(state >> 16U) % letters.size()];
        }
        const std::string name = pathComponent(text);
        const std::filesystem::path path = std::filesystem::path("theo-xa") / name / "a.pdf";
        ASSERT_EQ(path.lexically_normal(), path) << seed;
        ASSERT_EQ(std::distance(path.begin(), path.end()), 3) << seed;
        ASSERT_EQ(name.find(".."), name.npos) << seed;
        ASSERT_NE(name.front(), '.') << seed;
    }
}

} // namespace
} // namespace banlang
