// SPDX-License-Identifier: MIT
#include "sample-data/messy/messy_district.h"

#include "sample-data/messy/offices.h"
#include "sample-data/records.h"

#include <fmt/format.h>

#include <stdexcept>

namespace banlang::sample {
namespace {

/// A garden whose parcel lies in another commune than its house: the commune that reports it has no map of that parcel.
void forgetParcelsAbroad(const MessyDistrict& district, FeatureTable& gardens) {
    TextValues communes;
    TextValues sheets;
    TextValues numbers;
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        const Village& village = district.villages()[district.villageOfCode.find(gardens.textAt("village_code", row))->second];
        const std::string& own = district.communes()[static_cast<std::size_t>(village.commune)].code;
        const bool abroad = gardens.textAt("commune_code", row) != own;
        communes.append(own);
        sheets.append(abroad ? std::string_view() : gardens.textAt("sheet", row));
        numbers.append(abroad ? std::string_view() : gardens.textAt("number", row));
    }
    gardens.find("commune_code")->text = std::move(communes);
    gardens.find("sheet")->text = std::move(sheets);
    gardens.find("number")->text = std::move(numbers);
}

/// The surveyor of gardens does not ask what they are for, and nobody surveys public works.
void forgetWhatNobodyAsks(MessyDistrict& district) {
    FeatureTable& gardens = district.tables[indexOf(Role::gardens)];
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        if (hasMeasuredGardens(communeOf(district, Role::gardens, row)))
            gardens.find("specialised")->numbers[row] = Column::missingNumber;
    }
    FeatureTable& assets = district.tables[indexOf(Role::publicAssets)];
    assets.geometry = GeometryColumn();
    assets.geometry.kind = GeometryKind::point;
    for (std::size_t row = 0; row < assets.rowCount; ++row) assets.geometry.endFeature();
}

/// Reviews name households by head and village. Of two of one name in a village nobody can tell which is meant.
void forgetIdsInReviews(MessyDistrict& district) {
    const auto place = [](const FeatureTable& table, std::size_t row) {
        return fmt::format("{}/{}", table.textAt("village_code", row), table.textAt("head_name", row));
    };
    const FeatureTable& households = district.table(Role::households);
    std::map<std::string, int> count;
    for (std::size_t row = 0; row < households.rowCount; ++row) ++count[place(households, row)];
    district.heads = textTable({"role", "village_code", "head_name", "household_id"});
    FeatureTable& reviews = district.tables[indexOf(Role::housingReviews)];
    TextValues none;
    for (std::size_t row = 0; row < reviews.rowCount; ++row) {
        const bool alone = count[place(reviews, row)] == 1;
        addRow(district.heads, {{"role", recordKind(Role::housingReviews).id},
                                {"village_code", reviews.textAt("village_code", row)},
                                {"head_name", reviews.textAt("head_name", row)},
                                {"household_id", alone ? reviews.textAt("household_id", row) : std::string_view()}});
        none.append({});
    }
    reviews.find("household_id")->text = std::move(none);
}

void addFaults(FeatureTable& all, const FeatureTable& more) {
    for (std::size_t row = 0; row < more.rowCount; ++row)
        addRow(all, {{"role", more.textAt("role", row)}, {"key", more.textAt("key", row)}, {"rule", more.textAt("rule", row)}});
}

} // namespace

MessyDistrict gatherRecords(const Landscape& land, const std::vector<std::size_t>& works, FeatureTable parcels,
                            const ParcelSummary& summary) {
    MessyDistrict district;
    district.land = &land;
    const auto put = [&](Role role, FeatureTable table) { district.tables[indexOf(role)] = std::move(table); };
    for (std::size_t i = 0; i < district.communes().size(); ++i) district.communeOfCode[district.communes()[i].code] = i;
    for (std::size_t i = 0; i < district.villages().size(); ++i) district.villageOfCode[district.villages()[i].code] = i;
    DistrictRecords drawn = drawRecords(land, works, summary);
    district.tables = std::move(drawn.tables);
    put(Role::parcels, std::move(parcels));
    const FeatureTable& households = district.table(Role::households);
    for (std::size_t row = 0; row < households.rowCount; ++row)
        district.headOfHousehold.emplace(households.textAt("id", row), households.textAt("head_name", row));
    for (std::size_t row = 0; row < district.table(Role::donations).rowCount; ++row) {
        const bool known = row < drawn.donationTruth.rowCount;
        district.villageOfDonation.emplace_back(known ? drawn.donationTruth.textAt("village_code", row) : std::string_view());
    }
    district.faults = textTable({"role", "key", "rule"});
    addFaults(district.faults, summary.faults);
    addFaults(district.faults, drawn.donationFaults);
    forgetParcelsAbroad(district, district.tables[indexOf(Role::gardens)]);
    forgetWhatNobodyAsks(district);
    forgetIdsInReviews(district);
    return district;
}

std::string villageOf(const MessyDistrict& district, Role role, std::size_t row) {
    if (role == Role::donations) return district.villageOfDonation[row];
    const FeatureTable& table = district.table(role);
    if (role == Role::supportList) {
        const std::string_view household = table.textAt("household_id", row);
        return std::string(household.substr(0, household.find('-')));
    }
    return std::string(table.textAt("village_code", row));
}

std::size_t communeOf(const MessyDistrict& district, Role role, std::size_t row) {
    const FeatureTable& table = district.table(role);
    for (const char* column : {"commune_code", "unit_code"}) {
        const auto found = district.communeOfCode.find(table.textAt(column, row));
        if (found != district.communeOfCode.end()) return found->second;
    }
    const auto village = district.villageOfCode.find(villageOf(district, role, row));
    if (village == district.villageOfCode.end()) throw std::logic_error("a record of no commune");
    return static_cast<std::size_t>(district.villages()[village->second].commune);
}

std::vector<Rows> rowsByCommune(const MessyDistrict& district, Role role) {
    std::vector<Rows> rows(district.communes().size());
    for (std::size_t row = 0; row < district.table(role).rowCount; ++row)
        rows[communeOf(district, role, row)].push_back(static_cast<std::uint32_t>(row));
    return rows;
}

std::string fullName(const Commune& commune) {
    return (commune.town ? "Thị trấn " : "Xã ") + commune.name;
}

std::string fullName(const MessyDistrict& district, const Village& village) {
    const bool town = district.communes()[static_cast<std::size_t>(village.commune)].town;
    return (town ? "Tổ dân phố " : "Thôn ") + village.name;
}

} // namespace banlang::sample
