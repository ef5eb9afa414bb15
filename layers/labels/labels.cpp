// SPDX-License-Identifier: MIT
#include "layers/labels/labels.h"

#include "layers/labels/label_plan.h"

#include <algorithm>
#include <tuple>

namespace banlang {

LabelStyle labelStyle(LabelKind kind) {
    switch (kind) {
    case LabelKind::badge:
        return {.sizePx = 14, .bold = true, .haloPx = 3.5};
    case LabelKind::district:
        return {.sizePx = 15, .capitals = true, .spacingPx = 4, .haloPx = 4};
    case LabelKind::commune:
        return {.sizePx = 17, .bold = true, .haloPx = 6};
    case LabelKind::village:
        return {.sizePx = 15, .bold = true, .haloPx = 4};
    case LabelKind::road:
        return {.sizePx = 12, .haloPx = 3};
    case LabelKind::river:
        return {.sizePx = 12.5, .italic = true, .spacingPx = 0.6, .haloPx = 3};
    case LabelKind::code:
        return {.sizePx = 10.5, .haloPx = 2.4};
    }
    return {};
}

std::vector<PlacedLabel> placeLabels(const MapScene& scene, const MapView& view, const MeasureText& measure,
                                     const std::vector<Box>& obstaclesPx, Language language) {
    const PixelPoint corner{view.centre.x / view.metresPerPx - view.widthPx / 2,
                            -view.centre.y / view.metresPerPx - view.heightPx / 2};
    const auto onGround = [&](const Box& box) {
        return Box{box.minX + corner.x, box.minY + corner.y, box.maxX + corner.x, box.maxY + corner.y};
    };
    LabelPage page;
    page.framePx = onGround({0, 0, view.widthPx, view.heightPx});
    for (const Box& box : obstaclesPx) page.obstaclesPx.push_back(onGround(box));
    // The plan lives no longer than the scene that the caller holds.
    const std::shared_ptr<const MapScene> held(std::shared_ptr<const void>(), &scene);
    LabelPlan plan(held, view.metresPerPx, measure, language, page);
    plan.place(*page.framePx);
    std::vector<LabelPlan::LabelPlacement> placements = plan.placements();
    std::ranges::sort(placements, {}, [](const LabelPlan::LabelPlacement& placement) {
        const MapLabel& label = *placement.label.label;
        return std::tuple(label.kind, -label.priority, label.id, std::string_view(label.text), placement.boxPx.minX,
                          placement.boxPx.minY);
    });
    std::vector<PlacedLabel> placed;
    for (const LabelPlan::LabelPlacement& placement : placements) {
        PlacedLabel& label = placed.emplace_back(placement.label);
        label.centre = {label.centre.x - corner.x, label.centre.y - corner.y};
        for (PixelPoint& point : label.path) point = {point.x - corner.x, point.y - corner.y};
    }
    return placed;
}

} // namespace banlang
