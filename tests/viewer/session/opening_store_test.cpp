// SPDX-License-Identifier: MIT
#include "core/store/store.h"
#include "tests/support/files.h"
#include "viewer/session/opening_store.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

class OpeningStores : public test::InFolder {};

TEST_F(OpeningStores, AreReadBesideWhoeverAsked) {
    ASSERT_TRUE(Store::create(at("kho.gpkg"), 9209));
    OpeningStore opening = startOpening(at("kho.gpkg"));
    EXPECT_EQ(opening.path, at("kho.gpkg"));
    const auto opened = opening.store.take();
    ASSERT_TRUE(opened) << opened.error().message.en;
    EXPECT_EQ(opened->district->epsg, 9209);
    EXPECT_TRUE(opened->batches.empty());
    EXPECT_NE(opened->rules, nullptr);
}

TEST_F(OpeningStores, SayWhatIsWrongWhenTheyAreTaken) {
    OpeningStore opening = startOpening(at("nowhere.gpkg"));
    EXPECT_FALSE(opening.store.take());
}

} // namespace
} // namespace banlang::viewer
