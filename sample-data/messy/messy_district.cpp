// SPDX-License-Identifier: MIT
#include "sample-data/messy/messy_district.h"

#include "sample-data/messy/offices.h"
#include "sample-data/records.h"
#include "sample-data/table_rows.h"

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
        const Village& village =
            district.villages()[district.villageOfCode.find(gardens.textAt(fields::gardens.villageCode, row))->second];
        const std::string& own = district.communes()[static_cast<std::size_t>(village.commune)].code;
        const bool abroad = gardens.textAt(fields::gardens.communeCode, row) != own;
        communes.append(own);
        sheets.append(abroad ? std::string_view() : gardens.textAt(fields::gardens.sheet, row));
        numbers.append(abroad ? std::string_view() : gardens.textAt(fields::gardens.number, row));
    }
    gardens.find(fields::gardens.communeCode)->text = std::move(communes);
    gardens.find(fields::gardens.sheet)->text = std::move(sheets);
    gardens.find(fields::gardens.number)->text = std::move(numbers);
}

/// The surveyor of gardens does not ask what they are for, and nobody surveys public works.
void forgetWhatNobodyAsks(MessyDistrict& district) {
    FeatureTable& gardens = district.tables[indexOf(Role::gardens)];
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        if (hasMeasuredGardens(communeOf(district, Role::gardens, row)))
            gardens.find(fields::gardens.specialised)->numbers[row] = Column::missingNumber;
    }
    FeatureTable& assets = district.tables[indexOf(Role::publicAssets)];
    assets.geometry = GeometryColumn();
    assets.geometry.kind = GeometryKind::point;
    for (std::size_t row = 0; row < assets.rowCount; ++row) assets.geometry.endFeature();
}

/// Reviews name households by head and village. Of two of one name in a village nobody can tell which is meant.
void forgetIdsInReviews(MessyDistrict& district) {
    const auto place = [](const FeatureTable& table, std::size_t row) {
        const auto text = [&](const TextField& field) { return table.textAt(field, row); };
        return fmt::format("{}/{}", text(fields::common(fields::households.villageCode, fields::housingReviews.villageCode)),
                           text(fields::headReferences.headName));
    };
    const FeatureTable& households = district.table(Role::households);
    std::map<std::string, int> count;
    for (std::size_t row = 0; row < households.rowCount; ++row) ++count[place(households, row)];
    district.heads = textTable({"role", "village_code", "head_name", "household_id"});
    FeatureTable& reviews = district.tables[indexOf(Role::housingReviews)];
    TextValues none;
    for (std::size_t row = 0; row < reviews.rowCount; ++row) {
        const bool alone = count[place(reviews, row)] == 1;
        addRow(district.heads,
               {{"role", recordKind(Role::housingReviews).id},
                {"village_code", reviews.textAt(fields::housingReviews.villageCode, row)},
                {"head_name", reviews.textAt(fields::housingReviews.headName, row)},
                {"household_id", alone ? reviews.textAt(fields::housingReviews.householdId, row) : std::string_view()}});
        none.append({});
    }
    reviews.find(fields::housingReviews.householdId)->text = std::move(none);
}

void addFaults(FeatureTable& all, const FeatureTable& more) {
    for (std::size_t row = 0; row < more.rowCount; ++row)
        addRow(all, {{"role", textIn(more, "role", row)}, {"key", textIn(more, "key", row)}, {"rule", textIn(more, "rule", row)}});
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
        district.headOfHousehold.emplace(households.textAt(fields::households.id, row),
                                         households.textAt(fields::households.headName, row));
    for (std::size_t row = 0; row < district.table(Role::donations).rowCount; ++row) {
        const bool known = row < drawn.donationTruth.rowCount;
        district.villageOfDonation.emplace_back(known ? textIn(drawn.donationTruth, "village_code", row) : std::string_view());
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
        const std::string_view household = table.textAt(fields::supportList.householdId, row);
        return std::string(household.substr(0, household.find('-')));
    }
    const Column* villages = table.columnNamed(fields::placeReferences.villageCode.name);
    return villages == nullptr ? std::string() : std::string(villages->text[row]);
}

std::size_t communeOf(const MessyDistrict& district, Role role, std::size_t row) {
    const FeatureTable& table = district.table(role);
    for (const TextField& field : {fields::placeReferences.communeCode, fields::unitReferences.unitCode}) {
        const Column* codes = table.columnNamed(field.name);
        const auto found = district.communeOfCode.find(codes == nullptr ? std::string_view() : codes->text[row]);
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
