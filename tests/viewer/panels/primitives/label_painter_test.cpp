// SPDX-License-Identifier: MIT
#include "viewer/panels/primitives/label_painter.h"

#include <gtest/gtest.h>
#include <imgui/imgui.h>

#include <algorithm>
#include <memory>

namespace banlang::viewer {
namespace {

constexpr Colour ink{20, 30, 40, 255};
constexpr Colour halo{255, 255, 255, 255};
constexpr Colour none{0, 0, 0, 0};

class LabelPaints : public testing::Test {
protected:
    void SetUp() override {
        context_ = ImGui::CreateContext();
        ImGui::SetCurrentContext(context_);
        const auto files = findFonts();
        ASSERT_TRUE(files);
        const auto fonts = bakeFonts(*ImGui::GetIO().Fonts, *files, 1, false);
        ASSERT_TRUE(fonts);
        fonts_ = *fonts;
        list_ = std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData());
        list_->_ResetForNewFrame();
        list_->PushClipRect(ImVec2(-1000, -1000), ImVec2(1000, 1000));
        list_->PushTextureID(ImGui::GetIO().Fonts->TexID);
    }
    void TearDown() override {
        list_.reset();
        ImGui::DestroyContext(context_);
    }
    [[nodiscard]] int vertices() const { return list_->VtxBuffer.Size; }

    ImGuiContext* context_ = nullptr;
    Fonts fonts_;
    std::unique_ptr<ImDrawList> list_;
};

TEST_F(LabelPaints, AHaloIsCopiesAroundTheLettersAndComesAloneUnderNoColour) {
    const LabelPainter paint(*list_, fonts_);
    paint.centred(100, 100, "Xã", FontRole::mapVillage, 14, ink, halo, 0);
    const int letters = vertices();
    EXPECT_GT(letters, 0);
    paint.centred(100, 100, "Xã", FontRole::mapVillage, 14, ink, halo, 2);
    const int both = vertices() - letters;
    paint.centred(100, 100, "Xã", FontRole::mapVillage, 14, none, halo, 2);
    const int alone = vertices() - letters - both;
    EXPECT_EQ(both - alone, letters);
    EXPECT_EQ(alone % letters, 0);
    EXPECT_GE(alone / letters, 8);
}

TEST_F(LabelPaints, ALineOfTextStandsAroundItsPoint) {
    const LabelPainter paint(*list_, fonts_);
    paint.centred(100, 200, "Nà Sáng", FontRole::mapVillage, 14, ink, halo, 0);
    float left = 1000;
    float right = -1000;
    for (const ImDrawVert& vertex : list_->VtxBuffer) {
        left = std::min(left, vertex.pos.x);
        right = std::max(right, vertex.pos.x);
    }
    EXPECT_NEAR((left + right) / 2, 100, 2);
    EXPECT_NEAR(right - left, paint.widthPx("Nà Sáng", FontRole::mapVillage, 14), 4);
    EXPECT_NEAR(paint.widthPx("Nà Sáng", FontRole::mapVillage, 28), 2 * paint.widthPx("Nà Sáng", FontRole::mapVillage, 14), 0.01);
}

TEST_F(LabelPaints, AlongALineTheLettersFollowIt) {
    const LabelPainter paint(*list_, fonts_);
    paint.along({{50, 100}}, 0, 0, "sông", FontRole::mapItalic, 14, ink, halo, 0);
    EXPECT_EQ(vertices(), 0) << "one point is no line";
    paint.along({{50, -100}, {50, 400}}, 10, 0, "sông", FontRole::mapItalic, 14, ink, halo, 0);
    ASSERT_GT(vertices(), 0);
    for (const ImDrawVert& vertex : list_->VtxBuffer) {
        EXPECT_NEAR(vertex.pos.x, 50, 20) << "downwards, as the line does";
        EXPECT_GT(vertex.pos.y, -100);
    }
}

} // namespace
} // namespace banlang::viewer
