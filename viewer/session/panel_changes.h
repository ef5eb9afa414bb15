// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/gl/render_target.h"
#include "viewer/panels/primitives/rect.h"

#include <cstdint>
#include <string>
#include <vector>

struct ImDrawData;

namespace banlang::viewer {

/// Rectangles that do not overlap; those that would are joined.
class Patches {
public:
    void add(Rect rect);
    [[nodiscard]] bool touch(Rect rect) const;
    [[nodiscard]] const std::vector<Rect>& rects() const { return rects_; }

private:
    std::vector<Rect> rects_;
};

/// Finds what of the panels looks different from the frame before, panel by panel, in style pixels.
class PanelChanges {
public:
    /// All of the window when the order of the panels has changed.
    [[nodiscard]] std::vector<Rect> since(const ImDrawData& panels);

private:
    struct Panel {
        std::string name{};
        std::uint64_t content = 0; ///< a digest of what it draws
        Rect bounds{};
        bool operator==(const Panel&) const = default;
    };
    std::vector<Panel> before_;
};

/// Draws the panels within one rectangle of the window, whose picture is the target.
void drawPanels(const RenderTarget& target, ImDrawData& panels, Rect within);
/// Draws lists of Dear ImGui; outside of any pass. What its backend sets of GL stays within.
void drawLists(const RenderTarget& target, ImDrawData& lists);

} // namespace banlang::viewer
