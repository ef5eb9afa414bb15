// SPDX-License-Identifier: MIT
#include "layers/label_candidates.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace banlang {
namespace {

constexpr double stepPx = 6;
constexpr double mostBend = 24 * std::numbers::pi / 180;
constexpr double slidePx = 18;
constexpr std::size_t mostCandidates = 12;

/// The line in the view as points `stepPx` apart, cut where it leaves the view.
std::vector<std::vector<PixelPoint>> visibleRuns(const MapLabel& label, const MapView& view) {
    std::vector<std::vector<PixelPoint>> runs(1);
    double untilNext = 0;
    for (std::size_t i = 1; i < label.path.size(); ++i) {
        const PixelPoint a = view.toPixel(label.path[i - 1]);
        const PixelPoint b = view.toPixel(label.path[i]);
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        const bool passesBy = std::max(a.x, b.x) < 0 || std::min(a.x, b.x) > view.widthPx || std::max(a.y, b.y) < 0 ||
                              std::min(a.y, b.y) > view.heightPx;
        if (passesBy || length == 0) {
            if (passesBy && !runs.back().empty()) runs.emplace_back();
            continue;
        }
        for (; untilNext < length; untilNext += stepPx) {
            const PixelPoint point{a.x + (b.x - a.x) * untilNext / length, a.y + (b.y - a.y) * untilNext / length};
            const bool seen = point.x >= 0 && point.x <= view.widthPx && point.y >= 0 && point.y <= view.heightPx;
            if (seen) runs.back().push_back(point);
            if (!seen && !runs.back().empty()) runs.emplace_back();
        }
        untilNext -= length;
    }
    return runs;
}

/// Averages away the small wiggles that would make letters dance.
std::vector<PixelPoint> smoothed(const std::vector<PixelPoint>& points) {
    std::vector<PixelPoint> result = points;
    for (std::size_t i = 2; i + 2 < points.size(); ++i) {
        PixelPoint sum{};
        for (std::size_t j = i - 2; j <= i + 2; ++j) sum = {sum.x + points[j].x, sum.y + points[j].y};
        result[i] = {sum.x / 5, sum.y / 5};
    }
    return result;
}

double direction(PixelPoint a, PixelPoint b) {
    return std::atan2(b.y - a.y, b.x - a.x);
}

double turn(double from, double to) {
    return std::abs(std::remainder(to - from, 2 * std::numbers::pi));
}

/// Sum of the bends of a stretch, or nothing when one is too sharp for a glyph.
std::optional<double> totalBend(std::span<const PixelPoint> stretch) {
    double sum = 0;
    for (std::size_t i = 2; i < stretch.size(); ++i) {
        const double bend = turn(direction(stretch[i - 2], stretch[i - 1]), direction(stretch[i - 1], stretch[i]));
        if (bend > mostBend) return std::nullopt;
        sum += bend;
    }
    return sum;
}

LabelCandidate along(const MapLabel& label, std::span<const PixelPoint> stretch, const LabelStyle& style, double heightPx) {
    LabelCandidate candidate;
    candidate.placed.label = &label;
    candidate.placed.style = style;
    candidate.placed.lines = {label.text};
    candidate.placed.path.assign(stretch.begin(), stretch.end());
    auto& path = candidate.placed.path;
    if (path.back().x < path.front().x) std::reverse(path.begin(), path.end());
    candidate.placed.centre = path[path.size() / 2];
    for (const PixelPoint point : path) {
        candidate.boxesPx.push_back(Box{point.x, point.y, point.x, point.y}.widenedBy(heightPx / 2 + 1));
    }
    return candidate;
}

} // namespace

std::vector<LabelCandidate> lineCandidates(const MapLabel& label, const MapView& view, const MeasureText& measure) {
    const LabelStyle style = labelStyle(label.kind);
    const TextSize size = measure(label.text, style);
    const auto needed = static_cast<std::size_t>(std::ceil(size.widthPx / stepPx)) + 2;
    std::vector<std::pair<double, LabelCandidate>> found;
    for (const std::vector<PixelPoint>& run : visibleRuns(label, view)) {
        if (run.size() < needed) continue;
        const std::vector<PixelPoint> line = smoothed(run);
        for (std::size_t first = 0; first + needed <= line.size(); first += static_cast<std::size_t>(slidePx / stepPx)) {
            const std::span stretch(&line[first], needed);
            const auto bend = totalBend(stretch);
            if (!bend) continue;
            // Of equally straight stretches the one nearest the middle.
            const double offMiddle = std::abs(static_cast<double>(2 * first + needed) / static_cast<double>(line.size()) - 1);
            found.emplace_back(*bend + 0.3 * offMiddle, along(label, stretch, style, size.heightPx));
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    if (found.size() > mostCandidates) found.resize(mostCandidates);
    std::vector<LabelCandidate> candidates;
    for (auto& [cost, candidate] : found) candidates.push_back(std::move(candidate));
    return candidates;
}

} // namespace banlang
