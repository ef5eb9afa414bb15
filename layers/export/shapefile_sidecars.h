// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/geo/feature_table.h"
#include "layers/provenance.h"

#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// As much of a UTF-8 text as a .dbf holds, 254 bytes, without cutting a letter.
[[nodiscard]] std::string_view fittingDbf(std::string_view text);

struct ShapefileSidecars {
    std::vector<std::string> columnNames; ///< ten letters at most, one per column of the table
    std::size_t cutTexts = 0;             ///< texts of which the .dbf holds only the beginning
    std::string cutTextsFile;             ///< where they are in full; empty when there are none
};

/// Writes beside NAME.shp what it cannot hold itself: NAME.cot.csv with the full name of each column; NAME.dai.csv with each text
/// that is too long, by row and column, if there is any; NAME.shp.xml, its metadata in FGDC's standard form, which GIS programs
/// show.
[[nodiscard]] Result<ShapefileSidecars> writeShapefileSidecars(const FeatureTable& table, const Provenance& provenance,
                                                               Language language, const std::string& path);

} // namespace banlang
