// SPDX-License-Identifier: MIT
#include "sample-data/messy/messy.h"

#include "sample-data/messy/offices.h"
#include "sample-data/messy/truth.h"
#include "sample-data/read_parcels.h"
#include "sample-data/works.h"

namespace banlang::sample {

Result<void> writeMessySample(const std::string& folder, const SampleOptions& options, const Progress& progress) {
    const std::unique_ptr<Landscape> land = growLandscape(options, progress);
    if (!land) return Unexpected(stopped());
    const std::vector<std::size_t> works = chooseWorks(*land);
    BANLANG_TRY(grown, growParcels(*land, folder, options.parcels, progress));
    const MessyDistrict district = gatherRecords(*land, works, std::move(grown.parcels), grown.summary);
    Delivery delivery(folder);
    progress.tell(0.92, {"Viết hồ sơ của các xã", "Writing the papers of the communes"});
    BANLANG_CHECK(writePlaces(district, delivery));
    BANLANG_CHECK(writeCadastre(district, delivery));
    BANLANG_CHECK(writeMeasuredGardens(district, delivery));
    BANLANG_CHECK(writeHouseholdLists(district, delivery));
    BANLANG_CHECK(writeCommuneReports(district, delivery));
    BANLANG_CHECK(writeDistrictPapers(district, delivery));
    BANLANG_CHECK(writeFollowUps(district, delivery));
    BANLANG_CHECK(writeMachineLists(district, delivery));
    BANLANG_CHECK(writeLeftovers(delivery));
    if (progress.shouldStop()) return Unexpected(stopped());
    return writeTruth(district, delivery);
}

} // namespace banlang::sample
