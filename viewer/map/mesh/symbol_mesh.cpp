// SPDX-License-Identifier: MIT
#include "viewer/map/mesh/symbol_mesh.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace banlang::viewer::detail {
namespace {

constexpr double ringHoleShare = 0.5;
constexpr double leaderPx = 0.9;
constexpr double shareLinePx = 0.6;
constexpr double rimDashPx = 2.4;
constexpr double rimGapPx = 1.8;
constexpr double houseSteps = 5;
constexpr double fullTurn = 2 * std::numbers::pi;

/// From the middle of the symbol, y up, style pixels.
using Outline = std::vector<Point>;

/// Clockwise from the top, between two shares of the turn.
Point onCircle(double radius, double turn) {
    return {radius * std::sin(turn * fullTurn), radius * std::cos(turn * fullTurn)};
}

/// Enough corners that no eye finds them.
std::size_t cornersOf(double radius) {
    return static_cast<std::size_t>(std::clamp(std::ceil(6 * std::sqrt(std::max(radius, 1.0))), 12.0, 64.0));
}

Outline outlineOf(MarkerShape shape, double r) {
    switch (shape) {
    case MarkerShape::square:
        return {{-r, -r}, {r, -r}, {r, r}, {-r, r}};
    case MarkerShape::triangle:
        return {{0, r}, {-0.87 * r, -0.5 * r}, {0.87 * r, -0.5 * r}};
    case MarkerShape::house:
        return {{-0.8 * r, -0.8 * r}, {0.8 * r, -0.8 * r}, {0.8 * r, 0.1 * r}, {0, r}, {-0.8 * r, 0.1 * r}};
    case MarkerShape::circle:
    case MarkerShape::ring:
    case MarkerShape::badge:
        break;
    }
    const std::size_t count = cornersOf(r);
    Outline circle;
    for (std::size_t i = 0; i < count; ++i) circle.push_back(onCircle(r, static_cast<double>(i) / static_cast<double>(count)));
    return circle;
}

/// The part of a convex outline below a height.
Outline below(const Outline& outline, double top) {
    Outline kept;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Point a = outline[i];
        const Point b = outline[(i + 1) % outline.size()];
        if (a.y <= top) kept.push_back(a);
        if ((a.y <= top) != (b.y <= top)) kept.push_back({a.x + (b.x - a.x) * (top - a.y) / (b.y - a.y), top});
    }
    return kept;
}

class SymbolWriter {
public:
    explicit SymbolWriter(SymbolMesh& mesh) : mesh_(mesh) {}

    void write(const Marker& marker) {
        anchor_ = {marker.at.x - mesh_.origin.x, marker.at.y - mesh_.origin.y};
        centre_ = {marker.offsetXPx, -marker.offsetYPx};
        if (std::hypot(centre_.x, centre_.y) > marker.radiusPx) leader(marker.rim);
        const Outline outline = outlineOf(marker.shape, marker.radiusPx);
        if (marker.shape == MarkerShape::house) {
            fillConvex(outline, FillStyle{.colour = rgb(0xFFFFFF)});
            const double height = 1.8 * marker.radiusPx * marker.level / houseSteps;
            fillConvex(below(outline, height - 0.8 * marker.radiusPx), FillStyle{.colour = marker.fill});
        } else {
            fillConvex(outline, FillStyle{.colour = marker.fill});
        }
        if (marker.shape == MarkerShape::ring) shares(marker);
        if (marker.rimPx > 0) rim(outline, marker);
    }

private:
    void corner(Point offset, const FillStyle& fill) {
        mesh_.corners.push_back({static_cast<float>(anchor_.x), static_cast<float>(anchor_.y),
                                 static_cast<float>(centre_.x + offset.x), static_cast<float>(centre_.y + offset.y), fill.colour,
                                 fill.patternColour, static_cast<float>(fill.pattern)});
    }
    void triangle(Point a, Point b, Point c, const FillStyle& fill) {
        for (const Point point : {a, b, c}) corner(point, fill);
    }
    void quad(Point a, Point b, Point c, Point d, const FillStyle& fill) {
        triangle(a, b, c, fill);
        triangle(a, c, d, fill);
    }
    void fillConvex(const Outline& outline, const FillStyle& fill) {
        if (fill.colour.a == 0) return;
        for (std::size_t i = 1; i + 1 < outline.size(); ++i) triangle(outline[0], outline[i], outline[i + 1], fill);
    }
    void line(Point a, Point b, double widthPx, Colour colour) {
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (length <= 0) return;
        const Point side{-(b.y - a.y) / length * widthPx / 2, (b.x - a.x) / length * widthPx / 2};
        quad({a.x + side.x, a.y + side.y}, {b.x + side.x, b.y + side.y}, {b.x - side.x, b.y - side.y}, {a.x - side.x, a.y - side.y},
             FillStyle{.colour = colour});
    }
    void leader(Colour colour) { line({-centre_.x, -centre_.y}, {0, 0}, leaderPx, colour); }

    /// Both sides of the outline are the outline itself, larger and smaller.
    void rim(const Outline& outline, const Marker& marker) {
        const double outer = 1 + marker.rimPx / 2 / marker.radiusPx;
        const double inner = 1 - marker.rimPx / 2 / marker.radiusPx;
        const FillStyle fill{.colour = marker.rim};
        const FillStyle gap{.colour = rgb(0xFFFFFF)}; // on a fill as dark as the rim a bare gap would not be seen
        const double dashes = std::max(3.0, std::round(fullTurn * marker.radiusPx / (rimDashPx + rimGapPx)));
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const double turn = static_cast<double>(i) / static_cast<double>(outline.size()) * dashes;
            const bool isGap = marker.rimDashed && turn - std::floor(turn) >= rimDashPx / (rimDashPx + rimGapPx);
            const Point a = outline[i];
            const Point b = outline[(i + 1) % outline.size()];
            quad({a.x * outer, a.y * outer}, {b.x * outer, b.y * outer}, {b.x * inner, b.y * inner}, {a.x * inner, a.y * inner},
                 isGap ? gap : fill);
        }
    }

    void shares(const Marker& marker) {
        const double total = std::accumulate(marker.shares.begin(), marker.shares.end(), 0.0);
        if (total <= 0) return;
        const double r = marker.radiusPx;
        const double hole = r * ringHoleShare;
        double turn = 0;
        std::vector<double> cuts;
        for (std::size_t i = 0; i < std::min(marker.shares.size(), marker.shareFills.size()); ++i) {
            if (marker.shares[i] <= 0) continue;
            const double next = turn + marker.shares[i] / total;
            const auto steps = static_cast<int>(std::ceil((next - turn) * static_cast<double>(cornersOf(r))));
            for (int k = 0; k < steps; ++k) {
                const double from = turn + (next - turn) * k / steps;
                const double to = turn + (next - turn) * (k + 1) / steps;
                quad(onCircle(hole, from), onCircle(r, from), onCircle(r, to), onCircle(hole, to), marker.shareFills[i]);
            }
            cuts.push_back(turn);
            turn = next;
        }
        if (cuts.size() < 2) cuts.clear();
        for (const double cut : cuts) line(onCircle(hole, cut), onCircle(r, cut), std::min(shareLinePx, marker.rimPx), marker.rim);
    }

    SymbolMesh& mesh_;
    Point anchor_{};
    Point centre_{};
};

} // namespace

SymbolMesh prepareSymbols(const std::vector<Marker>& markers) {
    SymbolMesh mesh;
    Box extent;
    for (const Marker& marker : markers) extent.grow(marker.at);
    if (extent.empty()) return mesh;
    mesh.origin = extent.centre();
    SymbolWriter writer(mesh);
    for (const Marker& marker : markers) {
        const auto begin = static_cast<std::uint32_t>(mesh.corners.size());
        writer.write(marker);
        SymbolRange range{marker.at, 0, begin, static_cast<std::uint32_t>(mesh.corners.size())};
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            range.reachPx = std::max(range.reachPx, std::hypot(mesh.corners[i].offsetXPx, mesh.corners[i].offsetYPx));
        }
        mesh.symbols.push_back(range);
    }
    return mesh;
}

} // namespace banlang::viewer::detail
