// SPDX-License-Identifier: MIT
#include "sample-data/records.h"

#include "sample-data/place_tables.h"
#include "sample-data/writer.h"

#include <filesystem>

namespace banlang::sample {
namespace {

Result<void> writeFaults(const std::string& truth, const ParcelSummary& parcels, const DistrictRecords& records,
                         const LateReports& late) {
    BANLANG_TRY(faults, TableWriter::create(truth, "faults", parcels.faults));
    BANLANG_CHECK(faults.append(parcels.faults));
    BANLANG_CHECK(faults.append(records.donationFaults));
    BANLANG_CHECK(faults.append(late.faults));
    return faults.finish();
}

Result<void> writeLate(const std::string& folder, const LateReports& late) {
    std::error_code failure; // shows itself when the files are written
    std::filesystem::create_directories(folder, failure);
    BANLANG_CHECK(writeTable(folder, "households", late.households));
    BANLANG_CHECK(writeTable(folder, "donations", late.donations));
    BANLANG_CHECK(writeTable(folder, "gardens", late.gardens));
    return writeTable(folder, "saturdays", late.saturdays);
}

} // namespace

DistrictRecords drawRecords(const Landscape& land, const std::vector<std::size_t>& works, const ParcelSummary& parcels) {
    DistrictRecords drawn;
    const auto put = [&](Role role, FeatureTable table) { drawn.tables[indexOf(role)] = std::move(table); };
    put(Role::communes, communeTable(land));
    put(Role::villages, villageTable(land));
    put(Role::roads, roadTable(land));
    put(Role::rivers, riverTable(land));
    put(Role::households, householdTable(land));
    RecordsAndTruth donations = donationRecords(land, works, parcels);
    put(Role::donations, std::move(donations.records));
    drawn.donationTruth = std::move(donations.truth);
    drawn.donationFaults = std::move(donations.faults);
    put(Role::roadWorks, roadWorkRecords(land, works));
    RecordsAndTruth gardens = gardenRecords(land, parcels);
    put(Role::gardens, std::move(gardens.records));
    drawn.gardenTruth = std::move(gardens.truth);
    RecordsAndTruth houses = houseRecords(land);
    put(Role::houses, std::move(houses.records));
    drawn.houseTruth = std::move(houses.truth);
    put(Role::supportList, supportListRecords(land));
    put(Role::saturdays, saturdayRecords(land));
    put(Role::meetings, meetingRecords(land));
    put(Role::criteria, criteriaRecords(land));
    put(Role::targets, targetRecords(land));
    put(Role::greenRoutes, greenRouteRecords(land));
    put(Role::modelVillages, modelVillageRecords(land));
    addFollowUps(land, drawn.tables);
    return drawn;
}

Result<void> writeRecords(const Landscape& land, const std::vector<std::size_t>& works, const ParcelSummary& parcels,
                          const std::string& folder) {
    const DistrictRecords records = drawRecords(land, works, parcels);
    for (const RecordKind& kind : recordKinds()) {
        if (kind.role == Role::parcels) continue; // written as they were made
        BANLANG_CHECK(writeTable(folder, std::string(kind.id), records.tables[indexOf(kind.role)]));
    }
    const LateReports late = lateReports(land, records.tables, parcels);
    BANLANG_CHECK(writeLate(folder + "/late", late));
    const std::string truth = folder + "/truth";
    BANLANG_CHECK(writeFaults(truth, parcels, records, late));
    BANLANG_CHECK(writeTable(truth, "donations", records.donationTruth));
    BANLANG_CHECK(writeTable(truth, "households", householdTruth(land)));
    BANLANG_CHECK(writeTable(truth, "gardens", records.gardenTruth));
    BANLANG_CHECK(writeTable(truth, "houses", records.houseTruth));
    return writeTable(truth, "gaps", plantedGaps(land, records.tables));
}

} // namespace banlang::sample
