// SPDX-License-Identifier: MIT
#include "viewer/session/path_controller.h"

#include "viewer/platform/recent_folders.h"

#include <memory>
#include <utility>

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

void PathController::ask(PathKind kind, Document& document, bool ofDesktop, std::function<void()> wake) {
    if (desktop_.asking()) return; // one is open already
    if (!ofDesktop) {
        document.pathDialog = std::make_shared<const PathDialog>(browseFolder(kind, folderToBeginIn()));
        return;
    }
    asked_ = kind;
    desktop_.ask(kind, document.language, std::move(wake));
}

std::optional<Command> PathController::take(Document& document) {
    const auto answer = desktop_.take();
    if (!answer) return std::nullopt;
    if (!answer->answered) {
        document.pathDialog = std::make_shared<const PathDialog>(browseFolder(asked_, folderToBeginIn()));
    } else if (!answer->path.empty()) {
        rememberFolderOf(answer->path);
        return commandFor(asked_, {answer->path});
    }
    return std::nullopt;
}

Result<void> PathController::browse(Document& document, const Command& command) {
    if (command.arguments[0] == "none") {
        document.pathDialog = nullptr;
        return {};
    }
    const auto kind = pathKindFromId(command.arguments[0]);
    if (!kind) return Unexpected(wrongArguments(command));
    const std::string from = document.pathDialog ? document.pathDialog->folder : folderToBeginIn();
    const std::string folder = command.arguments.size() > 1 ? pathMeant(from, command.arguments[1]) : from;
    document.pathDialog = std::make_shared<const PathDialog>(browseFolder(*kind, folder));
    return {};
}

Result<void> PathController::choose(Document& document, const Command& command,
                                    const std::function<Result<void>(const Command&)>& run) {
    if (!document.pathDialog) return Unexpected(noDialog());
    const PathDialog asking = *document.pathDialog;
    std::vector<std::string> paths;
    for (const std::string& word : command.arguments) paths.push_back(pathMeant(asking.folder, word));
    const auto execute = [&]() -> Result<void> {
        for (const std::string& path : paths) BANLANG_CHECK(checkChosen(asking.kind, path));
        document.pathDialog = nullptr;
        return run(commandFor(asking.kind, paths));
    };
    auto done = execute();
    if (done) {
        rememberFolderOf(paths.front());
        return done;
    }
    PathDialog again = asking;
    again.problem = done.error();
    document.pathDialog = std::make_shared<const PathDialog>(std::move(again));
    return done;
}

} // namespace banlang::viewer
