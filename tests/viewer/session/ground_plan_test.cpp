// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "layers/base/base_layers.h"
#include "layers/style/palette.h"
#include "tests/viewer/sample_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

// What stands on the ground at large scales, looked at in the picture of the window.

namespace banlang::viewer {
namespace {

class GroundPlan : public test::SampleWindow {
protected:
    /// A finished garden of a borrower, with a shape of its own, no other within a hundred metres and far from the middle of its
    /// village, so that its pixels are its own.
    [[nodiscard]] std::size_t lonelyGarden() const {
        const FeatureTable& gardens = document().district->table(Role::gardens);
        std::vector<std::pair<std::size_t, Point>> places;
        for (std::size_t row = 0; row < gardens.rowCount; ++row) {
            if (!gardenState(gardens, row, document().asOf) || gardens.geometry.isEmpty(row)) continue;
            if (const auto at = representativePoint(gardens.geometry, row)) places.emplace_back(row, *at);
        }
        for (const auto& [row, at] : places) {
            if (gardenState(gardens, row, document().asOf) != GardenState::finished ||
                gardens.numberAt(fields::gardens.borrower, row) != 1)
                continue;
            const std::int32_t village = linkedRow(document().district->linksOf(Role::gardens).village, row);
            if (village == notLinked) continue;
            const auto middle = adminUnitCentre(document().district->table(Role::villages), static_cast<std::size_t>(village));
            if (middle && std::hypot(middle->x - at.x, middle->y - at.y) < 400) continue;
            const auto near = std::ranges::count_if(
                places, [&, at = at](const auto& other) { return std::hypot(other.second.x - at.x, other.second.y - at.y) < 100; });
            if (near == 1) return row;
        }
        ADD_FAILURE() << "no garden of the sample stands alone";
        return 0;
    }
    /// Moved there as with the mouse, which every audience may do: nothing is selected.
    void lookAt(std::size_t garden, double scaleDenominator) {
        const auto place = representativePoint(document().district->table(Role::gardens).geometry, garden);
        ASSERT_TRUE(place);
        run({Verb::zoom, {fmt::format("{}", document().view.scaleDenominator() / scaleDenominator)}});
        const MapView& view = document().view;
        const PixelPoint at = view.toPixel(*place);
        run({Verb::pan, {fmt::format("{}", view.widthPx / 2 - at.x), fmt::format("{}", view.heightPx / 2 - at.y)}});
        EXPECT_NEAR(document().view.scaleDenominator(), scaleDenominator, 1);
    }
    /// Pixels of a colour within a distance of the garden's middle.
    [[nodiscard]] int pixelsNear(const std::vector<std::uint8_t>& picture, std::size_t garden, Colour colour,
                                 double radiusPx) const {
        const auto at = representativePoint(document().district->table(Role::gardens).geometry, garden);
        const PixelPoint middle = document().view.toPixel(*at);
        const Rect map = session_->gui().layout().map;
        int found = 0;
        for (int y = static_cast<int>(middle.y - radiusPx); y <= static_cast<int>(middle.y + radiusPx); ++y) {
            for (int x = static_cast<int>(middle.x - radiusPx); x <= static_cast<int>(middle.x + radiusPx); ++x) {
                const auto at4 = (static_cast<std::size_t>(y + static_cast<int>(map.y)) * static_cast<std::size_t>(widthPx_) +
                                  static_cast<std::size_t>(x + static_cast<int>(map.x))) *
                                 4;
                const auto close = [&](std::uint8_t seen, std::uint8_t wanted) { return std::abs(int{seen} - int{wanted}) <= 12; };
                if (close(picture[at4], colour.r) && close(picture[at4 + 1], colour.g) && close(picture[at4 + 2], colour.b))
                    ++found;
            }
        }
        return found;
    }
    [[nodiscard]] std::size_t codesShown() const {
        const LabelOverlay& overlay = session_->gui().state().mapLabels[0].overlay;
        return static_cast<std::size_t>(
            std::ranges::count_if(overlay.plan->placements(), [](const LabelPlan::LabelPlacement& placement) {
                return placement.label.label->kind == LabelKind::code;
            }));
    }
    /// Different colours of the ground in the free middle of the map.
    [[nodiscard]] std::size_t colours(const std::vector<std::uint8_t>& picture) const {
        std::map<std::uint32_t, int> seen;
        const Rect map = session_->gui().layout().map.inset(220, 150);
        for (int y = static_cast<int>(map.y); y < static_cast<int>(map.bottom()); ++y) {
            for (int x = static_cast<int>(map.x); x < static_cast<int>(map.right()); ++x) {
                const std::size_t at =
                    (static_cast<std::size_t>(y) * static_cast<std::size_t>(widthPx_) + static_cast<std::size_t>(x)) * 4;
                ++seen[std::uint32_t{picture[at]} << 16U | std::uint32_t{picture[at + 1]} << 8U | picture[at + 2]];
            }
        }
        return static_cast<std::size_t>(std::ranges::count_if(seen, [](const auto& colour) { return colour.second > 200; }));
    }
};

TEST_F(GroundPlan, TheWorkingGroupSeesTheGardenAndTheMeetingDoesNot) {
    const Colour finished = themePalette(MapColourScheme::light).garden[0];
    const std::size_t garden = lonelyGarden();
    run({Verb::programme, {"renovated-gardens"}});
    for (const double scale : {4'670.0, 25'000.0}) {
        SCOPED_TRACE(scale);
        run({Verb::audience, {"working-group"}});
        lookAt(garden, scale);
        // Near by its whole shape, far away a point of eight pixels; the ring of a village may lie over a part.
        const int forUs = pixelsNear(picture(), garden, finished, 12);
        run({Verb::audience, {"meeting"}});
        const int forAll = pixelsNear(picture(), garden, finished, 12);
        EXPECT_GT(forUs - forAll, scale < 10'000 ? 60 : 20);
        EXPECT_LT(forAll, 20);
    }
}

TEST_F(GroundPlan, ParcelsWithTheirNumbersLieUnderEveryTheme) {
    const std::size_t garden = lonelyGarden();
    for (const char* audience : {"working-group", "meeting"}) {
        run({Verb::audience, {audience}});
        for (const char* themeId :
             {"renovated-gardens", "houses", "criteria", "emulation", "donated-land", "new-roads", "candidates", "gaps"}) {
            SCOPED_TRACE(fmt::format("{} for {}", themeId, audience));
            run({Verb::programme, {themeId}});
            lookAt(garden, 4'670);
            EXPECT_GT(codesShown(), 3U);
            EXPECT_GT(colours(picture()), 4U) << "one plain fill";
            const auto with = picture();
            run({Verb::layer, {"parcels", "off"}});
            EXPECT_EQ(codesShown(), 0U);
            EXPECT_GT(difference(with, picture(), session_->gui().layout().map), 0.02) << "parcels are covered";
            run({Verb::layer, {"parcels", "on"}});
            lookAt(garden, 25'000);
            EXPECT_EQ(codesShown(), 0U);
        }
    }
}

} // namespace
} // namespace banlang::viewer
