// SPDX-License-Identifier: MIT
#include "viewer/session/screen.h"

#include "viewer/panels/primitives/tokens.h"

#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>

#include <algorithm>
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
    gui.useFontUploader([screen = screen.get()] {
        screen->forget();
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

bool Screen::complete() const {
    const auto whole = [](const Pane& pane) { return !pane.drawn || (pane.map->complete() && pane.labelsWhole); };
    return whole(now_) && whole(before_);
}

bool Screen::paintBehind(Pane& pane, const PaneState& state, const PaintLimits& limits) const {
    constexpr std::chrono::milliseconds patience{120}; // a person sees that something is happening
    const bool whole = pane.map->paint(state.view, gui_.pixelRatio(), limits.behind);
    const auto now = MapRenderer::Clock::now();
    return (whole || now - pane.shownAt > patience) && now < limits.showing;
}

void Screen::drawPane(Pane& pane, const PaneState& state, std::optional<MapRenderer::Clock::time_point> until) {
    const double ratio = gui_.pixelRatio();
    const int left = static_cast<int>(std::lround(static_cast<double>(state.area.x) * ratio));
    const RenderTarget& target = picture_->target();
    const int bottom = target.heightPx - static_cast<int>(std::lround(static_cast<double>(state.area.bottom()) * ratio));
    pane.map->setScene(state.scene);
    pane.map->draw(target, state.view, left, bottom, ratio, {state.selected, state.hovered}, until);
    pane.labels.show(target, state.view, state.area, ratio, pane.map->programs());
    pane.drawn = state;
    pane.shownAt = MapRenderer::Clock::now();
}

void Screen::keepPicture(int widthPx, int heightPx) {
    if (picture_ && picture_->all() == detail::PixelRectangle{0, 0, widthPx, heightPx}) return;
    picture_ = std::make_unique<detail::RetainedPicture>(widthPx, heightPx);
    for (Pane* pane : {&now_, &before_}) {
        pane->drawn.reset();
        pane->labels.forget();
    }
    changes_ = {};
}

void Screen::clear(Rect area, Colour colour) const {
    const double ratio = gui_.pixelRatio();
    const auto pixel = [&](float style) { return static_cast<int>(std::lround(static_cast<double>(style) * ratio)); };
    const RenderTarget& target = picture_->target();
    detail::clear(target, {pixel(area.x), target.heightPx - pixel(area.bottom()), pixel(area.w), pixel(area.h)}, colour);
}

void Screen::draw(const RenderTarget& target, const Document& document, const Derived& derived, std::optional<PaintLimits> limits) {
    gui_.makeCurrent();
    keepPicture(target.widthPx, target.heightPx);

    ImDrawData& panels = *ImGui::GetDrawData();
    Patches stale;
    for (const Rect changed : changes_.since(panels)) stale.add(changed);
    if (const Colour back = colour(document.colourScheme, Token::background); back != background_) {
        background_ = back;
        stale.add({0, 0, panels.DisplaySize.x, panels.DisplaySize.y});
    }
    struct Shown {
        Pane& pane;
        PaneState state;
    };
    std::vector<Shown> maps;
    const auto show = [&](Pane& pane, const std::shared_ptr<const PreparedScene>& scene, Rect area, const LabelOverlay& labels) {
        if (scene && document.district && area.w >= 1 && area.h >= 1) {
            pane.labelsWhole = pane.labels.follow(labels, gui_.pixelRatio(), !limits);
            maps.push_back({pane, {scene, document.view, area, document.selected, gui_.state().hovered, pane.labels.version()}});
        } else {
            pane.drawn.reset();
            pane.labels.forget();
        }
    };
    show(now_, derived.prepared, gui_.layout().map, gui_.state().mapLabels[0].overlay);
    show(before_, isSplit(document) ? derived.preparedBefore : nullptr, gui_.layout().mapBefore, gui_.state().mapLabels[1].overlay);
    for (const Shown& map : maps) {
        const bool same = map.pane.drawn == map.state && !stale.touch(map.state.area);
        if (same && (map.pane.map->complete() || (limits && !paintBehind(map.pane, map.state, *limits)))) continue;
        stale.add(map.state.area);
    }
    for (const Rect patch : stale.rects()) {
        const bool underMap = std::ranges::any_of(maps, [&](const Shown& map) { return map.state.area.contains(patch); });
        if (!underMap) clear(patch, background_);
    }
    for (Shown& map : maps) {
        if (stale.touch(map.state.area)) drawPane(map.pane, map.state, limits ? std::optional(limits->showing) : std::nullopt);
    }
    for (const Rect patch : stale.rects()) drawPanels(picture_->target(), panels, patch);
    copyPixels(picture_->target(), picture_->all(), target, 0, 0);
}

} // namespace banlang::viewer
