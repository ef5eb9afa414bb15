// SPDX-License-Identifier: MIT
#include "sample-data/sample.h"

#include "sample-data/messy/messy.h"
#include "sample-data/monthly/monthly.h"
#include "sample-data/parcels.h"
#include "sample-data/records.h"
#include "sample-data/works.h"
#include "sample-data/writer.h"

#include <filesystem>

namespace banlang::sample {
namespace {

namespace fs = std::filesystem;

Result<void> prepareFolder(const std::string& folder) {
    std::error_code failure;
    if (fs::exists(folder, failure) && (!fs::is_directory(folder, failure) || !fs::is_empty(folder, failure))) {
        return Unexpected(Error{ErrorKind::outputUnwritable,
                                "output-not-empty",
                                {"Thư mục đã có nội dung; không ghi đè", "The folder is not empty; nothing is overwritten"},
                                {"Chọn một thư mục mới hoặc trống", "Choose a new or empty folder"},
                                {folder, {}, -1, {}}});
    }
    fs::create_directories(fs::path(folder) / "truth", failure);
    if (!failure) return {};
    return Unexpected(Error{ErrorKind::outputUnwritable,
                            "output-unwritable",
                            {"Không tạo được thư mục", "The folder cannot be made"},
                            {"Kiểm tra đường dẫn và quyền ghi", "Check the path and the permissions"},
                            {folder, {}, -1, {}}});
}

Result<void> writeAll(const std::string& folder, const SampleOptions& options, const Progress& progress) {
    const std::unique_ptr<Landscape> land = growLandscape(options, progress);
    if (!land) return Unexpected(stopped());
    const std::vector<std::size_t> works = chooseWorks(*land);
    BANLANG_TRY(parcels, writeParcels(*land, folder, options.parcels, progress));
    BANLANG_CHECK(writeRecords(*land, works, parcels, folder));
    return writeTerrain(folder + "/terrain.tif", land->frame, land->heights);
}

} // namespace

Error stopped() {
    return {ErrorKind::interrupted, "interrupted", {"Đã dừng", "Stopped"}, {"Không tệp nào được giữ", "No file was kept"}, {}};
}

Result<void> writeSample(const std::string& folder, const SampleOptions& options, const Progress& progress) {
    BANLANG_CHECK(prepareFolder(folder));
    const auto write = options.monthly ? writeMonthlySample : options.messy ? writeMessySample : writeAll;
    Result<void> written = write(folder, options, progress);
    if (!written) {
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(folder, ignored)) fs::remove_all(entry.path(), ignored);
    }
    return written;
}

} // namespace banlang::sample
