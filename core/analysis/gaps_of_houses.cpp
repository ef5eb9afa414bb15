// SPDX-License-Identifier: MIT
#include "core/analysis/follow_up.h"
#include "core/analysis/gap_questions.h"
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
    const Date started = houses.dateAt("started_on", row);
    if (step == 0 || !(started <= asOf)) return {};
    const int elapsed = std::max(1, daysBetween(started, asOf));
    const int stepsToGo = houseStepCount - 1 - step;
    const int daysPerStep = step > 1 ? elapsed / (step - 1) : rules.houseBuildDays / (houseStepCount - 2);
    return {asOf.daysSince1970 + std::max(1, daysPerStep) * stepsToGo};
}

/// Why a house is late or will be; nothing when it is neither.
std::optional<Lateness> latenessOf(const District& district, std::size_t row, Date asOf, const GapRules& rules) {
    const FeatureTable& houses = district.table(Role::houses);
    const Date deadline = houses.dateAt("deadline", row);
    const Date projected = projectedFinish(houses, row, asOf, rules);
    const Date reported = houses.dateAt("reported_on", row);
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

Gap lateHouses(const District& district, Date asOf, const GapRules& rules) {
    GapBuilder gap(district, asOf, "house-late", {"Nhà 2022 sẽ trễ hạn", "Houses of 2022 that will miss the deadline"},
                   {"Quá hạn, chưa khởi công, theo tốc độ hiện nay sẽ trễ, hoặc lâu không có báo cáo",
                    "Past the deadline, not started, late at today's pace, or without a recent report"});
    const FeatureTable& houses = district.table(Role::houses);
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        if (!isOfPhase2022(houses, row) || !houses.dateAt("deadline", row).known()) continue;
        gap.examine(Role::houses, row);
        if (houses.dateAt("finished_on", row) <= asOf) continue;
        if (const auto late = latenessOf(district, row, asOf, rules)) gap.miss(Role::houses, row, late->reason, late->atRisk);
    }
    return std::move(gap).finish();
}

namespace {

/// Calls visit(row, left) for each house of 2019-2021 that had begun by the day, or whose beginning nobody wrote down.
template <class Visit> void forEachOldHouse(const District& district, Date asOf, Visit&& visit) {
    const FeatureTable& houses = district.table(Role::houses);
    const auto left = houseItemsLeft(district, asOf);
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        if (isOfPhase2022(houses, row) || houses.dateAt("started_on", row) > asOf) continue;
        visit(row, left[row]);
    }
}

} // namespace

Gap unfinishedOldHouses(const District& district, Date asOf, const GapRules& /*rules*/) {
    GapBuilder gap(
        district, asOf, "old-house-unfinished",
        {"Nhà 2019-2021 còn hạng mục dở dang, chưa có phương án", "Houses of 2019-2021 with unfinished items and no plan"},
        {"Có hạng mục chưa xong theo báo cáo mới nhất và chưa có phương án giúp đỡ",
         "Unfinished items by the latest report and no plan of help"});
    forEachOldHouse(district, asOf, [&](std::size_t row, const HouseItemsLeft& left) {
        gap.examine(Role::houses, row);
        if (left.items.empty() || left.planned) return;
        gap.miss(Role::houses, row, {"còn dở: " + left.items, "unfinished: " + left.items});
    });
    return std::move(gap).finish();
}

Gap housesWithUnfinishedItems(const District& district, Date asOf, const GapRules& /*rules*/) {
    GapBuilder gap(district, asOf, "house-items-unfinished",
                   {"Nhà 2019-2021 còn hạng mục dở dang", "Houses of 2019-2021 with unfinished items"},
                   {"Có hạng mục chưa xong theo báo cáo mới nhất; có nguy cơ: đã có phương án giúp đỡ",
                    "Unfinished items by the latest report; at risk: there is a plan of help"});
    forEachOldHouse(district, asOf, [&](std::size_t row, const HouseItemsLeft& left) {
        gap.examine(Role::houses, row);
        if (left.items.empty()) return;
        gap.miss(Role::houses, row,
                 {fmt::format("còn dở: {}; {}", left.items, left.planned ? "đã có phương án" : "chưa có phương án"),
                  fmt::format("unfinished: {}; {}", left.items, left.planned ? "planned" : "no plan")},
                 left.planned);
    });
    return std::move(gap).finish();
}

Gap labourNotGiven(const District& district, Date asOf, const GapRules& /*rules*/) {
    GapBuilder gap(
        district, asOf, "labour-not-given", {"Nhà chưa được góp đủ ngày công đã cam kết", "Houses still owed pledged labour days"},
        {"Ngày công đã góp đến ngày xem ít hơn ngày công cam kết", "Fewer labour days given by the day than were pledged"});
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
    return std::move(gap).finish();
}

} // namespace banlang
