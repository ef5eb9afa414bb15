// SPDX-License-Identifier: MIT
#include "layers/themes/garden_places.h"

#include "core/geo/measure.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

constexpr double pointsBelow = 60'000;
constexpr double pointRadiusPx = 4;
constexpr double pointRimPx = 2;

constexpr std::size_t stateCount = 4;

/// In the order of legend keys; a borrower's point is the plain one.
enum class Loan : std::uint8_t { none, unknown, borrower };

Loan loanOf(const FeatureTable& gardens, std::size_t row) {
    const double borrower = gardens.numberAt(fields::gardens.borrower, row);
    if (std::isnan(borrower)) return Loan::unknown;
    return borrower != 0 ? Loan::borrower : Loan::none;
}

Marker pointOf(std::uint8_t state, Loan loan, MapColourScheme colourScheme, LegendKey firstKey) {
    constexpr MarkerShape shapes[] = {MarkerShape::circle, MarkerShape::square, MarkerShape::circle, MarkerShape::triangle};
    constexpr double sizes[] = {1, 0.9, 0.75, 1.25};
    const Colour colour = themePalette(colourScheme).gardenPattern[state];
    Marker point{.shape = shapes[state], .radiusPx = pointRadiusPx * sizes[state]};
    point.fill = loan == Loan::borrower ? colour : mapPalette(colourScheme).halo;
    point.rim = loan == Loan::borrower ? mapPalette(colourScheme).halo : colour;
    point.rimPx = loan == Loan::borrower ? 1 : pointRimPx;
    point.rimDashed = loan == Loan::unknown;
    point.role = Role::gardens;
    point.keys = {static_cast<LegendKey>(firstKey + state)};
    if (loan != Loan::borrower)
        point.keys.push_back(static_cast<LegendKey>(firstKey + stateCount + static_cast<std::size_t>(loan)));
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

ShapeSet gardenShapes(const LayerRequest& request, std::span<const Garden> gardens, const std::array<FillStyle, 4>& fills) {
    ShapeSet set{.geometry = sharedGeometry(request, Role::gardens)};
    set.role = Role::gardens;
    set.scales.maxDenominator = groundPlanBelow; // farther away a garden is too small to be read
    for (std::size_t state = 0; state < fills.size(); ++state) {
        const StrokeStyle outline{.colour = themePalette(request.colourScheme).gardenPattern[state], .widthPx = 0.8};
        set.styles.push_back({.fill = fills[state], .strokes = {outline}});
    }
    set.classOf.assign(set.geometry->featureCount(), noClass);
    for (const Garden& garden : gardens) {
        if (garden.row < set.classOf.size()) set.classOf[garden.row] = garden.state;
    }
    return set;
}

MarkerSet gardenPoints(const LayerRequest& request, std::span<const Garden> gardens, LegendKey firstKey) {
    const FeatureTable& table = request.analysis.district().table(Role::gardens);
    MarkerSet set;
    set.scales.maxDenominator = pointsBelow;
    for (const Garden& garden : gardens) {
        const auto at = gardenPlace(request.analysis.district(), garden.row);
        if (!at) continue;
        Marker point = pointOf(garden.state, loanOf(table, garden.row), request.colourScheme, firstKey);
        point.at = *at;
        point.row = static_cast<std::int32_t>(garden.row);
        set.markers.push_back(std::move(point));
    }
    return set;
}

void addGardenPointLegend(MapLayer& layer, const LayerRequest& request, std::span<const Garden> gardens,
                          std::span<const Label> stateLabels, LegendKey firstKey) {
    const FeatureTable& table = request.analysis.district().table(Role::gardens);
    std::array<double, stateCount> byState{};
    std::array<double, 3> byLoan{};
    for (const Garden& garden : gardens) {
        if (!gardenPlace(request.analysis.district(), garden.row)) continue;
        byState[garden.state] += 1;
        byLoan[static_cast<std::size_t>(loanOf(table, garden.row))] += 1;
    }
    const auto add = [&](Label label, std::uint8_t state, Loan loan, LegendKey key, double count) {
        LegendEntry entry{.label = label, .key = key, .swatch = GeometryKind::point};
        entry.scales.maxDenominator = pointsBelow;
        entry.marker = pointOf(state, loan, request.colourScheme, firstKey);
        entry.count = count;
        layer.legend.push_back(std::move(entry));
    };
    for (std::uint8_t state = 0; state < stateCount; ++state)
        add(stateLabels[state], state, Loan::borrower, static_cast<LegendKey>(firstKey + state), byState[state]);
    const auto loanKey = [&](Loan loan) { return static_cast<LegendKey>(firstKey + stateCount + static_cast<std::size_t>(loan)); };
    add({"điểm rỗng: hộ không vay", "ring: without a loan"}, 0, Loan::none, loanKey(Loan::none),
        byLoan[static_cast<std::size_t>(Loan::none)]);
    add({"vòng đứt: chưa rõ vay vốn", "dashed ring: loan not known"}, 0, Loan::unknown, loanKey(Loan::unknown),
        byLoan[static_cast<std::size_t>(Loan::unknown)]);
}

} // namespace banlang
