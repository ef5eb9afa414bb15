// SPDX-License-Identifier: MIT
#include "core/geo/feature_chunks.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

constexpr std::size_t featuresPerRange = 16'384;

/// Place on the curve and feature in one number, so that sorting numbers sorts features.
using Placed = std::uint64_t;

bool isPlaced(const Box& box) {
    return !box.empty() && std::isfinite(box.width() + box.height());
}

std::vector<Placed> placed(const GeometryColumn& geometry, const std::function<bool(std::size_t)>& keep, const Box& extent) {
    const std::size_t count = geometry.featureCount();
    std::vector<std::vector<Placed>> ranges((count + featuresPerRange - 1) / featuresPerRange);
    parallelRanges(count, featuresPerRange, [&](std::size_t begin, std::size_t end) {
        auto& range = ranges[begin / featuresPerRange];
        for (std::size_t i = begin; i < end; ++i) {
            if (!isPlaced(geometry.boxes[i]) || (keep && !keep(i))) continue;
            range.push_back(Placed{hilbertIndex(geometry.boxes[i].centre(), extent)} << 32U | i);
        }
    });
    std::vector<Placed> all;
    for (const auto& range : ranges) all.insert(all.end(), range.begin(), range.end());
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    parallelRanges(
        2, 1, [&](std::size_t half, std::size_t) { half == 0 ? std::sort(all.begin(), middle) : std::sort(middle, all.end()); });
    std::inplace_merge(all.begin(), middle, all.end());
    return all;
}

} // namespace

FeatureChunks chunksOf(const GeometryColumn& geometry, const std::function<bool(std::size_t)>& keep, std::size_t pointsPerChunk) {
    FeatureChunks chunks;
    Box extent;
    for (const Box& box : geometry.boxes) {
        if (isPlaced(box)) extent.grow(box);
    }
    std::size_t pointsInChunk = pointsPerChunk;
    double sizes = 0;
    for (const Placed place : placed(geometry, keep, extent)) {
        const auto feature = static_cast<std::uint32_t>(place);
        if (pointsInChunk >= pointsPerChunk) {
            chunks.starts.push_back(chunks.starts.back());
            chunks.boxes.emplace_back();
            pointsInChunk = 0;
        }
        const Box& box = geometry.boxes[feature];
        pointsInChunk += pointsOf(geometry, feature).size();
        chunks.features.push_back(feature);
        ++chunks.starts.back();
        chunks.boxes.back().grow(box);
        chunks.extent.grow(box);
        sizes += std::max(box.width(), box.height());
    }
    if (!chunks.features.empty()) chunks.averageSizeM = sizes / static_cast<double>(chunks.features.size());
    chunks.tree = PackedRtree(chunks.boxes);
    return chunks;
}

std::vector<std::uint32_t> FeatureChunks::touching(const Box& query) const {
    std::vector<std::uint32_t> found = tree.search(query);
    std::ranges::sort(found);
    return found;
}

} // namespace banlang
