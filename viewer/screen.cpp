// SPDX-License-Identifier: MIT
#include "viewer/screen.h"

#include "viewer/panels/tokens.h"

#include <epoxy/gl.h>
#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

#include <cmath>

namespace banlang::viewer {

Screen::Screen(Gui& gui) : gui_(gui) {}

Result<std::unique_ptr<Screen>> Screen::create(Gui& gui) {
    std::unique_ptr<Screen> screen(new Screen(gui));
    for (Pane* pane : {&screen->now_, &screen->before_}) {
        BANLANG_TRY(map, MapRenderer::create());
        pane->map = std::move(map);
    }
    gui.makeCurrent();
    if (!ImGui_ImplOpenGL3_Init("#version 330 core")) {
        return Unexpected(
            Error{ErrorKind::failed,
                  "no-gl",
                  {"Không khởi động được bộ vẽ giao diện.", "The panels cannot be drawn."},
                  {"Cập nhật trình điều khiển đồ hoạ (cần OpenGL 3.3).", "Update the graphics driver (OpenGL 3.3 is needed)."},
                  {}});
    }
    screen->started_ = true;
    gui.useFontUploader([] {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        // Makes the device objects on the first call, the font texture among them.
        ImGui_ImplOpenGL3_NewFrame();
        if (ImGui::GetIO().Fonts->TexID == nullptr) ImGui_ImplOpenGL3_CreateFontsTexture();
    });
    return screen;
}

Screen::~Screen() {
    if (!started_) return;
    gui_.useFontUploader({});
    gui_.makeCurrent();
    ImGui_ImplOpenGL3_Shutdown();
}

void Screen::Pane::show(const std::shared_ptr<const MapScene>& scene) {
    if (scene == shown) return;
    shown = scene;
    map->setScene(scene);
}

void Screen::drawPane(const Pane& pane, const Document& document, Rect area, int heightPx) const {
    if (!pane.shown || !document.district || area.w <= 0) return;
    const double ratio = gui_.pixelRatio();
    const int left = static_cast<int>(std::lround(static_cast<double>(area.x) * ratio));
    const int bottom = heightPx - static_cast<int>(std::lround(static_cast<double>(area.bottom()) * ratio));
    pane.map->draw(document.view, left, bottom, ratio, {document.selected, gui_.state().hovered});
}

bool Screen::awaitsBackdrop() const {
    return now_.map->awaitsBackdrop() || (before_.shown && before_.map->awaitsBackdrop());
}

bool Screen::backdropHasNews() const {
    return now_.map->backdropHasNews() || (before_.shown && before_.map->backdropHasNews());
}

void Screen::hurryBackdrop() {
    now_.map->hurryBackdrop();
    if (before_.shown) before_.map->hurryBackdrop();
}

void Screen::draw(const Document& document, const Derived& derived, int widthPx, int heightPx) {
    gui_.makeCurrent();
    glViewport(0, 0, widthPx, heightPx);
    glDisable(GL_SCISSOR_TEST);
    const Colour back = colour(document.theme, Token::background);
    glClearColor(static_cast<float>(back.r) / 255, static_cast<float>(back.g) / 255, static_cast<float>(back.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
    now_.show(derived.scene);
    before_.show(isSplit(document) ? derived.sceneBefore : nullptr);
    drawPane(now_, document, gui_.layout().map, heightPx);
    drawPane(before_, document, gui_.layout().mapBefore, heightPx);
    glDisable(GL_SCISSOR_TEST);
    glViewport(0, 0, widthPx, heightPx);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

} // namespace banlang::viewer
