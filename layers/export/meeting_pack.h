// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "layers/themes/catalogue.h"

#include <string>
#include <vector>

namespace banlang {

struct PackRequest {
    LayerRequest layer; ///< the colour scheme is set to print
    Language language = Language::vietnamese;
    std::vector<std::string> sources; ///< files the data came from
    bool overwrite = false;
};

struct PackFile {
    std::string path; ///< within the folder
    std::string kind; ///< "map", "workbook", "kmz", "gpkg"
    std::string sha256;
};

/// Writes everything for a meeting into a folder: for each programme a sheet of the district and one of each commune (A3 PDF), and
/// its layer as workbook, KMZ and styled GeoPackage. The audience decides what is in them. The pack appears as a whole or not at
/// all. A folder that has files in it is refused; overwriting, a new pack takes the place of an old one, never of anything else.
[[nodiscard]] Result<std::vector<PackFile>> writeMeetingPack(const PackRequest& request, const std::string& folder,
                                                             const Progress& progress = {});

} // namespace banlang
