// SPDX-License-Identifier: MIT
#include "core/analysis/progress.h"

#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "core/model/latest_date.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace banlang {
namespace {

enum Figure : std::uint8_t {
    donatedM2,
    pledgedM2,
    donors,
    roadsDoneKm,
    roadsUnderWayKm,
    gardensRegistered,
    gardensInProgress,
    gardensFinished,
    gardensLapsed,
    housesPlanned,
    housesFinished,
    greenRoutes,
    saturdays,
    criteriaMet,
    figureCount,
};

struct FigureInfo {
    std::string_view id;
    Label label;
    std::string_view unit;
};
constexpr std::array<FigureInfo, figureCount> figureInfos{{
    {"donated_m2", {"Đất đã hiến", "Land donated"}, "m2"},
    {"pledged_m2", {"Đất đã cam kết", "Land pledged"}, "m2"},
    {"donor_households", {"Hộ hiến đất", "Households that gave land"}, ""},
    {"roads_done_km", {"Đường mở mới, nâng cấp xong", "Roads opened or upgraded"}, "km"},
    {"roads_under_way_km", {"Đường đang làm", "Roads under way"}, "km"},
    {"gardens_registered", {"Vườn đăng ký cải tạo", "Gardens registered"}, ""},
    {"gardens_in_progress", {"Vườn đang cải tạo", "Gardens in progress"}, ""},
    {"gardens_finished", {"Vườn đã cải tạo", "Gardens renovated"}, ""},
    {"gardens_lapsed", {"Vườn bỏ dở", "Gardens given up"}, ""},
    {"houses_planned", {"Nhà hỗ trợ theo danh sách", "Houses on the list"}, ""},
    {"houses_finished", {"Nhà đã hoàn thành", "Houses finished"}, ""},
    {"green_routes", {"Tuyến xanh - sạch - đẹp", "Green routes"}, ""},
    {"saturdays", {"Buổi thứ 7 vì nông thôn mới", "Saturdays for new rural development"}, ""},
    {"criteria_met", {"Tiêu chí NTM đã đạt", "NTM criteria met"}, ""},
}};

/// Values of all units on one day: 0 is the district, then communes, then villages. Unset means nothing was ever reported.
class Sums {
public:
    explicit Sums(const District& district)
        : communes_(district.table(Role::communes).rowCount), values_(1 + communes_ + district.table(Role::villages).rowCount),
          lastActivity_(values_.size()) {}

    [[nodiscard]] std::size_t unitOfCommune(std::int32_t row) const { return 1 + static_cast<std::size_t>(row); }
    [[nodiscard]] std::size_t unitOfVillage(std::int32_t row) const { return 1 + communes_ + static_cast<std::size_t>(row); }
    [[nodiscard]] const std::optional<double>& value(std::size_t unit, Figure figure) const { return values_[unit][figure]; }
    [[nodiscard]] Date lastActivity(std::size_t unit) const { return lastActivity_[unit]; }

    /// Adds to the village, its commune and the district, as far as the record is linked.
    void add(const TableLinks& links, std::size_t row, Figure figure, double amount) {
        forUnits(links, row, [&](std::size_t unit) { values_[unit][figure] = values_[unit][figure].value_or(0) + amount; });
    }
    void touch(const TableLinks& links, std::size_t row, Date date) {
        if (!date.known()) return;
        forUnits(links, row, [&](std::size_t unit) {
            if (!lastActivity_[unit].known() || date > lastActivity_[unit]) lastActivity_[unit] = date;
        });
    }

private:
    template <class Visit> void forUnits(const TableLinks& links, std::size_t row, Visit visit) const {
        visit(std::size_t{0});
        if (const std::int32_t commune = linkedRow(links.commune, row); commune != notLinked) visit(unitOfCommune(commune));
        if (const std::int32_t village = linkedRow(links.village, row); village != notLinked) visit(unitOfVillage(village));
    }

    std::size_t communes_;
    std::vector<std::array<std::optional<double>, figureCount>> values_;
    std::vector<Date> lastActivity_;
};

void sumDonations(const District& district, Date asOf, Sums& sums) {
    const FeatureTable& donations = district.table(Role::donations);
    const TableLinks& links = district.linksOf(Role::donations);
    std::set<std::int32_t> countedDonors;
    for (std::size_t row = 0; row < donations.rowCount; ++row) {
        const auto state = donationState(donations, row, asOf);
        if (!state) continue;
        const double areaM2 = donations.numberAt("declared_area_m2", row);
        const double counted = std::isnan(areaM2) ? 0 : areaM2;
        const bool given = *state != DonationState::pledged;
        sums.add(links, row, donatedM2, given ? counted : 0);
        sums.add(links, row, pledgedM2, given ? 0 : counted);
        const std::int32_t household = row < links.household.size() ? links.household[row] : notLinked;
        const bool newDonor = given && household != notLinked && countedDonors.insert(household).second;
        sums.add(links, row, donors, newDonor ? 1 : 0);
    }
}

double workLengthKm(const District& district, std::size_t row) {
    const FeatureTable& works = district.table(Role::roadWorks);
    const double fromM = works.numberAt("from_m", row);
    const double toM = works.numberAt("to_m", row);
    if (toM > fromM) return (toM - fromM) / 1000;
    const auto& roads = district.linksOf(Role::roadWorks).road;
    const std::int32_t road = row < roads.size() ? roads[row] : notLinked;
    return road == notLinked ? 0 : lengthM(district.table(Role::roads).geometry, static_cast<std::size_t>(road)) / 1000;
}

void sumWorks(const District& district, Date asOf, Sums& sums) {
    const FeatureTable& works = district.table(Role::roadWorks);
    const TableLinks& links = district.linksOf(Role::roadWorks);
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        const auto state = workState(works, row, asOf);
        if (!state) continue;
        const double lengthKm = workLengthKm(district, row);
        sums.add(links, row, roadsDoneKm, *state == WorkState::finished ? lengthKm : 0);
        sums.add(links, row, roadsUnderWayKm, *state == WorkState::underWay ? lengthKm : 0);
    }
}

void sumGardens(const District& district, Date asOf, Sums& sums) {
    const FeatureTable& gardens = district.table(Role::gardens);
    const TableLinks& links = district.linksOf(Role::gardens);
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        const auto state = gardenState(gardens, row, asOf);
        if (!state) continue;
        sums.add(links, row, gardensRegistered, 1);
        sums.add(links, row, gardensInProgress, *state == GardenState::inProgress ? 1 : 0);
        sums.add(links, row, gardensFinished, *state == GardenState::finished ? 1 : 0);
        sums.add(links, row, gardensLapsed, *state == GardenState::lapsed ? 1 : 0);
    }
}

void sumHouses(const District& district, Date asOf, Sums& sums) {
    const FeatureTable& houses = district.table(Role::houses);
    const TableLinks& links = district.linksOf(Role::houses);
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        sums.add(links, row, housesPlanned, 1);
        sums.add(links, row, housesFinished, houseStep(houses, row, asOf) == houseStepCount - 1 ? 1 : 0);
    }
}

void sumRoutesAndSaturdays(const District& district, Date asOf, Sums& sums) {
    const FeatureTable& routes = district.table(Role::greenRoutes);
    for (std::size_t row = 0; row < routes.rowCount; ++row) {
        const bool known = routes.dateAt("registered_on", row) <= asOf || routes.dateAt("recognised_on", row) <= asOf;
        if (known) sums.add(district.linksOf(Role::greenRoutes), row, greenRoutes, recognisedOn(routes, row, asOf) ? 1 : 0);
    }
    const FeatureTable& shifts = district.table(Role::saturdays);
    for (std::size_t row = 0; row < shifts.rowCount; ++row) {
        if (shifts.dateAt("date", row) <= asOf) sums.add(district.linksOf(Role::saturdays), row, saturdays, 1);
    }
}

/// Only the latest result of each unit and criterion counts, whatever the set.
void sumCriteria(const District& district, Date asOf, Sums& sums) {
    const FeatureTable& results = district.table(Role::criteria);
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> latest;
    for (std::size_t row = 0; row < results.rowCount; ++row) {
        if (results.dateAt("date", row) > asOf) continue;
        const auto [found, isNew] = latest.try_emplace({results.textAt("unit_code", row), results.textAt("criterion", row)}, row);
        if (!isNew && results.dateAt("date", row) > results.dateAt("date", found->second)) found->second = row;
    }
    for (const auto& [key, row] : latest) {
        const std::string_view result = results.textAt("result", row);
        const bool met = result == "đạt" || result == "Đạt" || result == "met" || result == "x";
        sums.add(district.linksOf(Role::criteria), row, criteriaMet, met ? 1 : 0);
    }
}

Sums sumsOn(const District& district, Date asOf) {
    Sums sums(district);
    sumDonations(district, asOf, sums);
    sumWorks(district, asOf, sums);
    sumGardens(district, asOf, sums);
    sumHouses(district, asOf, sums);
    sumRoutesAndSaturdays(district, asOf, sums);
    sumCriteria(district, asOf, sums);
    for (const Role role :
         {Role::donations, Role::roadWorks, Role::gardens, Role::houses, Role::saturdays, Role::meetings, Role::greenRoutes}) {
        const FeatureTable& table = district.table(role);
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            sums.touch(district.linksOf(role), row, latestRecordedDate(table, row, asOf));
        }
    }
    return sums;
}

/// Targets of one year by unit code and indicator.
using Targets = std::map<std::pair<std::string, std::string>, double>;

Targets targetsOf(const District& district, int year) {
    const FeatureTable& table = district.table(Role::targets);
    Targets targets;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const double value = table.numberAt("value", row);
        const bool ofYear = static_cast<int>(table.numberAt("year", row)) == year;
        if (!ofYear || std::isnan(value)) continue;
        const std::string indicator(table.textAt("indicator", row));
        targets[{std::string(table.textAt("unit_code", row)), indicator}] = value;
        // The district's target is what its units are given together.
        targets[{std::string{}, indicator}] += value;
    }
    return targets;
}

std::vector<Indicator> indicatorsOf(const Sums& now, const std::optional<Sums>& before, std::size_t unit, const std::string& code,
                                    const Targets& targets) {
    std::vector<Indicator> indicators;
    for (std::uint8_t i = 0; i < figureCount; ++i) {
        const auto figure = static_cast<Figure>(i);
        Indicator indicator{figureInfos[i].id, figureInfos[i].label, figureInfos[i].unit, now.value(unit, figure), {}, {}};
        if (const auto found = targets.find({code, std::string(indicator.id)}); found != targets.end())
            indicator.target = found->second;
        if (before) indicator.previous = before->value(unit, figure);
        indicators.push_back(indicator);
    }
    return indicators;
}

} // namespace

std::vector<UnitProgress> progress(const District& district, Date asOf, std::optional<Date> compareWith) {
    const Sums now = sumsOn(district, asOf);
    const std::optional<Sums> before = compareWith ? std::optional(sumsOn(district, *compareWith)) : std::nullopt;
    const Targets targets = asOf.known() ? targetsOf(district, toYmd(asOf).year) : Targets{};

    const FeatureTable& communes = district.table(Role::communes);
    const FeatureTable& villages = district.table(Role::villages);
    const auto& communeOfVillage = district.linksOf(Role::villages).commune;
    std::vector<UnitProgress> units;
    units.push_back(
        {UnitLevel::district, notLinked, {}, district.name, {}, now.lastActivity(0), indicatorsOf(now, before, 0, {}, targets)});
    for (std::size_t commune = 0; commune < communes.rowCount; ++commune) {
        const auto communeRow = static_cast<std::int32_t>(commune);
        const std::string code(communes.textAt("code", commune));
        const std::size_t unit = now.unitOfCommune(communeRow);
        units.push_back({UnitLevel::commune,
                         communeRow,
                         code,
                         fullName(communes, commune),
                         {},
                         now.lastActivity(unit),
                         indicatorsOf(now, before, unit, code, targets)});
        for (std::size_t village = 0; village < villages.rowCount; ++village) {
            if (village >= communeOfVillage.size() || communeOfVillage[village] != communeRow) continue;
            const auto villageRow = static_cast<std::int32_t>(village);
            const std::string villageCode(villages.textAt("code", village));
            const std::size_t villageUnit = now.unitOfVillage(villageRow);
            units.push_back({UnitLevel::village, villageRow, villageCode, fullName(villages, village), code,
                             now.lastActivity(villageUnit), indicatorsOf(now, before, villageUnit, villageCode, targets)});
        }
    }
    return units;
}

} // namespace banlang
