// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/intake/problem_list.h"
#include "core/intake/replacement_matcher.h"

#include <optional>
#include <span>
#include <vector>

namespace banlang {

/// What a source brought before, set against what it brings now, while its rows are checked.
class PreviousImport {
public:
    /// Makes known what the rows do not say anew, so that they are checked against it. All have to outlive this.
    PreviousImport(std::span<const PreviousRows> earlier, const FeatureTable& rows, const RecordKind& kind,
                   const AdminUnitContext& context, KnownRecords& known, const ProblemList& problems);

    /// Keys of the records that the rows say anew.
    [[nodiscard]] const RecordKeys& ownKeys() const { return ownKeys_; }

    /// After the checks: a rejected row stands for nothing. Fills what the batch replaces and keeps, and tells of it.
    void finish(const ProblemList& problems, CheckedBatch& batch);

private:
    [[nodiscard]] std::vector<ReplacedRows> compared(const ProblemList& problems) const;

    std::span<const PreviousRows> earlier_;
    const FeatureTable& rows_;
    const RecordKind& kind_;
    KnownRecords& known_;
    std::optional<ReplacementMatcher> matcher_; ///< none where nothing was brought before
    std::vector<ReplacedRows> before_;          ///< as it was when the checks began
    RecordKeys ownKeys_;
};

} // namespace banlang
