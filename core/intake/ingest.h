// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/intake/crs_detection.h"
#include "core/intake/known_records.h"
#include "core/intake/parse_layer.h"

#include <string>
#include <vector>

namespace banlang {

/// What is known while the layers of one import are taken in, one after another.
struct IngestState {
    int storeEpsg = defaultStoreEpsg;
    std::string office; ///< who numbers records that name no commune, as core/model/units/issuer.h writes it; empty: not known
    KnownRecords known;
    DistrictFootprint footprint; ///< where the district lies, also before its units are taken in
    CrsDetector finder{defaultStoreEpsg};
    std::vector<Question> questions; ///< what the data does not settle
};

/// From a prepared layer to checked rows of its kind in the store's CRS. Rows that have to stay out are counted and listed; all
/// others are in the batch. Fails when the layer as a whole cannot be of this kind, or waits for an answer. Uses up the layer.
/// What the rows are beside the records of the store is not looked at.
[[nodiscard]] Result<CheckedBatch> ingest(ParsedLayer& layer, IngestState& state);

} // namespace banlang
