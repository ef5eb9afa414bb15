// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/record_kinds.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a store keeps and does not know how to count: it waits for a person, and everything else counts meanwhile.

namespace banlang {

enum class ReviewCause : std::uint8_t {
    conflict,           ///< several words for one day, none knowing the other
    reportDayMissing,   ///< measured anew, and nobody said when
    probableCorrection, ///< it may put right a record without a number
    replacedBatch,      ///< an earlier version of the program let another file take the place of this one
    refusedRows         ///< an earlier version refused rows for a number that another commune gave as well: import again
};
[[nodiscard]] std::string_view id(ReviewCause cause); ///< "conflict", "report-day", "probable-correction", "replaced", "refused"
[[nodiscard]] Label questionOf(ReviewCause cause);

/// One of the words that are set against each other.
struct ReviewReport {
    std::string id; ///< "hash/row", as decisions name it
    std::int64_t batch = 0;
    std::uint32_t row = 0;
    Date reportedOn;
    std::vector<std::pair<const RecordField*, std::string>> values; ///< of the fields in question; machine text
    bool holds = false;                                             ///< its word counts meanwhile
};

/// One record that waits.
struct ReviewCase {
    std::string key; ///< of the record, as people write it
    std::vector<ReviewReport> reports;
    std::string mayCorrect;    ///< the record that a probable correction may put right, as people write it
    std::string mayCorrectKey; ///< the same as the text of a RecordKey; "" where several could be meant
};

/// Equal questions are one card: of one kind, one issuer and one cause.
struct ReviewCard {
    ReviewCause cause = ReviewCause::conflict;
    Role role = Role::communes;
    std::string issuer;
    std::size_t count = 0;             ///< records, of a batch its rows
    std::vector<ReviewCase> cases;     ///< none for whole batches
    std::vector<std::int64_t> batches; ///< that it is about, rising
};

/// All that waits, most records first. Reads what is in dispute or held, not the whole store.
[[nodiscard]] Result<std::vector<ReviewCard>> openReviews(const std::string& storePath);

/// Cards of one cause are one question to a person, whatever the kind of records and whoever numbered them.
struct ReviewGroup {
    ReviewCause cause = ReviewCause::conflict;
    std::size_t count = 0;          ///< of all its cards
    std::vector<std::size_t> cards; ///< by their places, most records first
};
[[nodiscard]] std::vector<ReviewGroup> groupsOf(std::span<const ReviewCard> cards);

/// What a person says of one report, or of all open ones of a batch.
struct ReviewVerdict {
    std::string report;     ///< "hash/row"; empty: of the whole batch
    std::int64_t batch = 0; ///< number in this store
    /// "right": its word counts, and takes the place of the others. "wrong": it does not count. "separate": it is a record of its
    /// own. "same-as:KEY": it speaks of the record of this key, or of that of another report. Of a batch also "bring-back".
    std::string decision;
    std::string by;
    std::string reason;
};

/// A JSON list of decisions. `name` is only for messages.
[[nodiscard]] Result<std::vector<ReviewVerdict>> parseReviewVerdicts(const std::string& json, const std::string& name);

/// Carries decisions out, all in one transaction, and keeps each as an act that travels with the store. Fails (usage) for what is
/// no open question, and changes nothing then.
[[nodiscard]] Result<void> decideReviews(const std::string& storePath, std::span<const ReviewVerdict> verdicts,
                                         const Progress& progress = {});

} // namespace banlang
