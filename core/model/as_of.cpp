// SPDX-License-Identifier: MIT
#include "core/model/as_of.h"

namespace banlang {
namespace {

bool happened(const FeatureTable& table, std::string_view column, std::size_t row, Date asOf) {
    return table.dateAt(column, row) <= asOf;
}

} // namespace

bool inForce(const FeatureTable& units, std::size_t row, Date asOf) {
    const Date from = units.dateAt("valid_from", row);
    return (!from.known() || from <= asOf) && units.dateAt("valid_to", row) > asOf;
}

std::optional<DonationState> donationState(const FeatureTable& donations, std::size_t row, Date asOf) {
    if (happened(donations, "certificate_updated_on", row, asOf)) return DonationState::certificateUpdated;
    if (happened(donations, "donated_on", row, asOf)) return DonationState::donated;
    if (happened(donations, "pledged_on", row, asOf)) return DonationState::pledged;
    return std::nullopt;
}

std::optional<WorkState> workState(const FeatureTable& works, std::size_t row, Date asOf) {
    if (happened(works, "finished_on", row, asOf)) return WorkState::finished;
    if (happened(works, "started_on", row, asOf)) return WorkState::underWay;
    // A plan is known from the beginning of the year it is for.
    const Date plannedStart = works.dateAt("planned_start", row);
    const Date plannedFinish = works.dateAt("planned_finish", row);
    const Date planned = plannedStart.known() ? plannedStart : plannedFinish;
    if (!planned.known()) return WorkState::planned;
    return toYmd(planned).year <= toYmd(asOf).year ? std::optional(WorkState::planned) : std::nullopt;
}

std::optional<double> workPercent(const FeatureTable& works, std::size_t row, Date asOf) {
    const auto state = workState(works, row, asOf);
    if (!state) return std::nullopt;
    if (*state == WorkState::finished) return 100.0;
    if (*state == WorkState::planned) return 0.0;
    const double percent = works.numberAt("percent_done", row);
    if (std::isnan(percent) || !happened(works, "reported_on", row, asOf)) return std::nullopt;
    return percent;
}

WorkKind workKind(const FeatureTable& works, std::size_t row) {
    const std::string_view kind = works.textAt("kind", row);
    const bool isNew = kind == "open" || kind == "new" || kind.find("mở mới") != std::string_view::npos ||
                       kind.find("Mở mới") != std::string_view::npos;
    return isNew ? WorkKind::newRoad : WorkKind::upgrade;
}

std::optional<GardenState> gardenState(const FeatureTable& gardens, std::size_t row, Date asOf) {
    if (happened(gardens, "lapsed_on", row, asOf)) return GardenState::lapsed;
    if (happened(gardens, "finished_on", row, asOf)) return GardenState::finished;
    if (happened(gardens, "started_on", row, asOf)) return GardenState::inProgress;
    if (happened(gardens, "registered_on", row, asOf)) return GardenState::registered;
    return std::nullopt;
}

int houseStep(const FeatureTable& houses, std::size_t row, Date asOf) {
    static constexpr std::string_view milestones[] = {"started_on", "foundation_on", "walls_on", "roof_on", "finished_on"};
    int step = 0;
    for (int i = 0; i < houseStepCount - 1; ++i) {
        if (happened(houses, milestones[i], row, asOf)) step = i + 1;
    }
    return step;
}

bool houseIsLate(const FeatureTable& houses, std::size_t row, Date asOf) {
    return houses.dateAt("deadline", row) < asOf && houseStep(houses, row, asOf) < houseStepCount - 1;
}

std::optional<GreenRouteState> greenRouteState(const FeatureTable& routes, std::size_t row, Date asOf) {
    if (recognisedOn(routes, row, asOf)) return GreenRouteState::recognised;
    if (routes.dateAt("registered_on", row) > asOf) return std::nullopt;
    return happened(routes, "lapsed_on", row, asOf) ? GreenRouteState::lapsed : GreenRouteState::registered;
}

bool recognisedOn(const FeatureTable& recognitions, std::size_t row, Date asOf) {
    return happened(recognitions, "recognised_on", row, asOf) && !happened(recognitions, "lapsed_on", row, asOf);
}

} // namespace banlang
