// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/document/document.h"
#include "viewer/map/gl/retained_picture.h"
#include "viewer/map/map_renderer.h"
#include "viewer/results/derived.h"
#include "viewer/session/gui.h"
#include "viewer/session/label_picture.h"
#include "viewer/session/panel_changes.h"

#include <memory>

namespace banlang::viewer {

/// When painting of the map has to end: early where the frame also shows it, late where it only paints behind the picture.
struct PaintLimits {
    MapRenderer::Clock::time_point showing;
    MapRenderer::Clock::time_point behind;
};

/// Puts the map and the panels over it on a target of a current GL 3.3 context which it did not create. Keeps the picture of the
/// whole window and draws again only what has changed in it.
class Screen {
public:
    [[nodiscard]] static Result<std::unique_ptr<Screen>> create(Gui& gui);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// What `gui` drew last, on all of the target. Paints what is missing of the map within the limits; without them the map is
    /// complete.
    void draw(const RenderTarget& target, const Document& document, const Derived& derived,
              std::optional<PaintLimits> limits = std::nullopt);
    /// Whether the last draw() showed all that there is to show: every map that has a place at its own scale. Where there is no
    /// map, nothing is missing.
    [[nodiscard]] bool complete() const;
    /// Draws everything anew the next time, as after the fonts have changed.
    void forget() { picture_.reset(); }
    [[nodiscard]] std::size_t cardBytes() const { return now_.map->cardBytes() + before_.map->cardBytes(); }

private:
    /// What a map shows; while it stays the same, so does the picture.
    struct PaneState {
        std::shared_ptr<const PreparedScene> scene{};
        MapView view{};
        Rect area{};
        std::optional<RecordRef> selected{};
        std::optional<RecordRef> hovered{};
        std::uint64_t labels = 0; ///< version of their overlay
        bool operator==(const PaneState&) const = default;
    };
    /// One renderer with what it drew last.
    struct Pane {
        std::unique_ptr<MapRenderer> map{};
        std::optional<PaneState> drawn{};
        detail::LabelPicture labels{};
        bool labelsWhole = true;
        MapRenderer::Clock::time_point shownAt{};
    };

    explicit Screen(Gui& gui);
    /// While nothing else moves, tiles are painted behind the picture; true when it is time to show them.
    [[nodiscard]] bool paintBehind(Pane& pane, const PaneState& state, const PaintLimits& limits) const;
    void drawPane(Pane& pane, const PaneState& state, std::optional<MapRenderer::Clock::time_point> until);
    /// The window's picture from before, or an empty one of another size.
    void keepPicture(int widthPx, int heightPx);
    void clear(Rect area, Colour colour) const;

    Gui& gui_;
    Pane now_;
    Pane before_;
    PanelChanges changes_;
    std::unique_ptr<detail::RetainedPicture> picture_;
    Colour background_{};
    bool started_ = false;
};

} // namespace banlang::viewer
