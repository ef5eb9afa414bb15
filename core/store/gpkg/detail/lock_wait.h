// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"

#include <sqlite3.h>

#include <chrono>
#include <string>

namespace banlang::detail {

/// How one connection waits for a store that others hold: some seconds for any program, whose person may have left; for another
/// banlang until it is done, telling so, and until a person stops it. Refers to nothing; lives as long as the connection.
class LockWait {
public:
    explicit LockWait(std::string path) : path_(std::move(path)) {}
    LockWait(const LockWait&) = delete;
    LockWait& operator=(const LockWait&) = delete;

    void attachTo(sqlite3* database);
    /// Whom to tell, and who stops it, from now on.
    void follow(const Progress& progress) { progress_ = progress; }

private:
    [[nodiscard]] bool goesOn(int attempt);

    std::string path_;
    Progress progress_;
    std::chrono::steady_clock::time_point begun_;
    std::chrono::steady_clock::time_point asked_; ///< who holds it
    bool worthIt_ = true;
    bool ownThread_ = false; ///< another connection of this process holds it
};

} // namespace banlang::detail
