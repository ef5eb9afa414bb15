// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"
#include "viewer/map/pick.h"

#include <gmock/gmock.h>

namespace banlang::viewer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Pick : public ::testing::Test {
protected:
    ShapeSet set(GeometryKind kind, const std::vector<std::string_view>& wkts, Role role) {
        ShapeSet made{.geometry = std::make_shared<const GeometryColumn>(geometryFromWkt(kind, wkts))};
        made.classOf.assign(wkts.size(), 0);
        made.styles.resize(1);
        made.role = role;
        return made;
    }
    [[nodiscard]] std::vector<RecordRef> at(double x, double y) const {
        MapScene scene;
        scene.layers = {std::make_shared<MapLayer>(below), std::make_shared<MapLayer>(above)};
        return pick(*prepareScene(std::make_shared<const MapScene>(std::move(scene))), view, view.toPixel({x, y}), 6);
    }

    MapView view{.centre = {500, 500}, .metresPerPx = 10, .widthPx = 100, .heightPx = 100};
    MapLayer below;
    MapLayer above;
};

TEST_F(Pick, FindsMarkersThenLinesThenPolygonsFromTheTop) {
    below.shapes = {set(GeometryKind::polygon,
                        {"POLYGON((0 0,1000 0,1000 1000,0 1000,0 0),(600 600,600 900,900 900,900 600,600 600))"}, Role::communes)};
    above.shapes = {set(GeometryKind::line, {"LINESTRING(0 0,1000 0)", "LINESTRING(0 500,1000 500)"}, Role::roads)};
    Marker marker;
    marker.at = {200, 540};
    marker.role = Role::villages;
    marker.row = 7;
    below.markers = {MarkerSet{.markers = {marker}}};
    EXPECT_THAT(at(200, 550), ElementsAre(RecordRef{Role::villages, 7}, RecordRef{Role::roads, 1}, RecordRef{Role::communes, 0}));
    EXPECT_THAT(at(300, 555), ElementsAre(RecordRef{Role::roads, 1}, RecordRef{Role::communes, 0}));
    EXPECT_THAT(at(300, 570), ElementsAre(RecordRef{Role::communes, 0})) << "seven pixels are too far";
    EXPECT_THAT(at(750, 750), IsEmpty()) << "the hole";
}

TEST_F(Pick, LeavesOutWhatIsNotDrawn) {
    below.shapes = {set(GeometryKind::polygon, {"POLYGON((0 0,1000 0,1000 1000,0 1000,0 0))"}, Role::parcels),
                    set(GeometryKind::polygon, {"POLYGON((0 0,1000 0,1000 1000,0 1000,0 0))"}, Role::villages)};
    below.shapes[0].classOf[0] = noClass;
    below.shapes[1].scales.maxDenominator = 1000;
    EXPECT_THAT(at(500, 500), IsEmpty());
}

TEST_F(Pick, NamesEachRowOnceAndByItsOwnTable) {
    ShapeSet shapes = set(GeometryKind::line, {"LINESTRING(0 500,500 500)", "LINESTRING(500 500,1000 500)"}, Role::roads);
    shapes.rowOf = {4, 4};
    below.shapes = {shapes};
    above.shapes = {shapes};
    EXPECT_THAT(at(500, 500), ElementsAre(RecordRef{Role::roads, 4}));
}

TEST_F(Pick, TakesMarkersWhereTheyAreDrawn) {
    Marker marker;
    marker.at = {500, 500};
    marker.offsetXPx = 20;
    marker.offsetYPx = -20;
    marker.row = 1;
    above.markers = {MarkerSet{.markers = {marker}}};
    EXPECT_THAT(at(500, 500), IsEmpty());
    EXPECT_THAT(at(700, 700), ElementsAre(RecordRef{Role::villages, 1}));
}

} // namespace
} // namespace banlang::viewer
