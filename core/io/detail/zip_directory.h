// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_vsi.h>

#include <optional>
#include <string>
#include <vector>

namespace banlang::detail {

/// The names in the directory of a ZIP, as it writes them. Nothing when they are not of a length and depth that people give, or the
/// sizes not possible: GDAL makes a folder of every level of every name and believes the sizes, so it must not see such. No names
/// when there is no directory to be found: that is for GDAL to say.
[[nodiscard]] std::optional<std::vector<std::string>> readZipNames(VSILFILE& file);

} // namespace banlang::detail
