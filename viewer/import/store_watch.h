// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/parallel.h"
#include "core/base/result.h"
#include "core/store/store.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace banlang::viewer {

/// Sees whether the file of the open store is still that store. What was read of it is in memory, so the window lives on when the
/// file is gone, cut off or another one; but it has to say so, and to write nothing into a stranger. Others may change the store in
/// every other way.
class StoreWatch {
public:
    explicit StoreWatch(std::chrono::milliseconds interval = std::chrono::seconds(1)) : interval_(interval) {}

    /// What lies there now is the store, with these batches. A file that is not there is not watched.
    void follow(const std::string& path, std::vector<StoredBatch> batches);
    /// What became of the store, once for each time; looks at the disk seldom and never waits for it.
    [[nodiscard]] std::optional<Error> news();
    /// Fails while there is no such store to write into.
    [[nodiscard]] Result<void> mayWrite() const;

private:
    /// By which it is told that somebody did something to the file.
    struct FileState {
        std::uint64_t device = 0;
        std::uint64_t node = 0;
        std::int64_t bytes = 0;
        std::int64_t changedNs = 0;
        bool operator==(const FileState&) const = default;
    };
    struct Verdict {
        std::string path;
        FileState state;
        std::optional<Error> problem;
    };
    [[nodiscard]] static std::optional<FileState> stateOf(const std::string& path);
    void takeVerdict();
    void look();

    std::chrono::milliseconds interval_;
    std::chrono::steady_clock::time_point next_{};
    std::string path_; ///< empty: nothing is watched
    std::vector<StoredBatch> batches_;
    std::optional<FileState> judged_; ///< of the file whose state is known; none: it was gone
    std::optional<FileState> seen_;   ///< at the last look
    std::optional<Error> problem_;
    bool told_ = true;
    BackgroundTask<Verdict> work_;
};

} // namespace banlang::viewer
