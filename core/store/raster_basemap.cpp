// SPDX-License-Identifier: MIT
#include "core/store/raster_basemap.h"

#include "core/store/file/detail/store_file.h"
#include "core/store/gpkg/detail/transaction.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>

namespace banlang {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view pathKey = "backdrop";
constexpr std::string_view opacityKey = "backdrop_opacity";

fs::path folderOf(const std::string& storePath) {
    return fs::absolute(storePath).lexically_normal().parent_path();
}

/// Relative within the store's folder and the one that holds it: what a person copies to another computer in one go.
std::string keptPath(const std::string& storePath, const std::string& rasterPath) {
    const fs::path raster = fs::absolute(rasterPath).lexically_normal();
    const std::string relative = raster.lexically_relative(folderOf(storePath)).generic_string();
    return relative.empty() || relative.starts_with("../..") ? raster.generic_string() : relative;
}

bool put(const detail::Database& store, std::string_view key, std::string_view value) {
    detail::Statement insert = store.prepare("INSERT INTO banlang_meta (key, value) VALUES (?, ?)");
    insert.bind(1, key);
    insert.bind(2, value);
    return insert.done();
}

bool removeBoth(const detail::Database& store) {
    detail::Statement remove = store.prepare("DELETE FROM banlang_meta WHERE key IN (?, ?)");
    remove.bind(1, pathKey);
    remove.bind(2, opacityKey);
    return remove.done();
}

} // namespace

Result<std::optional<StoredRasterBasemap>> storedRasterBasemap(const std::string& storePath) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    const detail::Database& store = file.database;
    StoredRasterBasemap found;
    detail::Statement select = store.prepare("SELECT key, value FROM banlang_meta WHERE key IN (?, ?)");
    select.bind(1, pathKey);
    select.bind(2, opacityKey);
    while (select.row()) {
        const std::string_view value = select.text(1);
        if (select.text(0) == pathKey) {
            found.kept = value;
        } else {
            (void)std::from_chars(value.data(), value.data() + value.size(), found.opacity);
        }
    }
    if (select.failed()) return Unexpected(store.error());
    if (found.kept.empty()) return std::optional<StoredRasterBasemap>();
    found.path = (folderOf(storePath) / found.kept).lexically_normal().string();
    return std::optional(std::move(found));
}

Result<void> keepRasterBasemap(const std::string& storePath, const std::string& rasterPath, double opacity) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, true));
    const detail::Database& store = file.database;
    return detail::inTransaction(store, [&]() -> Result<void> {
        const bool kept = removeBoth(store) && put(store, pathKey, keptPath(storePath, rasterPath)) &&
                          put(store, opacityKey, fmt::format("{}", opacity));
        if (!kept) return Unexpected(store.error());
        return {};
    });
}

Result<void> forgetRasterBasemap(const std::string& storePath) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, true));
    const detail::Database& store = file.database;
    if (!removeBoth(store)) return Unexpected(store.error());
    return {};
}

} // namespace banlang
