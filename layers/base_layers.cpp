// SPDX-License-Identifier: MIT
#include "layers/base_layers.h"

#include "core/geo/measure.h"
#include "layers/attributes.h"

namespace banlang {

std::shared_ptr<const GeometryColumn> sharedGeometry(const LayerRequest& request, Role role) {
    return {request.district, &request.district->table(role).geometry};
}

void addPlainAttributes(MapLayer& layer, const LayerRequest& request, Role role) {
    layer.attributeNames = visibleColumns(role, request.audience);
    layer.featureCount = request.district->table(role).rowCount;
    layer.attributes = [district = request.district, role, names = layer.attributeNames] {
        const FeatureTable& source = district->table(role);
        return copiedRows(source, names, allRows(source.rowCount));
    };
}

std::optional<Point> unitCentre(const FeatureTable& units, std::size_t row) {
    const double x = units.numberAt("centre_x_m", row);
    const double y = units.numberAt("centre_y_m", row);
    if (!std::isnan(x) && !std::isnan(y)) return Point{x, y};
    if (row >= units.geometry.featureCount()) return std::nullopt;
    return pointOnSurface(units.geometry, row);
}

bool validOn(const FeatureTable& units, std::size_t row, Date asOf) {
    const Date from = units.dateAt("valid_from", row);
    // "No date" counts as later than every day: an open end is right as it is, an open start is not.
    return (!from.known() || from <= asOf) && asOf < units.dateAt("valid_to", row);
}

} // namespace banlang
