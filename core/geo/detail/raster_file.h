// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/geo/crs.h"
#include "core/geo/detail/gdal_errors.h"

#include <cpl_conv.h>
#include <gdal_priv.h>

#include <array>
#include <optional>
#include <string>

namespace banlang::detail {

/// A GDAL option of this thread while it lives.
class GdalOption {
public:
    GdalOption(const char* name, const char* value);
    ~GdalOption();
    GdalOption(const GdalOption&) = delete;
    GdalOption& operator=(const GdalOption&) = delete;

private:
    const char* name_;
    std::optional<std::string> before_;
};

/// While it lives GDAL prints nothing on this thread, leaves no .aux.xml beside what it reads and reaches no network, not even
/// where a mosaic points there.
class QuietGdal {
public:
    [[nodiscard]] const GdalErrors& errors() const { return errors_; }

private:
    GdalErrors errors_;
    GdalOption noSideFiles_{"GDAL_PAM_ENABLED", "NO"};
    GdalOption noNetwork_{"CPL_VSIL_CURL_ALLOWED_FILENAME", "-"};
    GdalOption masksInside_{"GDAL_TIFF_INTERNAL_MASK", "YES"};
};

/// A raster from the local disk, read-only. Only under a QuietGdal.
struct RasterFile {
    GDALDatasetUniquePtr dataset;
    std::array<double, 6> toGround{}; ///< GDAL's geotransform: from columns and rows to the raster's own CRS
    std::optional<Crs> crs;           ///< none: the file names none
    bool oneThread = false;           ///< a mosaic shares its parts between handles
};
[[nodiscard]] Result<RasterFile> openRasterFile(const std::string& path);

[[nodiscard]] Error damagedRaster(const std::string& path, const std::string& gdalSays);

} // namespace banlang::detail
