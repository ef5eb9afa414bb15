// SPDX-License-Identifier: MIT
#include "core/geo/line_segments.h"
#include "viewer/map/mesh/mesh_levels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace banlang::viewer::detail {
namespace {

/// Lines that wind by some metres, a vertex each two metres.
std::shared_ptr<GeometryColumn> windingLines(std::size_t count, double swingM) {
    auto lines = std::make_shared<GeometryColumn>();
    lines->kind = GeometryKind::line;
    std::mt19937 draw(8);
    std::uniform_real_distribution<double> swing(-swingM, swingM);
    for (std::size_t line = 0; line < count; ++line) {
        const Point start{447'000 + 300.0 * static_cast<double>(line), 2'535'000};
        for (int i = 0; i < 300; ++i) lines->addPoint({start.x + swing(draw), start.y + 2.0 * i});
        lines->endRing();
        lines->endPart();
        lines->endFeature();
    }
    return lines;
}

ShapeMesh meshOf(const std::shared_ptr<GeometryColumn>& lines) {
    ShapeSet set;
    set.geometry = lines;
    set.classOf.assign(lines->featureCount(), 0);
    set.styles = {{.fill = std::nullopt, .strokes = {StrokeStyle{}}}};
    return prepareMesh(set);
}

TEST(MeshLevels, EachLevelIsCoarserAndHasFarFewerPoints) {
    const ShapeMesh mesh = meshOf(windingLines(20, 1.5));
    ASSERT_GE(mesh.coarser.size(), 1U);
    std::size_t points = mesh.points.size();
    double toleranceM = 0;
    for (const MeshLevel& level : mesh.coarser) {
        EXPECT_GT(level.toleranceM, toleranceM);
        EXPECT_LE(static_cast<double>(level.points.size()), 0.7 * static_cast<double>(points));
        EXPECT_EQ(level.cells.size(), mesh.cells.size());
        points = level.points.size();
        toleranceM = level.toleranceM;
    }
}

TEST(MeshLevels, NoPointOfTheFullLineLiesFarOff) {
    const auto lines = windingLines(1, 6);
    const ShapeMesh mesh = meshOf(lines);
    ASSERT_FALSE(mesh.coarser.empty());
    for (const MeshLevel& level : mesh.coarser) {
        for (const MeshPoint& full : mesh.points) {
            double nearest = 1e9;
            for (std::size_t i = 0; i + 1 < level.points.size(); ++i) {
                const LineSegment piece{0, {level.points[i].x, level.points[i].y}, {level.points[i + 1].x, level.points[i + 1].y}};
                nearest = std::min(nearest, piece.distanceM({full.x, full.y}));
            }
            ASSERT_LE(nearest, 2 * level.toleranceM + 0.01) << "twice at turns";
        }
    }
}

TEST(MeshLevels, CellsOfALevelHoldTheFeaturesOfTheSameCells) {
    const ShapeMesh mesh = meshOf(windingLines(40, 1.5));
    for (const MeshLevel& level : mesh.coarser) {
        std::uint32_t end = 0;
        for (std::size_t i = 0; i < level.cells.size(); ++i) {
            EXPECT_EQ(level.cells[i].begin, end) << "one cell after another";
            end = level.cells[i].end;
            Box full;
            for (std::uint32_t p = mesh.cells[i].points.begin; p < mesh.cells[i].points.end; ++p)
                full.grow(Point{mesh.points[p].x, mesh.points[p].y});
            for (std::uint32_t p = level.cells[i].begin; p < level.cells[i].end; ++p)
                EXPECT_TRUE(full.contains({level.points[p].x, level.points[p].y}));
        }
        EXPECT_EQ(end, level.points.size());
    }
}

TEST(MeshLevels, StraightLinesHaveNoneThatWouldSaveLittle) {
    auto lines = std::make_shared<GeometryColumn>();
    lines->kind = GeometryKind::line;
    for (int line = 0; line < 10; ++line) {
        lines->addPoint({0, 10.0 * line});
        lines->addPoint({1'000, 10.0 * line});
        lines->endRing();
        lines->endPart();
        lines->endFeature();
    }
    EXPECT_TRUE(meshOf(lines).coarser.empty());
}

TEST(MeshLevels, AnIslandSmallerThanTheToleranceIsNotDrawn) {
    auto areas = std::make_shared<GeometryColumn>();
    areas->kind = GeometryKind::polygon;
    const auto circle = [&](Point centre, double radiusM, int corners) {
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * 3.141592653589793 * i / corners;
            areas->addPoint({centre.x + radiusM * std::cos(angle), centre.y + radiusM * std::sin(angle)});
        }
        areas->endRing();
        areas->endPart();
        areas->endFeature();
    };
    circle({0, 0}, 500, 400);
    circle({2'000, 0}, 0.5, 60);
    const ShapeMesh mesh = meshOf(areas);
    ASSERT_FALSE(mesh.coarser.empty());
    for (const MeshPoint& point : mesh.coarser.back().points)
        EXPECT_LT(std::hypot(static_cast<double>(point.x) + mesh.origin.x, static_cast<double>(point.y) + mesh.origin.y), 501);
}

} // namespace
} // namespace banlang::viewer::detail
