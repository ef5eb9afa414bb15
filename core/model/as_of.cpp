// SPDX-License-Identifier: MIT
#include "core/model/as_of.h"

namespace banlang {
namespace {

bool happened(const FeatureTable& table, const DateField& field, std::size_t row, Date asOf) {
    return table.dateAt(field, row) <= asOf;
}

} // namespace

bool inForce(const FeatureTable& units, std::size_t row, Date asOf) {
    const Date from = units.dateAt(fields::validity.validFrom, row);
    return (!from.known() || from <= asOf) && units.dateAt(fields::validity.validTo, row) > asOf;
}

std::optional<DonationState> donationState(const FeatureTable& donations, std::size_t row, Date asOf) {
    if (happened(donations, fields::donations.certificateUpdatedOn, row, asOf)) return DonationState::certificateUpdated;
    if (happened(donations, fields::donations.donatedOn, row, asOf)) return DonationState::donated;
    if (happened(donations, fields::donations.pledgedOn, row, asOf)) return DonationState::pledged;
    return std::nullopt;
}

std::optional<WorkState> workState(const FeatureTable& works, std::size_t row, Date asOf) {
    if (happened(works, fields::roadWorks.finishedOn, row, asOf)) return WorkState::finished;
    if (happened(works, fields::roadWorks.startedOn, row, asOf)) return WorkState::underWay;
    // A plan is known from the beginning of the year it is for.
    const Date plannedStart = works.dateAt(fields::roadWorks.plannedStart, row);
    const Date plannedFinish = works.dateAt(fields::roadWorks.plannedFinish, row);
    const Date planned = plannedStart.known() ? plannedStart : plannedFinish;
    if (!planned.known()) return WorkState::planned;
    return toYmd(planned).year <= toYmd(asOf).year ? std::optional(WorkState::planned) : std::nullopt;
}

std::optional<double> workPercent(const FeatureTable& works, std::size_t row, Date asOf) {
    const auto state = workState(works, row, asOf);
    if (!state) return std::nullopt;
    if (*state == WorkState::finished) return 100.0;
    if (*state == WorkState::planned) return 0.0;
    const double percent = works.numberAt(fields::roadWorks.percentDone, row);
    if (std::isnan(percent) || !happened(works, fields::roadWorks.reportedOn, row, asOf)) return std::nullopt;
    return percent;
}

WorkKind workKind(const FeatureTable& works, std::size_t row) {
    const std::string_view kind = works.textAt(fields::roadWorks.kind, row);
    const bool isNew = kind == "open" || kind == "new" || kind.find("mở mới") != std::string_view::npos ||
                       kind.find("Mở mới") != std::string_view::npos;
    return isNew ? WorkKind::newRoad : WorkKind::upgrade;
}

std::optional<GardenState> gardenState(const FeatureTable& gardens, std::size_t row, Date asOf) {
    if (happened(gardens, fields::gardens.lapsedOn, row, asOf)) return GardenState::lapsed;
    if (happened(gardens, fields::gardens.finishedOn, row, asOf)) return GardenState::finished;
    if (happened(gardens, fields::gardens.startedOn, row, asOf)) return GardenState::inProgress;
    if (happened(gardens, fields::gardens.registeredOn, row, asOf)) return GardenState::registered;
    return std::nullopt;
}

int houseStep(const FeatureTable& houses, std::size_t row, Date asOf) {
    static constexpr DateField milestones[] = {fields::houses.startedOn, fields::houses.foundationOn, fields::houses.wallsOn,
                                               fields::houses.roofOn, fields::houses.finishedOn};
    int step = 0;
    for (int i = 0; i < houseStepCount - 1; ++i) {
        if (happened(houses, milestones[i], row, asOf)) step = i + 1;
    }
    return step;
}

bool houseIsLate(const FeatureTable& houses, std::size_t row, Date asOf) {
    return houses.dateAt(fields::houses.deadline, row) < asOf && houseStep(houses, row, asOf) < houseStepCount - 1;
}

std::optional<GreenRouteState> greenRouteState(const FeatureTable& routes, std::size_t row, Date asOf) {
    if (recognisedOn(routes, row, asOf)) return GreenRouteState::recognised;
    if (routes.dateAt(fields::greenRoutes.registeredOn, row) > asOf) return std::nullopt;
    return happened(routes, fields::greenRoutes.lapsedOn, row, asOf) ? GreenRouteState::lapsed : GreenRouteState::registered;
}

bool recognisedOn(const FeatureTable& recognitions, std::size_t row, Date asOf) {
    return happened(recognitions, fields::recognitions.recognisedOn, row, asOf) &&
           !happened(recognitions, fields::recognitions.lapsedOn, row, asOf);
}

} // namespace banlang
