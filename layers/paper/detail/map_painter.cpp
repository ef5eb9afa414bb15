// SPDX-License-Identifier: MIT
#include "layers/paper/detail/map_painter.h"

#include "layers/paper/detail/marker_painter.h"
#include "layers/paper/detail/raster_painter.h"
#include "layers/paper/detail/shape_painter.h"
#include "layers/paper/detail/text.h"

#include <cstring>

namespace banlang::print_layout {
namespace {

constexpr double maskAlpha = 0.65;

void paintHillshade(cairo_t* cr, const Hillshade& shade, const MapView& view) {
    if (shade.columns <= 0 || shade.rows <= 0 || shade.extent.empty()) return;
    const SurfacePtr mask = imageSurface(CAIRO_FORMAT_A8, shade.columns, shade.rows);
    unsigned char* pixels = cairo_image_surface_get_data(mask.get());
    if (pixels == nullptr) return;
    const auto columns = static_cast<std::size_t>(shade.columns);
    for (std::size_t row = 0; row < static_cast<std::size_t>(shade.rows); ++row) {
        std::memcpy(pixels + row * static_cast<std::size_t>(cairo_image_surface_get_stride(mask.get())),
                    shade.alpha.data() + row * columns, columns);
    }
    cairo_surface_mark_dirty(mask.get());
    const Saved saved(cr);
    const PixelPoint corner = view.toPixel({shade.extent.minX, shade.extent.maxY});
    cairo_translate(cr, corner.x, corner.y);
    cairo_scale(cr, shade.extent.width() / shade.columns / view.metresPerPx, shade.extent.height() / shade.rows / view.metresPerPx);
    cairo_set_source_rgb(cr, 0, 0, 0);
    cairo_pattern_t* pattern = cairo_pattern_create_for_surface(mask.get());
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_BILINEAR);
    cairo_mask(cr, pattern);
    cairo_pattern_destroy(pattern);
}

void paintMask(cairo_t* cr, const MapScene& scene, const MapView& view) {
    if (!scene.maskOutsideCommune || scene.district == nullptr) return;
    const GeometryColumn& communes = scene.district->table(Role::communes).geometry;
    if (*scene.maskOutsideCommune >= communes.featureCount()) return;
    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_rectangle(cr, -1, -1, view.widthPx + 2, view.heightPx + 2);
    addFeaturePath(cr, communes, *scene.maskOutsideCommune, view);
    Colour mask = mapPalette(scene.colourScheme).background;
    mask.a = static_cast<std::uint8_t>(maskAlpha * 255);
    setColour(cr, mask);
    cairo_fill(cr);
}

TextStyle textStyle(const LabelStyle& style, Colour colour, Colour halo) {
    return {.sizePx = style.sizePx,
            .bold = style.bold,
            .italic = style.italic,
            .colour = colour,
            .spacingPx = style.spacingPx,
            .haloPx = style.haloPx,
            .halo = halo};
}

void paintLabel(cairo_t* cr, const PlacedLabel& placed, Colour halo) {
    TextStyle style = textStyle(placed.style, placed.label->colour, halo);
    if (!placed.path.empty()) {
        drawTextAlong(cr, placed.lines.empty() ? placed.label->text : placed.lines.front(), style, placed.path, placed.pathStartPx);
        return;
    }
    const double step = style.sizePx * lineSpacing;
    const double secondStep = placed.secondLine.empty() ? 0 : step * secondLineScale;
    const double top = placed.centre.y - (step * static_cast<double>(placed.lines.size()) + secondStep) / 2;
    double baseline = top + style.sizePx;
    for (const std::string& line : placed.lines) {
        drawText(cr, line, style, placed.centre.x, baseline, Align::centre);
        baseline += step;
    }
    style.sizePx *= secondLineScale;
    style.bold = false;
    drawText(cr, placed.secondLine, style, placed.centre.x, baseline - step + secondStep, Align::centre);
}

void paintLabels(cairo_t* cr, const MapScene& scene, const MapView& view, Language language, const std::vector<Box>& obstacles) {
    const auto measure = [cr](const std::string& line, const LabelStyle& style) {
        return measureText(cr, line, textStyle(style, {}, {}));
    };
    for (const PlacedLabel& placed : placeLabels(scene, view, measure, obstacles, language)) {
        paintLabel(cr, placed, mapPalette(scene.colourScheme).halo);
    }
}

} // namespace

PaintReport paintMap(cairo_t* cr, const MapScene& scene, const MapView& view, Language language,
                     const std::vector<Box>& obstaclesPx, const std::stop_token& stop) {
    PaintReport report;
    const Saved saved(cr);
    cairo_rectangle(cr, 0, 0, view.widthPx, view.heightPx);
    cairo_clip_preserve(cr);
    setColour(cr, mapPalette(scene.colourScheme).background);
    cairo_fill(cr);
    if (auto painted = paintRasterBasemap(cr, scene, view); !painted) report.rasterBasemapFailure = std::move(painted.error());
    if (scene.hillshade != nullptr) paintHillshade(cr, *scene.hillshade, view);
    for (const auto& layer : scene.layers) {
        for (const ShapeSet& set : layer->shapes) {
            for (const std::size_t count : paintShapes(cr, set, view, stop)) report.featuresDrawn += count;
        }
    }
    if (stop.stop_requested()) return report;
    paintMask(cr, scene, view);
    for (const auto& layer : scene.layers) {
        for (const MarkerSet& set : layer->markers) report.featuresDrawn += paintMarkers(cr, set, view);
    }
    paintLabels(cr, scene, view, language, obstaclesPx);
    return report;
}

} // namespace banlang::print_layout
