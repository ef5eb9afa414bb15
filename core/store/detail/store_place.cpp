// SPDX-License-Identifier: MIT
#include "core/store/detail/store_place.h"

#include "core/store/store_crs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace banlang::detail {
namespace {

namespace fs = std::filesystem;

Error cannotRename(const std::string& path) {
    return {ErrorKind::outputUnwritable,
            "store-not-created",
            {"Không ghi được kho dữ liệu", "The store cannot be written"},
            {"Kiểm tra quyền ghi", "Check the permission to write"},
            {path, {}, -1, {}}};
}

std::string unfinishedPath(const std::string& path) {
    return fs::path(path).replace_extension(".unfinished.gpkg").string();
}

/// A dry run must not need room beside the store.
std::string triedPath(const std::string& office) {
    std::string name = office;
    std::replace(name.begin(), name.end(), ':', '-');
    return (fs::temp_directory_path() / fmt::format("banlang-dry-run-{}.gpkg", name)).string();
}

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
        return store || isSameFile(file, unfinishedPath(storePath));
    });
    return {};
}

Result<std::vector<StoredBatch>> writeNewStore(const std::string& path, std::vector<CheckedBatch>& batches,
                                               const std::optional<std::string>& terrain, const NewStore& made,
                                               const Progress& progress) {
    const std::string unfinished = made.dryRun ? triedPath(made.office) : unfinishedPath(path);
    std::error_code failure;
    // With the log of an import that was killed: SQLite would take it for the log of the new file.
    for (const char* part : {"", "-journal", "-wal", "-shm"}) fs::remove(unfinished + part, failure);
    const auto fill = [&]() -> Result<std::vector<StoredBatch>> {
        BANLANG_TRY(store, Store::create(unfinished, made.epsg, made.office));
        if (made.crsIsOpen) BANLANG_CHECK(leaveCrsOpen(unfinished));
        return store.append(batches, terrain, made.dryRun, progress);
    };
    auto written = fill();
    if (written && !made.dryRun) {
        fs::rename(unfinished, path, failure);
        if (failure) written = Unexpected(cannotRename(path));
    }
    if (!written || made.dryRun) fs::remove(unfinished, failure);
    return written;
}

} // namespace banlang::detail
