// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/file/detail/store_file.h"
#include "core/store/records/detail/batch_book.h"
#include "core/store/records/detail/report_log.h"
#include "core/store/review.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace banlang::detail {

/// Gathers what waits for a person, equal questions into one card. Used once.
class ReviewCards {
public:
    explicit ReviewCards(const StoreFile& file) : file_(file) {} ///< refers to it
    [[nodiscard]] Result<std::vector<ReviewCard>> read();

private:
    [[nodiscard]] Result<void> addConflicts(const RecordKind& kind);
    [[nodiscard]] Result<void> addHeld(const RecordKind& kind);
    [[nodiscard]] Result<void> addCorrections(const RecordKind& kind, const LoggedReports& held,
                                              const std::vector<std::uint32_t>& rows);
    [[nodiscard]] Result<void> addBatches();
    [[nodiscard]] Result<void> addRefused();
    [[nodiscard]] ReviewReport reportAt(const RecordKind& kind, const LoggedReports& rows, std::uint32_t row,
                                        std::uint64_t fields) const;
    ReviewCard& cardOf(ReviewCause cause, Role role, const std::string& issuer);
    void add(ReviewCard& card, ReviewCase one);

    const StoreFile& file_;
    BatchBook book_;
    std::map<std::tuple<ReviewCause, Role, std::string>, ReviewCard> cards_;
};

} // namespace banlang::detail
