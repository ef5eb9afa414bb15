// SPDX-License-Identifier: MIT
#include "viewer/session/quit_controller.h"

namespace banlang::viewer {

Result<void> QuitController::quit(const Command& command, OpenDocument& open, ImportController& imports) {
    const std::string word = command.arguments.empty() ? std::string() : command.arguments[0];
    if (!word.empty() && word != "stop" && word != "stay") return Unexpected(wrongArguments(command));
    if (word == "stay") {
        open.document.closeAsked = leaving_;
        return {};
    }
    const bool bringsData = imports.bringsData();
    if (bringsData && word.empty() && !leaving_) {
        open.document.closeAsked = true;
        return {};
    }
    finished_ = !imports.running();
    leaving_ = !finished_;
    open.document.closeAsked = leaving_;
    if (bringsData) imports.cancel();
    return {};
}

void QuitController::leave(const Result<ImportOutcome>& ended, OpenDocument& open, ImportController& imports) {
    if (ended && !ended->newBatches.empty()) {
        ImportRequest request;
        request.purpose = ImportPurpose::undo;
        request.storePath = ended->log->storePath;
        request.undo = ended->newBatches;
        request.before = ended->log;
        (void)imports.start(std::move(request)).has_value(); // nothing else runs: one has just ended
        return;
    }
    leaving_ = open.document.closeAsked = false;
    finished_ = ended || imports.purpose() != ImportPurpose::undo;
    if (!finished_) open.fail(ended.error()); // what could not be taken back is there, and a person has to know
}

} // namespace banlang::viewer
