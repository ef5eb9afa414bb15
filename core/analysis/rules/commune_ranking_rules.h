// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"

#include <cstdint>
#include <string>
#include <vector>

namespace banlang {

/// Where the raw value of an indicator comes from.
enum class CommuneRankingSource : std::uint8_t {
    progress,      ///< a figure of core/analysis/progress/progress.h
    criteriaMet,   ///< criteria met under the set in force; the target is how many the set has
    criteriaDue,   ///< criteria that fall due this year and are met; the target is how many fall due
    saturdayWeeks, ///< Saturdays of the year with a shift; the target is how many there were
    gap,           ///< how often the commune is in a list of gaps
    judged,        ///< points given by people: emulation-scores
};

/// How a raw value becomes points, 0 to 100 and up to `capPercent`.
enum class CommuneRankingNormalisation : std::uint8_t {
    percentOfTarget, ///< value / target
    share,           ///< value / full
    minMax,          ///< from the worst to the best commune; all alike: full points
    penalty,         ///< minus `pointsEach` for each, no more than 100 off
};

struct CommuneRankingIndicator {
    std::string id;
    Bilingual label;
    std::string programme; ///< "ntm", "gardens", "housing"
    double weight = 0;     ///< points of the whole at 100
    CommuneRankingSource source = CommuneRankingSource::progress;
    std::string of;             ///< id of the figure, gap or judged indicator
    bool inYear = false;        ///< only what was added this year
    bool perHousehold = false;  ///< divided by the commune's households
    bool lowerIsBetter = false; ///< minMax only
    CommuneRankingNormalisation scale = CommuneRankingNormalisation::percentOfTarget;
    double capPercent = 100;
    double full = 0;       ///< share only
    double pointsEach = 0; ///< penalty only
    Bilingual sourceWords; ///< "Land donated, of the year's target"
};

/// How communes with the same score are put in order: not at all, or by single indicators one after another.
struct CommuneRankingRules {
    std::string version;
    Bilingual title;
    bool verified = false;             ///< decided by the district's committee
    int decimals = 1;                  ///< scores are compared as they are printed
    std::vector<std::string> tieBreak; ///< ids of indicators; empty: ties stay
    std::vector<CommuneRankingIndicator> indicators;
};

} // namespace banlang
