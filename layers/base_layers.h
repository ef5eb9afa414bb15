// SPDX-License-Identifier: MIT
#pragma once

#include "layers/catalogue.h"

namespace banlang {

/// How a part of the base map is asked for. Under a theme everything is paler, so that the theme is the only saturated thing.
struct BaseContext {
    const LayerRequest& request;
    bool underTheme = true;
};

[[nodiscard]] MapLayer parcelsLayer(const BaseContext& context);
[[nodiscard]] MapLayer riversLayer(const BaseContext& context);
[[nodiscard]] MapLayer villagesLayer(const BaseContext& context);
[[nodiscard]] MapLayer communesLayer(const BaseContext& context);
[[nodiscard]] MapLayer roadsLayer(const BaseContext& context);

/// The column of a table, shared without a copy; it keeps the district alive.
[[nodiscard]] std::shared_ptr<const GeometryColumn> sharedGeometry(const LayerRequest& request, Role role);

/// Attributes of a layer whose features are the rows of one table, as they are.
void addPlainAttributes(MapLayer& layer, const LayerRequest& request, Role role);

/// Where a unit has its centre: as its record says, else a point inside it. Nothing without either.
[[nodiscard]] std::optional<Point> unitCentre(const FeatureTable& units, std::size_t row);
/// Valid on the day: from valid_from on, until before valid_to.
[[nodiscard]] bool validOn(const FeatureTable& units, std::size_t row, Date asOf);

} // namespace banlang
