// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace banlang::fuzz {

/// How a run of the program ended.
struct ProgramRun {
    int exitCode = -1; ///< -1 when a signal ended it
    int signal = 0;
    bool outOfTime = false;
    double seconds = 0;
    double peakMiB = 0;
    std::string out; ///< stdout
    std::string err; ///< the beginning of stderr
};

/// Names and values beside those of this process.
using Environment = std::vector<std::pair<std::string, std::string>>;

/// Runs a program of this build; kills it with SIGKILL after `limit`.
[[nodiscard]] ProgramRun runProgram(const std::string& program, const std::vector<std::string>& arguments,
                                    std::chrono::milliseconds limit, const Environment& environment = {});

/// Whether this build is one with sanitizers, where everything takes more room and time.
[[nodiscard]] constexpr bool withSanitizers() {
#ifdef __SANITIZE_ADDRESS__
    return true;
#else
    return false;
#endif
}

/// A folder that is removed in the end.
class TemporaryFolder {
public:
    explicit TemporaryFolder(const std::string& name);
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace banlang::fuzz
