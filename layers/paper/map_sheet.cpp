// SPDX-License-Identifier: MIT
#include "layers/paper/map_sheet.h"

#include "core/model/unit_versions.h"
#include "layers/drawn_keys.h"
#include "layers/export/provenance.h"
#include "layers/paper/detail/figure_table.h"
#include "layers/paper/detail/focus.h"
#include "layers/paper/detail/output_surface.h"
#include "layers/paper/detail/sheet.h"

#include <algorithm>
#include <cctype>

namespace banlang {
namespace {

using namespace paper;

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

Result<std::int32_t> communeOf(const SheetRequest& request) {
    if (!request.communeCode) return notLinked;
    const FeatureTable& communes = request.layer.district->table(Role::communes);
    if (const std::int32_t row = unitOn(communes, *request.communeCode, request.layer.asOf); row != notLinked) return row;
    return Unexpected(
        Error{ErrorKind::usage,
              "unknown-unit",
              {"Không có xã mang mã " + *request.communeCode, "There is no commune with code " + *request.communeCode},
              {},
              {}});
}

Box pageExtent(const Sheet& sheet) {
    const GeometryColumn& communes = sheet.request->layer.district->table(Role::communes).geometry;
    if (sheet.commune != notLinked) return communes.boxes[static_cast<std::size_t>(sheet.commune)];
    Box extent = communes.extent();
    if (!extent.empty()) return extent;
    for (const auto& layer : sheet.scene.layers) {
        for (const ShapeSet& set : layer->shapes) extent.grow(set.geometry->extent());
    }
    return extent;
}

Result<Sheet> prepare(const SheetRequest& request) {
    Sheet sheet;
    sheet.request = &request;
    BANLANG_TRY(commune, communeOf(request));
    sheet.commune = commune;
    LayerRequest layerRequest = request.layer;
    if (request.scene != nullptr) {
        sheet.scene = *request.scene;
    } else {
        BANLANG_TRY(scene, buildScene(request.layerIds, layerRequest));
        sheet.scene = std::move(scene);
    }
    layOver(sheet.scene, request.backdrop);
    sheet.theme = themeOf(sheet.scene, request.layerIds);
    if (request.compareWith) {
        layerRequest.asOf = *request.compareWith;
        BANLANG_TRY(before, buildScene(request.layerIds, layerRequest));
        sheet.sceneBefore = std::move(before);
        layOver(*sheet.sceneBefore, request.backdrop);
    }
    if (commune != notLinked) sheet.scene.veilOutsideCommune = static_cast<std::uint32_t>(commune);
    if (sheet.theme == nullptr || pageExtent(sheet).empty()) return Unexpected(nothingToDraw());
    return sheet;
}

void addKeys(Sheet& sheet, const MapScene& scene) {
    for (const auto& layer : scene.layers)
        sheet.keys[layer->explainedBy.empty() ? layer->id : layer->explainedBy] |= keysInView(*layer, sheet.layout.view);
}

void focusOnUnit(Sheet& sheet) {
    const auto commune = static_cast<std::uint32_t>(sheet.commune);
    focusOnCommune(sheet.scene, commune, sheet.layout.view);
    if (sheet.sceneBefore) {
        sheet.sceneBefore->veilOutsideCommune = commune;
        focusOnCommune(*sheet.sceneBefore, commune, sheet.layout.view);
    }
    sheet.theme = themeOf(sheet.scene, sheet.request->layerIds);
}

/// The page's unit alone, once it is known where the map looks, and what there is to explain.
void focus(Sheet& sheet) {
    if (sheet.commune != notLinked) focusOnUnit(sheet);
    addKeys(sheet, sheet.scene);
    if (sheet.sceneBefore) addKeys(sheet, *sheet.sceneBefore);
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
SheetReport drawBareMap(cairo_t* cr, Sheet& sheet, double pageWidthPx, double heightPx) {
    const double widthPx = sheet.sceneBefore ? std::floor(pageWidthPx / 2) - 1 : pageWidthPx;
    sheet.layout.view = MapView{{}, 1, widthPx, heightPx}.fitted(pageExtent(sheet), 0.04 * std::min(widthPx, heightPx));
    focus(sheet);
    const double widthMm = widthPx / pxPerMm;
    const double heightMm = heightPx / pxPerMm;
    const RectMm bar{3, heightMm - 16, std::min(60.0, widthMm * 0.4), 13};
    const RectMm key = keyPlace(sheet, widthMm, heightMm);
    std::vector<Box> obstacles{boxPx(bar)};
    if (key.height > 0) obstacles.push_back(boxPx(key));
    const Saved saved(cr);
    if (sheet.sceneBefore) {
        obstacles.push_back(captionPlace());
        {
            const Saved left(cr);
            cairo_rectangle(cr, 0, 0, widthPx, heightPx);
            cairo_clip(cr);
            paintMap(cr, *sheet.sceneBefore, sheet.layout.view, sheet.language(), {captionPlace()}, sheet.request->progress.stop);
            drawDayCaption(cr, {}, *sheet.request->compareWith, sheet.language());
        }
        cairo_translate(cr, pageWidthPx - widthPx, 0);
        cairo_rectangle(cr, 0, 0, widthPx, heightPx);
        cairo_clip(cr);
    }
    sheet.painted = paintMap(cr, sheet.scene, sheet.layout.view, sheet.language(), obstacles, sheet.request->progress.stop);
    if (sheet.sceneBefore) drawDayCaption(cr, {}, sheet.request->layer.asOf, sheet.language());
    const double scale = sheet.layout.view.scaleDenominator();
    drawPlate(cr, bar);
    drawScaleBar(cr, scale, sheet.language(), bar.x + 4, bar.y + 8, bar.width - 14);
    if (key.height > 0) {
        drawPlate(cr, key);
        drawKey(cr, sheet, key);
    }
    return {scale, sheet.painted.featuresDrawn, sheet.painted.backdropFailure};
}

SheetReport drawSheet(cairo_t* cr, Sheet& sheet) {
    const SheetLayout& layout = sheet.layout;
    const auto paint = [&](const MapScene& scene, const RectMm& map) {
        const Saved saved(cr);
        cairo_translate(cr, map.x * pxPerMm, map.y * pxPerMm);
        const std::vector<Box> obstacles = layout.mapBefore ? std::vector{captionPlace()} : std::vector<Box>{};
        return paintMap(cr, scene, layout.view, sheet.language(), obstacles, sheet.request->progress.stop);
    };
    if (layout.mapBefore && sheet.sceneBefore) {
        paint(*sheet.sceneBefore, *layout.mapBefore);
        drawMapFrame(cr, layout, *layout.mapBefore);
        drawDayCaption(cr, *layout.mapBefore, *sheet.request->compareWith, sheet.language());
    }
    sheet.painted = paint(sheet.scene, layout.map);
    drawMapFrame(cr, layout, layout.map);
    if (layout.mapBefore) drawDayCaption(cr, layout.map, sheet.request->layer.asOf, sheet.language());
    drawHeader(cr, sheet);
    const double figuresEnd = drawFigures(cr, sheet);
    RectMm legend = layout.legend;
    if (layout.legendFollows && figuresEnd > legend.y) {
        legend.height -= figuresEnd + 1 - legend.y;
        legend.y = figuresEnd + 1;
    }
    if (!layout.legendFollows && figuresEnd <= layout.figures.y) {
        legend = layout.figures;
        legend.width = layout.legend.right() - layout.figures.x;
    }
    drawLegend(cr, sheet, legend);
    drawFoot(cr, sheet);
    return {layout.view.scaleDenominator(), sheet.painted.featuresDrawn, sheet.painted.backdropFailure};
}

} // namespace

std::optional<PaperSize> paperFromId(std::string_view id) {
    if (id.size() != 2 || std::toupper(static_cast<unsigned char>(id[0])) != 'A' || id[1] < '0' || id[1] > '4') return std::nullopt;
    return static_cast<PaperSize>('4' - id[1]);
}

Result<SheetReport> writeMapSheet(const SheetRequest& request, const std::string& path, bool overwrite) {
    BANLANG_TRY(sheet, prepare(request));
    OutputPage page;
    page.language = request.language;
    page.provenance = provenanceOf(*sheet.theme, request.layer, request.language, request.sources);
    page.provenance.title = sheetTitle(sheet);
    SheetReport report;
    if (request.pixelSize) {
        page.widthPx = request.pixelSize->first;
        page.heightPx = request.pixelSize->second;
        BANLANG_CHECK(writePage(
            path, overwrite, page, [&](cairo_t* cr) { report = drawBareMap(cr, sheet, page.widthPx, page.heightPx); },
            request.progress.stop));
        return report;
    }
    sheet.progress = progress(*request.layer.district, request.layer.asOf, comparedDay(request));
    sheet.layout =
        request.compareWith ? chooseTwinLayout(request.paper, pageExtent(sheet)) : chooseLayout(request.paper, pageExtent(sheet));
    focus(sheet);
    BANLANG_TRY(figures, figureTable(sheet));
    sheet.figures = std::move(figures);
    page.widthPx = sheet.layout.widthMm * pxPerMm;
    page.heightPx = sheet.layout.heightMm * pxPerMm;
    page.dpi = request.dpi;
    BANLANG_CHECK(writePage(
        path, overwrite, page, [&](cairo_t* cr) { report = drawSheet(cr, sheet); }, request.progress.stop));
    return report;
}

} // namespace banlang
