// SPDX-License-Identifier: MIT
#include "core/io/zip_writer.h"

#include "core/base/write_error.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <utility>

namespace banlang {
namespace {

/// Hands a member to libzip as it asks for it.
struct Pull {
    const ZipMember& member;
    const Progress& progress;
    std::string piece{};
    std::size_t taken = 0;
    bool begun = false;

    [[nodiscard]] std::string next() {
        if (member.next) return member.next();
        return std::exchange(begun, true) ? std::string() : member.bytes;
    }
    /// A size that is not known would make an archive of the 64-bit kind, which many readers of KMZ cannot open. libzip writes down
    /// the true one in the end.
    zip_int64_t tell(zip_stat_t* stat) const {
        zip_stat_init(stat);
        stat->size = member.next ? member.bytesAtMost : member.bytes.size();
        stat->valid |= ZIP_STAT_SIZE;
        return sizeof(*stat);
    }
    zip_int64_t read(void* to, zip_uint64_t size) {
        if (taken == piece.size()) {
            piece = next();
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

/// A moment as MS-DOS packs it.
struct DosTime {
    zip_uint16_t time = 0;
    zip_uint16_t day = 0;
};
DosTime dosTime(std::int64_t madeAt) {
    const std::time_t seconds = madeAt;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    const int year = std::clamp(parts.tm_year - 80, 0, 127);
    return {static_cast<zip_uint16_t>((parts.tm_hour << 11) | (parts.tm_min << 5) | (parts.tm_sec / 2)),
            static_cast<zip_uint16_t>((year << 9) | ((parts.tm_mon + 1) << 5) | parts.tm_mday)};
}

int systemReasonOf(zip_error_t* error) {
    return zip_error_system_type(error) == ZIP_ET_SYS ? zip_error_code_system(error) : 0;
}

bool addMember(zip_t* archive, Pull& pull, DosTime madeAt) {
    zip_source_t* source = zip_source_function(archive, pullFor, &pull);
    const zip_int64_t index = source == nullptr ? -1 : zip_file_add(archive, pull.member.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    const bool packed = pull.member.packing != ZipMember::stored;
    return zip_set_file_compression(archive, at, packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                    static_cast<zip_uint32_t>(pull.member.packing)) == 0 &&
           zip_file_set_dostime(archive, at, madeAt.time, madeAt.day, 0) == 0;
}

} // namespace

Result<void> writeZip(const std::string& path, const std::vector<ZipMember>& members, std::int64_t madeAt,
                      const Progress& progress) {
    zip_error_t failure;
    zip_error_init(&failure);
    zip_source_t* file = zip_source_file_create(path.c_str(), 0, 0, &failure);
    zip_t* archive = file == nullptr ? nullptr : zip_open_from_source(file, ZIP_CREATE | ZIP_TRUNCATE, &failure);
    if (archive == nullptr) {
        zip_source_free(file);
        return Unexpected(writeError(path, systemReasonOf(&failure)));
    }
    std::vector<Pull> pulls;
    pulls.reserve(members.size()); // libzip holds their addresses
    for (const ZipMember& member : members) pulls.push_back({member, progress});
    const DosTime time = dosTime(madeAt);
    const bool added = std::all_of(pulls.begin(), pulls.end(), [&](Pull& pull) { return addMember(archive, pull, time); });
    if (added && zip_close(archive) == 0) return {};
    const int reason = systemReasonOf(zip_get_error(archive));
    zip_discard(archive);
    return Unexpected(progress.shouldStop() ? stoppedError(path) : writeError(path, reason));
}

} // namespace banlang
