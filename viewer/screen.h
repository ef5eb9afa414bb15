// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/derived.h"
#include "viewer/document.h"
#include "viewer/gui.h"
#include "viewer/map/map_renderer.h"

#include <memory>

namespace banlang::viewer {

/// Puts the map and the panels over it on the framebuffer that is bound in a current GL 3.3 context which it did not create.
class Screen {
public:
    [[nodiscard]] static Result<std::unique_ptr<Screen>> create(Gui& gui);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// What `gui` drew last, for a framebuffer of this size in device pixels.
    void draw(const Document& document, const Derived& derived, int widthPx, int heightPx);

    // As MapRenderer has them, for the maps that are shown.
    [[nodiscard]] bool awaitsBackdrop() const;
    [[nodiscard]] bool backdropHasNews() const;
    void hurryBackdrop();

private:
    explicit Screen(Gui& gui);
    Gui& gui_;
    /// One renderer with the scene that it holds.
    struct Pane {
        std::unique_ptr<MapRenderer> map;
        std::shared_ptr<const MapScene> shown;
        void show(const std::shared_ptr<const MapScene>& scene);
    };
    void drawPane(const Pane& pane, const Document& document, Rect area, int heightPx) const;

    Pane now_;
    Pane before_;
    bool started_ = false;
};

} // namespace banlang::viewer
