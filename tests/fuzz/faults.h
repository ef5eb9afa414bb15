// SPDX-License-Identifier: MIT
#pragma once

#include "tests/fuzz/program.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace banlang::fuzz {

/// What the system may refuse: see shim/fault_shim.cpp.
enum class Fault { write, sync, rename, truncate, open, close, alloc };
inline constexpr std::array faults{Fault::write, Fault::sync,  Fault::rename, Fault::truncate,
                                   Fault::open,  Fault::close, Fault::alloc};
[[nodiscard]] std::string nameOf(Fault fault);

/// The n-th call fails: it alone, it and all after it, or it in the middle and all after it.
struct PlannedFault {
    Fault fault = Fault::write;
    std::int64_t number = 0;
    std::string how = "once";
};

/// A run under the shim, with its files and its temporary files below `folder`; calls elsewhere do not fail.
struct FaultyRun {
    ProgramRun run;
    std::array<std::int64_t, faults.size()> calls{};
};
[[nodiscard]] FaultyRun runWithFault(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                                     const PlannedFault& fault, std::chrono::milliseconds limit);

/// What a folder holds, file by file: stores as the rows of their tables without times of the clock and the copy of their columns,
/// other files as their bytes.
using FolderState = std::map<std::string, std::string>;
[[nodiscard]] FolderState stateOf(const std::filesystem::path& folder);
/// Without what a run that failed may leave for the next one to take away.
[[nodiscard]] FolderState withoutLeftovers(FolderState state);
/// Names of files in one alone, or different; "same" where there is none.
[[nodiscard]] std::string differences(const FolderState& a, const FolderState& b);

} // namespace banlang::fuzz
