// SPDX-License-Identifier: MIT
#include "core/geo/geometry_column.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

double twiceSignedArea(std::span<const double> ring) {
    // Relative to the first point, so that seven-digit northings do not eat the digits of a small parcel.
    const double originX = ring[0];
    const double originY = ring[1];
    double sum = 0;
    for (std::size_t i = 2; i + 3 < ring.size(); i += 2) {
        sum += (ring[i] - originX) * (ring[i + 3] - originY) - (ring[i + 2] - originX) * (ring[i + 1] - originY);
    }
    return sum;
}

} // namespace

Box GeometryColumn::extent() const {
    Box all;
    for (const Box& box : boxes) all.grow(box);
    return all;
}

void GeometryColumn::addPoint(Point point) {
    xy.push_back(point.x);
    xy.push_back(point.y);
}

void GeometryColumn::endRing() {
    const std::size_t first = ringOffsets.back();
    if (kind == GeometryKind::polygon && pointCount() > first) {
        if (point(first) != point(pointCount() - 1)) addPoint(point(first));
        const std::span ringPoints = std::span(xy).subspan(2 * first);
        const bool shell = ringOffsets.size() - 1 == partOffsets.back();
        if ((twiceSignedArea(ringPoints) < 0) == shell) {
            std::reverse(ringPoints.begin(), ringPoints.end());
            for (std::size_t i = 0; i < ringPoints.size(); i += 2) std::swap(ringPoints[i], ringPoints[i + 1]);
        }
    }
    ringOffsets.push_back(static_cast<std::uint32_t>(pointCount()));
}

void GeometryColumn::endPart() {
    partOffsets.push_back(static_cast<std::uint32_t>(ringOffsets.size() - 1));
}

void GeometryColumn::endFeature() {
    const std::size_t firstPoint = ringOffsets[partOffsets[featureOffsets.back()]];
    Box box;
    for (std::size_t i = firstPoint; i < pointCount(); ++i) box.grow(point(i));
    featureOffsets.push_back(static_cast<std::uint32_t>(partOffsets.size() - 1));
    boxes.push_back(box);
}

void GeometryColumn::reserveTimes(double factor) {
    const auto reserve = [factor](auto& values) {
        values.reserve(static_cast<std::size_t>(static_cast<double>(values.size()) * factor));
    };
    reserve(xy);
    reserve(ringOffsets);
    reserve(partOffsets);
    reserve(featureOffsets);
    reserve(boxes);
}

void GeometryColumn::appendFeature(const GeometryColumn& from, std::size_t feature) {
    for (std::uint32_t part = from.featureOffsets[feature]; part < from.featureOffsets[feature + 1]; ++part) {
        for (std::uint32_t ringIndex = from.partOffsets[part]; ringIndex < from.partOffsets[part + 1]; ++ringIndex) {
            const auto points = from.ring(ringIndex);
            xy.insert(xy.end(), points.begin(), points.end());
            ringOffsets.push_back(static_cast<std::uint32_t>(pointCount()));
        }
        endPart();
    }
    featureOffsets.push_back(static_cast<std::uint32_t>(partOffsets.size() - 1));
    boxes.push_back(from.boxes[feature]);
}

void GeometryColumn::refreshBoxes() {
    for (std::size_t feature = 0; feature < featureCount(); ++feature) {
        Box box;
        bool finite = true;
        for (std::size_t i = ringOffsets[firstRing(feature)]; i < ringOffsets[lastRing(feature)]; ++i) {
            box.grow(point(i));
            // NaN is skipped by min and max, so it has to be carried by hand.
            finite = finite && std::isfinite(point(i).x) && std::isfinite(point(i).y);
        }
        if (!finite) box.maxX = std::numeric_limits<double>::infinity();
        boxes[feature] = box;
    }
}

void GeometryColumn::swapAxes(std::size_t feature) {
    for (std::size_t ringIndex = firstRing(feature); ringIndex < lastRing(feature); ++ringIndex) {
        const auto first = xy.begin() + std::ptrdiff_t{2} * ringOffsets[ringIndex];
        const auto last = xy.begin() + std::ptrdiff_t{2} * ringOffsets[ringIndex + 1];
        if (kind == GeometryKind::polygon) {
            // Reversing the numbers turns the ring round and swaps each pair at once.
            std::reverse(first, last);
            continue;
        }
        for (auto at = first; at != last; at += 2) std::iter_swap(at, at + 1);
    }
    Box& box = boxes[feature];
    std::swap(box.minX, box.minY);
    std::swap(box.maxX, box.maxY);
}

void GeometryColumn::keepOnly(std::span<const std::uint32_t> features) {
    std::size_t points = 0;
    std::size_t rings = 0;
    std::size_t parts = 0;
    std::size_t count = 0;
    for (const std::uint32_t feature : features) {
        // Offsets behind what is kept are still those of before: everything moves towards the front only.
        const std::uint32_t lastPart = featureOffsets[feature + 1];
        for (std::uint32_t part = featureOffsets[feature]; part < lastPart; ++part) {
            const std::uint32_t lastRingOfPart = partOffsets[part + 1];
            for (std::uint32_t ringIndex = partOffsets[part]; ringIndex < lastRingOfPart; ++ringIndex) {
                const std::size_t first = ringOffsets[ringIndex];
                const std::size_t last = ringOffsets[ringIndex + 1];
                std::copy(xy.begin() + static_cast<std::ptrdiff_t>(2 * first), xy.begin() + static_cast<std::ptrdiff_t>(2 * last),
                          xy.begin() + static_cast<std::ptrdiff_t>(2 * points));
                points += last - first;
                ringOffsets[++rings] = static_cast<std::uint32_t>(points);
            }
            partOffsets[++parts] = static_cast<std::uint32_t>(rings);
        }
        boxes[count] = boxes[feature];
        featureOffsets[++count] = static_cast<std::uint32_t>(parts);
    }
    xy.resize(2 * points);
    ringOffsets.resize(rings + 1);
    partOffsets.resize(parts + 1);
    featureOffsets.resize(count + 1);
    boxes.resize(count);
}

GeometryColumn GeometryColumn::selected(std::span<const std::uint32_t> features) const {
    GeometryColumn chosen;
    chosen.kind = kind;
    for (const std::uint32_t feature : features) chosen.appendFeature(*this, feature);
    return chosen;
}

} // namespace banlang
