// SPDX-License-Identifier: MIT
#include "layers/garden_places.h"

#include "core/geo/measure.h"
#include "core/model/as_of.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

constexpr double pointsBelow = 60'000;
constexpr double pointRadiusPx = 4;
constexpr double pointRimPx = 2;

enum class Loan : std::uint8_t { borrower, none, unknown };

Loan loanOf(const FeatureTable& gardens, std::size_t row) {
    const double borrower = gardens.numberAt("borrower", row);
    if (std::isnan(borrower)) return Loan::unknown;
    return borrower != 0 ? Loan::borrower : Loan::none;
}

Marker pointOf(GardenState state, Loan loan, MapTheme theme) {
    constexpr MarkerShape shapes[] = {MarkerShape::circle, MarkerShape::square, MarkerShape::circle, MarkerShape::triangle};
    constexpr double sizes[] = {1, 0.9, 0.75, 1.25};
    const auto index = static_cast<std::size_t>(state);
    const Colour colour = themePalette(theme).gardenPattern[index];
    Marker point{.shape = shapes[index], .radiusPx = pointRadiusPx * sizes[index]};
    point.fill = loan == Loan::borrower ? colour : mapPalette(theme).halo;
    point.rim = loan == Loan::borrower ? mapPalette(theme).halo : colour;
    point.rimPx = loan == Loan::borrower ? 1 : pointRimPx;
    point.rimDashed = loan == Loan::unknown;
    point.role = Role::gardens;
    return point;
}

} // namespace

std::optional<Point> gardenPlace(const District& district, std::size_t row) {
    const GeometryColumn& own = district.table(Role::gardens).geometry;
    if (row < own.featureCount() && !own.isEmpty(row)) return representativePoint(own, row);
    const TableLinks& links = district.linksOf(Role::gardens);
    for (const auto& [linked, role] :
         {std::pair{linkedRow(links.parcel, row), Role::parcels}, std::pair{linkedRow(links.household, row), Role::households}}) {
        const GeometryColumn& places = district.table(role).geometry;
        const auto place = static_cast<std::size_t>(linked);
        if (linked == notLinked || place >= places.featureCount() || places.isEmpty(place)) continue;
        if (const auto at = representativePoint(places, place)) return at;
    }
    return std::nullopt;
}

ShapeSet gardenShapes(const BaseContext& context, const std::array<FillStyle, 4>& fills) {
    const LayerRequest& request = context.request;
    const FeatureTable& gardens = request.district->table(Role::gardens);
    ShapeSet set{.geometry = sharedGeometry(request, Role::gardens)};
    set.role = Role::gardens;
    set.scales.maxDenominator = groundPlanBelow; // farther away a garden is too small to be read
    for (std::size_t state = 0; state < fills.size(); ++state) {
        StrokeStyle outline;
        outline.colour = themePalette(request.theme).gardenPattern[state];
        outline.widthPx = 1.2;
        set.styles.push_back({.fill = fills[state], .strokes = {outline}});
    }
    for (std::size_t row = 0; row < set.geometry->featureCount(); ++row) {
        const auto state = gardenState(gardens, row, request.asOf);
        set.classOf.push_back(state ? static_cast<std::uint8_t>(*state) : noClass);
    }
    return set;
}

MarkerSet gardenPoints(const BaseContext& context) {
    const LayerRequest& request = context.request;
    const FeatureTable& gardens = request.district->table(Role::gardens);
    MarkerSet set;
    set.scales.maxDenominator = pointsBelow;
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        const auto state = gardenState(gardens, row, request.asOf);
        const auto at = state ? gardenPlace(*request.district, row) : std::nullopt;
        if (!at) continue;
        Marker point = pointOf(*state, loanOf(gardens, row), request.theme);
        point.at = *at;
        point.row = static_cast<std::int32_t>(row);
        set.markers.push_back(std::move(point));
    }
    return set;
}

void addGardenPointLegend(MapLayer& layer, const BaseContext& context) {
    constexpr std::pair<Loan, Label> kinds[] = {{Loan::borrower, {"điểm đặc: hộ vay vốn", "filled: with a loan"}},
                                                {Loan::none, {"điểm rỗng: hộ không vay", "ring: without a loan"}},
                                                {Loan::unknown, {"vòng đứt: chưa rõ vay vốn", "dashed ring: loan not known"}}};
    const LayerRequest& request = context.request;
    const FeatureTable& gardens = request.district->table(Role::gardens);
    for (const auto& [loan, label] : kinds) {
        std::size_t count = 0;
        for (std::size_t row = 0; row < gardens.rowCount; ++row)
            count += gardenState(gardens, row, request.asOf) && loanOf(gardens, row) == loan ? 1U : 0U;
        if (count == 0) continue;
        LegendEntry entry{.label = label, .swatch = GeometryKind::point};
        entry.marker = pointOf(GardenState::finished, loan, request.theme);
        entry.count = static_cast<double>(count);
        layer.legend.push_back(std::move(entry));
    }
}

} // namespace banlang
