// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/geo/point.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// How the bands of a raster make a colour.
enum class BandLayout : std::uint8_t { grey, greyAlpha, palette, rgb, rgbAlpha };
[[nodiscard]] std::string_view id(BandLayout layout); ///< "grey", "rgb-alpha"

/// What is known of a raster without reading its pixels.
struct RasterInfo {
    std::string path;
    std::string format; ///< as GDAL names it: "GTiff", "MBTiles"
    Box extent{};       ///< in the district's CRS
    int columns = 0;
    int rows = 0;
    double metresPerPixel = 0; ///< of the raster itself, on the ground
    BandLayout bands = BandLayout::rgb;
    std::string sampleType; ///< "Byte", "UInt16"; all but Byte are stretched from the 2nd to the 98th percentile
    std::uint64_t bytes = 0;
    std::string crsName;
    bool crsAssumed = false; ///< the file names none; taken for the district's, because it then lies on the district
    bool overviews = false;  ///< smaller copies are there, in the file, beside it or in the cache
    /// Large and without smaller copies: reading much of it at once goes through every pixel. Mended by buildRasterOverviews.
    bool slow = false;
};

/// Premultiplied RGBA, 8 bits each, the northern row first; transparent where there are no data.
struct RasterPixels {
    int columns = 0;
    int rows = 0;
    std::vector<std::uint8_t> rgba{};
};

/// A georeferenced picture from the local disk, seen in a district's CRS: GeoTIFF, COG, MBTiles, whatever GDAL opens. Never asks
/// the network, and never writes beside the file or into it.
/// May be read by any number of threads at once: each reading takes a handle of its own from a pool (a VRT mosaic has a single
/// one, so its readings wait for each other).
class RasterSource {
public:
    /// `district`: where the district lies, in the CRS of that code; a raster beyond it is refused, and one that names no CRS is
    /// taken for the district's when it lies there. With an empty box nothing is checked and no CRS is assumed.
    [[nodiscard]] static Result<std::shared_ptr<const RasterSource>> open(const std::string& path, int districtEpsg,
                                                                          const Box& district = {});
    ~RasterSource();
    RasterSource(const RasterSource&) = delete;
    RasterSource& operator=(const RasterSource&) = delete;

    [[nodiscard]] const RasterInfo& info() const;

    /// The pixels of a box of the district's CRS, bilinear, from the smaller copy that fits. 256 x 256 pixels take 5-15 ms at any
    /// scale when there are smaller copies. Fails when the file is damaged or gone.
    [[nodiscard]] Result<RasterPixels> read(const Box& box, int columns, int rows) const;

private:
    struct Impl;
    explicit RasterSource(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace banlang
