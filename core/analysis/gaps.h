// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/district.h"

#include <span>
#include <string>
#include <vector>

namespace banlang {

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
struct GapUnitCount {
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
    std::size_t examined = 0;         ///< how many could have been in the list
    std::vector<GapUnitCount> byUnit; ///< communes, then villages; those that were asked about only
};

struct GapRules;
/// The questions one by one, for those who need a single answer; what a question is called is part of its answer.
using GapQuestion = Gap (*)(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] std::span<const GapQuestion> gapQuestions();
/// The question whose answer has that id, learnt by asking about nothing; nullptr when there is none.
[[nodiscard]] GapQuestion gapQuestion(std::string_view gapId);

[[nodiscard]] std::vector<Gap> findGaps(const District& district, Date asOf); ///< by the shipped thresholds
[[nodiscard]] std::vector<Gap> findGaps(const District& district, Date asOf, const GapRules& rules);

} // namespace banlang
