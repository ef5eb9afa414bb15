// SPDX-License-Identifier: MIT
#include "layers/labels/label_candidates.h"

#include <algorithm>
#include <cmath>
#include <numbers>

// Names along lines.

namespace banlang {
namespace {

constexpr double degree = std::numbers::pi / 180;
// Letters are about a step wide: past these, those inside a bend run into each other.
constexpr double mostBendOfStep = 15 * degree;
constexpr std::size_t bendSteps = 4;
constexpr double mostBendOfSteps = 38 * degree;
constexpr double leastForward = -0.2; ///< cosine: a letter may lean back a little, but not stand on its head
constexpr double steepShare = 0.12;   ///< of a way that has no left and right to speak of
constexpr std::size_t slideSteps = 3;

double direction(PixelPoint a, PixelPoint b) {
    return std::atan2(b.y - a.y, b.x - a.x);
}

double turn(double from, double to) {
    return std::remainder(to - from, 2 * std::numbers::pi);
}

/// Averages away the small wiggles that would make letters dance.
Run smoothed(const Run& points) {
    Run result = points;
    for (std::size_t i = 2; i + 2 < points.size(); ++i) {
        PixelPoint sum{};
        for (std::size_t j = i - 2; j <= i + 2; ++j) sum = {sum.x + points[j].x, sum.y + points[j].y};
        result[i] = {sum.x / 5, sum.y / 5};
    }
    return result;
}

/// Whether a section is read from its end.
bool isBackwards(std::span<const PixelPoint> section) {
    const double dx = section.back().x - section.front().x;
    const double dy = section.back().y - section.front().y;
    // Upright ways are read from below, wherever they lean.
    if (std::abs(dx) < steepShare * std::abs(dy)) return dy > 0;
    return dx < 0;
}

/// Sum of the bends of a section, or nothing where its letters could not be read.
std::optional<double> totalBend(std::span<const PixelPoint> section) {
    const double forwards = isBackwards(section) ? -1 : 1;
    std::vector<double> bends;
    double sum = 0;
    for (std::size_t i = 1; i < section.size(); ++i) {
        const double along = direction(section[i - 1], section[i]);
        if (forwards * std::cos(along) < leastForward) return std::nullopt;
        if (i < 2) continue;
        bends.push_back(turn(direction(section[i - 2], section[i - 1]), along));
        if (std::abs(bends.back()) > mostBendOfStep) return std::nullopt;
        sum += std::abs(bends.back());
        double lately = 0;
        for (std::size_t j = bends.size() - std::min(bends.size(), bendSteps); j < bends.size(); ++j) lately += bends[j];
        if (std::abs(lately) > mostBendOfSteps) return std::nullopt;
    }
    return sum;
}

} // namespace

std::vector<Run> runsOf(const std::vector<Point>& path, double metresPerPx, const std::optional<Box>& framePx) {
    std::vector<Run> runs(1);
    double untilNext = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const PixelPoint a{path[i - 1].x / metresPerPx, -path[i - 1].y / metresPerPx};
        const PixelPoint b{path[i].x / metresPerPx, -path[i].y / metresPerPx};
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (length == 0) continue;
        for (; untilNext < length; untilNext += runStepPx) {
            const PixelPoint point{a.x + (b.x - a.x) * untilNext / length, a.y + (b.y - a.y) * untilNext / length};
            if (!framePx || framePx->contains({point.x, point.y})) {
                runs.back().push_back(point);
            } else if (!runs.back().empty()) {
                runs.emplace_back();
            }
        }
        untilNext -= length;
    }
    for (Run& run : runs) run = smoothed(run);
    return runs;
}

std::vector<RunPart> partsOf(const Run& run, double textWidthPx) {
    const auto needed = static_cast<std::size_t>(std::ceil(textWidthPx / runStepPx)) + 2;
    if (run.size() < needed) return {};
    constexpr double partPx = labelRepeatPx * 1.2;
    const double lengthPx = static_cast<double>(run.size() - 1) * runStepPx;
    const auto count = std::max<std::size_t>(1, static_cast<std::size_t>(lengthPx / std::max(partPx, textWidthPx * 1.5)));
    const double part = static_cast<double>(run.size() - 1) / static_cast<double>(count);
    // Whatever is chosen in two neighbouring parts, their names keep their distance.
    const double free = count == 1 ? part / 2 : (part - labelRepeatPx / runStepPx) / 2;
    std::vector<RunPart> parts;
    for (std::size_t i = 0; i < count; ++i) {
        const double middle = (static_cast<double>(i) + 0.5) * part;
        const double half = static_cast<double>(needed) / 2;
        const double first = std::max(middle - free, half);
        const double last = std::min(middle + free, static_cast<double>(run.size()) - half);
        if (last < first) continue;
        parts.push_back({static_cast<std::size_t>(first), static_cast<std::size_t>(last), needed});
    }
    return parts;
}

std::vector<std::size_t> startsIn(const Run& run, const RunPart& part) {
    std::vector<std::pair<double, std::size_t>> found;
    const double middle = static_cast<double>(part.first + part.last) / 2;
    const double half = std::max(1.0, static_cast<double>(part.last - part.first) / 2);
    for (std::size_t centre = part.first; centre <= part.last; centre += slideSteps) {
        const std::size_t start = centre - std::min(centre, part.needed / 2);
        if (start + part.needed > run.size()) break;
        const auto bend = totalBend(std::span(run).subspan(start, part.needed));
        // Of equally straight stretches the one nearest the middle.
        if (bend) found.emplace_back(*bend + 0.3 * std::abs(static_cast<double>(centre) - middle) / half, start);
    }
    std::ranges::stable_sort(found, {}, &std::pair<double, std::size_t>::first);
    std::vector<std::size_t> starts;
    starts.reserve(found.size());
    for (const auto& [cost, start] : found) starts.push_back(start);
    return starts;
}

std::vector<PixelPoint> readablePath(std::span<const PixelPoint> section) {
    std::vector<PixelPoint> path(section.begin(), section.end());
    if (isBackwards(section)) std::ranges::reverse(path);
    return path;
}

} // namespace banlang
