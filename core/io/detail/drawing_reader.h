// SPDX-License-Identifier: MIT
#pragma once

#include "core/io/source.h"

#include <gdal_priv.h>

namespace banlang::detail {

/// A drawing (DXF, DGN) as tables: closed lines and areas as polygons, open lines as lines, each with its drawing layer, its handle
/// and, for polygons, the texts that stand inside it from top to bottom (text_1, text_2, text_3, then the rest in text_4). Drawings
/// have no other attributes. Tables without features are left out.
[[nodiscard]] std::vector<RawLayer> readDrawing(OGRLayer& entities, const std::string& name, const Progress& progress);

} // namespace banlang::detail
