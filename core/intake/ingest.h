// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/intake/crs_detection.h"
#include "core/intake/known_records.h"
#include "core/intake/parse_layer.h"
#include "core/intake/replacement_matcher.h"

#include <span>

namespace banlang {

/// What is known while the layers of one import are taken in, one after another.
struct IngestState {
    int storeEpsg = defaultStoreEpsg;
    KnownRecords known;
    DistrictFootprint footprint; ///< where the district lies, also before its units are taken in
    CrsDetector finder{defaultStoreEpsg};
    std::vector<Question> questions; ///< what the data does not settle
};

/// From a prepared layer to checked rows of its kind in the store's CRS. Rows that have to stay out are counted and listed; all
/// others are in the batch. Fails when the layer as a whole cannot be of this kind, or waits for an answer. Uses up the layer.
/// `earlier`: what the same source brought before; the batch says which of it is replaced, and has the rows that stay. All that
/// stays is known afterwards.
[[nodiscard]] Result<CheckedBatch> ingest(ParsedLayer& layer, std::span<const PreviousRows> earlier, IngestState& state);

} // namespace banlang
