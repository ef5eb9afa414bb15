// SPDX-License-Identifier: MIT
#include "layers/paper/print_layout.h"

#include "core/model/units/admin_unit_validity.h"
#include "layers/base/base_layers.h"
#include "layers/drawn_keys.h"
#include "layers/paper/detail/figure_table.h"
#include "layers/paper/detail/focus.h"
#include "layers/paper/detail/output_surface.h"
#include "layers/paper/detail/print_page.h"
#include "layers/provenance.h"

#include <algorithm>
#include <cctype>

namespace banlang {
namespace {

using namespace print_layout;

const MapLayer* themeOf(const MapScene& scene, const std::vector<std::string>& ids) {
    for (const LayerInfo& info : layerCatalogue()) {
        for (const auto& layer : scene.layers) {
            const bool asked = std::find(ids.begin(), ids.end(), layer->id) != ids.end();
            if (info.isTheme && layer->id == info.id && asked) return layer.get();
        }
    }
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) {
        if (std::find(ids.begin(), ids.end(), (*layer)->id) != ids.end()) return layer->get();
    }
    return nullptr;
}

Error nothingToDraw() {
    return {ErrorKind::failed,
            "nothing-to-draw",
            {"Không có gì để vẽ", "There is nothing to draw"},
            {"Nhập ranh giới xã trước", "Import the communes first"},
            {}};
}

Result<std::int32_t> communeOf(const PrintRequest& request) {
    if (!request.communeCode) return notLinked;
    const FeatureTable& communes = request.layer.analysis.district().table(Role::communes);
    if (const std::int32_t row = adminUnitOn(communes, *request.communeCode, request.layer.analysis.asOf()); row != notLinked)
        return row;
    return Unexpected(
        Error{ErrorKind::usage,
              "unknown-unit",
              {"Không có xã mang mã " + *request.communeCode, "There is no commune with code " + *request.communeCode},
              {},
              {}});
}

Box pageExtent(const PrintPage& printPage) {
    const GeometryColumn& communes = printPage.request->layer.analysis.district().table(Role::communes).geometry;
    if (printPage.commune != notLinked) return communes.boxes[static_cast<std::size_t>(printPage.commune)];
    const Box extent = shapesInForce(printPage.request->layer, Role::communes)->extent();
    if (!extent.empty()) return extent;
    Box drawn;
    for (const auto& layer : printPage.scene.layers) {
        for (const ShapeSet& set : layer->shapes) drawn.grow(set.geometry->extent());
    }
    return drawn;
}

Result<PrintPage> prepare(const PrintRequest& request) {
    PrintPage printPage;
    printPage.request = &request;
    BANLANG_TRY(commune, communeOf(request));
    printPage.commune = commune;
    LayerRequest layerRequest = request.layer;
    if (request.scene != nullptr) {
        printPage.scene = *request.scene;
    } else {
        BANLANG_TRY(scene, buildScene(request.layerIds, layerRequest));
        printPage.scene = std::move(scene);
    }
    drapeOver(printPage.scene, request.rasterBasemap);
    printPage.theme = themeOf(printPage.scene, request.layerIds);
    if (const auto day = request.layer.analysis.compareWith()) {
        layerRequest.analysis = layerRequest.analysis.on(*day);
        BANLANG_TRY(before, buildScene(request.layerIds, layerRequest));
        printPage.sceneBefore = std::move(before);
        drapeOver(*printPage.sceneBefore, request.rasterBasemap);
    }
    if (commune != notLinked) printPage.scene.maskOutsideCommune = static_cast<std::uint32_t>(commune);
    if (printPage.theme == nullptr || pageExtent(printPage).empty()) return Unexpected(nothingToDraw());
    return printPage;
}

void addKeys(PrintPage& printPage, const MapScene& scene) {
    for (const auto& layer : scene.layers)
        printPage.keys[layer->explainedBy.empty() ? layer->id : layer->explainedBy] |= keysInView(*layer, printPage.layout.view);
}

void focusOnUnit(PrintPage& printPage) {
    const auto commune = static_cast<std::uint32_t>(printPage.commune);
    focusOnCommune(printPage.scene, commune, printPage.layout.view);
    if (printPage.sceneBefore) {
        printPage.sceneBefore->maskOutsideCommune = commune;
        focusOnCommune(*printPage.sceneBefore, commune, printPage.layout.view);
    }
    printPage.theme = themeOf(printPage.scene, printPage.request->layerIds);
}

/// The page's unit alone, once it is known where the map looks, and what there is to explain.
void focus(PrintPage& printPage) {
    if (printPage.commune != notLinked) focusOnUnit(printPage);
    addKeys(printPage, printPage.scene);
    if (printPage.sceneBefore) addKeys(printPage, *printPage.sceneBefore);
}

Box boxPx(const RectMm& place) {
    return {place.x * pxPerMm, place.y * pxPerMm, place.right() * pxPerMm, place.bottom() * pxPerMm};
}

/// A pale ground on which a block can be read over the map.
void drawPlate(cairo_t* cr, const RectMm& place) {
    cairo_rectangle(cr, place.x * pxPerMm, place.y * pxPerMm, place.width * pxPerMm, place.height * pxPerMm);
    setColour(cr, rgb(0xFFFFFF, 0.88));
    cairo_fill(cr);
}

/// The earlier day in the left half, the day itself in the right one, where it is asked for.
PrintReport drawBareMap(cairo_t* cr, PrintPage& printPage, double pageWidthPx, double heightPx) {
    const double widthPx = printPage.sceneBefore ? std::floor(pageWidthPx / 2) - 1 : pageWidthPx;
    printPage.layout.view = MapView{{}, 1, widthPx, heightPx}.fitted(pageExtent(printPage), 0.04 * std::min(widthPx, heightPx));
    focus(printPage);
    const double widthMm = widthPx / pxPerMm;
    const double heightMm = heightPx / pxPerMm;
    const RectMm bar{3, heightMm - 16, std::min(60.0, widthMm * 0.4), 13};
    const RectMm key = keyPlace(printPage, widthMm, heightMm);
    std::vector<Box> obstacles{boxPx(bar)};
    if (key.height > 0) obstacles.push_back(boxPx(key));
    const Saved saved(cr);
    if (printPage.sceneBefore) {
        obstacles.push_back(captionPlace());
        {
            const Saved left(cr);
            cairo_rectangle(cr, 0, 0, widthPx, heightPx);
            cairo_clip(cr);
            paintMap(cr, *printPage.sceneBefore, printPage.layout.view, printPage.language(), {captionPlace()},
                     printPage.request->progress.stop);
            drawDayCaption(cr, {}, *printPage.request->layer.analysis.compareWith(), printPage.language());
        }
        cairo_translate(cr, pageWidthPx - widthPx, 0);
        cairo_rectangle(cr, 0, 0, widthPx, heightPx);
        cairo_clip(cr);
    }
    printPage.painted =
        paintMap(cr, printPage.scene, printPage.layout.view, printPage.language(), obstacles, printPage.request->progress.stop);
    if (printPage.sceneBefore) drawDayCaption(cr, {}, printPage.request->layer.analysis.asOf(), printPage.language());
    const double scale = printPage.layout.view.scaleDenominator();
    drawPlate(cr, bar);
    drawScaleBar(cr, scale, printPage.language(), bar.x + 4, bar.y + 8, bar.width - 14);
    if (key.height > 0) {
        drawPlate(cr, key);
        drawKey(cr, printPage, key);
    }
    return {scale, printPage.painted.featuresDrawn, printPage.painted.rasterBasemapFailure};
}

PrintReport drawPage(cairo_t* cr, PrintPage& printPage) {
    const PageLayout& layout = printPage.layout;
    const auto paint = [&](const MapScene& scene, const RectMm& map) {
        const Saved saved(cr);
        cairo_translate(cr, map.x * pxPerMm, map.y * pxPerMm);
        const std::vector<Box> obstacles = layout.mapBefore ? std::vector{captionPlace()} : std::vector<Box>{};
        return paintMap(cr, scene, layout.view, printPage.language(), obstacles, printPage.request->progress.stop);
    };
    if (layout.mapBefore && printPage.sceneBefore) {
        paint(*printPage.sceneBefore, *layout.mapBefore);
        drawMapFrame(cr, layout, *layout.mapBefore);
        drawDayCaption(cr, *layout.mapBefore, *printPage.request->layer.analysis.compareWith(), printPage.language());
    }
    printPage.painted = paint(printPage.scene, layout.map);
    drawMapFrame(cr, layout, layout.map);
    if (layout.mapBefore) drawDayCaption(cr, layout.map, printPage.request->layer.analysis.asOf(), printPage.language());
    drawHeader(cr, printPage);
    const double figuresEnd = drawFigures(cr, printPage);
    RectMm legend = layout.legend;
    if (layout.legendFollows && figuresEnd > legend.y) {
        legend.height -= figuresEnd + 1 - legend.y;
        legend.y = figuresEnd + 1;
    }
    if (!layout.legendFollows && figuresEnd <= layout.figures.y) {
        legend = layout.figures;
        legend.width = layout.legend.right() - layout.figures.x;
    }
    drawLegend(cr, printPage, legend);
    drawFoot(cr, printPage);
    return {layout.view.scaleDenominator(), printPage.painted.featuresDrawn, printPage.painted.rasterBasemapFailure};
}

} // namespace

std::optional<PaperSize> paperSizeFromId(std::string_view id) {
    if (id.size() != 2 || std::toupper(static_cast<unsigned char>(id[0])) != 'A' || id[1] < '0' || id[1] > '4') return std::nullopt;
    return static_cast<PaperSize>('4' - id[1]);
}

Result<PrintReport> writePrintLayout(const PrintRequest& request, const std::string& path, bool overwrite) {
    BANLANG_TRY(printPage, prepare(request));
    OutputPage page;
    page.language = request.language;
    page.provenance = provenanceOf(*printPage.theme, request.layer, request.language, request.sources);
    page.provenance.title = pageTitle(printPage);
    PrintReport report;
    if (request.pixelSize) {
        page.widthPx = request.pixelSize->first;
        page.heightPx = request.pixelSize->second;
        BANLANG_CHECK(writePage(
            path, overwrite, page, [&](cairo_t* cr) { report = drawBareMap(cr, printPage, page.widthPx, page.heightPx); },
            request.progress.stop));
        return report;
    }
    printPage.progress = progress(request.layer.analysis.comparedWith(comparedDay(request)));
    printPage.layout = request.layer.analysis.compareWith() ? chooseTwinLayout(request.paperSize, pageExtent(printPage))
                                                            : chooseLayout(request.paperSize, pageExtent(printPage));
    focus(printPage);
    BANLANG_TRY(figures, pageFigures(printPage));
    printPage.figures = std::move(figures);
    page.widthPx = printPage.layout.widthMm * pxPerMm;
    page.heightPx = printPage.layout.heightMm * pxPerMm;
    page.dpi = request.dpi;
    BANLANG_CHECK(writePage(
        path, overwrite, page, [&](cairo_t* cr) { report = drawPage(cr, printPage); }, request.progress.stop));
    return report;
}

} // namespace banlang
