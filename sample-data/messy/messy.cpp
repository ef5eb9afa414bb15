// SPDX-License-Identifier: MIT
#include "sample-data/messy/messy.h"

#include "core/io/source.h"
#include "sample-data/messy/offices.h"
#include "sample-data/messy/truth.h"
#include "sample-data/parcels.h"
#include "sample-data/works.h"

#include <filesystem>

namespace banlang::sample {
namespace {

namespace fs = std::filesystem;

struct ParcelsRead {
    FeatureTable parcels;
    ParcelSummary summary;
};

/// The parcels as the clean district has them, by way of a file that is thrown away: they are made part by part.
Result<ParcelsRead> growParcels(const Landscape& land, const std::string& folder, std::uint64_t wanted, const Progress& progress) {
    const fs::path aside = fs::path(folder) / ".unfinished";
    std::error_code failure; // shows itself when the file is written
    fs::create_directories(aside / "truth", failure);
    BANLANG_TRY(summary, writeParcels(land, aside.string(), wanted, progress));
    BANLANG_TRY(source, Source::open((aside / "parcels.gpkg").string()));
    BANLANG_TRY(raw, source.read(0, progress));
    fs::remove_all(aside, failure);
    return ParcelsRead{std::move(raw.table), std::move(summary)};
}

} // namespace

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
