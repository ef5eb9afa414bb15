// SPDX-License-Identifier: MIT
#include "viewer/map/pick.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/primitives/detail/imgui_types.h"

#include <fmt/format.h>
#include <imgui/imgui.h>

#include <cmath>

// The pointer on the map: wheel, drag, click, hover. The map itself is drawn beneath by MapRenderer.

namespace banlang::viewer {
namespace {

constexpr double wheelFactor = 2;
constexpr float dragThresholdPx = 4;

std::string shortest(double value) {
    return fmt::format("{}", value);
}

/// One picture of the map: all of it, or a half for each of two days.
struct Pane {
    Rect rect;
    const PreparedScene* scene = nullptr;
    Press state;
};

void followPointer(Ui& ui, const Pane& pane) {
    const Rect map = pane.rect;
    const bool hovered = pane.state.hovered;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const PixelPoint pointer{static_cast<double>(mouse.x - map.x), static_cast<double>(mouse.y - map.y)};
    const bool moved = pointer.x != ui.state.pointer.x || pointer.y != ui.state.pointer.y;
    ui.state.pointerOnMap = hovered;
    ui.state.pointer = pointer;
    ui.state.pointerPane = map;
    if (!hovered) {
        ui.state.hovered.reset();
        return;
    }
    if (!moved || pane.scene == nullptr || ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
    const auto under = pick(*pane.scene, ui.document.view, pointer);
    const std::optional<RecordRef> target = under.empty() ? std::nullopt : std::optional(under.front());
    if (target != ui.state.hovered) ui.state.hoveredSince = ui.timeS;
    ui.state.hovered = target;
}

void zoomAndPan(Ui& ui, bool hovered, bool held) {
    const ImGuiIO& io = ImGui::GetIO();
    const PixelPoint pointer = ui.state.pointer;
    if (hovered && io.MouseWheel != 0) {
        const double factor = std::pow(wheelFactor, static_cast<double>(io.MouseWheel) * (io.KeyCtrl ? 0.25 : 1.0));
        ui.emit(Verb::zoomAt, {shortest(factor), shortest(pointer.x), shortest(pointer.y)});
    }
    if (held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, dragThresholdPx) && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
        ui.emit(Verb::pan, {shortest(static_cast<double>(io.MouseDelta.x)), shortest(static_cast<double>(io.MouseDelta.y))});
    }
    if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        ui.emit(Verb::zoomAt, {shortest(wheelFactor), shortest(pointer.x), shortest(pointer.y)});
    }
}

void chooseUnderPointer(Ui& ui, const Pane& pane) {
    const ImVec2 travel = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0);
    const bool dragged = std::hypot(travel.x, travel.y) > dragThresholdPx;
    if (!pane.state.clicked || dragged || pane.scene == nullptr) return;
    const auto under = pick(*pane.scene, ui.document.view, ui.state.pointer);
    if (under.empty()) {
        if (ui.document.selected) ui.emit(Verb::select, {"none"});
    } else if (ui.document.selected != under.front()) {
        ui.emitTarget(Verb::select, under.front());
    }
}

} // namespace

void drawMapArea(Ui& ui) {
    if (!ui.document.district) return;
    const Rect map = ui.layout.map;
    const PanelWindow window(ui, "##map", ui.layout.bothMaps(), std::nullopt);
    const Painter& paint = window.paint();
    followMapLabels(ui, 1);
    drawDateBadges(ui, paint, FontRole::bodyBold);
    // Tools first: what is drawn first takes the click where controls lie over each other.
    drawMapTools(ui, paint);
    Pane pane{map, ui.derived.prepared.get(), press(ui, "map", map)};
    if (ui.layout.mapBefore.w > 0) {
        const Pane before{ui.layout.mapBefore, ui.derived.preparedBefore.get(), press(ui, "map.before", ui.layout.mapBefore)};
        if (before.state.hovered || before.state.held) pane = before;
    }
    followPointer(ui, pane);
    zoomAndPan(ui, pane.state.hovered, pane.state.held);
    chooseUnderPointer(ui, pane);
    drawScaleBar(ui, paint, FontRole::hint);
    drawOverviewMap(ui, paint, overviewMapRect(ui.layout));
    drawTooltip(ui, paint);
}

} // namespace banlang::viewer
