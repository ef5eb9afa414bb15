// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang {

/// A path into an archive, taken apart: the archive on disk, and the file in it.
struct ArchivePath {
    std::string archive;
    std::string inside;
};
/// "tới/xa.zip/thua_dat.shp" when tới/xa.zip is a file; nothing for ordinary paths.
[[nodiscard]] std::optional<ArchivePath> insideArchive(const std::string& path);

/// What GDAL opens for a path: the path itself, or /vsizip/ and so on.
[[nodiscard]] std::string gdalPath(const std::string& path);

/// The files in an archive, sorted, by their full path in it. Fails for archives that are damaged, that would blow up when
/// unpacked, or that name files outside themselves; nothing is unpacked to find out.
[[nodiscard]] Result<std::vector<std::string>> listArchive(const std::string& archive);

/// The same test for formats that are archives themselves: workbooks and KMZ, which are read into memory as a whole.
[[nodiscard]] Result<void> checkPackedDocument(const std::string& path);

} // namespace banlang
