// SPDX-License-Identifier: MIT
#include "viewer/map/mesh/mask.h"

#include "layers/style/palette.h"

#include <span>
#include <vector>

namespace banlang::viewer::detail {
namespace {

constexpr double maskAlpha = 0.65;
/// Farther than any view of a district reaches.
constexpr double maskReachM = 300'000;

/// Rings of a polygon may be added in any direction: the column turns them as they end.
void addRing(GeometryColumn& column, std::span<const double> xy) {
    for (std::size_t i = 0; i + 1 < xy.size(); i += 2) column.addPoint({xy[i], xy[i + 1]});
    column.endRing();
}

} // namespace

std::shared_ptr<const ShapeSet> maskOf(const MapScene& scene) {
    if (!scene.maskOutsideCommune || scene.district == nullptr) return nullptr;
    const GeometryColumn& communes = scene.district->table(Role::communes).geometry;
    const std::size_t commune = *scene.maskOutsideCommune;
    if (commune >= communes.featureCount() || communes.isEmpty(commune)) return nullptr;

    GeometryColumn mask;
    mask.kind = GeometryKind::polygon;
    const Box around = communes.boxes[commune].widenedBy(maskReachM);
    addRing(mask, std::vector<double>{around.minX, around.minY, around.maxX, around.minY, around.maxX, around.maxY, around.minX,
                                      around.maxY, around.minX, around.minY});
    std::vector<std::size_t> holes;
    for (std::size_t part = communes.featureOffsets[commune]; part < communes.featureOffsets[commune + 1]; ++part) {
        for (std::size_t ring = communes.partOffsets[part]; ring < communes.partOffsets[part + 1]; ++ring) {
            if (communes.isShell(part, ring))
                addRing(mask, communes.ring(ring));
            else
                holes.push_back(ring);
        }
    }
    mask.endPart();
    for (const std::size_t ring : holes) {
        addRing(mask, communes.ring(ring));
        mask.endPart();
    }
    mask.endFeature();

    auto set = std::make_shared<ShapeSet>();
    set->geometry = std::make_shared<const GeometryColumn>(std::move(mask));
    set->classOf = {0};
    set->styles = {{.fill = FillStyle{.colour = withAlpha(mapPalette(scene.colourScheme).background, maskAlpha)}, .strokes = {}}};
    return set;
}

} // namespace banlang::viewer::detail
