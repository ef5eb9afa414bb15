// SPDX-License-Identifier: MIT
#include "core/store/store.h"

#include "core/store/detail/batch_history.h"
#include "core/store/detail/batch_table.h"
#include "core/store/detail/link_override_log.h"
#include "core/store/detail/office.h"
#include "core/store/detail/stored_district.h"
#include "core/store/file/detail/schema.h"
#include "core/store/file/detail/store_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace banlang {

struct Store::Impl {
    detail::StoreFile file;
};

std::string_view id(BatchState state) {
    if (state == BatchState::undone) return "undone";
    return state == BatchState::replaced ? "replaced" : "live";
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

int Store::epsg() const {
    return impl_->file.epsg;
}
const std::string& Store::path() const {
    return impl_->file.path;
}

Result<Store> Store::create(const std::string& path, int epsg, const std::string& office) {
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
                                           "('district_name', ''), ('office', '{}')",
                                           detail::schemaVersion, epsg, office.empty() ? detail::newStoreNumber() : office)));
    return openForWriting(path);
}

Result<Store> Store::openForReading(const std::string& path) {
    BANLANG_TRY(file, detail::openStoreFile(path, false));
    return Store(std::make_unique<Impl>(Impl{std::move(file)}));
}

Result<Store> Store::openForWriting(const std::string& path) {
    BANLANG_TRY(file, detail::openStoreFile(path, true));
    return Store(std::make_unique<Impl>(Impl{std::move(file)}));
}

bool mayBeStore(const std::string& path) {
    const auto store = Store::openForReading(path);
    if (store) return true;
    constexpr std::string_view troubles[] = {
        "store-locked",     "store-damaged",      "store-truncated",  "store-too-new",
        "store-unfinished", "store-not-readable", "store-disk-error", "store-not-brought-up-to-date"};
    return std::find(std::begin(troubles), std::end(troubles), store.error().code) != std::end(troubles);
}

Result<std::vector<StoredBatch>> Store::append(std::vector<CheckedBatch>& batches, const std::optional<std::string>& terrainTiff,
                                               bool dryRun, const Progress& progress) {
    return detail::BatchHistory(impl_->file).append(batches, terrainTiff, dryRun, progress);
}

Result<std::vector<StoredBatch>> Store::undo(const std::vector<std::int64_t>& batchIds, const Progress& progress,
                                             const std::string& by) {
    BANLANG_TRY(undone, detail::BatchHistory(impl_->file).undo(batchIds, progress, by));
    // Without it the store is whole too, and only slower to open.
    (void)renewCopy(progress);
    return std::move(undone);
}

Result<std::vector<StoredBatch>> Store::redo(const std::vector<std::int64_t>& batchIds, const Progress& progress,
                                             const std::string& by) {
    BANLANG_TRY(redone, detail::BatchHistory(impl_->file).redo(batchIds, progress, by));
    (void)renewCopy(progress);
    return std::move(redone);
}

Result<std::vector<StoredBatch>> Store::purge(const std::vector<std::int64_t>& batchIds, const Progress& progress,
                                              const std::string& by) {
    BANLANG_TRY(purged, detail::BatchHistory(impl_->file).purge(batchIds, progress, by));
    // Removed values are overwritten where they lay; writing the file anew only makes it smaller, and needs room.
    if (const auto rewritten = impl_->file.database.run("VACUUM"); !rewritten) {
        const Bilingual& why = rewritten.error().message;
        progress.warn({fmt::format("Đã xóa hẳn, nhưng tệp kho chưa thu nhỏ được: {}", why.vi),
                       fmt::format("Removed for good, but the file of the store could not be made smaller: {}", why.en)});
    }
    return std::move(purged);
}

Result<std::vector<StoredBatch>> Store::batches() const {
    return detail::BatchHistory(impl_->file).all();
}

Result<ImportProfiles> Store::rememberedProfiles() const {
    return detail::BatchHistory(impl_->file).rememberedProfiles();
}

std::string Store::office() const {
    return detail::officeOf(impl_->file.database);
}

Result<std::vector<LinkOverride>> Store::linkOverrides() const {
    return detail::LinkOverrideLog(impl_->file).all();
}

Result<void> Store::saveLinkOverrides(std::span<const LinkOverride> linkOverrides) {
    return detail::LinkOverrideLog(impl_->file).save(linkOverrides);
}

Result<void> Store::withdrawLinkOverride(const LinkOverride& linkOverride) {
    return detail::LinkOverrideLog(impl_->file).withdraw(linkOverride);
}

Result<District> Store::read(const Progress& progress) const {
    return detail::StoredDistrict(impl_->file).read(progress);
}

Result<District> Store::readLinked(const Progress& progress) const {
    return detail::StoredDistrict(impl_->file).readLinked(progress);
}

Result<void> Store::renewCopy(const Progress& progress) {
    return detail::StoredDistrict(impl_->file).renewCopy(progress);
}

Result<District> openDistrict(const std::string& path, const Progress& progress) {
    BANLANG_TRY(store, Store::openForReading(path));
    return store.readLinked(progress);
}

} // namespace banlang
