// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/results/derived.h"

namespace banlang::viewer {

/// Every result that a document needs, what is seen first, each after those that it is made of. `shown` is the map
/// until the new one is there; without it a map without its themes stands in. Fails where a layer is not known.
[[nodiscard]] Result<std::vector<ResultCache::PlannedResult>> planResults(const ResultCache::ResultRequest& resultRequest,
                                                                          const std::shared_ptr<const PreparedScene>& shown);

} // namespace banlang::viewer
