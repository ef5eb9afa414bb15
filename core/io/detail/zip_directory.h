// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_vsi.h>

namespace banlang::detail {

/// Whether the names in the directory of a ZIP are of a length and depth that people give, and the sizes possible. GDAL makes a
/// folder of every level of every name and believes the sizes, so it must not see others. True also when there is no directory to
/// be found: that is for GDAL to say.
[[nodiscard]] bool zipDirectoryIsSane(VSILFILE& file);

} // namespace banlang::detail
