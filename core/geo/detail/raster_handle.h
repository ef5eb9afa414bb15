// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/detail/raster_colours.h"
#include "core/geo/detail/raster_file.h"

#include <memory>

namespace banlang::detail {

/// One opened raster with its smaller copies, for one thread at a time. Only under a QuietGdal.
class RasterHandle {
public:
    /// `colours`: as an earlier handle found them; made anew when null.
    [[nodiscard]] static Result<std::unique_ptr<RasterHandle>> open(const std::string& path, const Crs& district,
                                                                    std::shared_ptr<const RasterColours> colours = nullptr);

    [[nodiscard]] Result<RasterPixels> read(const Box& box, int columns, int rows, const GdalErrors& errors) const;

    /// Whether the corners and the middle can be read: a file that was cut off opens all the same.
    [[nodiscard]] bool whole() const;

    [[nodiscard]] const RasterFile& file() const { return file_; }
    [[nodiscard]] const std::shared_ptr<const RasterColours>& colours() const { return colours_; }
    [[nodiscard]] const std::vector<RasterLevel>& levels() const { return levels_; }
    /// The raster's outline in the district's CRS.
    [[nodiscard]] Box extent() const;
    /// Side of a pixel in the middle of the raster, metres of the district's CRS.
    [[nodiscard]] double metresPerPixel() const;

private:
    RasterHandle(RasterFile file, GDALDatasetUniquePtr smaller, CrsTransform toRaster, CrsTransform toDistrict);
    [[nodiscard]] Point pixelAt(Point ground) const; ///< `ground` in the raster's own CRS

    RasterFile file_;
    GDALDatasetUniquePtr smaller_; ///< from the cache; may be null
    CrsTransform toRaster_;
    CrsTransform toDistrict_;
    std::array<double, 6> toPixel_{};
    std::shared_ptr<const RasterColours> colours_;
    std::vector<RasterLevel> levels_; ///< largest first
};

} // namespace banlang::detail
