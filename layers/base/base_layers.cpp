// SPDX-License-Identifier: MIT
#include "layers/base/base_layers.h"

#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "layers/base/attributes.h"

#include <algorithm>

namespace banlang {
namespace {

void addAttributesOf(MapLayer& layer, const LayerRequest& request, Role role, std::vector<std::uint32_t> rows, RowClasses classes) {
    layer.attributeNames = visibleColumns(role, request.audience);
    layer.featureCount = rows.size();
    setRows(layer, std::move(classes),
            [district = request.analysis.sharedDistrict(), role, names = layer.attributeNames, rows = std::move(rows)] {
                return copiedRows(district->table(role), names, rows);
            });
}

} // namespace

// Each part declares itself in the file of its name, and has its line here.
std::span<const BaseLayer> baseLayers() {
    static const std::vector<BaseLayer> all = [] {
        std::vector<BaseLayer> declared;
#define BANLANG_BASE_LAYER(declare)                                                                                                \
    void declare(std::vector<BaseLayer>&);                                                                                         \
    declare(declared)
        BANLANG_BASE_LAYER(declareParcels);
        BANLANG_BASE_LAYER(declareRivers);
        BANLANG_BASE_LAYER(declareVillages);
        BANLANG_BASE_LAYER(declareCommunes);
        BANLANG_BASE_LAYER(declareRoads);
#undef BANLANG_BASE_LAYER
        return declared;
    }();
    return all;
}

const BaseLayer* findBaseLayer(std::string_view id) {
    const auto all = baseLayers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const BaseLayer& layer) { return layer.id == id; });
    return found == all.end() ? nullptr : &*found;
}

bool isGroundLayer(std::string_view id) {
    const BaseLayer* layer = findBaseLayer(id);
    return layer != nullptr && layer->isGround;
}

std::shared_ptr<const GeometryColumn> sharedGeometry(const LayerRequest& request, Role role) {
    return {request.analysis.sharedDistrict(), &request.analysis.district().table(role).geometry};
}

std::vector<std::uint32_t> rowsInForce(const LayerRequest& request, Role role) {
    const FeatureTable& units = request.analysis.district().table(role);
    std::vector<std::uint32_t> rows = allRows(units.rowCount);
    std::erase_if(rows, [&](std::uint32_t row) { return !inForce(units, row, request.analysis.asOf()); });
    return rows;
}

std::shared_ptr<const GeometryColumn> shapesInForce(const LayerRequest& request, Role role) {
    const FeatureTable& units = request.analysis.district().table(role);
    const std::vector<std::uint32_t> rows = rowsInForce(request, role);
    if (rows.size() == units.rowCount) return sharedGeometry(request, role);
    auto shapes = std::make_shared<GeometryColumn>();
    shapes->kind = units.geometry.kind;
    auto next = rows.begin();
    for (std::size_t row = 0; row < units.geometry.featureCount(); ++row) {
        if (next != rows.end() && *next == row) {
            shapes->appendFeature(units.geometry, row);
            ++next;
        } else {
            shapes->endFeature();
        }
    }
    return shapes;
}

void addPlainAttributes(MapLayer& layer, const LayerRequest& request, Role role, RowClasses classes) {
    addAttributesOf(layer, request, role, allRows(request.analysis.district().table(role).rowCount), std::move(classes));
}

void addAdminUnitAttributes(MapLayer& layer, const LayerRequest& request, Role role, RowClass adminUnitClass) {
    std::vector<std::uint32_t> rows = rowsInForce(request, role);
    std::vector<std::uint8_t> classOf(rows.size(), 0);
    addAttributesOf(layer, request, role, std::move(rows), {{std::move(adminUnitClass)}, std::move(classOf), {}});
}

std::optional<Point> adminUnitCentre(const FeatureTable& units, std::size_t row) {
    const double x = units.numberAt(fields::units.centreXM, row);
    const double y = units.numberAt(fields::units.centreYM, row);
    if (!std::isnan(x) && !std::isnan(y)) return Point{x, y};
    if (row >= units.geometry.featureCount()) return std::nullopt;
    return pointOnSurface(units.geometry, row);
}

} // namespace banlang
