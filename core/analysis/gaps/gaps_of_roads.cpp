// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/gaps/gap_questions.h"
#include "core/analysis/land/right_of_way_acquisition.h"
#include "core/analysis/progress/follow_up.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/model/as_of.h"
#include "core/text/format.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

std::string tonnes(const std::optional<double>& value, Language language) {
    return value ? formatNumber(*value, 1, language) : std::string("?");
}

/// Cement ordered, received and needed; empty where nothing is known.
Bilingual cementNote(const Cement& cement) {
    if (!cement.orderedT && !cement.receivedT && !cement.neededT) return {};
    using enum Language;
    return {fmt::format("; xi măng nhận {} / đặt {} / cần {} tấn", tonnes(cement.receivedT, vietnamese),
                        tonnes(cement.orderedT, vietnamese), tonnes(cement.neededT, vietnamese)),
            fmt::format("; cement received {} / ordered {} / needed {} t", tonnes(cement.receivedT, english),
                        tonnes(cement.orderedT, english), tonnes(cement.neededT, english))};
}

bool hasAnyWord(std::string_view text, const std::vector<std::string>& words) {
    const std::string lower = lowerCase(text);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return !word.empty() && lower.find(word) != std::string::npos; });
}

} // namespace

void worksStuckForLand(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    constexpr double squareMetresThatCount = 1;
    const auto acquisitions = rightOfWayAcquisition(context);
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto& roadOf = district.linksOf(Role::roadWorks).road;
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        const auto state = workState(works, row, asOf);
        if (!state || *state == WorkState::finished || row >= roadOf.size() || roadOf[row] == notLinked) continue;
        gap.examine(Role::roadWorks, row);
        const auto road = static_cast<std::uint32_t>(roadOf[row]);
        const auto acquisition =
            std::find_if(acquisitions->begin(), acquisitions->end(), [&](const RoadAcquisition& t) { return t.road == road; });
        if (acquisition == acquisitions->end() || acquisition->outstandingM2 < squareMetresThatCount) continue;
        gap.miss(Role::roadWorks, row,
                 {fmt::format("còn thiếu {:.0f} trong {:.0f} m²", acquisition->outstandingM2, acquisition->neededM2),
                  fmt::format("{:.0f} of {:.0f} m² still missing", acquisition->outstandingM2, acquisition->neededM2)});
    }
}

void worksBehindPlan(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const GapRules& rules = context.rules().gaps;
    const FeatureTable& works = district.table(Role::roadWorks);
    const auto cement = cementOfWorks(district, asOf, rules);
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        const auto state = workState(works, row, asOf);
        if (!state) continue;
        gap.examine(Role::roadWorks, row);
        const auto days = daysBehind(works, row, asOf);
        const bool paused = *state == WorkState::underWay && isPaused(works, row, asOf);
        if (!days && !paused) continue;
        const Bilingual note = cementNote(cement[row]);
        const std::string since = toVietnamese(works.dateAt(fields::roadWorks.pausedOn, row));
        Bilingual reason = days ? Bilingual{fmt::format("chậm {} ngày", *days), fmt::format("{} days behind", *days)} : Bilingual{};
        if (paused) {
            reason.vi += fmt::format("{}tạm dừng từ {}", days ? ", " : "", since);
            reason.en += fmt::format("{}paused since {}", days ? ", " : "", since);
        }
        gap.miss(Role::roadWorks, row, {reason.vi + note.vi, reason.en + note.en}, !days);
    }
}

void assetsInPoorCondition(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const GapRules& rules = context.rules().gaps;
    const FeatureTable& assets = district.table(Role::publicAssets);
    for (std::size_t row = 0; row < assets.rowCount; ++row) {
        const Date checked = assets.dateAt(fields::publicAssets.checkedOn, row);
        if (checked.known() && checked > asOf) continue;
        gap.examine(Role::publicAssets, row);
        const std::string condition(assets.textAt(fields::publicAssets.condition, row));
        const bool unused = assets.numberAt(fields::publicAssets.inUse, row) == 0;
        if (!unused && !hasAnyWord(condition, rules.poorConditions)) continue;
        gap.miss(Role::publicAssets, row,
                 {fmt::format("{}{}", condition, unused ? "; không sử dụng" : ""),
                  fmt::format("{}{}", condition, unused ? "; not in use" : "")});
    }
}

} // namespace banlang
