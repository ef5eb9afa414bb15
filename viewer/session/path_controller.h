// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/command.h"
#include "viewer/platform/desktop_dialog.h"

#include <functional>
#include <optional>

namespace banlang::viewer {

/// How a session comes by a path that a command did not name: from the desktop's dialog, or from our own, which is part of the
/// document.
class PathController {
public:
    /// `ofDesktop`: the desktop's dialog is asked before ours; `wake` is called from its thread when it has an answer.
    void ask(PathKind kind, Document& document, bool ofDesktop, std::function<void()> wake);
    [[nodiscard]] bool asking() const { return desktop_.asking(); }
    /// The desktop has an answer.
    [[nodiscard]] bool ready() const { return desktop_.ready(); }
    /// Takes it: the command that it leads to. A desktop without a dialog leaves the question to ours.
    [[nodiscard]] std::optional<Command> take(Document& document);

    /// `browse KIND|none [FOLDER]`: our dialog, in a folder.
    [[nodiscard]] static Result<void> browse(Document& document, const Command& command);
    /// `choose PATH...`: what our dialog asked for is done by `run`. What does not do leaves the dialog open and says why in it.
    [[nodiscard]] static Result<void> choose(Document& document, const Command& command,
                                             const std::function<Result<void>(const Command&)>& run);

private:
    PathKind asked_ = PathKind::store; ///< of the desktop
    DesktopDialog desktop_;
};

} // namespace banlang::viewer
