// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/raster_source.h"

#include <gdal_priv.h>

#include <array>
#include <optional>
#include <vector>

namespace banlang::detail {

using PremultipliedRgba = std::array<std::uint8_t, 4>;

/// One size of a raster: itself or a smaller copy. The bands belong to its dataset.
struct RasterLevel {
    std::vector<GDALRasterBand*> colours; ///< one (grey, palette) or three
    GDALRasterBand* alpha = nullptr;      ///< an alpha band or a mask; may be null
    int columns = 0;
    int rows = 0;
};

/// How values of the bands become colours; the same for all levels and handles of a raster.
struct RasterColours {
    BandLayout layout = BandLayout::rgb;
    std::vector<int> colourBands;               ///< numbers from 1
    int alphaBand = 0;                          ///< 0: none
    double alphaFull = 255;                     ///< value of an opaque alpha
    std::vector<std::optional<float>> noData;   ///< per colour band
    std::vector<std::array<double, 2>> stretch; ///< per colour band: values drawn as 0 and as 255
    std::vector<PremultipliedRgba> palette;
};

/// What the bands say of themselves. Values that are no bytes are not stretched yet.
[[nodiscard]] RasterColours coloursOf(GDALDataset& dataset);
/// The dataset itself and the overviews that it brings.
[[nodiscard]] std::vector<RasterLevel> levelsOf(GDALDataset& dataset, const RasterColours& colours);
/// Sets the stretch from the 2nd to the 98th percentile of a sample. False when the sample cannot be read.
[[nodiscard]] bool stretchBySample(RasterColours& colours, const std::vector<RasterLevel>& levels);

/// A rectangle of one level, in its pixels.
struct PixelWindow {
    int x = 0;
    int y = 0;
    int columns = 0;
    int rows = 0;
};
/// Its colours in a picture of `columns` x `rows`, which may be smaller than the window. Nothing when it cannot be read.
[[nodiscard]] std::optional<RasterPixels> colouredWindow(const RasterLevel& level, const RasterColours& colours,
                                                         const PixelWindow& window, int columns, int rows);

} // namespace banlang::detail
