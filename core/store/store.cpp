// SPDX-License-Identifier: MIT
#include "core/store/store.h"

#include "core/store/detail/batch_table.h"
#include "core/store/detail/district_reader.h"
#include "core/store/detail/schema.h"
#include "core/store/detail/store_errors.h"
#include "core/store/detail/store_impl.h"
#include "core/store/detail/table_reader.h"
#include "core/store/detail/table_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>

namespace banlang {
namespace {

/// Empty where the store does not say.
Result<std::string> metaValue(const detail::Database& database, std::string_view key) {
    detail::Statement select = database.prepare("SELECT value FROM banlang_meta WHERE key = ?");
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

Result<StoreMeta> metaOf(const std::string& path, const detail::Database& database) {
    detail::Statement table = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'banlang_meta'");
    const bool there = table.row();
    if (table.failed()) return Unexpected(database.error());
    if (!there) return Unexpected(detail::notAStore(path, database));
    BANLANG_TRY(epsg, metaValue(database, "epsg"));
    BANLANG_TRY(version, metaValue(database, "schema_version"));
    const StoreMeta meta{std::atoi(epsg.c_str()), std::atoi(version.c_str())};
    if (meta.version > detail::schemaVersion) return Unexpected(detail::storeTooNew(path));
    if (meta.epsg <= 0 || meta.version <= 0) return Unexpected(detail::storeUnfinished(path));
    return meta;
}

Result<detail::Database> openStoreFile(const std::string& path, StoreMeta& meta) {
    BANLANG_CHECK(detail::checkStoreFile(path));
    BANLANG_TRY(database, detail::Database::open(path, false));
    BANLANG_TRY(found, metaOf(path, database));
    meta = found;
    return std::move(database);
}

template <class Value> Result<Value> explained(Result<Value> done, const std::string& path) {
    if (!done) return Unexpected(detail::withWhatCanBeRead(std::move(done.error()), path));
    return done;
}

Error notLive(const std::string& path, std::int64_t batchId, bool unknown) {
    const Bilingual message =
        unknown ? Bilingual{fmt::format("Kho không có lần nạp số {}", batchId), fmt::format("The store has no batch {}", batchId)}
                : Bilingual{fmt::format("Lần nạp số {} đã được hoàn tác hoặc thay thế", batchId),
                            fmt::format("Batch {} was undone or replaced already", batchId)};
    return {ErrorKind::usage,
            "batch-not-live",
            message,
            {"Xem danh sách bằng banlang undo KHO", "See the list with banlang undo STORE"},
            {path, {}, -1, {}}};
}

Error stopped() {
    return {ErrorKind::interrupted, "interrupted", {"Đã dừng", "Stopped"}, {"Kho không thay đổi", "The store is unchanged"}, {}};
}

Result<void> keepTerrain(const detail::Database& database, const std::string& geoTiffBytes) {
    BANLANG_CHECK(database.run("DELETE FROM banlang_rasters WHERE name = 'terrain'"));
    detail::Statement insert = database.prepare("INSERT INTO banlang_rasters (name, bytes) VALUES ('terrain', ?)");
    insert.bind(1, std::as_bytes(std::span(geoTiffBytes)));
    if (!insert.done()) return Unexpected(database.error());
    return {};
}

} // namespace

std::string_view id(BatchState state) {
    if (state == BatchState::undone) return "undone";
    return state == BatchState::replaced ? "replaced" : "live";
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

int Store::epsg() const {
    return impl_->epsg;
}
const std::string& Store::path() const {
    return impl_->path;
}

Result<Store> Store::create(const std::string& path, int epsg) {
    if (std::error_code failure; std::filesystem::exists(path, failure)) {
        return Unexpected(Error{ErrorKind::outputUnwritable,
                                "output-exists",
                                {"Tệp đã có", "The file is there already"},
                                {"Chọn tên khác", "Choose another name"},
                                {path, {}, -1, {}}});
    }
    BANLANG_CHECK(detail::createGeoPackage(path, epsg));
    BANLANG_TRY(database, detail::Database::open(path, true));
    BANLANG_CHECK(database.run(fmt::format("INSERT INTO banlang_meta (key, value) VALUES ('schema_version', '{}'), ('epsg', '{}'), "
                                           "('district_name', '')",
                                           detail::schemaVersion, epsg)));
    return openForWriting(path);
}

Result<Store> Store::openForReading(const std::string& path) {
    StoreMeta meta;
    BANLANG_TRY(database, explained(openStoreFile(path, meta), path));
    if (meta.version < detail::schemaVersion) {
        BANLANG_CHECK(detail::migrate(path, meta.epsg));
        BANLANG_TRY(renewed, detail::Database::open(path, false));
        database = std::move(renewed);
    }
    return Store(std::make_unique<Impl>(Impl{path, meta.epsg, std::move(database)}));
}

bool mayBeStore(const std::string& path) {
    const auto store = Store::openForReading(path);
    if (store) return true;
    constexpr std::string_view troubles[] = {
        "store-locked",     "store-damaged",      "store-truncated",  "store-too-new",
        "store-unfinished", "store-not-readable", "store-disk-error", "store-not-brought-up-to-date"};
    return std::find(std::begin(troubles), std::end(troubles), store.error().code) != std::end(troubles);
}

Result<Store> Store::openForWriting(const std::string& path) {
    BANLANG_TRY(store, openForReading(path));
    BANLANG_TRY(database, detail::Database::open(path, true));
    // Opening has left WAL mode, unless another program holds the file; then it is written in WAL mode like it.
    BANLANG_CHECK(database.run("PRAGMA synchronous = FULL; PRAGMA cache_size = -65536"));
    store.impl_->database = std::move(database);
    return std::move(store);
}

Result<std::vector<StoredBatch>> Store::append(const std::vector<CheckedBatch>& batches,
                                               const std::optional<std::string>& terrainTiff, const Progress& progress) {
    const detail::Database& database = impl_->database;
    std::vector<StoredBatch> stored;
    BANLANG_TRY(before, this->batches());
    const auto writeAll = [&]() -> Result<void> {
        const std::int64_t importId = detail::nextImportId(database);
        for (std::size_t i = 0; i < batches.size(); ++i) {
            progress.tell(static_cast<double>(i) / static_cast<double>(batches.size()), {"Ghi vào kho", "Writing to the store"});
            BANLANG_TRY(batch, detail::writeBatch(database, batches[i], importId));
            for (const std::int64_t replaced : batches[i].replaces) {
                const auto old =
                    std::find_if(before.begin(), before.end(), [&](const StoredBatch& one) { return one.id == replaced; });
                if (old == before.end()) continue;
                BANLANG_CHECK(detail::putAside(database, *old));
                BANLANG_CHECK(detail::setState(database, replaced, BatchState::replaced, batch.id));
            }
            BANLANG_CHECK(detail::writeRows(database, batches[i], batch.id, impl_->epsg, progress));
            BANLANG_CHECK(detail::writeProblems(database, batches[i], batch.id));
            BANLANG_CHECK(detail::rememberProfile(database, batches[i]));
            stored.push_back(batch);
        }
        // Once more before all of it counts: small batches are written faster than anyone looks.
        if (progress.shouldStop()) return Unexpected(stopped());
        return terrainTiff ? keepTerrain(database, *terrainTiff) : Result<void>();
    };
    BANLANG_CHECK(detail::inTransaction(database, writeAll));
    return stored;
}

Result<std::vector<StoredBatch>> Store::batches() const {
    return detail::readBatches(impl_->database);
}

Result<ImportProfiles> Store::rememberedProfiles() const {
    ImportProfiles book;
    detail::Statement select = impl_->database.prepare("SELECT plan FROM banlang_plans ORDER BY fid");
    while (select.row()) {
        BANLANG_TRY(entries, parseImportProfiles(std::string(select.text(0)), impl_->path));
        book.insert(book.end(), entries.begin(), entries.end());
    }
    if (select.failed()) return Unexpected(impl_->database.error());
    return book;
}

Result<FeatureTable> Store::readBatch(std::int64_t batchId) const {
    BANLANG_TRY(all, batches());
    const auto batch = std::find_if(all.begin(), all.end(), [&](const StoredBatch& one) { return one.id == batchId; });
    if (batch == all.end() || batch->state != BatchState::live)
        return Unexpected(notLive(impl_->path, batchId, batch == all.end()));
    return detail::readBatchRows(impl_->database, recordKind(batch->role).table, batch->role, batchId);
}

Result<std::vector<StoredBatch>> Store::undo(const std::vector<std::int64_t>& batchIds, const Progress& progress) {
    const detail::Database& database = impl_->database;
    BANLANG_TRY(all, batches());
    std::vector<StoredBatch> undone;
    for (const std::int64_t batchId : batchIds) {
        const auto batch = std::find_if(all.begin(), all.end(), [&](const StoredBatch& one) { return one.id == batchId; });
        if (batch == all.end() || batch->state != BatchState::live)
            return Unexpected(notLive(impl_->path, batchId, batch == all.end()));
        const bool again = std::any_of(undone.begin(), undone.end(), [&](const StoredBatch& one) { return one.id == batchId; });
        if (!again) undone.push_back(*batch);
    }
    const auto takeBack = [&]() -> Result<void> {
        for (const StoredBatch& batch : undone) {
            BANLANG_CHECK(detail::putAside(database, batch));
            BANLANG_CHECK(detail::setState(database, batch.id, BatchState::undone, 0));
        }
        for (const StoredBatch& old : all) {
            const bool comesBack =
                old.state == BatchState::replaced &&
                std::any_of(undone.begin(), undone.end(), [&](const StoredBatch& one) { return one.id == old.replacedBy; });
            if (!comesBack) continue;
            BANLANG_CHECK(detail::bringBack(database, old, impl_->epsg, progress));
            BANLANG_CHECK(detail::setState(database, old.id, BatchState::live, 0));
        }
        if (progress.shouldStop()) return Unexpected(stopped());
        return {};
    };
    BANLANG_CHECK(detail::inTransaction(database, takeBack));
    // Without it the store is whole too, and only slower to open.
    (void)renewCopy(progress);
    for (StoredBatch& batch : undone) batch.state = BatchState::undone;
    return undone;
}

Result<District> Store::read(const Progress& progress, const std::vector<std::int64_t>& withoutBatches) const {
    BANLANG_TRY(read, explained(detail::inReadTransaction(impl_->database,
                                                          [&] {
                                                              return detail::readDistrict(impl_->path, impl_->database, impl_->epsg,
                                                                                          withoutBatches, false, progress);
                                                          }),
                                impl_->path));
    return std::move(read.district);
}

} // namespace banlang
