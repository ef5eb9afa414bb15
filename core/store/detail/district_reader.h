// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/detail/column_copy.h"

#include <vector>

namespace banlang::detail {

struct DistrictRead {
    District district;
    bool linked = false; ///< the links came with the copy
    CopyState copy;      ///< as it was found
};

/// Reads all tables, from the copy where it is current and else row by row; both ways give the same. `database` has to be in a
/// transaction. `withoutBatches`: batches whose rows are left out; then nothing is linked.
[[nodiscard]] Result<DistrictRead> readDistrict(const std::string& path, const Database& database, int epsg,
                                                const std::vector<std::int64_t>& withoutBatches, bool withLinks,
                                                const Progress& progress);

} // namespace banlang::detail
