// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_chunks.h"
#include "viewer/map/gl/area_buffers.h"

#include <compare>
#include <map>
#include <memory>
#include <vector>

namespace banlang::viewer::detail {

/// One chunk of one geometry.
struct AreaChunk {
    std::shared_ptr<const FeatureChunks> of{};
    std::uint32_t index = 0;
    auto operator<=>(const AreaChunk&) const = default;
};

/// The chunks whose mesh is on the graphics card: they arrive as they come into view, and those not seen for longest leave when
/// there is no more room. A chunk whose mesh is being made counts as asked for.
class AreaStore {
public:
    [[nodiscard]] const AreaBuffers* find(const AreaChunk& chunk);
    /// True once per chunk until it arrives: the caller has its mesh made.
    [[nodiscard]] bool askFor(const AreaChunk& chunk);
    void put(const AreaChunk& chunk, const AreaMesh& mesh);
    /// Makes room; what was found since the last call stays.
    void tidy(std::size_t mostBytes);
    /// Forgets all but these geometries.
    void keepOnly(const std::vector<std::shared_ptr<const FeatureChunks>>& geometries);
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    struct Slot {
        std::unique_ptr<AreaBuffers> buffers{}; ///< null while the mesh is being made
        std::uint64_t usedAt = 0;
    };
    using Slots = std::map<AreaChunk, Slot>;
    Slots::iterator forget(Slots::iterator slot);

    Slots slots_;
    std::uint64_t now_ = 1;
    std::size_t bytes_ = 0;
};

} // namespace banlang::viewer::detail
