// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace banlang::e2e {

namespace fs = std::filesystem;

struct Outcome {
    int exitCode = -1;
    std::string out; ///< stdout
    std::string err; ///< stderr

    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out); }
};

inline std::string readFile(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline std::string quoted(const std::string& text) {
    std::string safe(1, '\'');
    for (const char c : text) {
        if (c == '\'') safe.append("'\\'");
        safe.push_back(c);
    }
    safe.push_back('\'');
    return safe;
}

/// A folder of this test, or of several that share it, removed in the end.
class Folder {
public:
    Folder() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        static int count = 0;
        const char* const name = test == nullptr ? "shared" : test->name();
        path_ = fs::temp_directory_path() / fmt::format("banlang-e2e-{}-{}-{}", name, getpid(), count++);
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] fs::path operator/(const std::string& name) const { return path_ / name; }

private:
    fs::path path_;
};

/// Runs a program of this build, with no display and a plain C locale, as a script on a server would.
inline Outcome run(const std::string& program, const std::vector<std::string>& arguments) {
    static int count = 0;
    const fs::path base = fs::temp_directory_path() / fmt::format("banlang-run-{}-{}", getpid(), count++);
    const std::string outFile = base.string() + ".out";
    const std::string errFile = base.string() + ".err";
    std::string line = fmt::format("env -u DISPLAY -u WAYLAND_DISPLAY LANG=C LC_ALL=C {}/{}", BANLANG_BINARY_DIR, program);
    for (const std::string& argument : arguments) line += fmt::format(" {}", quoted(argument));
    line += fmt::format(" > {} 2> {} < /dev/null", quoted(outFile), quoted(errFile));
    const int status = std::system(line.c_str());
    Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : -1, readFile(outFile), readFile(errFile)};
    fs::remove(outFile);
    fs::remove(errFile);
    return outcome;
}

inline Outcome banlang(const std::vector<std::string>& arguments) {
    return run("banlang", arguments);
}

inline std::string sampleFolder() {
    return std::string(BANLANG_SOURCE_DIR) + "/sample-data/district";
}

} // namespace banlang::e2e
