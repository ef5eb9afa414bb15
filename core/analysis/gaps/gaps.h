// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/district.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

class AnalysisContext;

/// One place or record that a programme has not reached.
struct GapItem {
    Role role = Role::villages; ///< what kind of record it is
    std::uint32_t row = 0;
    std::int32_t commune = notLinked;
    std::int32_t village = notLinked;
    std::string code; ///< of the village, garden, house ...
    std::string name; ///< without names of persons
    Bilingual reason;
    bool atRisk = false; ///< not missed yet, but will be
};

/// How many were asked about and how many were not reached, in one commune or village.
struct AdminUnitGapCount {
    Role level = Role::communes; ///< communes or villages
    std::int32_t row = notLinked;
    std::size_t count = 0;
    std::size_t examined = 0;
};

/// One question of the kind "who was left out?" and its answer on a day.
struct Gap {
    std::string_view id; ///< "village-without-green-route", "village-without-hardened-access", "loan-never-inspected", "house-late"
    Label title;
    Label definition; ///< what exactly was tested
    std::vector<GapItem> items;
    std::size_t examined = 0;                   ///< how many could have been in the list
    std::vector<AdminUnitGapCount> byAdminUnit; ///< communes, then villages; those that were asked about only
};

class GapBuilder;
/// A question and how it is answered. The questions are declared in gaps.cpp.
struct GapQuestion {
    std::string_view id;
    Label title;
    Label definition;
    void (*run)(const AnalysisContext& context, GapBuilder& gap);
};
/// In the order in which they are listed.
[[nodiscard]] std::span<const GapQuestion> gapQuestions();
/// Nothing when there is none of that id.
[[nodiscard]] const GapQuestion* gapQuestion(std::string_view gapId);

/// The answer to one question. Kept.
[[nodiscard]] std::shared_ptr<const Gap> findGap(const AnalysisContext& context, const GapQuestion& question);
/// The answers to all, in the order of the questions.
using Gaps = std::vector<std::shared_ptr<const Gap>>;
[[nodiscard]] Gaps findGaps(const AnalysisContext& context);

} // namespace banlang
