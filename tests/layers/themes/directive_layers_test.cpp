// SPDX-License-Identifier: MIT
#include "core/analysis/directives/directives.h"
#include "layers/themes/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

TEST(DirectiveLayers, EveryPointThatNamesALayerNamesOneThatCanBeDrawn) {
    std::size_t named = 0;
    for (const DirectivePoint& point : directivePoints()) {
        const auto catalogue = layerCatalogue();
        const bool drawn =
            std::any_of(catalogue.begin(), catalogue.end(), [&](const LayerInfo& one) { return one.id == point.layer; });
        EXPECT_TRUE(point.layer.empty() || drawn) << point.id << ' ' << point.layer;
        EXPECT_TRUE(point.gap.empty() || gapQuestion(point.gap) != nullptr) << point.id << ' ' << point.gap;
        named += point.layer.empty() ? 0U : 1U;
    }
    EXPECT_GE(named, 20U);
}

} // namespace
} // namespace banlang
