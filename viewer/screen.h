// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/derived.h"
#include "viewer/document.h"
#include "viewer/gui.h"
#include "viewer/map/map_renderer.h"

#include <memory>

namespace banlang::viewer {

/// Of a frame's sixtieth of a second, how much may pass before no further painting of the map begins.
inline constexpr std::chrono::milliseconds paintingTime{11};

/// Puts the map and the panels over it on the framebuffer that is bound in a current GL 3.3 context which it did not create.
class Screen {
public:
    [[nodiscard]] static Result<std::unique_ptr<Screen>> create(Gui& gui);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// What `gui` drew last, for a framebuffer of this size in device pixels.
    /// Paints what is missing of the map until `until`; without it the map is complete.
    void draw(const Document& document, const Derived& derived, int widthPx, int heightPx,
              std::optional<MapRenderer::Clock::time_point> until = std::nullopt);
    /// Whether the last draw() showed all of the map at its own scale.
    [[nodiscard]] bool complete() const;
    [[nodiscard]] std::size_t cardBytes() const { return now_.map->cardBytes() + before_.map->cardBytes(); }

private:
    explicit Screen(Gui& gui);
    Gui& gui_;
    /// One renderer with the scene that it holds.
    struct Pane {
        std::unique_ptr<MapRenderer> map;
        std::shared_ptr<const PreparedScene> shown;
        void show(const std::shared_ptr<const PreparedScene>& scene);
    };
    void drawPane(const Pane& pane, const Document& document, Rect area, int heightPx,
                  std::optional<MapRenderer::Clock::time_point> until) const;

    Pane now_;
    Pane before_;
    bool started_ = false;
};

} // namespace banlang::viewer
