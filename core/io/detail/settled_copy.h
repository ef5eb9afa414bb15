// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>

namespace banlang::detail {

/// A copy of a database together with what its log holds, in one file, for what must not be written where it lies. It is in a
/// folder of its own that only this user may read and that goes with it; copies that a killed program left are swept by the next
/// one.
class SettledCopy {
public:
    /// Fails when there is no room, or another program is writing all the time.
    [[nodiscard]] static Result<std::shared_ptr<const SettledCopy>> of(const std::string& path);
    /// The same, kept for the next time as long as neither the file nor its log changes. For any thread.
    [[nodiscard]] static Result<std::shared_ptr<const SettledCopy>> kept(const std::string& path);

    SettledCopy(const SettledCopy&) = delete;
    SettledCopy& operator=(const SettledCopy&) = delete;
    ~SettledCopy();

    [[nodiscard]] const std::string& path() const { return path_; }

private:
    SettledCopy() = default;

    std::string folder_;
    std::string path_;
};

} // namespace banlang::detail
