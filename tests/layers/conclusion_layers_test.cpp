// SPDX-License-Identifier: MIT
#include "core/analysis/conclusion.h"
#include "layers/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

TEST(ConclusionLayers, EveryAnswerThatNamesALayerNamesOneThatCanBeDrawn) {
    const District nothing = emptyDistrict(9209);
    const Date meeting = Date::fromYmd(2022, 5, 18);
    const auto gaps = findGaps(nothing, meeting);
    std::size_t named = 0;
    for (const Answer& answer : conclusionAnswers(nothing, meeting)) {
        const auto catalogue = layerCatalogue();
        const bool drawn =
            std::any_of(catalogue.begin(), catalogue.end(), [&](const LayerInfo& one) { return one.id == answer.layer; });
        EXPECT_TRUE(answer.layer.empty() || drawn) << answer.id << ' ' << answer.layer;
        const bool asked = std::any_of(gaps.begin(), gaps.end(), [&](const Gap& one) { return one.id == answer.gap; });
        EXPECT_TRUE(answer.gap.empty() || asked) << answer.id << ' ' << answer.gap;
        named += answer.layer.empty() ? 0U : 1U;
    }
    EXPECT_GE(named, 20U);
}

} // namespace
} // namespace banlang
