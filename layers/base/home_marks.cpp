// SPDX-License-Identifier: MIT
#include "layers/base/home_marks.h"

#include "core/geo/measure.h"
#include "core/model/as_of.h"

namespace banlang {

void addHomes(MapLayer& layer, const BaseContext& context, LegendKey key) {
    if (!mayShowHouseholds(context.request.audience)) return;
    const GeometryColumn& places = context.request.analysis.district().table(Role::households).geometry;
    MarkerSet set{.markers = {}, .scales = {.maxDenominator = groundPlanBelow}};
    // A house, small and grey: no point of a theme, and none of the houses that were helped.
    Marker home{.shape = MarkerShape::house, .radiusPx = 4};
    home.fill = context.request.colourScheme == MapColourScheme::dark ? rgb(0x8E979A) : rgb(0x77706A);
    home.rim = home.fill;
    home.level = houseStepCount - 1;
    home.keys = {key};
    home.role = Role::households;
    for (std::size_t row = 0; row < places.featureCount(); ++row) {
        if (places.isEmpty(row)) continue;
        const auto at = representativePoint(places, row);
        if (!at) continue;
        home.at = *at;
        home.row = static_cast<std::int32_t>(row);
        set.markers.push_back(home);
    }
    if (set.markers.empty()) return;
    LegendEntry entry{.label = {"nhà của hộ dân", "home of a household"}, .key = key, .swatch = GeometryKind::point};
    entry.scales.maxDenominator = groundPlanBelow;
    entry.marker = set.markers.front();
    layer.legend.push_back(std::move(entry));
    layer.markers.push_back(std::move(set));
}

} // namespace banlang
