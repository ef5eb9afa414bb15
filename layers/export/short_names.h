// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace banlang {

/// Names of at most ten ASCII letters, as a Shapefile asks, all different: cut, and where two become one, numbered.
[[nodiscard]] std::vector<std::string> shortNames(const std::vector<std::string>& names);

} // namespace banlang
