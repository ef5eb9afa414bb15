// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/gl/shape_drawer.h"
#include "viewer/map/gl/symbol_buffers.h"
#include "viewer/map/highlight.h"

#include <array>
#include <memory>
#include <optional>

namespace banlang::viewer::detail {

/// Draws what is selected and what is pointed at, over the finished map; a highlight stays on the card while its target does.
class HighlightDrawer {
public:
    explicit HighlightDrawer(const Programs& programs) : programs_(programs) {}
    void draw(const MapScene& scene, const MapHighlights& wanted, const Frame& frame);
    /// After the scene has changed.
    void forget() { uploaded_ = {}; }

private:
    struct Uploaded {
        RecordRef target{};
        std::optional<Highlight> what{};
        std::unique_ptr<ShapeBuffers> lines{};
        std::unique_ptr<SymbolBuffers> circles{};
    };
    void draw(const MapScene& scene, const std::optional<RecordRef>& target, HighlightKind kind, const Frame& frame);

    const Programs& programs_;
    std::array<std::optional<Uploaded>, 2> uploaded_{}; ///< by HighlightKind
    StencilCounter stencil_{};
};

} // namespace banlang::viewer::detail
