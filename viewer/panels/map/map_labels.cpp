// SPDX-License-Identifier: MIT
#include "layers/style/palette.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/primitives/label_painter.h"

#include <imgui/imgui.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

// Names on the map. While it is moved they keep their places on the ground (layers/labels/label_plan.h); when it rests none is cut
// at the edge or lies under a tool.

namespace banlang::viewer {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t mostPlans = 6;
constexpr std::chrono::microseconds frameShare{1500}; ///< of a frame, for finding places
constexpr double marginPx = 96;                       ///< of an overlay, so that a moving map seldom needs another
constexpr double enoughSeen = 0.7;
constexpr double aheadPx = 48;      ///< beyond the window, so that labels come in from its edge
constexpr float riseShare = -0.36F; ///< of the size: the middle of small letters lies on the line

FontRole roleFor(const LabelStyle& style) {
    if (style.bold) return style.sizePx > 16 ? FontRole::mapCommune : FontRole::mapVillage;
    if (style.italic) return FontRole::mapItalic;
    return style.sizePx < 11.4 ? FontRole::mapSmall : FontRole::mapRoad;
}

Box moved(const Box& box, PixelPoint by) {
    return {box.minX + by.x, box.minY + by.y, box.maxX + by.x, box.maxY + by.y};
}

std::shared_ptr<LabelPlan> newPlan(const Ui& ui, const std::shared_ptr<const MapScene>& scene, float textScale,
                                   LabelPage page = {}) {
    // The fonts live as long as the panels, whose state keeps the plan.
    MeasureText measure = [&fonts = ui.fonts, textScale](const std::string& line, const LabelStyle& style) {
        const float em = static_cast<float>(style.sizePx) * textScale;
        return TextSize{static_cast<double>(textWidthPx(fonts, line, roleFor(style), em)), static_cast<double>(em) * lineSpacing};
    };
    return std::make_shared<LabelPlan>(scene, ui.document.view.metresPerPx, std::move(measure), ui.document.language,
                                       std::move(page));
}

/// The plan for what is asked, made when it is not kept; the newest first.
std::shared_ptr<LabelPlan> profileFor(const Ui& ui, MapLabels& labels, const std::shared_ptr<const MapScene>& scene,
                                      float textScale) {
    const auto found = std::ranges::find_if(labels.plans, [&](const MapLabels::CachedPlan& kept) {
        return kept.isOf(scene.get(), ui.document.view.metresPerPx, ui.document.language, textScale);
    });
    if (found == labels.plans.end()) {
        labels.plans.push_front({newPlan(ui, scene, textScale), ui.document.language, textScale});
        // A scene that is gone does not come back.
        std::erase_if(labels.plans, [&](const MapLabels::CachedPlan& kept) { return kept.plan->scene() != scene; });
        if (labels.plans.size() > mostPlans) labels.plans.pop_back();
    } else {
        std::rotate(labels.plans.begin(), found, found + 1);
    }
    return labels.plans.front().plan;
}

/// The plan of the view as it is, made when it is not there.
LabelPlan& pageFor(const Ui& ui, MapLabels& labels, const std::shared_ptr<const MapScene>& scene, float textScale,
                   const Rect& pane) {
    const MapView& view = ui.document.view;
    MapLabels::Page& page = labels.page;
    std::vector<Box> coveredPx = coveredOn(ui.document, ui.layout, pane);
    if (page.plan && page.plan->scene() == scene && page.view == view && page.coveredPx == coveredPx &&
        page.language == ui.document.language && page.textScale == textScale)
        return *page.plan;
    const PixelPoint corner{view.centre.x / view.metresPerPx - view.widthPx / 2,
                            -view.centre.y / view.metresPerPx - view.heightPx / 2};
    LabelPage onGround;
    onGround.framePx = moved({0, 0, view.widthPx, view.heightPx}, corner);
    for (const Box& box : coveredPx) onGround.obstaclesPx.push_back(moved(box, corner));
    page = {newPlan(ui, scene, textScale, std::move(onGround)), view, std::move(coveredPx), ui.document.language, textScale};
    return *page.plan;
}

/// The overlay shows labels of this scene at this scale, wherever the map was then.
bool isOfScale(const Ui& ui, const MapLabels& labels, const std::shared_ptr<const MapScene>& scene, float textScale) {
    const auto fits = [&](const std::shared_ptr<LabelPlan>& plan, Language language, float scale) {
        return plan && plan == labels.overlay.plan &&
               MapLabels::CachedPlan{plan, language, scale}.isOf(scene.get(), ui.document.view.metresPerPx, ui.document.language,
                                                                 textScale);
    };
    return fits(labels.page.plan, labels.page.language, labels.page.textScale) ||
           std::ranges::any_of(labels.plans,
                               [&](const MapLabels::CachedPlan& kept) { return fits(kept.plan, kept.language, kept.textScale); });
}

/// Finds places for what the overlay shows; false when the time of the frame was over before.
bool placeSeen(LabelPlan& plan, const MapView& overlay, Clock::time_point until) {
    const PixelPoint shift = plan.shiftTo(overlay);
    const Box seen = moved({0, 0, overlay.widthPx, overlay.heightPx}, {-shift.x, -shift.y}).widenedBy(aheadPx);
    return plan.place(seen, [&] { return Clock::now() < until; });
}

/// Draws with one painter call per text, first all halos, then all letters.
class LabelPass {
public:
    LabelPass(const LabelPainter& paint, const MapPalette& palette, float textScale, bool halos)
        : paint_(paint), halo_(palette.halo), textScale_(textScale), halos_(halos) {}

    void draw(const PlacedLabel& placed, PixelPoint shift) const {
        const float em = static_cast<float>(placed.style.sizePx) * textScale_;
        const float haloPx = halos_ ? static_cast<float>(placed.style.haloPx) * textScale_ / 2 : 0;
        Colour ink = placed.label->colour;
        if (halos_) ink.a = 0;
        const FontRole role = roleFor(placed.style);
        if (!placed.path.empty()) {
            std::vector<IconPoint> path;
            path.reserve(placed.path.size());
            for (const PixelPoint& point : placed.path)
                path.push_back({static_cast<float>(point.x + shift.x), static_cast<float>(point.y + shift.y)});
            paint_.along(path, startOn(placed, em), em * riseShare, placed.lines.front(), role, em, ink, halo_, haloPx);
            return;
        }
        const float lineHeight = em * static_cast<float>(lineSpacing);
        const auto x = static_cast<float>(placed.centre.x + shift.x);
        float y = static_cast<float>(placed.centre.y + shift.y) - lineHeight * static_cast<float>(placed.lines.size() - 1) / 2;
        for (const std::string& line : placed.lines) {
            paint_.centred(x, y, line, role, em, ink, halo_, haloPx);
            y += lineHeight;
        }
    }

private:
    /// In the middle of the stretch that was kept for it.
    [[nodiscard]] float startOn(const PlacedLabel& placed, float em) const {
        double lengthPx = 0;
        for (std::size_t i = 1; i < placed.path.size(); ++i)
            lengthPx += std::hypot(placed.path[i].x - placed.path[i - 1].x, placed.path[i].y - placed.path[i - 1].y);
        const float width = paint_.widthPx(placed.lines.front(), roleFor(placed.style), em);
        return std::max(0.0F, (static_cast<float>(lengthPx) - width) / 2);
    }
    const LabelPainter& paint_;
    Colour halo_;
    float textScale_;
    bool halos_;
};

void drawPlacements(const LabelPainter& paint, const LabelPlan& plan, const MapView& overlay, float textScale) {
    const PixelPoint shift = plan.shiftTo(overlay);
    const Box whole{0, 0, overlay.widthPx, overlay.heightPx};
    for (const bool halos : {true, false}) {
        const LabelPass pass(paint, mapPalette(plan.scene()->colourScheme), textScale, halos);
        for (const LabelPlan::LabelPlacement& placement : plan.placements()) {
            if (moved(placement.boxPx, shift).intersects(whole)) pass.draw(placement.label, shift);
        }
    }
}

/// Counts and ranks in the middle of their symbols; the map draws the symbols without them.
void drawMarkerTexts(const LabelPainter& paint, const MapScene& scene, const MapView& view, float textScale) {
    constexpr double ringHoleShare = 0.5;
    constexpr double textShare = 1.05; // size of the text in radii
    constexpr double smallestTextPx = 8.7;
    const Box seen = view.visible();
    for (const auto& layer : scene.layers) {
        for (const MarkerSet& set : layer->markers) {
            if (!set.scales.shows(view.scaleDenominator())) continue;
            for (const Marker& marker : set.markers) {
                if (marker.text.empty() || !seen.contains(marker.at)) continue;
                const double room = marker.radiusPx * (marker.shape == MarkerShape::ring ? ringHoleShare : 1);
                const PixelPoint at = view.toPixel(marker.at);
                paint.centred(static_cast<float>(at.x + marker.offsetXPx), static_cast<float>(at.y + marker.offsetYPx), marker.text,
                              FontRole::mapVillage, static_cast<float>(std::max(room * textShare, smallestTextPx)) * textScale,
                              marker.textColour, marker.fill, 0);
            }
        }
    }
}

MapView withMargin(MapView view) {
    view.widthPx += 2 * marginPx;
    view.heightPx += 2 * marginPx;
    return view;
}

bool shows(const LabelOverlay& overlay, const LabelPlan& plan, const MapView& view) {
    const Box drawn = overlay.view.visible();
    const Box seen = view.visible();
    return overlay.version > 0 && overlay.plan.get() == &plan && drawn.contains({seen.minX, seen.minY}) &&
           drawn.contains({seen.maxX, seen.maxY});
}

/// How much of the view the overlay covers.
double shareSeen(const LabelOverlay& overlay, const MapView& view) {
    const Box drawn = overlay.view.visible();
    const Box seen = view.visible();
    const double width = std::min(drawn.maxX, seen.maxX) - std::max(drawn.minX, seen.minX);
    const double height = std::min(drawn.maxY, seen.maxY) - std::max(drawn.minY, seen.minY);
    return width <= 0 || height <= 0 ? 0 : width * height / (seen.width() * seen.height());
}

LabelOverlay drawLabelOverlay(const Ui& ui, std::shared_ptr<const LabelPlan> plan, const MapView& view, float textScale,
                              std::uint64_t version) {
    auto list = std::make_shared<ImDrawList>(ImGui::GetDrawListSharedData());
    list->_ResetForNewFrame();
    list->PushTextureID(ImGui::GetIO().Fonts->TexID);
    list->PushClipRect({0, 0}, {static_cast<float>(view.widthPx), static_cast<float>(view.heightPx)});
    const LabelPainter paint(*list, ui.fonts);
    drawMarkerTexts(paint, *plan->scene(), view, textScale);
    drawPlacements(paint, *plan, view, textScale);
    return {view, std::move(list), version, std::move(plan)};
}

void followLabels(Ui& ui, MapLabels& labels, const std::shared_ptr<const MapScene>& scene, float textScale, const Rect& pane,
                  Clock::time_point until) {
    if (!scene) {
        labels = {};
        return;
    }
    // While the scale changes, the labels that there are change with it.
    const MapView& view = ui.document.view;
    const bool zooming = view.metresPerPx != std::exchange(labels.metresPerPx, view.metresPerPx);
    if (zooming && labels.overlay.version > 0 && !ui.state.completeFrames) {
        ui.state.labelsDue = true;
        return;
    }
    const MapView overlay = withMargin(view);
    const bool panning = view.centre != std::exchange(labels.centre, view.centre);
    if (panning && labels.overlay.version > 0 && !ui.state.completeFrames) {
        // A map that moves keeps its labels for a while after bare ground comes in at the edge; at rest they find their places
        // anew.
        ui.state.labelsDue = true;
        if (isOfScale(ui, labels, scene, textScale) && shareSeen(labels.overlay, view) > enoughSeen) return;
        const std::shared_ptr<LabelPlan> moving = profileFor(ui, labels, scene, textScale);
        if (placeSeen(*moving, overlay, until) && !shows(labels.overlay, *moving, view))
            labels.overlay = drawLabelOverlay(ui, moving, overlay, textScale, labels.overlay.version + 1);
        return;
    }
    LabelPlan& page = pageFor(ui, labels, scene, textScale, pane);
    const PixelPoint shift = page.shiftTo(view);
    const bool ready = page.place(
        moved({0, 0, view.widthPx, view.heightPx}, {-shift.x, -shift.y}),
        ui.state.completeFrames ? std::function<bool()>() : [&] { return Clock::now() < until; });
    ui.state.labelsDue = ui.state.labelsDue || !ready;
    if (ready && !shows(labels.overlay, page, view))
        labels.overlay = drawLabelOverlay(ui, labels.page.plan, overlay, textScale, labels.overlay.version + 1);
}

} // namespace

void followMapLabels(Ui& ui, float textScale) {
    const auto isSeen = [](const Rect& map) { return map.w >= 1 && map.h >= 1; };
    ui.state.labelsDue = false;
    const auto until = Clock::now() + frameShare;
    const Layout& layout = ui.layout;
    followLabels(ui, ui.state.mapLabels[0], isSeen(layout.map) ? ui.derived.scene : nullptr, textScale, layout.map, until);
    followLabels(ui, ui.state.mapLabels[1], isSeen(layout.mapBefore) ? ui.derived.sceneBefore : nullptr, textScale,
                 layout.mapBefore, until);
}

} // namespace banlang::viewer
