// SPDX-License-Identifier: MIT
#include "layers/export/kml_file.h"

#include "core/base/checked_file.h"
#include "core/base/write_error.h"
#include "core/io/zip_writer.h"
#include "layers/export/kml_document.h"

#include <fmt/format.h>

namespace banlang {
namespace {

/// Text that is mostly the same words packs well with little work.
constexpr int packing = 2;

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

Result<void> writeZipped(KmlDocument& document, const ExportRequest& request, const std::string& path) {
    ZipMember only{.name = "doc.kml"};
    only.next = [&document] { return document.next(); };
    only.bytesAtMost = document.bytesAtMost();
    only.packing = packing;
    return writeZip(path, {std::move(only)}, request.provenance.madeAt, request.progress);
}

} // namespace

Result<void> writeKmlFile(const MapLayer& layer, const FeatureTable& table, const RowStyles& styles, const ExportRequest& request,
                          const std::string& path, bool zipped) {
    BANLANG_TRY(document, KmlDocument::of(layer, table, styles, request));
    auto written = zipped ? writeZipped(document, request, path) : writePlain(document, path);
    if (request.progress.shouldStop()) return Unexpected(stoppedError(path));
    if (!written) return written;
    if (document.lostPoints() > 0) return Unexpected(withoutPlace(document.lostPoints(), path));
    return {};
}

} // namespace banlang
