// SPDX-License-Identifier: MIT
#pragma once

#include "layers/label_plan.h"

#include <deque>
#include <memory>

namespace banlang::viewer {

/// The labels of one map: those that are shown, and plans of scenes and scales that were shown before.
struct MapLabels {
    struct Kept {
        std::shared_ptr<LabelPlan> plan;
        Language language = Language::vietnamese;
        float textScale = 1;

        [[nodiscard]] bool isOf(const MapScene* scene, double metresPerPx, Language wanted, float scale) const;
    };
    std::deque<Kept> plans;           ///< the newest first
    std::shared_ptr<LabelPlan> shown; ///< what is drawn, of another scale until the plan of this one is ready
};

} // namespace banlang::viewer
