// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace banlang::sample {

struct SampleOptions {
    std::uint64_t parcels =
        5'000; ///< about this many, 2,000 to 10,000,000; more parcels mean a larger district, not smaller parcels
    std::uint64_t seed = 1;
    bool messy = false;       ///< as offices would send it, with the truth beside it
    bool monthly = false;     ///< as its communes report it month by month through 2022, with the truth beside it
    std::size_t communes = 0; ///< monthly: of how many communes at most; 0: of all
};

/// The error of a job that was asked to stop.
[[nodiscard]] Error stopped();

/// Grows a fictitious highland district and writes its source files and OUT/truth/*.csv into a folder that must be new or
/// empty, and is left so when the job fails or is stopped.
/// The same options give the same bytes on every machine.
[[nodiscard]] Result<void> writeSample(const std::string& folder, const SampleOptions& options, const Progress& progress = {});

} // namespace banlang::sample
