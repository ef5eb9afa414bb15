// SPDX-License-Identifier: MIT
#include "core/io/detail/zip_directory.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace banlang::detail {
namespace {

constexpr std::size_t longestName = 2'000;
constexpr std::ptrdiff_t mostLevels = 64;
constexpr std::size_t endSize = 22; ///< of the record at the end, without a comment
constexpr std::size_t longestComment = 65'535;
constexpr std::size_t entrySize = 46; ///< of a directory entry, before its name
constexpr std::uint64_t largestDirectory = 64ULL * 1024 * 1024;

std::string readAt(VSILFILE& file, std::uint64_t at, std::uint64_t size) {
    std::string bytes(size, '\0');
    if (VSIFSeekL(&file, at, SEEK_SET) != 0) return {};
    bytes.resize(VSIFReadL(bytes.data(), 1, bytes.size(), &file));
    return bytes;
}

std::uint64_t numberAt(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = size; i > 0; --i) value = (value << 8) | static_cast<unsigned char>(bytes[at + i - 1]);
    return value;
}

bool isSaneName(std::string_view name) {
    return name.size() <= longestName && std::count(name.begin(), name.end(), '/') <= mostLevels;
}

/// Packing never makes a file much larger: who says so hides how large it is.
bool hidesItsSize(std::uint64_t packed, std::uint64_t unpacked) {
    constexpr std::uint64_t never = 0xFFFFFFFF; ///< stands elsewhere in the directory
    constexpr std::uint64_t overhead = 4'096;
    return packed != never && unpacked != never && packed > unpacked + unpacked / 8 + overhead;
}

} // namespace

ZipDirectory readZipDirectory(VSILFILE& file) {
    ZipDirectory result;
    VSIFSeekL(&file, 0, SEEK_END);
    const std::uint64_t fileSize = VSIFTellL(&file);
    const std::uint64_t tailSize = std::min<std::uint64_t>(fileSize, endSize + longestComment);
    const std::string tail = readAt(file, fileSize - tailSize, tailSize);
    const std::size_t end = tail.rfind("PK\x05\x06");
    if (end == std::string::npos || tail.size() - end < endSize) return result;
    const std::uint64_t size = numberAt(tail, end + 12, 4);
    if (size > largestDirectory) return result;
    const std::string directory = readAt(file, numberAt(tail, end + 16, 4), size);
    for (std::size_t at = 0; at + entrySize <= directory.size() && directory.compare(at, 4, "PK\x01\x02") == 0;) {
        if (result.names.size() == mostZipEntries) return {ZipVerdict::tooManyFiles, {}};
        const std::uint64_t nameSize = numberAt(directory, at + 28, 2);
        result.names.push_back(directory.substr(at + entrySize, nameSize));
        if (!isSaneName(result.names.back())) return {ZipVerdict::strange, {}};
        if (hidesItsSize(numberAt(directory, at + 20, 4), numberAt(directory, at + 24, 4))) return {ZipVerdict::strange, {}};
        at += entrySize + nameSize + numberAt(directory, at + 30, 2) + numberAt(directory, at + 32, 2);
    }
    return result;
}

} // namespace banlang::detail
