// SPDX-License-Identifier: MIT
#include "cli/backdrop_option.h"
#include "core/geo/raster_overviews.h"
#include "core/store/backdrop.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct BackdropArguments {
    std::string store;
    std::string file;
    std::optional<double> opacity;
    bool remove = false;
};

Json toJson(const StoredBackdrop& backdrop) {
    return {{"file", backdrop.kept}, {"path", backdrop.path}, {"opacity", backdrop.opacity}};
}

void printText(const StoredBackdrop& backdrop, const RasterInfo& info, const CommonOptions& common) {
    fmt::print("{}\n{} x {} px, {:.2f} m/px, {}, {}, {:.0f} %\n", backdrop.path, info.columns, info.rows, info.metresPerPixel,
               info.format, info.crsName, backdrop.opacity * 100);
    sayOf(info, common);
}

/// Opens the file first: what cannot be drawn is not remembered.
int runKeep(const BackdropArguments& arguments, const District& district, const std::optional<StoredBackdrop>& before,
            const CommonOptions& common) {
    const std::string path = !arguments.file.empty() ? arguments.file : before->path;
    const auto source = openWithOverviews(path, district.epsg, groundOf(district), terminalProgress(common));
    if (!source) return fail(common, source.error());
    if (const auto kept = keepBackdrop(arguments.store, path, arguments.opacity.value_or(before ? before->opacity : 1)); !kept)
        return fail(common, kept.error());
    const auto stored = storedBackdrop(arguments.store);
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
int runShow(const std::optional<StoredBackdrop>& stored, const District& district, const CommonOptions& common) {
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
            fmt::print("{}\n", describe(source.error(), common.language()));
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

int runRemove(const BackdropArguments& arguments, const CommonOptions& common) {
    if (const auto done = forgetBackdrop(arguments.store); !done) return fail(common, done.error());
    if (common.json) printJson("backdrop", {{"backdrop", nullptr}});
    say(common,
        {"Kho không còn nhớ ảnh nền; tệp ảnh vẫn giữ nguyên", "The store has forgotten its backdrop; the file is where it was"});
    return 0;
}

int runBackdrop(const BackdropArguments& arguments, const CommonOptions& common) {
    if (arguments.remove) return runRemove(arguments, common);
    const auto stored = storedBackdrop(arguments.store);
    if (!stored) return fail(common, stored.error());
    const auto district = openStore(arguments.store, common);
    if (!district) return fail(common, district.error());
    const bool changes = !arguments.file.empty() || (arguments.opacity && *stored);
    return changes ? runKeep(arguments, **district, *stored, common) : runShow(*stored, **district, common);
}

} // namespace

void addBackdrop(CommandLine& line) {
    auto arguments = std::make_shared<BackdropArguments>();
    CLI::App* verb =
        line.app.add_subcommand("backdrop", "Ảnh nền mà kho ghi nhớ / the picture below the map that the store remembers");
    verb->add_option("STORE", arguments->store)->required();
    auto* file = verb->add_option("FILE", arguments->file, "GeoTIFF, COG, MBTiles...");
    verb->add_option("--opacity", arguments->opacity, "Độ đậm / opacity, 0 - 1")->check(CLI::Range(0.0, 1.0));
    verb->add_flag("--remove", arguments->remove, "Không dùng ảnh nền nữa / forget it")->excludes(file);
    verb->callback([&line, arguments] { line.run = [&line, arguments] { return runBackdrop(*arguments, line.common); }; });
}

} // namespace banlang::cli
