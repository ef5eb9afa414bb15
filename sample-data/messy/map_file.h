// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/geo/crs.h"
#include "core/geo/feature_table.h"
#include "core/text/legacy_encodings.h"
#include "sample-data/messy/messy_district.h"

#include <string>
#include <string_view>
#include <vector>

namespace banlang::sample {

/// How an office saved a map.
struct MapForm {
    std::string driver = "ESRI Shapefile"; ///< GDAL's name
    TextEncoding bytes = TextEncoding::utf8;
    int coordinatesEpsg = defaultStoreEpsg; ///< what the coordinates truly are
    int statedEpsg = 0;                     ///< what the file says that they are; 0: it says nothing
    bool swapped = false;                   ///< north (latitude) before east
    std::vector<std::string> layerOptions;  ///< of the driver, NAME=VALUE
};

/// A field of the store under the header of the office.
struct MapColumn {
    std::string_view header;
    std::string_view field;
};

/// Some rows of a table, under other headers.
[[nodiscard]] FeatureTable renamed(const FeatureTable& table, const Rows& rows, const std::vector<MapColumn>& columns);
[[nodiscard]] Rows allRows(const FeatureTable& table);

/// Writes one layer, named as the file is. Texts go out byte for byte in the encoding of the form.
[[nodiscard]] Result<void> writeMap(const std::string& path, const FeatureTable& table, const MapForm& form);

} // namespace banlang::sample
