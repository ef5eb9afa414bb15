// SPDX-License-Identifier: MIT
#include "core/analysis/roads/candidate_criteria.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/land/right_of_way_acquisition.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/analysis/rules/road_standards.h"
#include "core/base/parallel.h"
#include "core/geo/line_segments.h"
#include "core/geo/measure.h"
#include "core/geo/packed_rtree.h"
#include "core/model/as_of.h"
#include "core/model/road_surface.h"
#include "core/text/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>

namespace banlang {
namespace {

constexpr double servedWithinM = 200;

/// 0 for very good, 1 for very poor; NaN when nobody says.
double poorConditionOf(std::string_view condition) {
    static constexpr std::pair<std::string_view, double> steps[] = {
        {"rất tốt", 0}, {"tốt", 0.25}, {"trung bình", 0.5}, {"rất xấu", 1}, {"xấu", 0.75}};
    for (const auto& [word, value] : steps) {
        if (condition == word) return value;
    }
    return Column::missingNumber;
}

bool mayBeUpgraded(std::string_view roadClass) {
    static constexpr std::string_view classes[] = {"ĐH", "ĐX", "ĐTh", "NX", "NĐ"};
    return std::find(std::begin(classes), std::end(classes), roadClass) != std::end(classes);
}

bool onlyForWhomItServes(std::string_view roadClass) {
    return roadClass == "NX" || roadClass == "NĐ";
}

std::vector<bool> roadsWithFinishedWork(const District& district, Date asOf) {
    std::vector<bool> finished(district.table(Role::roads).rowCount, false);
    const auto& roadOf = district.linksOf(Role::roadWorks).road;
    for (std::size_t row = 0; row < roadOf.size(); ++row) {
        if (roadOf[row] == notLinked) continue;
        const auto state = workState(district.table(Role::roadWorks), row, asOf);
        if (state == WorkState::finished) finished[static_cast<std::size_t>(roadOf[row])] = true;
    }
    return finished;
}

/// Share of the needed land that is donated; NaN where no land is needed.
std::vector<double> donatedShares(const AnalysisContext& context) {
    std::vector<double> shares(context.district().table(Role::roads).rowCount, Column::missingNumber);
    const auto acquisitions = rightOfWayAcquisition(context);
    for (const RoadAcquisition& acquisition : *acquisitions) {
        if (acquisition.neededM2 > 0) shares[acquisition.road] = acquisition.donatedM2 / acquisition.neededM2;
    }
    return shares;
}

/// Finds the roads that serve a home.
class RoadsNearby {
public:
    explicit RoadsNearby(const FeatureTable& roads) : hardened_(roads.rowCount) {
        std::vector<Box> boxes;
        for (std::uint32_t road = 0; road < roads.rowCount; ++road) {
            hardened_[road] = isHardened(roads.textAt(fields::roads.surface, road));
            appendSegments(pieces_, roads.geometry, road);
        }
        boxes.reserve(pieces_.size());
        for (const LineSegment& piece : pieces_) boxes.push_back(piece.box());
        tree_ = PackedRtree(boxes);
    }
    /// The roads within reach that no hardened road is nearer than.
    [[nodiscard]] std::vector<std::uint32_t> serving(Point home) const {
        std::vector<std::pair<std::uint32_t, double>> near; // a road as often as it has pieces within reach
        double nearestHardened = servedWithinM;
        tree_.search(Box{home.x, home.y, home.x, home.y}.widenedBy(servedWithinM), [&](std::uint32_t i) {
            const double distanceM = pieces_[i].distanceM(home);
            if (distanceM > servedWithinM) return;
            near.emplace_back(pieces_[i].feature, distanceM);
            if (hardened_[pieces_[i].feature]) nearestHardened = std::min(nearestHardened, distanceM);
        });
        std::vector<std::uint32_t> roads;
        for (const auto& [road, distanceM] : near) {
            if (distanceM <= nearestHardened) roads.push_back(road);
        }
        std::sort(roads.begin(), roads.end());
        roads.erase(std::unique(roads.begin(), roads.end()), roads.end());
        return roads;
    }

private:
    std::vector<LineSegment> pieces_;
    std::vector<bool> hardened_;
    PackedRtree tree_;
};

} // namespace

std::vector<ServedHouseholds> householdsServedByRoad(const AnalysisContext& context) {
    const District& district = context.district();
    const RoadsNearby nearby(district.table(Role::roads));
    const FeatureTable& households = district.table(Role::households);
    std::vector<ServedHouseholds> served(district.table(Role::roads).rowCount);
    std::mutex mutex;
    parallelRanges(households.rowCount, 8'192, [&](std::size_t begin, std::size_t end) {
        std::vector<ServedHouseholds> own(served.size());
        for (std::size_t row = begin; row < end; ++row) {
            if (households.geometry.isEmpty(row)) continue;
            const bool poor = households.textAt(fields::households.categories, row).find("nghèo") != std::string_view::npos;
            for (const std::uint32_t road : nearby.serving(*representativePoint(households.geometry, row))) {
                own[road].households += 1;
                own[road].poor += poor ? 1 : 0;
            }
        }
        const std::scoped_lock lock(mutex);
        for (std::size_t road = 0; road < own.size(); ++road) {
            served[road].households += own[road].households;
            served[road].poor += own[road].poor;
        }
    });
    return served;
}

std::vector<Candidate> candidatesWithCriteria(const AnalysisContext& context) {
    const FeatureTable& roads = context.district().table(Role::roads);
    const RoadStandards& standards = context.rules().roads;
    const auto finished = roadsWithFinishedWork(context.district(), context.asOf());
    const auto served = householdsServedByRoad(context);
    const auto donated = donatedShares(context);
    std::vector<bool> asked(roads.rowCount, false);
    std::vector<Candidate> candidates;
    for (std::uint32_t road = 0; road < roads.rowCount; ++road) {
        const std::string_view roadClass = roads.textAt(fields::roads.managementClass, road);
        const RoadStandard& standard = standards.of(roadClass);
        const bool hardened = isHardened(roads.textAt(fields::roads.surface, road));
        const double width = roads.numberAt(fields::roads.bedWidthM, road);
        const double widthGap =
            standard.bedWidthM && !std::isnan(width) ? std::max(0.0, *standard.bedWidthM - width) : Column::missingNumber;
        const bool inNeed = !hardened || widthGap > 0;
        if (!mayBeUpgraded(roadClass) || !inNeed || finished[road]) continue;
        if (onlyForWhomItServes(roadClass) && served[road].households == 0) continue;
        asked[road] = true;
        Candidate candidate;
        candidate.road = road;
        candidate.id = roads.textAt(fields::roads.id, road);
        candidate.name = roads.textAt(fields::roads.name, road);
        candidate.raw.assign(criterionCount, Column::missingNumber);
        candidate.raw[householdsServed] = served[road].households;
        candidate.raw[poorShare] =
            served[road].households > 0 ? served[road].poor / served[road].households : Column::missingNumber;
        candidate.raw[landDonatedShare] = donated[road];
        candidate.raw[widthGapM] = widthGap;
        candidate.raw[unhardened] = hardened ? 0 : 1;
        candidate.raw[poorCondition] = poorConditionOf(roads.textAt(fields::roads.condition, road));
        candidate.raw[classImportance] = standard.importance;
        candidates.push_back(std::move(candidate));
    }
    const auto criticality = roadCriticality(context, asked);
    for (Candidate& candidate : candidates) {
        candidate.raw[isolatedHouseholds] = criticality[candidate.road].isolatedHouseholds;
        candidate.raw[timeSavedMin] = criticality[candidate.road].timeSavedMin;
    }
    return candidates;
}

std::vector<Bilingual> reasonsOf(const Candidate& candidate, const std::vector<double>& contribution) {
    constexpr std::size_t mostReasons = 3;
    std::vector<std::size_t> order(criterionCount);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return contribution[a] > contribution[b]; });
    const auto figure = [](double value, int decimals, Language language) { return formatNumber(value, decimals, language); };
    constexpr auto vi = Language::vietnamese;
    constexpr auto en = Language::english;
    std::vector<Bilingual> reasons;
    for (const std::size_t c : order) {
        const double raw = candidate.raw[c];
        if (reasons.size() == mostReasons || contribution[c] <= 0 || !(raw > 0)) continue;
        switch (static_cast<CriterionIndex>(c)) {
        case householdsServed:
            reasons.push_back({fmt::format("{} hộ hưởng lợi trực tiếp", figure(raw, 0, vi)),
                               fmt::format("serves {} households", figure(raw, 0, en))});
            break;
        case isolatedHouseholds:
            reasons.push_back({fmt::format("mất đường này thì {} hộ bị cô lập", figure(raw, 0, vi)),
                               fmt::format("{} households are cut off without it", figure(raw, 0, en))});
            break;
        case timeSavedMin:
            reasons.push_back({fmt::format("bớt {} phút tới trung tâm xã", figure(raw, 0, vi)),
                               fmt::format("saves {} minutes to the commune centre", figure(raw, 0, en))});
            break;
        case landDonatedShare:
            reasons.push_back({fmt::format("đã hiến {} % đất cần", figure(raw * 100, 0, vi)),
                               fmt::format("{} % of the needed land is donated", figure(raw * 100, 0, en))});
            break;
        case widthGapM:
            reasons.push_back({fmt::format("nền hẹp hơn chuẩn {} m", figure(raw, 1, vi)),
                               fmt::format("bed {} m narrower than the standard", figure(raw, 1, en))});
            break;
        case unhardened:
            reasons.push_back({"mặt đường chưa cứng hóa", "surface not hardened"});
            break;
        case poorCondition:
            reasons.push_back({"tình trạng đường kém", "in poor condition"});
            break;
        case poorShare:
            reasons.push_back({fmt::format("{} % hộ hưởng lợi là hộ nghèo, cận nghèo", figure(raw * 100, 0, vi)),
                               fmt::format("{} % of those served are poor or near-poor", figure(raw * 100, 0, en))});
            break;
        case classImportance:
        case criterionCount:
            break;
        }
    }
    return reasons;
}

} // namespace banlang
