// SPDX-License-Identifier: MIT
#include "viewer/map/detail/backdrop.h"

#include "layers/palette.h"

#include <algorithm>
#include <vector>

namespace banlang::viewer::detail {
namespace {

constexpr double veilAlpha = 0.65;
/// Farther than any view of a district reaches.
constexpr double veilReachM = 300'000;

/// Rings of a polygon may be added in any direction: the column turns them as they end.
void addRing(GeometryColumn& column, std::span<const double> xy) {
    for (std::size_t i = 0; i + 1 < xy.size(); i += 2) column.addPoint({xy[i], xy[i + 1]});
    column.endRing();
}

} // namespace

HillshadeTexture::HillshadeTexture(const Hillshade& shade) : extent_(shade.extent) {
    glBindTexture(GL_TEXTURE_2D, texture_.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, shade.columns, shade.rows, 0, GL_RED, GL_UNSIGNED_BYTE, shade.alpha.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glGenerateMipmap(GL_TEXTURE_2D);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindTexture(GL_TEXTURE_2D, 0);
}

void HillshadeTexture::draw(const Programs& programs, const Frame& frame) const {
    const Point origin = extent_.centre();
    useProgram(programs.shading, frame, origin);
    glUniform4f(uniform(programs.shading, "boxM"), static_cast<float>(extent_.minX - origin.x),
                static_cast<float>(extent_.minY - origin.y), static_cast<float>(extent_.maxX - origin.x),
                static_cast<float>(extent_.maxY - origin.y));
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture_.name());
    glBindVertexArray(array_.name());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindTexture(GL_TEXTURE_2D, 0);
}

std::unique_ptr<HillshadeTexture> uploadHillshade(const MapScene& scene) {
    const Hillshade* shade = scene.hillshade.get();
    if (shade == nullptr || shade->columns <= 0 || shade->rows <= 0 || shade->extent.empty()) return nullptr;
    if (shade->alpha.size() != static_cast<std::size_t>(shade->columns) * static_cast<std::size_t>(shade->rows)) return nullptr;
    return std::make_unique<HillshadeTexture>(*shade);
}

std::unique_ptr<ShapeSet> veilOf(const MapScene& scene) {
    if (!scene.veilOutsideCommune || scene.district == nullptr) return nullptr;
    const GeometryColumn& communes = scene.district->table(Role::communes).geometry;
    const std::size_t commune = *scene.veilOutsideCommune;
    if (commune >= communes.featureCount() || communes.isEmpty(commune)) return nullptr;

    GeometryColumn veil;
    veil.kind = GeometryKind::polygon;
    const Box around = communes.boxes[commune].widenedBy(veilReachM);
    addRing(veil, std::vector<double>{around.minX, around.minY, around.maxX, around.minY, around.maxX, around.maxY, around.minX,
                                      around.maxY, around.minX, around.minY});
    std::vector<std::size_t> holes;
    for (std::size_t part = communes.featureOffsets[commune]; part < communes.featureOffsets[commune + 1]; ++part) {
        for (std::size_t ring = communes.partOffsets[part]; ring < communes.partOffsets[part + 1]; ++ring) {
            if (communes.isShell(part, ring))
                addRing(veil, communes.ring(ring));
            else
                holes.push_back(ring);
        }
    }
    veil.endPart();
    for (const std::size_t ring : holes) {
        addRing(veil, communes.ring(ring));
        veil.endPart();
    }
    veil.endFeature();

    auto set = std::make_unique<ShapeSet>();
    set->geometry = std::make_shared<const GeometryColumn>(std::move(veil));
    set->classOf = {0};
    set->styles = {{.fill = FillStyle{.colour = withAlpha(mapPalette(scene.theme).paper, veilAlpha)}, .strokes = {}}};
    return set;
}

} // namespace banlang::viewer::detail
