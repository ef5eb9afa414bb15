// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_vsi.h>

#include <cstddef>
#include <cstdint>

namespace banlang::detail {

enum class ZipDirectory : std::uint8_t { sane, tooManyFiles, strange };
inline constexpr std::size_t mostZipEntries = 20'000;

/// Looks at the names and sizes in the directory of a ZIP before GDAL does, which makes a folder of every level of every name and
/// believes the sizes: strange is what nobody names so and no packing gives. Sane also when there is no directory to be found: that
/// is for GDAL to say.
[[nodiscard]] ZipDirectory judgeZipDirectory(VSILFILE& file);

} // namespace banlang::detail
