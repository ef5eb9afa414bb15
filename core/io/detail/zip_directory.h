// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_vsi.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace banlang::detail {

enum class ZipVerdict : std::uint8_t { sane, tooManyFiles, strange };
inline constexpr std::size_t mostZipEntries = 20'000;

struct ZipDirectory {
    ZipVerdict verdict = ZipVerdict::sane;
    std::vector<std::string> names; ///< as the archive writes them: GDAL keeps silent about those that lead outside
};

/// Looks at the names and sizes in the directory of a ZIP before GDAL does, which makes a folder of every level of every name and
/// believes the sizes: strange is what nobody names so and no packing gives. Sane also when there is no directory to be found: that
/// is for GDAL to say.
[[nodiscard]] ZipDirectory readZipDirectory(VSILFILE& file);

} // namespace banlang::detail
