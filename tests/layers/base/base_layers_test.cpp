// SPDX-License-Identifier: MIT
#include "layers/base/base_layers.h"
#include "layers/layer_words.h"

#include <gtest/gtest.h>

#include <vector>

namespace banlang {
namespace {

TEST(BaseLayers, StandFromTheGroundUp) {
    std::vector<std::string_view> ids;
    for (const BaseLayer& layer : baseLayers()) ids.push_back(layer.id);
    EXPECT_EQ(ids, (std::vector<std::string_view>{"parcels", "rivers", "villages", "communes", "roads"}));
}

TEST(BaseLayers, ParcelsAloneCoverTheGround) {
    for (const BaseLayer& layer : baseLayers()) EXPECT_EQ(isGroundLayer(layer.id), layer.id == "parcels") << layer.id;
    EXPECT_FALSE(isGroundLayer("houses"));
    EXPECT_EQ(findBaseLayer("houses"), nullptr);
}

TEST(BaseLayers, AnEmptyLayerHasItsNamesAndNothingElse) {
    const BaseLayer* roads = findBaseLayer("roads");
    ASSERT_NE(roads, nullptr);
    const MapLayer layer = emptyLayer(roads->id, roads->words);
    EXPECT_EQ(layer.id, "roads");
    EXPECT_EQ(layer.title.vi, "Đường theo cấp");
    EXPECT_EQ(layer.counted.en, "Roads by class and surface");
    EXPECT_EQ(layer.countUnit.vi, "tuyến");
    EXPECT_EQ(layer.amountUnit.en, "km");
    EXPECT_TRUE(layer.shapes.empty() && layer.legend.empty());
}

} // namespace
} // namespace banlang
