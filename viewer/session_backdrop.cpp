// SPDX-License-Identifier: MIT
#include "core/store/backdrop.h"
#include "viewer/session.h"

// The picture below the map: chosen, opened in the background, remembered by the store.

namespace banlang::viewer {

void Session::openStoredBackdrop() {
    const auto stored = storedBackdrop(document_.storePath);
    if (!stored || !*stored) return;
    document_.backdrop.path = (*stored)->path;
    document_.backdrop.opacity = (*stored)->opacity;
    newBackdrop_.reset();
    backdropJob_.start((*stored)->path, document_.district->epsg, extentOf(*document_.district));
}

Result<void> Session::chooseBackdrop(const Command& command) {
    if (!document_.district) return {};
    if (command.arguments.empty()) {
        askForPath(PathKind::picture);
        return {};
    }
    const std::string& word = command.arguments[0];
    if (word == "on" || word == "off") return run({Verb::layer, {"backdrop", word}});
    if (word == "none") {
        backdropJob_.drop();
        document_.backdrop = {};
        return forgetBackdrop(document_.storePath);
    }
    newBackdrop_ = word;
    backdropJob_.start(word, document_.district->epsg, extentOf(*document_.district));
    return {};
}

void Session::finishBackdrop() {
    auto opened = backdropJob_.take();
    if (!opened) return;
    dirty_ = true;
    const auto chosen = std::exchange(newBackdrop_, std::nullopt);
    if (!*opened) {
        Error error = std::move(opened->error());
        if (error.kind == ErrorKind::interrupted) return;
        // One that a person chose and that does not open leaves the one before in its place. One that is gone since the last time
        // is no failure of what is done now.
        if (chosen) {
            fail(error);
        } else {
            tell({true, {describe(error, Language::vietnamese), describe(error, Language::english)}});
            document_.backdrop.problem = std::make_shared<const Error>(std::move(error));
        }
        return;
    }
    document_.backdrop.source = std::move(**opened);
    document_.backdrop.problem.reset();
    document_.backdrop.visible = true;
    if (document_.backdrop.source->info().slow) {
        tell({false,
              {"Ảnh nền lớn mà không tạo được bản thu nhỏ nên hiện chậm.",
               "The backdrop is large and no smaller copies could be made, so it shows slowly."}});
    }
    if (document_.backdrop.source->info().crsAssumed) {
        tell({false,
              {"Ảnh nền không ghi hệ tọa độ; hiểu theo hệ của kho vì như thế nằm đúng trên huyện.",
               "The backdrop names no coordinate system; taken for the store's, in which it lies on the district."}});
    }
    if (!chosen) return;
    document_.backdrop.path = *chosen;
    rememberBackdrop();
}

void Session::rememberBackdrop() {
    if (document_.backdrop.path.empty()) return;
    if (const auto kept = keepBackdrop(document_.storePath, document_.backdrop.path, document_.backdrop.opacity); !kept)
        fail(kept.error());
}

} // namespace banlang::viewer
