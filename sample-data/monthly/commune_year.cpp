// SPDX-License-Identifier: MIT
#include "sample-data/monthly/commune_year.h"

#include "sample-data/monthly/year_draws.h"

namespace banlang::sample {

Date dayIn(int month, int day) {
    return Date::fromYmd(2022, month + 1, day);
}

Date endOfMonth(int month) {
    const Date next = month + 1 < monthsOfYear ? dayIn(month + 1, 1) : Date::fromYmd(2023, 1, 1);
    return {next.daysSince1970 - 1};
}

CommuneHouseholds householdsOf(const Landscape& land, std::size_t commune) {
    CommuneHouseholds households;
    for (const Village& village : land.settlements.villages) {
        if (village.commune != static_cast<std::int32_t>(commune)) continue;
        if (households.count == 0) households.first = village.firstHousehold;
        households.count += village.households;
    }
    return households;
}

CommuneYear drawYear(const Landscape& land, const ParcelSummary& parcels, std::size_t commune) {
    CommuneYear year{commune, {}};
    const YearDraws draws(land, parcels, commune);
    for (const ReportedKind& kind : reportedKinds()) year.records.push_back(draws.draw(kind));
    return year;
}

} // namespace banlang::sample
