// SPDX-License-Identifier: MIT
#include "viewer/panels/links/links_parts.h"
#include "viewer/panels/panels.h"

#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <imgui/imgui.h>

#include <algorithm>

// Shortcuts. Plain letters are never shortcuts: Vietnamese input methods send them in bursts.

namespace banlang::viewer {
namespace {

bool pressed(int key) {
    return ImGui::IsKeyPressed(key, true);
}

void escape(Ui& ui) {
    if (ui.document.closeAsked) {
        ui.emit(Verb::quit, {"stay"});
    } else if (ui.document.pathDialog) {
        ui.emit(Verb::browse, {"none"});
    } else if (ui.document.officeOpen) {
        ui.emit(Verb::officeOpen, {"off"});
    } else if (ui.document.searchOpen) {
        ui.emit(Verb::searchOpen, {"off"});
    } else if (ui.document.projector) {
        ui.emit(Verb::projector, {"off"});
    } else if (ui.derived.job) {
        ui.emit(Verb::cancel);
    } else if (ui.document.fullScreen) {
        ui.emit(Verb::fullScreen, {"off"});
    } else if (ui.document.selected) {
        ui.emit(Verb::select, {"none"});
    }
}

/// Tab walks through all controls in the order in which they are drawn.
void moveFocus(Ui& ui, bool backwards) {
    const auto& order = ui.state.focusOrder;
    if (order.empty()) return;
    const auto found = std::ranges::find(order, ui.state.focus);
    const auto at = static_cast<std::size_t>(found - order.begin());
    const std::size_t count = order.size();
    if (found == order.end()) {
        ui.state.focus = backwards ? order.back() : order.front();
    } else {
        ui.state.focus = order[(at + (backwards ? count - 1 : 1)) % count];
    }
}

/// In the list of layers the arrows walk from row to row; the chosen row keeps the focus.
bool moveImportRow(Ui& ui) {
    constexpr std::string_view prefix = "import.row.";
    if (ui.document.tab != BottomTab::import || !ui.document.importLog || !ui.state.focus.starts_with(prefix)) return false;
    const std::size_t count = ui.document.importLog->rows.size();
    std::size_t row = ui.document.importRow.value_or(0);
    if (pressed(GLFW_KEY_DOWN)) {
        row = std::min(row + 1, count - 1);
    } else if (pressed(GLFW_KEY_UP)) {
        row = row == 0 ? 0 : row - 1;
    } else {
        return false;
    }
    ui.state.focus = fmt::format("{}{}", prefix, row + 1);
    ui.emit(Verb::importRow, {fmt::format("{}", row + 1)});
    return true;
}

/// In the list of open links the arrows walk through records and candidates, Enter and Del decide.
bool reviewLinks(Ui& ui) {
    constexpr std::string_view prefix = "links.";
    const bool shown = ui.document.tab == BottomTab::links && ui.document.linkView == LinkView::open && ui.document.links;
    if (!shown || !ui.state.focus.starts_with(prefix) || ui.document.links->unresolved.empty()) return false;
    const auto& open = ui.document.links->unresolved;
    const std::size_t row = std::min(ui.document.linkRow.value_or(0), open.size() - 1);
    const auto& candidates = candidatesOf(ui, row);
    auto goTo = [&](std::size_t next) {
        ui.state.focus = fmt::format("{}row.{}", prefix, next + 1);
        ui.emit(Verb::linkRow, {fmt::format("{}", next + 1)});
    };
    if (pressed(GLFW_KEY_DOWN)) {
        goTo(std::min(row + 1, open.size() - 1));
    } else if (pressed(GLFW_KEY_UP)) {
        goTo(row == 0 ? 0 : row - 1);
    } else if (pressed(GLFW_KEY_RIGHT) && !candidates.empty()) {
        ui.state.linkChoice = std::min(ui.state.linkChoice + 1, candidates.size() - 1);
    } else if (pressed(GLFW_KEY_LEFT)) {
        ui.state.linkChoice -= ui.state.linkChoice == 0 ? 0 : 1;
    } else if (pressed(GLFW_KEY_DELETE)) {
        decide(ui, open[row].link, {});
    } else if (pressed(GLFW_KEY_ENTER) && ui.state.focus.starts_with("links.row.") && ui.state.linkChoice < candidates.size()) {
        decide(ui, open[row].link, candidates[ui.state.linkChoice].key);
    } else {
        return false;
    }
    return true;
}

void withControl(Ui& ui, bool shift) {
    if (pressed(GLFW_KEY_I)) ui.emit(Verb::tab, {"import"});
    if (pressed(GLFW_KEY_K)) ui.emit(Verb::searchOpen, {"on"});
    if (pressed(GLFW_KEY_O)) ui.emit(Verb::open);
    if (pressed(GLFW_KEY_Q)) ui.emit(Verb::quit);
    if (pressed(GLFW_KEY_Y) || (pressed(GLFW_KEY_Z) && shift)) {
        ui.emit(Verb::redo);
    } else if (pressed(GLFW_KEY_Z)) {
        ui.emit(Verb::undo);
    }
    if (pressed(GLFW_KEY_J) && ui.document.selected) ui.emitTarget(Verb::zoomTo, *ui.document.selected);
    if (pressed(GLFW_KEY_F) && shift) ui.emit(Verb::home);
}

void moveMap(Ui& ui) {
    const MapView& view = ui.document.view;
    auto pan = [&](double shareX, double shareY) {
        ui.emit(Verb::pan, {fmt::format("{}", shareX * view.widthPx), fmt::format("{}", shareY * view.heightPx)});
    };
    if (pressed(GLFW_KEY_LEFT)) pan(0.25, 0);
    if (pressed(GLFW_KEY_RIGHT)) pan(-0.25, 0);
    if (pressed(GLFW_KEY_UP)) pan(0, 0.25);
    if (pressed(GLFW_KEY_DOWN)) pan(0, -0.25);
    if (pressed(GLFW_KEY_EQUAL) || pressed(GLFW_KEY_KP_ADD)) ui.emit(Verb::zoom, {"2"});
    if (pressed(GLFW_KEY_MINUS) || pressed(GLFW_KEY_KP_SUBTRACT)) ui.emit(Verb::zoom, {"0.5"});
    if (pressed(GLFW_KEY_0) || pressed(GLFW_KEY_KP_0) || pressed(GLFW_KEY_HOME)) ui.emit(Verb::home);
}

} // namespace

void handleKeys(Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    if (pressed(GLFW_KEY_ESCAPE) && !ui.state.escapeTaken) escape(ui);
    if (!io.WantTextInput && pressed(GLFW_KEY_TAB)) moveFocus(ui, io.KeyShift);
    if (ui.document.closeAsked || ui.document.pathDialog || ui.document.officeOpen) return; // nothing else until it is answered
    if (io.KeyCtrl) withControl(ui, io.KeyShift);
    if (pressed(GLFW_KEY_F5)) ui.emit(Verb::projector, {ui.document.projector ? "off" : "on"});
    if (pressed(GLFW_KEY_F11)) ui.emit(Verb::fullScreen, {ui.document.fullScreen ? "off" : "on"});
    if (!io.WantTextInput && (moveImportRow(ui) || reviewLinks(ui))) return;
    if (!ui.document.district || io.WantTextInput || io.KeyCtrl) return;
    if (ui.document.projector) {
        if (pressed(GLFW_KEY_RIGHT) || pressed(GLFW_KEY_PAGE_DOWN)) ui.emit(Verb::page, {"next"});
        if (pressed(GLFW_KEY_LEFT) || pressed(GLFW_KEY_PAGE_UP)) ui.emit(Verb::page, {"previous"});
        return;
    }
    // In a menu the arrows are the menu's.
    if (!ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup)) moveMap(ui);
}

} // namespace banlang::viewer
