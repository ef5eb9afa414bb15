// SPDX-License-Identifier: MIT
#include "sample-data/read_parcels.h"

#include "core/io/source.h"

#include <filesystem>

namespace banlang::sample {

namespace fs = std::filesystem;

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

} // namespace banlang::sample
