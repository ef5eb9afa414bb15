// SPDX-License-Identifier: MIT
#include "cli/raster_basemap_option.h"

#include "core/geo/raster_overviews.h"
#include "core/store/raster_basemap.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace banlang::cli {

void addRasterBasemapOption(VerbOptions verb, RasterBasemapOption& option) {
    verb.option("--backdrop", option.file, "Ảnh trực giao, bản đồ quét dưới bản đồ / picture below the map: FILE | none");
    verb.option("--backdrop-opacity", option.opacity, "Độ đậm của ảnh / opacity, 0 - 1").between(0.0, 1.0);
}

Box groundOf(const District& district) {
    for (const Role role : {Role::communes, Role::villages, Role::roads, Role::parcels}) {
        const Box box = district.table(role).geometry.extent();
        if (!box.empty()) return box;
    }
    return {};
}

nlohmann::ordered_json rasterJson(const RasterInfo& info) {
    return {{"format", info.format},
            {"bands", id(info.bands)},
            {"sample_type", info.sampleType},
            {"columns", info.columns},
            {"rows", info.rows},
            {"metres_per_pixel", info.metresPerPixel},
            {"extent", {info.extent.minX, info.extent.minY, info.extent.maxX, info.extent.maxY}},
            {"bytes", info.bytes},
            {"crs", info.crsName},
            {"crs_assumed", info.crsAssumed},
            {"overviews", info.overviews},
            {"slow", info.slow}};
}

void sayOf(const RasterInfo& info, const CommonOptions& common) {
    if (info.crsAssumed) {
        say(common, {fmt::format("Ảnh nền không ghi hệ tọa độ; hiểu là {} vì như thế nằm đúng trên vùng dữ liệu", info.crsName),
                     fmt::format("The backdrop names no coordinate system; taken for {}, in which it lies on the area of the data",
                                 info.crsName)});
    }
    if (info.slow) {
        say(common, {"Ảnh nền lớn mà không tạo được bản thu nhỏ: vẽ chậm",
                     "The backdrop is large and no smaller copies could be made: drawing is slow"});
    }
}

Result<RasterBasemap> chosenRasterBasemap(const RasterBasemapOption& option, const std::string& storePath, const District& district,
                                          const CommonOptions& common) {
    if (option.file == "none") return RasterBasemap{};
    std::string path = option.file;
    double opacity = 1;
    if (path.empty()) {
        BANLANG_TRY(stored, storedRasterBasemap(storePath));
        if (!stored) return RasterBasemap{};
        path = stored->path;
        opacity = stored->opacity;
    }
    auto source = openWithOverviews(path, district.epsg, groundOf(district), terminalProgress(common));
    if (source) {
        sayOf((*source)->info(), common);
        return RasterBasemap{*source, option.opacity.value_or(opacity)};
    }
    if (!option.file.empty() || source.error().kind == ErrorKind::interrupted) return Unexpected(std::move(source.error()));
    say(common, {fmt::format("Vẽ không có ảnh nền. {}", describe(source.error(), Language::vietnamese)),
                 fmt::format("Drawn without its backdrop. {}", describe(source.error(), Language::english))});
    return RasterBasemap{};
}

} // namespace banlang::cli
