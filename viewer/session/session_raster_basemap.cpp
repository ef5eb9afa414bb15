// SPDX-License-Identifier: MIT
#include "core/store/raster_basemap.h"
#include "viewer/session/session.h"

// The picture below the map: chosen, opened in the background, remembered by the store.

namespace banlang::viewer {

void Session::openStoredRasterBasemap() {
    const auto stored = storedRasterBasemap(document_.storePath);
    if (!stored || !*stored) return;
    document_.rasterBasemap.path = (*stored)->path;
    document_.rasterBasemap.opacity = (*stored)->opacity;
    newRasterBasemap_.reset();
    rasterBasemapJob_.start((*stored)->path, document_.district->epsg, extentOf(*document_.district));
}

Result<void> Session::chooseRasterBasemap(const Command& command) {
    if (!document_.district) return {};
    if (command.arguments.empty()) {
        askForPath(PathKind::picture);
        return {};
    }
    const std::string& word = command.arguments[0];
    if (word == "on" || word == "off") return run({Verb::layer, {"backdrop", word}});
    if (word == "none") {
        rasterBasemapJob_.drop();
        document_.rasterBasemap = {};
        return forgetRasterBasemap(document_.storePath);
    }
    newRasterBasemap_ = word;
    rasterBasemapJob_.start(word, document_.district->epsg, extentOf(*document_.district));
    return {};
}

void Session::finishRasterBasemap() {
    auto opened = rasterBasemapJob_.take();
    if (!opened) return;
    dirty_ = true;
    const auto chosen = std::exchange(newRasterBasemap_, std::nullopt);
    if (!*opened) {
        Error error = std::move(opened->error());
        if (error.kind == ErrorKind::interrupted) return;
        // One that a person chose and that does not open leaves the one before in its place. One that is gone since the last time
        // is no failure of what is done now.
        if (chosen) {
            fail(error);
        } else {
            tell({true, {describe(error, Language::vietnamese), describe(error, Language::english)}});
            document_.rasterBasemap.problem = std::make_shared<const Error>(std::move(error));
        }
        return;
    }
    document_.rasterBasemap.source = std::move(**opened);
    document_.rasterBasemap.problem.reset();
    document_.rasterBasemap.visible = true;
    if (document_.rasterBasemap.source->info().slow) {
        tell({false,
              {"Ảnh nền lớn mà không tạo được bản thu nhỏ nên hiện chậm.",
               "The backdrop is large and no smaller copies could be made, so it shows slowly."}});
    }
    if (document_.rasterBasemap.source->info().crsAssumed) {
        tell({false,
              {"Ảnh nền không ghi hệ tọa độ; hiểu theo hệ của kho vì như thế nằm đúng trên huyện.",
               "The backdrop names no coordinate system; taken for the store's, in which it lies on the district."}});
    }
    if (!chosen) return;
    document_.rasterBasemap.path = *chosen;
    rememberRasterBasemap();
}

void Session::rememberRasterBasemap() {
    if (document_.rasterBasemap.path.empty()) return;
    if (const auto kept = keepRasterBasemap(document_.storePath, document_.rasterBasemap.path, document_.rasterBasemap.opacity);
        !kept)
        fail(kept.error());
}

} // namespace banlang::viewer
