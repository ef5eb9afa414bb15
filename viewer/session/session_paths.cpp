// SPDX-License-Identifier: MIT
#include "viewer/session/session.h"

#include <utility>

// How a session comes by a path that a command did not name: from the desktop's dialog, or from our own.

namespace banlang::viewer {
namespace {

Command commandFor(PathKind kind, std::vector<std::string> paths) {
    const Verb verb = kind == PathKind::store ? Verb::open : kind == PathKind::sources ? Verb::import : Verb::backdrop;
    return {verb, std::move(paths)};
}

Error noDialog() {
    return {ErrorKind::usage,
            "no-dialog",
            {"Không có hộp thoại nào đang hỏi đường dẫn.", "No dialog asks for a path."},
            {"Mở bằng lệnh browse store, browse sources hoặc browse picture.",
             "Open one with browse store, browse sources or browse picture."},
            {}};
}

} // namespace

void Session::askForPath(PathKind kind) {
    if (desktopDialog_.asking()) return; // one is open already
    if (!hostServices_.desktopDialogs) {
        document_.pathDialog = std::make_shared<const PathDialog>(browseFolder(kind, folderToBeginIn()));
        return;
    }
    askedOfDesktop_ = kind;
    desktopDialog_.ask(kind, document_.language, hostServices_.wake);
}

void Session::takeDesktopAnswer() {
    const auto answer = desktopDialog_.take();
    if (!answer) return;
    dirty_ = true;
    if (!answer->answered) {
        document_.pathDialog = std::make_shared<const PathDialog>(browseFolder(askedOfDesktop_, folderToBeginIn()));
    } else if (!answer->path.empty()) {
        rememberFolderOf(answer->path);
        (void)run(commandFor(askedOfDesktop_, {answer->path})).has_value();
    }
}

Result<void> Session::browse(const Command& command) {
    if (command.arguments[0] == "none") {
        document_.pathDialog = nullptr;
        return {};
    }
    const auto kind = pathKindFromId(command.arguments[0]);
    if (!kind) return Unexpected(wrongArguments(command));
    const std::string from = document_.pathDialog ? document_.pathDialog->folder : folderToBeginIn();
    const std::string folder = command.arguments.size() > 1 ? pathMeant(from, command.arguments[1]) : from;
    document_.pathDialog = std::make_shared<const PathDialog>(browseFolder(*kind, folder));
    return {};
}

/// What does not do leaves the dialog open and says why in it.
Result<void> Session::choose(const Command& command) {
    if (!document_.pathDialog) return Unexpected(noDialog());
    const PathDialog asking = *document_.pathDialog;
    std::vector<std::string> paths;
    for (const std::string& word : command.arguments) paths.push_back(pathMeant(asking.folder, word));
    const auto execute = [&]() -> Result<void> {
        for (const std::string& path : paths) BANLANG_CHECK(checkChosen(asking.kind, path));
        document_.pathDialog = nullptr;
        return runForApplication(commandFor(asking.kind, paths));
    };
    auto done = execute();
    if (done) {
        rememberFolderOf(paths.front());
        return done;
    }
    PathDialog again = asking;
    again.problem = done.error();
    document_.pathDialog = std::make_shared<const PathDialog>(std::move(again));
    return done;
}

} // namespace banlang::viewer
