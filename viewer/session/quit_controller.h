// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/command.h"
#include "viewer/session/import_controller.h"

namespace banlang::viewer {

/// The end of a session: while data come in a person is asked, other work is waited for.
class QuitController {
public:
    /// `quit [stop|stay]`.
    [[nodiscard]] Result<void> quit(const Command& command, OpenDocument& open, ImportController& imports);
    /// An import ended after the window was to close. What ended too late to be stopped is taken back before it does.
    void leave(const Result<ImportOutcome>& ended, OpenDocument& open, ImportController& imports);
    /// The window closes when what runs has ended and was taken back.
    [[nodiscard]] bool leaving() const { return leaving_; }
    [[nodiscard]] bool finished() const { return finished_; }

private:
    bool leaving_ = false;
    bool finished_ = false;
};

} // namespace banlang::viewer
