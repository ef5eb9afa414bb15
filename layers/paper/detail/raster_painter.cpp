// SPDX-License-Identifier: MIT
#include "layers/paper/detail/raster_painter.h"

#include "core/geo/gdal_drivers.h"
#include "layers/style/palette.h"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang::print_layout {
namespace {

constexpr int tileSide = 512; ///< read at a time, so that a large page needs no memory of its own
constexpr double mostDpi = 300;
constexpr double mostPixels = 36e6; ///< A2 at 300 dpi
constexpr const char* jpegQuality = "QUALITY=85";

/// A grid of pixels over a box of the map, cut into tiles.
struct PixelArea {
    Box box{};
    int columns = 0;
    int rows = 0;

    [[nodiscard]] Box boxOf(int x, int y, int width, int height) const {
        const double pixelWidthM = box.width() / columns;
        const double pixelHeightM = box.height() / rows;
        return {box.minX + x * pixelWidthM, box.maxY - (y + height) * pixelHeightM, box.minX + (x + width) * pixelWidthM,
                box.maxY - y * pixelHeightM};
    }
};

/// Reads all tiles, and goes on after a failure, which it returns.
template <class Put> Result<void> readTiles(const RasterSource& source, const PixelArea& area, const Put& put) {
    Result<void> outcome;
    for (int y = 0; y < area.rows; y += tileSide) {
        for (int x = 0; x < area.columns; x += tileSide) {
            const int width = std::min(tileSide, area.columns - x);
            const int height = std::min(tileSide, area.rows - y);
            auto pixels = source.read(area.boxOf(x, y, width, height), width, height);
            if (pixels) {
                put(x, y, *pixels);
            } else if (outcome) {
                outcome = Unexpected(std::move(pixels.error()));
            }
        }
    }
    return outcome;
}

SurfacePtr surfaceOf(const RasterPixels& pixels) {
    SurfacePtr surface = imageSurface(CAIRO_FORMAT_ARGB32, pixels.columns, pixels.rows);
    unsigned char* target = cairo_image_surface_get_data(surface.get());
    if (target == nullptr) return surface;
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(pixels.columns);
    for (std::size_t row = 0; row < static_cast<std::size_t>(pixels.rows); ++row) {
        const std::uint8_t* from = &pixels.rgba[4 * row * width];
        unsigned char* to = target + row * stride;
        for (std::size_t i = 0; i < width; ++i, from += 4, to += 4) {
            to[0] = from[2];
            to[1] = from[1];
            to[2] = from[0];
            to[3] = from[3];
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

/// Pixel by pixel of the image that is drawn into.
Result<void> paintIntoImage(cairo_t* cr, const RasterBasemap& rasterBasemap, const MapView& view) {
    double left = 0;
    double top = 0;
    double right = view.widthPx;
    double bottom = view.heightPx;
    cairo_user_to_device(cr, &left, &top);
    cairo_user_to_device(cr, &right, &bottom);
    const int x0 = static_cast<int>(std::floor(left));
    const int y0 = static_cast<int>(std::floor(top));
    const int columns = static_cast<int>(std::ceil(right)) - x0;
    const int rows = static_cast<int>(std::ceil(bottom)) - y0;
    const auto placeOf = [&](double x, double y) {
        cairo_device_to_user(cr, &x, &y);
        return view.toMap({x, y});
    };
    const Point northWest = placeOf(x0, y0);
    const Point southEast = placeOf(x0 + columns, y0 + rows);
    const PixelArea area{{northWest.x, southEast.y, southEast.x, northWest.y}, columns, rows};
    const Saved saved(cr);
    cairo_identity_matrix(cr);
    return readTiles(*rasterBasemap.source, area, [&](int x, int y, const RasterPixels& pixels) {
        const SurfacePtr tile = surfaceOf(pixels);
        cairo_set_source_surface(cr, tile.get(), x0 + x, y0 + y);
        cairo_paint_with_alpha(cr, rasterBasemap.opacity);
    });
}

/// The part of the view that the picture covers, as fine as 300 dpi, the source and the size of a file allow.
PixelArea vectorArea(const RasterInfo& info, const MapView& view) {
    const Box seen = view.visible();
    PixelArea area;
    area.box = {std::max(seen.minX, info.extent.minX), std::max(seen.minY, info.extent.minY), std::min(seen.maxX, info.extent.maxX),
                std::min(seen.maxY, info.extent.maxY)};
    if (area.box.empty()) return area;
    const double pageM = std::sqrt(area.box.width() * area.box.height() / mostPixels);
    const double pixelM = std::max({view.metresPerPx * 96 / mostDpi, info.metresPerPixel, pageM});
    area.columns = std::max(1, static_cast<int>(area.box.width() / pixelM));
    area.rows = std::max(1, static_cast<int>(area.box.height() / pixelM));
    return area;
}

/// An opaque image: the background with the picture laid over it.
void blendOverBackground(cairo_surface_t* image, Colour background, double opacity, int x, int y, const RasterPixels& pixels) {
    constexpr double toNearest = 0.5;
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(image));
    unsigned char* target =
        cairo_image_surface_get_data(image) + static_cast<std::size_t>(y) * stride + 4 * static_cast<std::size_t>(x);
    const std::array<double, 3> ground{static_cast<double>(background.b), static_cast<double>(background.g),
                                       static_cast<double>(background.r)};
    for (std::size_t row = 0; row < static_cast<std::size_t>(pixels.rows); ++row) {
        for (std::size_t column = 0; column < static_cast<std::size_t>(pixels.columns); ++column) {
            const std::uint8_t* from = &pixels.rgba[4 * (row * static_cast<std::size_t>(pixels.columns) + column)];
            unsigned char* to = target + row * stride + 4 * column;
            const double left = 1 - from[3] / 255.0 * opacity;
            for (std::size_t part = 0; part < 3; ++part)
                to[part] = static_cast<unsigned char>(from[2 - part] * opacity + ground[part] * left + toNearest);
        }
    }
}

/// The bytes of a JPEG file, to be freed with VSIFree; nothing when it cannot be made.
unsigned char* jpegOf(cairo_surface_t* image, vsi_l_offset& bytes) {
    registerGdalDrivers();
    GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
    GDALDriver* jpeg = GetGDALDriverManager()->GetDriverByName("JPEG");
    if (memory == nullptr || jpeg == nullptr) return nullptr;
    const int columns = cairo_image_surface_get_width(image);
    const int rows = cairo_image_surface_get_height(image);
    const GDALDatasetUniquePtr bands(memory->Create("", columns, rows, 3, GDT_Byte, nullptr));
    unsigned char* red = cairo_image_surface_get_data(image) + 2;
    if (bands == nullptr || bands->RasterIO(GF_Write, 0, 0, columns, rows, red, columns, rows, GDT_Byte, 3, nullptr, 4,
                                            cairo_image_surface_get_stride(image), -1, nullptr) != CE_None)
        return nullptr;
    const std::string name = fmt::format("/vsimem/backdrop-{}.jpg", static_cast<const void*>(image));
    std::array<char*, 2> options{const_cast<char*>(jpegQuality), nullptr}; // NOLINT: GDAL's signature
    GDALDatasetUniquePtr(jpeg->CreateCopy(name.c_str(), bands.get(), FALSE, options.data(), nullptr, nullptr)).reset();
    unsigned char* data = VSIGetMemFileBuffer(name.c_str(), &bytes, TRUE);
    VSIUnlink((name + ".aux.xml").c_str());
    return data;
}

Result<void> paintAsJpeg(cairo_t* cr, const MapScene& scene, const MapView& view) {
    const PixelArea area = vectorArea(scene.rasterBasemap.source->info(), view);
    if (area.box.empty()) return {};
    const SurfacePtr image = imageSurface(CAIRO_FORMAT_RGB24, area.columns, area.rows);
    if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS) return {};
    const Colour background = mapPalette(scene.colourScheme).background;
    {
        const CairoPtr ground(cairo_create(image.get()), cairo_destroy);
        setColour(ground.get(), background);
        cairo_paint(ground.get());
    }
    cairo_surface_flush(image.get());
    auto read = readTiles(*scene.rasterBasemap.source, area, [&](int x, int y, const RasterPixels& pixels) {
        blendOverBackground(image.get(), background, scene.rasterBasemap.opacity, x, y, pixels);
    });
    cairo_surface_mark_dirty(image.get());
    vsi_l_offset bytes = 0;
    if (unsigned char* jpeg = jpegOf(image.get(), bytes)) {
        cairo_surface_set_mime_data(
            image.get(), CAIRO_MIME_TYPE_JPEG, jpeg, bytes, [](void* data) { VSIFree(data); }, jpeg);
    }
    const Saved saved(cr);
    const PixelPoint corner = view.toPixel({area.box.minX, area.box.maxY});
    cairo_translate(cr, corner.x, corner.y);
    cairo_scale(cr, area.box.width() / view.metresPerPx / area.columns, area.box.height() / view.metresPerPx / area.rows);
    cairo_set_source_surface(cr, image.get(), 0, 0);
    cairo_paint(cr);
    return read;
}

} // namespace

Result<void> paintRasterBasemap(cairo_t* cr, const MapScene& scene, const MapView& view) {
    if (scene.rasterBasemap.source == nullptr || scene.rasterBasemap.opacity <= 0) return {};
    const bool isImage = cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_IMAGE;
    return isImage ? paintIntoImage(cr, scene.rasterBasemap, view) : paintAsJpeg(cr, scene, view);
}

} // namespace banlang::print_layout
