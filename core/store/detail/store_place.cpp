// SPDX-License-Identifier: MIT
#include "core/store/detail/store_place.h"

#include "core/base/write_error.h"
#include "core/store/detail/office.h"
#include "core/store/store_crs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace banlang::detail {
namespace {

namespace fs = std::filesystem;

bool isSameFile(const std::string& a, const std::string& b) {
    std::error_code failure;
    return fs::equivalent(a, b, failure) && !failure;
}

} // namespace

Result<void> checkNoForeignLog(const std::string& path) {
    for (const char* log : {"-wal", "-journal"}) {
        std::error_code failure;
        if (!fs::exists(path + log, failure) || fs::file_size(path + log, failure) == 0) continue;
        const std::string name = fs::path(path + log).filename().string();
        return Unexpected(Error{ErrorKind::outputUnwritable,
                                "store-log-left",
                                {fmt::format("Ở đây còn tệp {} của một kho đã bị xóa hoặc chuyển đi", name),
                                 fmt::format("There is still {} here, of a store that was deleted or moved", name)},
                                {"Đưa kho cũ về cạnh tệp này, hoặc xóa tệp này, hoặc chọn tên khác cho kho mới",
                                 "Bring the old store back beside it, or delete it, or choose another name for the new store"},
                                {path, {}, -1, {}}});
    }
    return {};
}

Result<void> leaveStoreOut(const std::vector<std::string>& sources, const std::string& storePath, FoundFiles& found,
                           ImportReport& report) {
    for (const std::string& source : sources) {
        if (!isSameFile(source, storePath)) continue;
        return Unexpected(
            Error{ErrorKind::usage,
                  "import-into-itself",
                  {"Đây chính là kho đang nạp vào", "This is the very store that is to be imported into"},
                  {"Chọn tệp nguồn khác, hoặc kho khác sau --into", "Choose another source, or another store after --into"},
                  {source, {}, -1, {}}});
    }
    std::erase_if(found.vectors, [&](const std::string& file) {
        const bool store = isSameFile(file, storePath);
        if (store) {
            report.ignored.push_back({ErrorKind::failed,
                                      "store-itself",
                                      {"Là kho đang nạp vào, không phải nguồn", "It is the store that is imported into, no source"},
                                      {},
                                      {file, {}, -1, {}}});
        }
        return store;
    });
    return {};
}

Result<PendingOutput> beginNewStore(const std::string& path, bool dryRun) {
    if (!dryRun) return PendingOutput::begin(path, false);
    std::error_code failure;
    const fs::path place = fs::temp_directory_path(failure) / fmt::format("banlang-dry-run-{}.gpkg", newStoreNumber().substr(4));
    return PendingOutput::begin(place.string(), false);
}

bool isThereMeanwhile(const Error& error) {
    return error.code == outputExists({}).code;
}

Result<std::vector<StoredBatch>> writeNewStore(const std::string& path, std::vector<CheckedBatch>& batches,
                                               const std::optional<std::string>& terrain, const NewStore& made,
                                               const Progress& progress) {
    BANLANG_TRY(pending, beginNewStore(path, made.dryRun));
    std::vector<StoredBatch> stored;
    {
        BANLANG_TRY(store, Store::create(pending.path(), made.epsg, made.office));
        if (made.crsIsOpen) BANLANG_CHECK(leaveCrsOpen(pending.path()));
        BANLANG_TRY(written, store.append(batches, terrain, made.dryRun, progress));
        stored = std::move(written);
    }
    if (!made.dryRun) BANLANG_CHECK(pending.finish());
    return stored;
}

} // namespace banlang::detail
