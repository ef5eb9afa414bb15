// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/sample.h"

namespace banlang::sample {

/// The district as its communes report it through 2022: units in don-vi/, what each commune numbers for itself from 1 on, a folder
/// of equally named files per month and commune, and in truth/ what holds at the end of each month.
[[nodiscard]] Result<void> writeMonthlySample(const std::string& folder, const SampleOptions& options, const Progress& progress);

} // namespace banlang::sample
