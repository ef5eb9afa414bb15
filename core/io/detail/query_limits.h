// SPDX-License-Identifier: MIT
#pragma once

#include <gdal_priv.h>

#include <cstdint>

namespace banlang::detail {

/// A GeoPackage may hold views, which are programs: from now on, a query of this dataset fails when it takes far more steps than
/// reading a file of this size does, or makes values larger than any geometry. Does nothing to other datasets.
void limitQueries(GDALDataset& dataset, std::uint64_t fileBytes);

} // namespace banlang::detail
