// SPDX-License-Identifier: MIT
#include "sample-data/sample.h"

#include "sample-data/parcels.h"
#include "sample-data/place_tables.h"
#include "sample-data/records.h"
#include "sample-data/works.h"
#include "sample-data/writer.h"

#include <filesystem>

namespace banlang::sample {

Result<void> writeSample(const std::string& folder, const SampleOptions& options, const Progress& progress) {
    std::filesystem::create_directories(folder + "/truth");
    const std::unique_ptr<Landscape> land = growLandscape(options, progress);
    const std::vector<std::size_t> works = chooseWorks(*land);
    BANLANG_CHECK(writeTable(folder, "communes", communeTable(*land)));
    BANLANG_CHECK(writeTable(folder, "villages", villageTable(*land)));
    BANLANG_CHECK(writeTable(folder, "roads", roadTable(*land)));
    BANLANG_CHECK(writeTable(folder, "rivers", riverTable(*land)));
    BANLANG_CHECK(writeTable(folder, "households", householdTable(*land)));
    BANLANG_TRY(parcels, writeParcels(*land, folder, options.parcels, progress));
    BANLANG_CHECK(writeRecords(*land, works, parcels, folder));
    return writeTerrain(folder + "/terrain.tif", land->frame, land->heights);
}

} // namespace banlang::sample
