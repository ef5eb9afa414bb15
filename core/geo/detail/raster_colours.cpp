// SPDX-License-Identifier: MIT
#include "core/geo/detail/raster_colours.h"

#include <algorithm>
#include <cmath>

namespace banlang::detail {
namespace {

constexpr int sampleSide = 512;
constexpr double lowShare = 0.02;
constexpr double highShare = 0.98;

int bandMeaning(GDALDataset& dataset, GDALColorInterp meaning) {
    for (int i = 1; i <= dataset.GetRasterCount(); ++i) {
        if (dataset.GetRasterBand(i)->GetColorInterpretation() == meaning) return i;
    }
    return 0;
}

/// The bands that are red, green and blue by name, or else the first three that are no alpha.
std::vector<int> rgbBands(GDALDataset& dataset, int alphaBand) {
    std::vector<int> named;
    for (const GDALColorInterp meaning : {GCI_RedBand, GCI_GreenBand, GCI_BlueBand}) named.push_back(bandMeaning(dataset, meaning));
    if (std::find(named.begin(), named.end(), 0) == named.end()) return named;
    std::vector<int> first;
    for (int i = 1; i <= dataset.GetRasterCount() && first.size() < 3; ++i) {
        if (i != alphaBand) first.push_back(i);
    }
    return first;
}

std::vector<PremultipliedRgba> paletteOf(const GDALColorTable& table) {
    std::vector<PremultipliedRgba> palette;
    for (int i = 0; i < table.GetColorEntryCount(); ++i) {
        GDALColorEntry entry{};
        table.GetColorEntryAsRGB(i, &entry);
        const auto part = [&](int value) { return static_cast<std::uint8_t>(value * entry.c4 / 255); };
        palette.push_back({part(entry.c1), part(entry.c2), part(entry.c3), static_cast<std::uint8_t>(entry.c4)});
    }
    return palette;
}

double fullOf(GDALDataType type) {
    return type == GDT_Byte ? 255 : type == GDT_UInt16 ? 65'535 : 1;
}

bool readPlane(GDALRasterBand& band, const PixelWindow& window, int columns, int rows, GDALRIOResampleAlg how,
               std::vector<float>& plane) {
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.eResampleAlg = how;
    plane.resize(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    return band.RasterIO(GF_Read, window.x, window.y, window.columns, window.rows, plane.data(), columns, rows, GDT_Float32, 0, 0,
                         &extra) == CE_None;
}

bool isNoData(float value, const std::optional<float>& noData) {
    return std::isnan(value) || (noData && value == *noData);
}

std::uint8_t byteOf(double value) {
    constexpr double toNearest = 0.5;
    return static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0) + toNearest);
}

void paintPalette(RasterPixels& picture, const std::vector<float>& plane, const RasterColours& colours) {
    for (std::size_t i = 0; i < plane.size(); ++i) {
        const auto entry = static_cast<std::size_t>(std::max(0.0F, plane[i]));
        if (isNoData(plane[i], colours.noData[0]) || entry >= colours.palette.size()) continue;
        std::copy_n(colours.palette[entry].begin(), 4, picture.rgba.begin() + static_cast<std::ptrdiff_t>(4 * i));
    }
}

/// A pixel is without data when all its bands say so.
void paintValues(RasterPixels& picture, const std::vector<std::vector<float>>& planes, const RasterColours& colours) {
    for (std::size_t i = 0; i < planes[0].size(); ++i) {
        bool empty = true;
        for (std::size_t band = 0; band < planes.size(); ++band) empty = empty && isNoData(planes[band][i], colours.noData[band]);
        if (empty) continue;
        for (std::size_t part = 0; part < 3; ++part) {
            const std::size_t band = planes.size() == 3 ? part : 0;
            const auto [low, high] = colours.stretch[band];
            const auto value = static_cast<double>(planes[band][i]);
            picture.rgba[4 * i + part] = std::isnan(value) ? 0 : byteOf((value - low) * 255 / (high - low));
        }
        picture.rgba[4 * i + 3] = 255;
    }
}

void multiplyAlpha(RasterPixels& picture, const std::vector<float>& alpha, double full) {
    for (std::size_t i = 0; i < alpha.size(); ++i) {
        const double share = std::clamp(static_cast<double>(alpha[i]) / full, 0.0, 1.0);
        if (share >= 1) continue;
        for (std::size_t part = 0; part < 4; ++part) picture.rgba[4 * i + part] = byteOf(picture.rgba[4 * i + part] * share);
    }
}

/// A mask of the whole raster; masks that only repeat nodata or an alpha band are read as those.
GDALRasterBand* maskOf(GDALRasterBand& band) {
    return (band.GetMaskFlags() & GMF_PER_DATASET) != 0 && (band.GetMaskFlags() & GMF_ALPHA) == 0 ? band.GetMaskBand() : nullptr;
}

RasterLevel levelOf(GDALDataset& dataset, const RasterColours& colours, int overview) {
    const auto bandOf = [&](int number) {
        GDALRasterBand* band = dataset.GetRasterBand(number);
        return overview < 0 ? band : band->GetOverview(overview);
    };
    RasterLevel level;
    for (const int number : colours.colourBands) level.colours.push_back(bandOf(number));
    if (std::find(level.colours.begin(), level.colours.end(), nullptr) != level.colours.end()) return {};
    level.alpha = colours.alphaBand > 0 ? bandOf(colours.alphaBand) : maskOf(*level.colours[0]);
    if (colours.alphaBand > 0 && level.alpha == nullptr) return {};
    level.columns = level.colours[0]->GetXSize();
    level.rows = level.colours[0]->GetYSize();
    return level;
}

} // namespace

RasterColours coloursOf(GDALDataset& dataset) {
    RasterColours colours;
    GDALRasterBand& first = *dataset.GetRasterBand(1);
    colours.alphaBand = bandMeaning(dataset, GCI_AlphaBand);
    if (colours.alphaBand == 1) colours.alphaBand = 0;
    const bool hasAlpha = colours.alphaBand > 0;
    if (const GDALColorTable* table = first.GetColorTable()) {
        colours.layout = BandLayout::palette;
        colours.palette = paletteOf(*table);
        colours.colourBands = {1};
    } else if (dataset.GetRasterCount() - (hasAlpha ? 1 : 0) >= 3) {
        colours.layout = hasAlpha ? BandLayout::rgbAlpha : BandLayout::rgb;
        colours.colourBands = rgbBands(dataset, colours.alphaBand);
    } else {
        colours.layout = hasAlpha ? BandLayout::greyAlpha : BandLayout::grey;
        colours.colourBands = {1};
    }
    if (hasAlpha) colours.alphaFull = fullOf(dataset.GetRasterBand(colours.alphaBand)->GetRasterDataType());
    for (const int number : colours.colourBands) {
        int given = FALSE;
        const double noData = dataset.GetRasterBand(number)->GetNoDataValue(&given);
        colours.noData.push_back(given != FALSE ? std::optional(static_cast<float>(noData)) : std::nullopt);
        colours.stretch.push_back({0, 255});
    }
    return colours;
}

std::vector<RasterLevel> levelsOf(GDALDataset& dataset, const RasterColours& colours) {
    std::vector<RasterLevel> levels;
    for (int overview = -1; overview < dataset.GetRasterBand(1)->GetOverviewCount(); ++overview) {
        if (RasterLevel level = levelOf(dataset, colours, overview); level.columns > 0 && level.rows > 0)
            levels.push_back(std::move(level));
    }
    return levels;
}

bool stretchBySample(RasterColours& colours, const std::vector<RasterLevel>& levels) {
    const RasterLevel* level = &levels.front();
    for (const RasterLevel& smaller : levels) {
        if (smaller.columns < level->columns && smaller.columns >= sampleSide) level = &smaller;
    }
    const int columns = std::min(sampleSide, level->columns);
    const int rows = std::min(sampleSide, level->rows);
    for (std::size_t band = 0; band < level->colours.size(); ++band) {
        if (level->colours[band]->GetRasterDataType() == GDT_Byte) continue;
        std::vector<float> values;
        if (!readPlane(*level->colours[band], {0, 0, level->columns, level->rows}, columns, rows, GRIORA_NearestNeighbour, values))
            return false;
        std::erase_if(values, [&](float value) { return !std::isfinite(value) || isNoData(value, colours.noData[band]); });
        if (values.empty()) continue;
        std::sort(values.begin(), values.end());
        const auto at = [&](double share) {
            return static_cast<double>(values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))]);
        };
        const double low = at(lowShare);
        colours.stretch[band] = {low, std::max(at(highShare), std::nextafter(low, low + 1) + 1e-9)};
    }
    return true;
}

std::optional<RasterPixels> colouredWindow(const RasterLevel& level, const RasterColours& colours, const PixelWindow& window,
                                           int columns, int rows) {
    RasterPixels picture{
        columns, rows,
        std::vector<std::uint8_t>(std::size_t{4} * static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))};
    const bool palette = colours.layout == BandLayout::palette;
    const GDALRIOResampleAlg how = palette ? GRIORA_NearestNeighbour : GRIORA_Average;
    std::vector<std::vector<float>> planes(level.colours.size());
    for (std::size_t band = 0; band < planes.size(); ++band) {
        if (!readPlane(*level.colours[band], window, columns, rows, how, planes[band])) return std::nullopt;
    }
    if (palette) {
        paintPalette(picture, planes[0], colours);
    } else {
        paintValues(picture, planes, colours);
    }
    if (level.alpha != nullptr) {
        if (!readPlane(*level.alpha, window, columns, rows, how, planes[0])) return std::nullopt;
        multiplyAlpha(picture, planes[0], colours.alphaFull);
    }
    return picture;
}

} // namespace banlang::detail
