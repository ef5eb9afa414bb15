// SPDX-License-Identifier: MIT
#include "sample-data/messy/zip_file.h"

#include "sample-data/messy/delivery.h"

#include <cpl_conv.h>
#include <cpl_string.h>

namespace banlang::sample {
namespace {

constexpr std::string_view localHead("PK\x03\x04", 4);
constexpr std::string_view centralHead("PK\x01\x02", 4);
constexpr std::string_view endOfCentral("PK\x05\x06", 4);

std::size_t numberAt(const std::string& bytes, std::size_t at, int width) {
    std::size_t number = 0;
    for (int i = width - 1; i >= 0; --i)
        number = number << 8U | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
    return number;
}

/// 8:00 on 18/5/2022, as MS-DOS packs it: two bytes of time, two of day.
void setHour(std::string& bytes, std::size_t at) {
    constexpr unsigned time = 8U << 11U;
    constexpr unsigned day = (2022U - 1980U) << 9U | 5U << 5U | 18U;
    for (const unsigned half : {time, day}) {
        bytes.at(at++) = static_cast<char>(half & 0xFFU);
        bytes.at(at++) = static_cast<char>(half >> 8U);
    }
}

/// GDAL puts in the hour of writing.
Result<void> fixHours(const std::string& path) {
    BANLANG_TRY(bytes, readBytes(path));
    const std::size_t end = bytes.rfind(endOfCentral);
    if (end == std::string::npos) return Unexpected(cannotWrite(path));
    std::size_t at = numberAt(bytes, end + 16, 4);
    while (bytes.compare(at, 4, centralHead) == 0) {
        const std::size_t local = numberAt(bytes, at + 42, 4);
        if (bytes.compare(local, 4, localHead) != 0) return Unexpected(cannotWrite(path));
        setHour(bytes, at + 12);
        setHour(bytes, local + 10);
        at += 46 + numberAt(bytes, at + 28, 2) + numberAt(bytes, at + 30, 2) + numberAt(bytes, at + 32, 2);
    }
    return writeBytes(path, bytes);
}

bool addMember(void* archive, const ZipMember& member) {
    CPLStringList options;
    if (!member.packed) options.SetNameValue("COMPRESSED", "NO");
    return CPLCreateFileInZip(archive, member.name.c_str(), options.List()) == CE_None &&
           CPLWriteFileInZip(archive, member.bytes.data(), static_cast<int>(member.bytes.size())) == CE_None &&
           CPLCloseFileInZip(archive) == CE_None;
}

} // namespace

Result<void> writeZip(const std::string& path, const std::vector<ZipMember>& members) {
    void* archive = CPLCreateZip(path.c_str(), nullptr);
    if (archive == nullptr) return Unexpected(cannotWrite(path));
    bool added = true;
    for (const ZipMember& member : members) added = added && addMember(archive, member);
    if (CPLCloseZip(archive) != CE_None || !added) return Unexpected(cannotWrite(path));
    return fixHours(path);
}

} // namespace banlang::sample
