// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/panels/widgets/widgets.h"

namespace banlang::viewer {

/// A card in the middle of the window that has to be answered: what lies under it is dimmed and takes neither clicks nor focus.
class ModalDialog {
public:
    /// The card is this large, or as large as the window has room for.
    ModalDialog(Ui& ui, const char* id, float widthPx, float heightPx);
    [[nodiscard]] const Painter& paint() const { return window_.paint(); }
    [[nodiscard]] Rect card() const { return card_; }

private:
    PanelWindow window_;
    Rect card_;
};

} // namespace banlang::viewer
