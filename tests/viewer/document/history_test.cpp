// SPDX-License-Identifier: MIT
#include "document_with_commune.h"
#include "viewer/document/history.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

TEST(History, UndoAndRedoWalkThroughTheSteps) {
    Document document = withCommune();
    History history;
    ASSERT_TRUE(history.apply(document, parsed("select communes 06001")).has_value());
    ASSERT_TRUE(history.apply(document, parsed("as-of 2021-12-31")).has_value());
    ASSERT_TRUE(history.apply(document, {Verb::undo, {}}).has_value());
    EXPECT_FALSE(document.asOf.known());
    EXPECT_TRUE(document.selected.has_value());
    ASSERT_TRUE(history.apply(document, {Verb::undo, {}}).has_value());
    EXPECT_FALSE(document.selected.has_value());
    EXPECT_FALSE(history.canUndo());
    ASSERT_TRUE(history.apply(document, {Verb::redo, {}}).has_value());
    ASSERT_TRUE(history.apply(document, {Verb::redo, {}}).has_value());
    EXPECT_EQ(toIso(document.asOf), "2021-12-31");
    EXPECT_FALSE(history.canRedo());
}

TEST(History, MovingTheMapIsNoStep) {
    Document document = withCommune();
    History history;
    ASSERT_TRUE(history.apply(document, parsed("zoom 2")).has_value());
    EXPECT_FALSE(history.canUndo());
}

TEST(History, NoStepCopiesTheMessagesOrTheDistrict) {
    Document document = withCommune();
    document.messages.resize(10'000);
    const Message* messages = document.messages.data();
    const District* district = document.district.get();
    History history;
    ASSERT_TRUE(history.apply(document, parsed("as-of 2021-12-31")).has_value());
    ASSERT_TRUE(history.apply(document, parsed("pan 10 -5")).has_value());
    ASSERT_TRUE(history.apply(document, {Verb::undo, {}}).has_value());
    ASSERT_TRUE(history.apply(document, {Verb::redo, {}}).has_value());
    EXPECT_EQ(document.messages.data(), messages);
    EXPECT_EQ(document.district.get(), district);
}

TEST(History, UndoKeepsMapMessagesAndPictureButNotHowThatIsSeen) {
    Document document = withCommune();
    document.rasterBasemap.path = "ortho.tif";
    History history;
    ASSERT_TRUE(history.apply(document, parsed("backdrop-opacity 0.5")).has_value());
    ASSERT_TRUE(history.apply(document, parsed("pan 10 -5")).has_value());
    document.messages.push_back({});
    document.rasterBasemap.path = "later.tif";
    const MapView moved = document.view;
    ASSERT_TRUE(history.apply(document, {Verb::undo, {}}).has_value());
    EXPECT_EQ(document.rasterBasemap.opacity, 1);
    EXPECT_EQ(document.rasterBasemap.path, "later.tif");
    EXPECT_EQ(document.view, moved);
    EXPECT_EQ(document.messages.size(), 1U);
    ASSERT_TRUE(history.apply(document, {Verb::redo, {}}).has_value());
    EXPECT_EQ(document.rasterBasemap.opacity, 0.5);
}

} // namespace
} // namespace banlang::viewer
