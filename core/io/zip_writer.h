// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace banlang {

/// A file within a ZIP archive: whole in `bytes`, or handed out in pieces, so that it never stands in memory as a whole.
struct ZipMember {
    static constexpr int stored = 0;

    std::string name;                    ///< UTF-8; folders with slashes
    std::string bytes{};                 ///< when `next` is empty
    std::function<std::string()> next{}; ///< gives the next piece, "" after the last; called on the thread that writes
    std::uint64_t bytesAtMost = 0;       ///< more than all pieces have; archives below 4 GB can be opened by every reader
    int packing = 6;                     ///< 1 (quick) to 9 (small), or `stored`
};

/// Writes an archive of these members in their order. The same members and time give the same bytes in every time zone. Not atomic;
/// `path` is a pending output's, and a file that is there gives way. Stops between two pieces when asked to.
/// `madeAt`: seconds since 1970 UTC, the time that all members carry, to two seconds, from 1980 on.
[[nodiscard]] Result<void> writeZip(const std::string& path, const std::vector<ZipMember>& members, std::int64_t madeAt,
                                    const Progress& progress = {});

} // namespace banlang
