// SPDX-License-Identifier: MIT
#include "core/analysis/rules/road_standards.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

RoadStandards standardsOf(std::string text) {
    RuleTexts texts;
    texts.own["road_standards.toml"] = std::move(text);
    return roadStandards(texts).value();
}

TEST(RoadStandards, AsShippedHigherClassesAreWiderFasterAndMoreImportant) {
    const RoadStandards shipped = roadStandards({}).value();
    const std::string_view falling[] = {"QL", "ĐT", "ĐH", "ĐX", "ĐTh", "NX"};
    for (std::size_t i = 1; i < std::size(falling); ++i) {
        const RoadStandard& above = shipped.of(falling[i - 1]);
        const RoadStandard& below = shipped.of(falling[i]);
        EXPECT_GE(above.bedWidthM.value(), below.bedWidthM.value()) << falling[i];
        EXPECT_GE(above.speedHardenedKmh, below.speedHardenedKmh) << falling[i];
        EXPECT_GT(above.importance, below.importance) << falling[i];
        EXPECT_GT(below.speedHardenedKmh, below.speedUnhardenedKmh) << falling[i];
    }
    EXPECT_EQ(shipped.of("ĐTh").bedWidthM, 5.0);
}

TEST(RoadStandards, AnUnknownClassIsAnyOther) {
    const RoadStandards standards = standardsOf("[other]\nspeed_hardened_kmh = 9\n[\"ĐX\"]\nbed_width_m = 6\n");
    EXPECT_EQ(standards.of("đường mòn").speedHardenedKmh, 9);
    EXPECT_EQ(standards.of("").speedHardenedKmh, 9);
    EXPECT_EQ(standards.of("").bedWidthM, std::nullopt) << "nobody asks for a width";
    EXPECT_EQ(standards.of("ĐX").bedWidthM, 6.0);
    EXPECT_EQ(standards.of("ĐX").speedHardenedKmh, RoadStandard{}.speedHardenedKmh);
}

TEST(RoadStandards, AFileWithoutOtherStillAnswersForAnyClass) {
    const RoadStandards standards = standardsOf("[QL]\nbed_width_m = 9\n");
    EXPECT_EQ(standards.of("ĐX").bedWidthM, std::nullopt);
    EXPECT_EQ(standards.of("ĐX").speedHardenedKmh, RoadStandard{}.speedHardenedKmh);
}

} // namespace
} // namespace banlang
