// SPDX-License-Identifier: MIT
#pragma once

#include <gdal_priv.h>

#include <optional>
#include <string>

namespace banlang::detail {

// A raster may be a small text that names others (a VRT mosaic) and comes from anybody. It may name what lies beside it or below
// its own folder; else it would show any picture of this computer, or ask the network for one.

/// Asked before GDAL opens the file and follows what it names: what a mosaic, or a mosaic in it, names elsewhere, as it is written
/// there. Nothing for rasters of other formats.
[[nodiscard]] std::optional<std::string> strayReference(const std::string& path);

/// The same of the files that GDAL says an open raster is made of.
[[nodiscard]] std::optional<std::string> strayFile(GDALDataset& dataset, const std::string& path);

} // namespace banlang::detail
