// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/document.h"

namespace banlang::viewer {

/// Keeps what the map shows of the ground while panels take and leave its room.
class MapFitter {
public:
    /// The next frame shows a whole district.
    void showWhole() { wholeDue_ = true; }
    /// Gives the view the room that the panels leave it in a window of this size, in style pixels.
    void follow(Document& document, float widthPx, float heightPx);

private:
    bool wholeDue_ = false;
    bool splitBefore_ = false;
};

} // namespace banlang::viewer
