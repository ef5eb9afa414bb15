// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/sample.h"

namespace banlang::sample {

/// Writes the same district as its offices would send it, into a folder that is there and empty, and the truth beside it.
[[nodiscard]] Result<void> writeMessySample(const std::string& folder, const SampleOptions& options, const Progress& progress);

} // namespace banlang::sample
