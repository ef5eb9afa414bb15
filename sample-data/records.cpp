// SPDX-License-Identifier: MIT
#include "sample-data/records.h"

#include "sample-data/place_tables.h"
#include "sample-data/record_tables.h"
#include "sample-data/writer.h"

namespace banlang::sample {

Result<void> writeRecords(const Landscape& land, const std::vector<std::size_t>& works, const ParcelSummary& parcels,
                          const std::string& folder) {
    const std::string truth = folder + "/truth";
    const RecordsAndTruth donations = donationRecords(land, works, parcels);
    BANLANG_CHECK(writeTable(folder, "donations", donations.records));
    BANLANG_CHECK(writeTable(truth, "donations", donations.truth));
    BANLANG_TRY(faults, TableWriter::create(truth, "faults", parcels.faults));
    BANLANG_CHECK(faults.append(parcels.faults));
    BANLANG_CHECK(faults.append(donations.faults));
    BANLANG_CHECK(faults.finish());
    BANLANG_CHECK(writeTable(folder, "road-works", roadWorkRecords(land, works)));
    BANLANG_CHECK(writeTable(truth, "households", householdTruth(land)));
    const RecordsAndTruth gardens = gardenRecords(land, parcels);
    BANLANG_CHECK(writeTable(folder, "gardens", gardens.records));
    BANLANG_CHECK(writeTable(truth, "gardens", gardens.truth));
    const RecordsAndTruth houses = houseRecords(land);
    BANLANG_CHECK(writeTable(folder, "houses", houses.records));
    BANLANG_CHECK(writeTable(truth, "houses", houses.truth));
    BANLANG_CHECK(writeTable(folder, "support-list", supportListRecords(land)));
    BANLANG_CHECK(writeTable(folder, "saturdays", saturdayRecords(land)));
    BANLANG_CHECK(writeTable(folder, "meetings", meetingRecords(land)));
    BANLANG_CHECK(writeTable(folder, "criteria", criteriaRecords(land)));
    BANLANG_CHECK(writeTable(folder, "targets", targetRecords(land)));
    BANLANG_CHECK(writeTable(folder, "green-routes", greenRouteRecords(land)));
    return writeTable(folder, "model-villages", modelVillageRecords(land));
}

} // namespace banlang::sample
