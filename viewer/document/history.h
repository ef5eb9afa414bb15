// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/command.h"

#include <vector>

namespace banlang::viewer {

/// What the document was before each command that can be undone, and after those that were.
class History {
public:
    /// Applies any command that is not for the application; undo and redo keep the map where it is.
    [[nodiscard]] Result<void> apply(Document& document, const Command& command);
    void clear();
    [[nodiscard]] bool canUndo() const { return !past_.empty(); }
    [[nodiscard]] bool canRedo() const { return !future_.empty(); }

private:
    /// A picture below the map is opened in the background and stays; only how it is seen goes back.
    struct Step {
        DocumentState state;
        bool rasterVisible = true;
        double rasterOpacity = 1;
    };
    [[nodiscard]] static Step stepOf(const Document& document);
    static void walk(Document& document, std::vector<Step>& from, std::vector<Step>& to);

    std::vector<Step> past_;
    std::vector<Step> future_;
};

} // namespace banlang::viewer
