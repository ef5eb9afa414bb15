// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"

#include <string>

namespace banlang {

/// The figures of a legend row as its reader writes numbers: "422", "<3", "7.463"; empty when there is none.
[[nodiscard]] std::string countText(const LegendEntry& entry, Language language);
[[nodiscard]] std::string amountText(const LegendEntry& entry, Language language);

} // namespace banlang
