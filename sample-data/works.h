// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/landscape.h"

namespace banlang::sample {

/// Chooses the roads that are to be opened or upgraded, about 35 in a district, and tells each its target width.
/// Returns them in order of work number.
[[nodiscard]] std::vector<std::size_t> chooseWorks(Landscape& land);

} // namespace banlang::sample
