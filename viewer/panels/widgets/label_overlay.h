// SPDX-License-Identifier: MIT
#pragma once

#include "layers/labels/label_plan.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

struct ImDrawList;

namespace banlang::viewer {

/// Labels as they were drawn for one view and a margin around it. The map lays them over itself as one picture that moves with the
/// ground, until others are wanted: drawing a hundred names with halos takes longer than a frame has.
struct LabelOverlay {
    MapView view{};                     ///< of the whole sheet
    std::shared_ptr<ImDrawList> list{}; ///< in style pixels from its upper left corner
    std::uint64_t version = 0;          ///< another for every drawing; 0: none yet
    std::shared_ptr<const LabelPlan> plan{};
};

/// The labels of one map: those that are shown, and plans of scenes and scales that were shown before.
struct MapLabels {
    struct CachedPlan {
        std::shared_ptr<LabelPlan> plan;
        Language language = Language::vietnamese;
        float textScale = 1;

        [[nodiscard]] bool isOf(const MapScene* scene, double metresPerPixel, Language wanted, float scale) const;
    };
    /// Places for one view at rest: whole within the map, and clear of what lies over it.
    struct Page {
        std::shared_ptr<LabelPlan> plan{};
        MapView view{};
        std::vector<Box> coveredPx{};
        Language language = Language::vietnamese;
        float textScale = 1;
    };
    std::deque<CachedPlan> plans; ///< for a map that moves, the newest first
    Page page;
    LabelOverlay overlay;   ///< what is drawn, of another scale until the plan of this one is ready
    double metresPerPx = 0; ///< of the frame before
    Point centre{};         ///< of the frame before
};

} // namespace banlang::viewer
