// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/gaps/gap_questions.h"
#include "core/analysis/progress/follow_up.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/model/as_of.h"
#include "core/text/format.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

struct Lateness {
    Bilingual reason;
    bool atRisk = false;
};

/// The day a house will be finished if it goes on as fast as it did up to its latest step; no date before it has begun.
Date projectedFinish(const FeatureTable& houses, std::size_t row, Date asOf, const GapRules& rules) {
    const int step = houseStep(houses, row, asOf);
    const Date started = houses.dateAt(fields::houses.startedOn, row);
    if (step == 0 || !(started <= asOf)) return {};
    const int elapsed = std::max(1, daysBetween(started, asOf));
    const int stepsToGo = houseStepCount - 1 - step;
    const int daysPerStep = step > 1 ? elapsed / (step - 1) : rules.houseBuildDays / (houseStepCount - 2);
    return {asOf.daysSince1970 + std::max(1, daysPerStep) * stepsToGo};
}

/// Why a house is late or will be; nothing when it is neither.
std::optional<Lateness> latenessOf(const District& district, std::size_t row, Date asOf, const GapRules& rules) {
    const FeatureTable& houses = district.table(Role::houses);
    const Date deadline = houses.dateAt(fields::houses.deadline, row);
    const Date projected = projectedFinish(houses, row, asOf, rules);
    const Date reported = houses.dateAt(fields::houses.reportedOn, row);
    const int step = houseStep(houses, row, asOf);
    if (deadline < asOf) {
        return Lateness{{fmt::format("quá hạn {} ngày, mới xong bước {}/5", daysBetween(deadline, asOf), step),
                         fmt::format("{} days past the deadline, at step {} of 5", daysBetween(deadline, asOf), step)},
                        false};
    }
    if (!projected.known()) {
        return Lateness{{fmt::format("chưa khởi công, còn {} ngày", daysBetween(asOf, deadline)),
                         fmt::format("not started, {} days left", daysBetween(asOf, deadline))},
                        true};
    }
    if (projected > deadline) {
        return Lateness{{fmt::format("bước {}/5, với tốc độ này xong ngày {}", step, toVietnamese(projected)),
                         fmt::format("step {} of 5, at this pace done on {}", step, toVietnamese(projected))},
                        true};
    }
    if (reported <= asOf && daysBetween(reported, asOf) > rules.houseNoReportDays) {
        return Lateness{{fmt::format("không có báo cáo từ ngày {}", toVietnamese(reported)),
                         fmt::format("no report since {}", toVietnamese(reported))},
                        true};
    }
    return std::nullopt;
}

} // namespace

void lateHouses(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const GapRules& rules = context.rules().gaps;
    const FeatureTable& houses = district.table(Role::houses);
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        if (!isOfPhase2022(houses, row) || !houses.dateAt(fields::houses.deadline, row).known()) continue;
        gap.examine(Role::houses, row);
        if (houses.dateAt(fields::houses.finishedOn, row) <= asOf) continue;
        if (const auto late = latenessOf(district, row, asOf, rules)) gap.miss(Role::houses, row, late->reason, late->atRisk);
    }
}

namespace {

/// Calls visit(row, left) for each house of 2019-2021 that had begun by the day, or whose beginning nobody wrote down.
template <class Visit> void forEachOldHouse(const District& district, Date asOf, Visit&& visit) {
    const FeatureTable& houses = district.table(Role::houses);
    const auto left = houseItemsLeft(district, asOf);
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        if (isOfPhase2022(houses, row) || houses.dateAt(fields::houses.startedOn, row) > asOf) continue;
        visit(row, left[row]);
    }
}

} // namespace

void unfinishedOldHouses(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    forEachOldHouse(district, asOf, [&](std::size_t row, const HouseItemsLeft& left) {
        gap.examine(Role::houses, row);
        if (left.items.empty() || left.planned) return;
        gap.miss(Role::houses, row, {"còn dở: " + left.items, "unfinished: " + left.items});
    });
}

void housesWithUnfinishedItems(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    forEachOldHouse(district, asOf, [&](std::size_t row, const HouseItemsLeft& left) {
        gap.examine(Role::houses, row);
        if (left.items.empty()) return;
        gap.miss(Role::houses, row,
                 {fmt::format("còn dở: {}; {}", left.items, left.planned ? "đã có phương án" : "chưa có phương án"),
                  fmt::format("unfinished: {}; {}", left.items, left.planned ? "planned" : "no plan")},
                 left.planned);
    });
}

void labourNotGiven(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const auto labour = labourOfHouses(district, asOf);
    for (std::size_t row = 0; row < labour.size(); ++row) {
        const LabourDays& one = labour[row];
        if (one.pledged.value_or(0) <= 0) continue;
        gap.examine(Role::houses, row);
        if (one.given.value_or(0) >= *one.pledged) continue;
        const auto days = [&](double value, Language language) { return formatNumber(value, 0, language); };
        const double given = one.given.value_or(0);
        gap.miss(
            Role::houses, row,
            {fmt::format("góp {} trong {} ngày công", days(given, Language::vietnamese), days(*one.pledged, Language::vietnamese)),
             fmt::format("{} of {} labour days given", days(given, Language::english), days(*one.pledged, Language::english))},
            given > 0);
    }
}

} // namespace banlang
