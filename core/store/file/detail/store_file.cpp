// SPDX-License-Identifier: MIT
#include "core/store/file/detail/store_file.h"

#include "core/store/file/detail/schema.h"
#include "core/store/gpkg/detail/store_errors.h"
#include "core/store/records/detail/original_reports.h"

#include <charconv>
#include <utility>

namespace banlang::detail {
namespace {

/// Empty where the store does not say.
Result<std::string> metaValue(const Database& database, std::string_view key) {
    Statement select = database.prepare("SELECT value FROM banlang_meta WHERE key = ?");
    if (!select.valid()) return Unexpected(database.error());
    select.bind(1, key);
    const std::string value(select.row() ? select.text(0) : std::string_view());
    if (select.failed()) return Unexpected(database.error());
    return value;
}

struct StoreMeta {
    int epsg = 0;
    int version = 0;
};

/// 0 where it is no number and nothing else.
int numberIn(const std::string& text) {
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc() && end == text.data() + text.size() ? number : 0;
}

Result<StoreMeta> metaOf(const std::string& path, const Database& database) {
    Statement table = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'banlang_meta'");
    const bool there = table.row();
    if (table.failed()) return Unexpected(database.error());
    if (!there) return Unexpected(notAStore(path, database));
    BANLANG_TRY(epsg, metaValue(database, "epsg"));
    BANLANG_TRY(version, metaValue(database, "schema_version"));
    const StoreMeta meta{numberIn(epsg), numberIn(version)};
    if (meta.version > schemaVersion) return Unexpected(storeTooNew(path));
    if (meta.epsg <= 0 || meta.version <= 0) return Unexpected(storeUnfinished(path));
    return meta;
}

Result<Database> openAsItIs(const std::string& path, StoreMeta& meta) {
    BANLANG_CHECK(checkStoreFile(path));
    BANLANG_TRY(database, Database::open(path, false));
    BANLANG_TRY(found, metaOf(path, database));
    meta = found;
    return std::move(database);
}

Result<StoreFile> openUpToDate(const std::string& path) {
    StoreMeta meta;
    auto database = openAsItIs(path, meta);
    if (!database) return Unexpected(withWhatCanBeRead(std::move(database.error()), path));
    if (meta.version < schemaVersion) {
        BANLANG_CHECK(migrate(path, meta.epsg));
        BANLANG_TRY(renewed, Database::open(path, false));
        *database = std::move(renewed);
    }
    return StoreFile{path, meta.epsg, std::move(*database)};
}

} // namespace

bool saysStore(const std::string& path) {
    if (!checkStoreFile(path)) return false;
    const auto database = Database::open(path, false);
    if (!database) return false;
    Statement meta = database->prepare("SELECT 1 FROM sqlite_master WHERE name IN ('banlang_meta', 'banlang_batches')");
    return meta.row();
}

Result<int> storeVersion(const std::string& path) {
    StoreMeta meta;
    BANLANG_CHECK(openAsItIs(path, meta));
    return meta.version;
}

Result<void> checkUnchanged(const StoreFile& file) {
    BANLANG_TRY(epsg, metaValue(file.database, "epsg"));
    if (numberIn(epsg) == file.epsg) return {};
    return Unexpected(Error{ErrorKind::failed,
                            std::string(storeChangedMeanwhile),
                            {"Trong lúc đó chương trình khác đã đổi hệ tọa độ của kho",
                             "Meanwhile another program has brought the store into another CRS"},
                            {"Không có gì bị thay đổi; làm lại", "Nothing was changed; do it again"},
                            {file.path, {}, -1, {}}});
}

Result<StoreFile> openStoreFile(const std::string& path, bool writable) {
    BANLANG_TRY(file, openUpToDate(path));
    if (!writable) return std::move(file);
    BANLANG_TRY(database, Database::open(path, true));
    // Opening has left WAL mode, unless another program holds the file; then it is written in WAL mode like it.
    BANLANG_CHECK(database.run("PRAGMA synchronous = FULL; PRAGMA cache_size = -65536"));
    file.database = std::move(database);
    // The first stores of this version have no such triggers.
    if (!keepsOriginalReports(file.database))
        BANLANG_CHECK(inTransaction(file.database, [&] { return keepOriginalReports(file.database); }));
    return std::move(file);
}

} // namespace banlang::detail
