// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/analysis_rules.h"
#include "core/base/progress.h"
#include "core/link/link.h"
#include "core/store/store.h"

#include <memory>
#include <string>
#include <vector>

namespace banlang::viewer {

/// Records that say the same and found no place: one override settles them all.
struct UnresolvedReferenceGroup {
    UnresolvedReference link; ///< of the first of them
    std::size_t records = 0;
};

/// What a store's records left open, and everything that people decided about it.
struct LinkReview {
    std::vector<UnresolvedReferenceGroup> unresolved; ///< by kind of record, in the order of the kinds
    std::vector<LinkOverride> linkOverrides;          ///< oldest first
    Bilingual whyNotWritable;                         ///< empty: overrides can be written
};

/// A store as the window shows it.
struct OpenedStore {
    std::shared_ptr<const District> district;
    std::vector<StoredBatch> batches;
    std::shared_ptr<const AnalysisRules> rules;
    std::vector<Bilingual> warnings; ///< what a person should know of how it was read
};
[[nodiscard]] Result<OpenedStore> openStoreToShow(const std::string& path, const Progress& progress = {});

/// Links the rows of the store anew, which `district` was read from. A million parcels: about half a second.
[[nodiscard]] Result<LinkReview> reviewStore(const std::string& path, const District& district);

/// Where the sample district is imported to; it is made anew each time, so nothing can be remembered there.
[[nodiscard]] std::string sampleStorePath();

} // namespace banlang::viewer
