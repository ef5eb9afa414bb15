// SPDX-License-Identifier: MIT
#include "layers/export/kml_file.h"

#include "core/base/checked_file.h"
#include "core/base/write_error.h"
#include "layers/export/kml_document.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <ctime>

namespace banlang {
namespace {

/// Text that is mostly the same words packs well with little work.
constexpr unsigned packing = 2;

Error withoutPlace(std::size_t points, const std::string& path) {
    return {ErrorKind::failed,
            "no-degrees",
            {fmt::format("{} điểm không đổi được ra kinh độ, vĩ độ", points),
             fmt::format("{} points cannot be turned into longitude and latitude", points)},
            {"Chạy banlang check để tìm hình có tọa độ sai", "Run banlang check to find shapes with wrong coordinates"},
            {path, {}, -1, {}}};
}

Result<void> writePlain(KmlDocument& document, const std::string& path) {
    CheckedFile file(path);
    for (std::string piece = document.next(); !piece.empty() && file.failure() == 0; piece = document.next()) file.write(piece);
    if (const int reason = file.close(); reason != 0) return Unexpected(writeError(path, reason));
    return {};
}

/// Hands a document to libzip as it asks for it.
struct Pull {
    KmlDocument& document;
    const Progress& progress;
    std::string piece{};
    std::size_t taken = 0;

    /// A size that is not known would make an archive of the 64-bit kind, which many readers of KMZ cannot open. libzip writes down
    /// the true one in the end.
    zip_int64_t tell(zip_stat_t* stat) const {
        zip_stat_init(stat);
        stat->size = document.bytesAtMost();
        stat->valid |= ZIP_STAT_SIZE;
        return sizeof(*stat);
    }
    zip_int64_t read(void* to, zip_uint64_t size) {
        if (taken == piece.size()) {
            piece = document.next();
            taken = 0;
        }
        if (progress.shouldStop()) return -1;
        const std::size_t count = std::min<std::size_t>(size, piece.size() - taken);
        std::memcpy(to, piece.data() + taken, count);
        taken += count;
        return static_cast<zip_int64_t>(count);
    }
};

zip_int64_t pullFor(void* user, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    switch (command) {
    case ZIP_SOURCE_READ:
        return static_cast<Pull*>(user)->read(data, size);
    case ZIP_SOURCE_STAT:
        return static_cast<Pull*>(user)->tell(static_cast<zip_stat_t*>(data));
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                              ZIP_SOURCE_FREE, -1);
    case ZIP_SOURCE_ERROR: {
        zip_error_t stopped;
        zip_error_init(&stopped);
        zip_error_set(&stopped, ZIP_ER_CANCELLED, 0);
        return zip_error_to_data(&stopped, data, size);
    }
    default:
        return 0;
    }
}

/// The same time in every time zone.
void setTime(zip_t* archive, std::int64_t madeAt) {
    const std::time_t seconds = madeAt;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    const int year = std::clamp(parts.tm_year - 80, 0, 127);
    zip_file_set_dostime(archive, 0, static_cast<zip_uint16_t>((parts.tm_hour << 11) | (parts.tm_min << 5) | (parts.tm_sec / 2)),
                         static_cast<zip_uint16_t>((year << 9) | ((parts.tm_mon + 1) << 5) | parts.tm_mday), 0);
}

int systemReasonOf(zip_error_t* error) {
    return zip_error_system_type(error) == ZIP_ET_SYS ? zip_error_code_system(error) : 0;
}

Result<void> writeZipped(KmlDocument& document, const ExportRequest& request, const std::string& path) {
    zip_error_t failure;
    zip_error_init(&failure);
    Pull pull{document, request.progress};
    zip_source_t* file = zip_source_file_create(path.c_str(), 0, 0, &failure);
    zip_t* archive = file == nullptr ? nullptr : zip_open_from_source(file, ZIP_CREATE | ZIP_TRUNCATE, &failure);
    if (archive == nullptr) {
        zip_source_free(file);
        return Unexpected(writeError(path, systemReasonOf(&failure)));
    }
    zip_source_t* source = zip_source_function(archive, pullFor, &pull);
    const bool added = source != nullptr && zip_file_add(archive, "doc.kml", source, ZIP_FL_ENC_UTF_8) == 0;
    if (!added) zip_source_free(source);
    if (added) {
        zip_set_file_compression(archive, 0, ZIP_CM_DEFLATE, packing);
        setTime(archive, request.provenance.madeAt);
        if (zip_close(archive) == 0) return {};
    }
    const int reason = systemReasonOf(zip_get_error(archive));
    zip_discard(archive);
    return Unexpected(writeError(path, reason));
}

} // namespace

Result<void> writeKmlFile(const MapLayer& layer, const FeatureTable& table, const RowStyles& styles, const ExportRequest& request,
                          const std::string& path, bool zipped) {
    BANLANG_TRY(document, KmlDocument::of(layer, table, styles, request));
    const auto written = zipped ? writeZipped(document, request, path) : writePlain(document, path);
    if (request.progress.shouldStop()) return Unexpected(stoppedError(path));
    if (!written) return written;
    if (document.lostPoints() > 0) return Unexpected(withoutPlace(document.lostPoints(), path));
    return {};
}

} // namespace banlang
