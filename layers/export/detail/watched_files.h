// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <string>

namespace banlang {

/// Files that GDAL writes under watch: several of its drivers drop what the system says about a write or a close, and a full disk
/// would look like success. May be used by several threads, each with its own.
class WatchedFiles {
public:
    WatchedFiles();
    ~WatchedFiles();
    WatchedFiles(const WatchedFiles&) = delete;
    WatchedFiles& operator=(const WatchedFiles&) = delete;

    /// What to call a file, and those beside it, towards GDAL. An absolute path.
    [[nodiscard]] std::string path(const std::string& real) const;
    /// The errno of the first write or close that failed; 0: none so far. Final once GDAL has closed its dataset.
    [[nodiscard]] int failure() const { return *failure_; }

private:
    std::string prefix_;
    std::shared_ptr<std::atomic<int>> failure_;
};

} // namespace banlang
