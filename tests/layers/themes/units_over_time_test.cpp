// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "layers/scene/scene.h"
#include "tests/support/analysis_context.h"
#include "tests/support/columns.h"
#include "tests/support/merged_communes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

using testing::UnorderedElementsAre;

const Date before = Date::fromYmd(2025, 6, 30);
const Date reform = Date::fromYmd(2025, 7, 1);

MapLayer layerOn(std::string_view id, const District& district, Date day) {
    const LayerRequest request{test::contextOf(district, day), Audience::workingGroup, MapColourScheme::light};
    return buildLayer(id, request).value();
}

std::vector<std::string> names(const MapLayer& layer) {
    std::vector<std::string> found;
    for (const LabelSet& set : layer.labels) {
        for (const MapLabel& label : set.labels) found.push_back(label.text);
    }
    return found;
}

double drawnLengthM(const ShapeSet& set, std::uint8_t ofClass) {
    double length = 0;
    for (std::size_t i = 0; i < set.classOf.size(); ++i) length += set.classOf[i] == ofClass ? lengthM(*set.geometry, i) : 0;
    return length;
}

TEST(UnitsOverTime, CommunesAreThoseInForceOnTheDay) {
    const District district = test::mergedCommunes().linked();
    const MapLayer old = layerOn("communes", district, before);
    EXPECT_THAT(names(old), UnorderedElementsAre("Xã Nà Sáng", "Xã Thèn Lĩnh", "Xã Khau Dề", "Xã Phiêng Ái"));
    EXPECT_EQ(old.featureCount, 4U);
    EXPECT_EQ(old.attributes().rows.rowCount, 4U);
    const MapLayer young = layerOn("communes", district, reform);
    EXPECT_THAT(names(young), UnorderedElementsAre("Xã Thèn Lĩnh", "Xã Khau Dề"));
    EXPECT_EQ(young.attributes().rows.rowCount, 2U);
    EXPECT_EQ(test::textAt(young.attributes().rows, "code", 0), "90001");
}

TEST(UnitsOverTime, ABorderIsDrawnOnlyWhileItIsOne) {
    const District district = test::mergedCommunes().linked();
    // Class 0 is a border between communes, 1 that of the district.
    const MapLayer old = layerOn("communes", district, before);
    EXPECT_NEAR(drawnLengthM(old.shapes.back(), 0), 4'000, 1e-6);
    EXPECT_NEAR(drawnLengthM(old.shapes.back(), 1), 8'000, 1e-6);
    const MapLayer young = layerOn("communes", district, reform);
    EXPECT_NEAR(drawnLengthM(young.shapes.back(), 0), 2'250, 1e-6);
    EXPECT_NEAR(drawnLengthM(young.shapes.back(), 1), 8'000, 1e-6);
}

TEST(UnitsOverTime, WhatIsDrawnKeepsItsRow) {
    const District district = test::mergedCommunes().linked();
    const MapLayer young = layerOn("communes", district, reform);
    const ShapeSet& areas = young.shapes.front();
    EXPECT_EQ(areas.classOf, (std::vector<std::uint8_t>{noClass, noClass, noClass, noClass, 0, 0}));
    EXPECT_NEAR(areaM2(*areas.geometry, 4), 2'250'000, 1e-6);
    EXPECT_TRUE(areas.geometry->isEmpty(0));
    for (const std::uint32_t row : young.shapes.back().rowOf) EXPECT_GE(row, 4U);
}

TEST(UnitsOverTime, VillagesEndAndBeginToo) {
    auto builder = test::twoCommunes();
    builder.add(Role::villages, {{"code", "0087402"}, {"name", "Bản Mới"}, {"commune_code", "00874"}, {"valid_from", "2025-07-01"}},
                "POLYGON ((1000 0,2000 0,2000 1000,1000 1000,1000 0))");
    builder.add(Role::villages, {{"code", "9"}, {"name", "Bản Cũ"}, {"commune_code", "00874"}, {"valid_to", "2025-07-01"}});
    const District district = builder.linked();
    EXPECT_EQ(layerOn("villages", district, before).featureCount, 4U);
    EXPECT_THAT(names(layerOn("villages", district, reform)), testing::Contains("Bản Mới"));
    EXPECT_THAT(names(layerOn("villages", district, before)), testing::Not(testing::Contains("Bản Mới")));
}

TEST(UnitsOverTime, WithoutDatesTheShapesAreSharedAsTheyAre) {
    const auto district = std::make_shared<const District>(test::twoCommunes().linked());
    const LayerRequest request{AnalysisContext(district, shippedRules(), reform), Audience::meeting, MapColourScheme::light};
    const MapLayer layer = buildLayer("communes", request).value();
    EXPECT_EQ(layer.shapes.front().geometry.get(), &district->table(Role::communes).geometry);
}

} // namespace
} // namespace banlang
