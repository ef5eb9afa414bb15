// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_request.h"
#include "layers/layer_words.h"
#include "layers/map_layer.h"

#include <span>

namespace banlang {

/// How a part of the base map is asked for. Under a theme everything is paler, so that the theme is the only saturated thing.
struct BaseContext {
    const LayerRequest& request;
    bool underTheme = true;
};

/// One part of the map that lies below every theme, as the file of its name declares it. Whoever needs to know what is special
/// about a part asks here, never for its id.
struct BaseLayer {
    std::string_view id{}; ///< on the command line, in scripts and in the files of layers
    LayerWords words{};
    bool isGround = false;        ///< covers the ground: areas of themes lie just above it, and a picture below shines through
    bool bordersCommunes = false; ///< what a page of one commune shows of the others
    MapLayer (*build)(const BaseLayer& declaration, const BaseContext& context) = nullptr;
};
/// From the bottom.
[[nodiscard]] std::span<const BaseLayer> baseLayers();
/// Null where no part of the base map has that id.
[[nodiscard]] const BaseLayer* findBaseLayer(std::string_view id);
[[nodiscard]] bool isGroundLayer(std::string_view id);

/// Nearer than this the parcels are the ground; areas that say something of whole villages and communes end here.
inline constexpr double parcelsBelow = 20'000;
/// Nearer than this parcels are filled by their use, and houses and numbers are drawn.
inline constexpr double groundPlanBelow = 8'000;

/// The column of a table, shared without a copy; it keeps the district alive.
[[nodiscard]] std::shared_ptr<const GeometryColumn> sharedGeometry(const LayerRequest& request, Role role);

/// The shapes of the units in force on the as-of date, row by row: those of others are empty. Shared without a copy when all are.
[[nodiscard]] std::shared_ptr<const GeometryColumn> shapesInForce(const LayerRequest& request, Role role);
/// Rows of the units in force on the as-of date.
[[nodiscard]] std::vector<std::uint32_t> rowsInForce(const LayerRequest& request, Role role);

/// Attributes of a layer whose features are the rows of one table, as they are.
void addPlainAttributes(MapLayer& layer, const LayerRequest& request, Role role, RowClasses classes);
/// The same for units: only those in force, all of one class.
void addAdminUnitAttributes(MapLayer& layer, const LayerRequest& request, Role role, RowClass adminUnitClass);

/// Where a unit has its centre: as its record says, else a point inside it. Nothing without either.
[[nodiscard]] std::optional<Point> adminUnitCentre(const FeatureTable& units, std::size_t row);

} // namespace banlang
