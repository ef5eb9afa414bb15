// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/rule_texts.h"
#include "core/base/date.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace banlang {

/// What share of a commune's roads an indicator asks for: length of roads that count / length of roads of these classes.
struct RoadMeasure {
    std::vector<std::string> classes; ///< management classes of the denominator: "ĐX", "ĐTh", "NX", "NĐ"
    bool hardenedCounts = true;       ///< a hardened surface counts
    bool allSeasonCounts = false;     ///< so does any road that is marked as usable all year
};

/// Part of a criterion with a figure of its own: 2.1, 9.2, 10.
struct CriteriaIndicator {
    std::string no;
    Bilingual name;
    std::string unit;                ///< "%", "million VND"; empty: yes or no
    std::optional<RoadMeasure> road; ///< can be computed from the road network
    /// What is asked, by the year from which it is; empty: "threshold not set". Several years: income grows by law.
    std::vector<std::pair<int, double>> thresholds;
    bool atMost = false;   ///< the value must not be above, instead of below, the threshold
    bool verified = false; ///< the threshold was read in a decree or decision, not set as a working value

    [[nodiscard]] std::optional<double> threshold(int year) const;
};

struct Criterion {
    std::string no; ///< "1" ... "19"
    Bilingual name;
    std::string group; ///< id among CriteriaSet::groups
    std::vector<CriteriaIndicator> indicators;
};

struct CriteriaGroup {
    std::string id;
    Bilingual name;
};

/// One version of the criteria. A status belongs to its set: under another set it says nothing.
struct CriteriaSet {
    std::string id;     ///< "2022"
    std::string decree; ///< "318/QĐ-TTg"; results name their set by it
    std::vector<std::string> amendedBy;
    Bilingual title;
    std::string level;                        ///< "commune", "district"
    Date inForceFrom;                         ///< first day
    Date inForceTo;                           ///< last day; no date: still in force
    bool complete = false;                    ///< all criteria and indicators are in the file
    int criteriaTotal = 0;                    ///< how many the decree has
    int indicatorsTotal = 0;                  ///< 0: not known
    std::vector<CriteriaGroup> communeGroups; ///< kinds of communes that are asked differently; empty: none
    std::vector<CriteriaGroup> groups;
    std::vector<Criterion> criteria;
    std::vector<std::string> hardeningWorks; ///< words in a work's kind after which its stretch is hardened
    std::string file;

    /// Index of the criterion that a record means: "2", "TC 2", "2. Giao thông", "giao thông".
    [[nodiscard]] std::optional<std::size_t> find(std::string_view rawText) const;
};

/// All sets in force under the rules, oldest first, communes before districts.
[[nodiscard]] Result<std::vector<CriteriaSet>> criteriaSets(const RuleTexts& rules);
[[nodiscard]] Result<CriteriaSet> parseCriteriaSet(std::string_view file, std::string_view text);

/// The set for communes on a day; the latest begun where several are. Nothing before the first.
[[nodiscard]] const CriteriaSet* setInForce(std::span<const CriteriaSet> sets, Date asOf, std::string_view level = "commune");
/// By id, or by the decree's number as people write it: "318/QĐ-TTg 2022", "QĐ 318". Nothing when none is meant.
[[nodiscard]] const CriteriaSet* findSet(std::span<const CriteriaSet> sets, std::string_view rawText);

} // namespace banlang
