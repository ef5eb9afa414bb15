// SPDX-License-Identifier: MIT
#include "viewer/panels/widgets/modal_dialog.h"

#include "layers/style/palette.h"

#include <imgui/imgui.h>

#include <algorithm>
#include <cmath>

namespace banlang::viewer {
namespace {

Rect inTheMiddle(Rect window, float widthPx, float heightPx) {
    constexpr float marginPx = 24;
    const float width = std::min(widthPx, window.w - 2 * marginPx);
    const float height = std::min(heightPx, window.h - 2 * marginPx);
    return {std::round(window.midX() - width / 2), std::round(window.midY() - height / 2), width, height};
}

Ui& onTop(Ui& ui) {
    ImGui::SetNextWindowFocus();
    // The keyboard walks through what is drawn from here on only.
    ui.state.focusOrder.clear();
    return ui;
}

} // namespace

ModalDialog::ModalDialog(Ui& ui, const char* id, float widthPx, float heightPx)
    : window_(onTop(ui), id, ui.layout.window, std::nullopt, true), card_(inTheMiddle(ui.layout.window, widthPx, heightPx)) {
    paint().fill(ui.layout.window, withAlpha(rgb(0x000000), 0.4));
    paint().fill(card_, ui.colour(Token::surface), 4);
    paint().outline(card_, ui.colour(Token::borderStrong), 4);
}

} // namespace banlang::viewer
