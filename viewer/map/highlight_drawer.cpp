// SPDX-License-Identifier: MIT
#include "viewer/map/highlight_drawer.h"

namespace banlang::viewer::detail {

void HighlightDrawer::draw(const MapScene& scene, const MapHighlights& wanted, const Frame& frame) {
    if (wanted.selected || wanted.hovered) stencil_.begin();
    draw(scene, wanted.selected, HighlightKind::selected, frame);
    draw(scene, wanted.hovered, HighlightKind::hovered, frame);
}

void HighlightDrawer::draw(const MapScene& scene, const std::optional<RecordRef>& target, HighlightKind kind, const Frame& frame) {
    auto& slot = uploaded_[static_cast<std::size_t>(kind)];
    if (!target) {
        slot.reset();
        return;
    }
    if (!slot || slot->target != *target) {
        slot = Uploaded{*target, highlightOf(scene, *target, kind)};
        if (slot->what && slot->what->shapes.geometry) {
            slot->lines = std::make_unique<ShapeBuffers>(prepareMesh(slot->what->shapes));
        } else if (slot->what) {
            slot->circles = std::make_unique<SymbolBuffers>(prepareSymbols(slot->what->markers));
        }
    }
    if (slot->lines) {
        const ShapeSet& shapes = slot->what->shapes;
        for (std::size_t i = 0; i < slot->lines->classCount(); ++i) {
            for (const ShapeStep& step : stepsOf(shapes, *slot->lines, i, frame))
                detail::draw(step, shapes, *slot->lines, programs_, frame, stencil_);
        }
    }
    if (slot->circles) slot->circles->draw(programs_, frame);
}

} // namespace banlang::viewer::detail
