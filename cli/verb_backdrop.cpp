// SPDX-License-Identifier: MIT
#include "cli/raster_basemap_option.h"
#include "core/geo/raster_overviews.h"
#include "core/store/raster_basemap.h"

#include <nlohmann/json.hpp>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct RasterBasemapArguments {
    std::string store;
    std::string file;
    std::optional<double> opacity;
    bool remove = false;
};

Json toJson(const StoredRasterBasemap& rasterBasemap) {
    return {{"file", rasterBasemap.kept}, {"path", rasterBasemap.path}, {"opacity", rasterBasemap.opacity}};
}

void printText(const StoredRasterBasemap& rasterBasemap, const RasterInfo& info, const CommonOptions& common) {
    print("{}\n{} x {} px, {:.2f} m/px, {}, {}, {:.0f} %\n", rasterBasemap.path, info.columns, info.rows, info.metresPerPixel,
          info.format, info.crsName, rasterBasemap.opacity * 100);
    sayOf(info, common);
}

/// Opens the file first: what cannot be drawn is not remembered.
int runKeep(const RasterBasemapArguments& arguments, const District& district, const std::optional<StoredRasterBasemap>& before,
            const CommonOptions& common) {
    const std::string path = !arguments.file.empty() ? arguments.file : before->path;
    const auto source = openWithOverviews(path, district.epsg, groundOf(district), terminalProgress(common));
    if (!source) return fail(common, source.error());
    if (const auto kept = keepRasterBasemap(arguments.store, path, arguments.opacity.value_or(before ? before->opacity : 1)); !kept)
        return fail(common, kept.error());
    storeIsWritten();
    const auto stored = storedRasterBasemap(arguments.store);
    if (!stored) return fail(common, stored.error());
    if (common.json) {
        Json json = toJson(**stored);
        json["found"] = true;
        json.update(rasterJson((*source)->info()));
        printJson("backdrop", {{"backdrop", json}});
    } else {
        printText(**stored, (*source)->info(), common);
    }
    return 0;
}

/// A file that is gone is an answer, not a failure.
int runShow(const std::optional<StoredRasterBasemap>& stored, const District& district, const CommonOptions& common) {
    if (!stored) {
        if (common.json) printJson("backdrop", {{"backdrop", nullptr}});
        say(common, {"Kho không có ảnh nền", "The store has no backdrop"});
        return 0;
    }
    const auto source = RasterSource::open(stored->path, district.epsg, groundOf(district));
    if (!common.json) {
        if (source) {
            printText(*stored, (*source)->info(), common);
        } else {
            print("{}\n", describe(source.error(), common.language()));
        }
        return 0;
    }
    Json json = toJson(*stored);
    json["found"] = source.has_value();
    if (source) {
        json.update(rasterJson((*source)->info()));
    } else {
        json["problem"] = errorJson(source.error(), common.language());
    }
    printJson("backdrop", {{"backdrop", json}});
    return 0;
}

int runRemove(const RasterBasemapArguments& arguments, const CommonOptions& common) {
    if (const auto done = forgetRasterBasemap(arguments.store); !done) return fail(common, done.error());
    storeIsWritten();
    if (common.json) printJson("backdrop", {{"backdrop", nullptr}});
    say(common,
        {"Kho không còn nhớ ảnh nền; tệp ảnh vẫn giữ nguyên", "The store has forgotten its backdrop; the file is where it was"});
    return 0;
}

int runRasterBasemap(const RasterBasemapArguments& arguments, const CommonOptions& common) {
    if (arguments.remove) return runRemove(arguments, common);
    const auto stored = storedRasterBasemap(arguments.store);
    if (!stored) return fail(common, stored.error());
    const auto district = openStore(arguments.store, common);
    if (!district) return fail(common, district.error());
    const bool changes = !arguments.file.empty() || (arguments.opacity && *stored);
    return changes ? runKeep(arguments, **district, *stored, common) : runShow(*stored, **district, common);
}

} // namespace

void addBackdrop(CommandLine& line) {
    auto arguments = std::make_shared<RasterBasemapArguments>();
    VerbOptions verb = line.addVerb("backdrop", "Ảnh nền mà kho ghi nhớ / the picture below the map that the store remembers");
    verb.option("STORE", arguments->store).required();
    const OptionRules file = verb.option("FILE", arguments->file, "GeoTIFF, COG, MBTiles...");
    verb.option("--opacity", arguments->opacity, "Độ đậm / opacity, 0 - 1").between(0.0, 1.0);
    verb.flag("--remove", arguments->remove, "Không dùng ảnh nền nữa / forget it").excludes(file);
    line.whenChosen(verb, [&line, arguments] { return runRasterBasemap(*arguments, line.common); });
}

} // namespace banlang::cli
