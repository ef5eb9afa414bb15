// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace banlang {

/// Something on its way to its place: a file, a file with others beside it (a Shapefile), or a whole folder. It is made in a
/// working folder beside the place and moved there when it is whole, so under its own name there is never a part of it, and what
/// stood there before stays until then. A working folder is locked while its maker lives; one whose maker was killed is taken away
/// by the next output into the same folder. For one thread; several may be pending at once.
class PendingOutput {
public:
    /// Makes the working folder. An existing file, or a folder that is not empty, is refused unless overwriting.
    [[nodiscard]] static Result<PendingOutput> begin(const std::string& destination, bool overwrite);

    PendingOutput(PendingOutput&& other) noexcept;
    PendingOutput& operator=(PendingOutput&&) = delete;
    /// Takes away what was not finished.
    ~PendingOutput();

    /// Where to write. The name is the destination's own; what a format puts beside it has its place there too.
    [[nodiscard]] std::string path() const { return (working_ / destination_.filename()).string(); }

    /// Sees that everything is on the disk and moves it to its place: the destination last, after what stands beside it. A folder
    /// takes the place of another in one step. On failure nothing has changed, unless the disk fails between two files of one
    /// output and lets the first not be taken back either.
    [[nodiscard]] Result<void> finish();

private:
    PendingOutput(std::filesystem::path destination, std::filesystem::path working, int lock, bool overwrite);

    std::filesystem::path destination_;
    std::filesystem::path working_; ///< empty: moved from
    int lock_ = -1;
    bool overwrite_ = false;
};

/// Takes away what killed runs of this user left in a folder; what a living process makes there stays.
void removeAbandonedOutputs(const std::filesystem::path& folder);

/// For the end of a process that cannot wait: takes away all that is pending. From then on no output begins or finishes.
void abandonPendingOutputs();

} // namespace banlang
