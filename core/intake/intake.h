// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/intake/known_records.h"
#include "core/io/source.h"

#include <optional>

namespace banlang {

struct IntakeOptions {
    std::optional<int> epsg; ///< CRS of sources that name none
    int storeEpsg = 9209;
};

/// From a raw layer to checked rows of one kind in the store's CRS. Rows that have to stay out are counted and listed; all others
/// are in the batch. Fails when the layer as a whole cannot be of this kind.
[[nodiscard]] Result<CheckedBatch> takeIn(const RawLayer& raw, const std::string& file, Role role, const IntakeOptions& options,
                                          const KnownRecords& known);

} // namespace banlang
