// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banlang::test {

/// A file in a ZIP archive, written as told, lies included. For archives that are as they should be there is writeZip.
struct ZipEntry {
    std::string name;
    std::string bytes; ///< as they stand in the archive
    std::uint16_t method = 0;
    std::uint16_t flags = 0x0800;               ///< names are UTF-8
    std::optional<std::uint64_t> sayUnpacked{}; ///< another size than the true one
    std::optional<std::uint64_t> sayPacked{};
};

namespace zip {

inline std::uint32_t crc32Of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return crc ^ 0xFFFFFFFFU;
}

inline std::string little(std::uint64_t value, std::size_t size) {
    std::string bytes;
    for (; bytes.size() < size; value >>= 8U) bytes += static_cast<char>(value & 0xFFU);
    return bytes;
}

/// What the local header and the directory say alike of an entry.
inline std::string commonHeader(const ZipEntry& entry) {
    return little(20, 2) + little(entry.flags, 2) + little(entry.method, 2) + little(0, 2) + little(0x5821, 2) +
           little(entry.method == 0 ? crc32Of(entry.bytes) : 0, 4) + little(entry.sayPacked.value_or(entry.bytes.size()), 4) +
           little(entry.sayUnpacked.value_or(entry.bytes.size()), 4) + little(entry.name.size(), 2) + little(0, 2);
}

} // namespace zip

inline std::string zipOf(const std::vector<ZipEntry>& entries) {
    std::string files;
    std::string directory;
    for (const ZipEntry& entry : entries) {
        directory += "PK\x01\x02" + zip::little(20, 2) + zip::commonHeader(entry) + zip::little(0, 10) +
                     zip::little(files.size(), 4) + entry.name;
        files += "PK\x03\x04" + zip::commonHeader(entry) + entry.name + entry.bytes;
    }
    return files + directory + "PK\x05\x06" + zip::little(0, 4) + zip::little(entries.size(), 2) + zip::little(entries.size(), 2) +
           zip::little(directory.size(), 4) + zip::little(files.size(), 4) + zip::little(0, 2);
}

} // namespace banlang::test
