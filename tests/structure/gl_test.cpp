// SPDX-License-Identifier: MIT
// Holds the rule that GL's state is no hidden argument: targets are handed on as values, and one file binds them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

namespace {

namespace fs = std::filesystem;

template <class Check> void eachLine(const Check& check) {
    const fs::path root = BANLANG_SOURCE_DIR;
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(root / "viewer")) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cpp") continue;
        ++files;
        std::ifstream stream(entry.path());
        int number = 0;
        for (std::string line; std::getline(stream, line);)
            check(fs::relative(entry.path(), root).generic_string(), ++number, line);
    }
    EXPECT_GT(files, 50);
}

TEST(Gl, NobodyAsksWhatIsBoundOrSwitchedOn) {
    const std::regex asks(
        R"(glGet\w+\(\s*GL_(\w*_BINDING|VIEWPORT|SCISSOR_BOX|CURRENT_PROGRAM|ACTIVE_TEXTURE|BLEND\w*)|glIsEnabled\()");
    eachLine([&](const std::string& file, int number, const std::string& line) {
        EXPECT_FALSE(std::regex_search(line, asks)) << file << ':' << number << ": " << line;
    });
}

TEST(Gl, OneFileBindsFramebuffersAndSetsWhatPassesDependOn) {
    const std::regex sets(R"(gl(BindFramebuffer|BlitFramebuffer|Framebuffer\w+|Viewport|Scissor|BlendFunc\w*|BlendEquation\w*)\()"
                          R"(|gl(En|Dis)able\(GL_(SCISSOR_TEST|BLEND|DEPTH_TEST|CULL_FACE)\))");
    eachLine([&](const std::string& file, int number, const std::string& line) {
        if (file == "viewer/map/gl/pass.cpp") return;
        EXPECT_FALSE(std::regex_search(line, sets)) << file << ':' << number << ": " << line;
    });
}

} // namespace
