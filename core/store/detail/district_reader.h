// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/gpkg/detail/column_copy.h"

namespace banlang::detail {

struct DistrictRead {
    District district;
    bool linked = false;        ///< the links came with the copy
    CopyState copy;             ///< as it was found
    std::size_t unreadable = 0; ///< geometries
};

/// Reads all tables, from the copy where it is current and else row by row; both ways give the same. `database` has to be in a
/// transaction. With what several reports say of one record.
[[nodiscard]] Result<DistrictRead> readDistrict(const std::string& path, const Database& database, int epsg, bool withLinks,
                                                const Progress& progress);

} // namespace banlang::detail
