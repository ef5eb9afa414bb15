// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/derived.h"

namespace banlang::viewer {

/// Every result that a document needs, what is seen first, each after those that it is made of. `sceneShown`: there is a map
/// already, so that no map without its themes has to stand in for the whole one. Fails where a layer is not known.
[[nodiscard]] Result<std::vector<DerivedCache::Wanted>> planResults(const DerivedCache::Wish& wish, bool sceneShown);

} // namespace banlang::viewer
