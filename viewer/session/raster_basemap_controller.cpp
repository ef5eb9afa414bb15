// SPDX-License-Identifier: MIT
#include "viewer/session/raster_basemap_controller.h"

#include "core/store/raster_basemap.h"

#include <utility>

namespace banlang::viewer {

void RasterBasemapController::openStored(Document& document) {
    const auto stored = storedRasterBasemap(document.storePath);
    if (!stored || !*stored) return;
    document.rasterBasemap.path = (*stored)->path;
    document.rasterBasemap.opacity = (*stored)->opacity;
    chosen_.reset();
    job_.start((*stored)->path, document.district->epsg, extentOf(*document.district, document.asOf));
}

void RasterBasemapController::choose(const Document& document, const std::string& path) {
    chosen_ = path;
    job_.start(path, document.district->epsg, extentOf(*document.district, document.asOf));
}

Result<void> RasterBasemapController::remove(Document& document) {
    job_.drop();
    document.rasterBasemap = {};
    return forgetRasterBasemap(document.storePath);
}

void RasterBasemapController::finish(OpenDocument& open) {
    auto opened = job_.take();
    if (!opened) return;
    open.changed = true;
    ShownRasterBasemap& shown = open.document.rasterBasemap;
    const auto chosen = std::exchange(chosen_, std::nullopt);
    if (!*opened) {
        Error error = std::move(opened->error());
        if (error.kind == ErrorKind::interrupted) return;
        // One that a person chose and that does not open leaves the one before in its place. One that is gone since the last time
        // is no failure of what is done now.
        if (chosen) {
            open.fail(error);
        } else {
            open.warn(error);
            shown.problem = std::make_shared<const Error>(std::move(error));
        }
        return;
    }
    shown.source = std::move(**opened);
    shown.problem.reset();
    shown.visible = true;
    if (shown.source->info().slow) {
        open.tell({false,
                   {"Ảnh nền lớn mà không tạo được bản thu nhỏ nên hiện chậm.",
                    "The backdrop is large and no smaller copies could be made, so it shows slowly."}});
    }
    if (shown.source->info().crsAssumed) {
        open.tell({false,
                   {"Ảnh nền không ghi hệ tọa độ; hiểu theo hệ của kho vì như thế nằm đúng trên vùng dữ liệu.",
                    "The backdrop names no coordinate system; taken for the store's, in which it lies on the area of the data."}});
    }
    if (!chosen) return;
    shown.path = *chosen;
    remember(open);
}

void RasterBasemapController::remember(OpenDocument& open) const {
    const ShownRasterBasemap& shown = open.document.rasterBasemap;
    if (shown.path.empty()) return;
    if (const auto kept = keepRasterBasemap(open.document.storePath, shown.path, shown.opacity); !kept) open.fail(kept.error());
}

} // namespace banlang::viewer
