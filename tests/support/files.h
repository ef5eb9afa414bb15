// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace banlang::test {

inline std::string bytesOfFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A folder of its own for each test, removed at its end.
class InFolder : public testing::Test {
protected:
    std::filesystem::path folder_;

    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::temp_directory_path() / (std::string("banlang-") + test->test_suite_name() + "-" + test->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    [[nodiscard]] std::string at(const std::string& name) const { return (folder_ / name).string(); }
    std::string write(const std::string& name, std::string_view content) const {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << content;
        return at(name);
    }
    [[nodiscard]] std::map<std::filesystem::path, std::string> everything() const {
        std::map<std::filesystem::path, std::string> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
            if (entry.is_regular_file()) files[entry.path()] = bytesOfFile(entry.path());
        }
        return files;
    }
};

/// A file in an archive. `declaredSize`: what the directory claims it unpacks to, when that is not the truth.
struct ZipEntry {
    std::string name;
    std::string content;
    std::uint32_t declaredSize = 0;
};

namespace zip {

inline std::uint32_t crc32Of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return crc;
}

inline void put(std::string& bytes, std::size_t value, int count) {
    for (int i = 0; i < count; ++i, value >>= 8) bytes += static_cast<char>(value & 0xFFU);
}

/// What the local header and the directory say alike of an entry.
inline std::string commonHeader(const ZipEntry& entry) {
    constexpr std::size_t namesAreUtf8 = 0x800;
    constexpr std::size_t deflated = 8;
    std::string bytes;
    put(bytes, 20, 2);
    put(bytes, namesAreUtf8, 2);
    put(bytes, entry.declaredSize > 0 ? deflated : 0, 2);
    put(bytes, 0, 4);
    put(bytes, crc32Of(entry.content), 4);
    put(bytes, entry.content.size(), 4);
    put(bytes, entry.declaredSize > 0 ? entry.declaredSize : entry.content.size(), 4);
    put(bytes, entry.name.size(), 2);
    put(bytes, 0, 2);
    return bytes;
}

} // namespace zip

/// An archive whose files are stored as they are.
inline std::string zipOf(const std::vector<ZipEntry>& entries) {
    std::string files;
    std::string directory;
    for (const ZipEntry& entry : entries) {
        const std::size_t offset = files.size();
        files += "PK\x03\x04" + zip::commonHeader(entry) + entry.name + entry.content;
        directory += "PK\x01\x02";
        zip::put(directory, 20, 2);
        directory += zip::commonHeader(entry);
        zip::put(directory, 0, 10);
        zip::put(directory, offset, 4);
        directory += entry.name;
    }
    std::string end = "PK\x05\x06";
    zip::put(end, 0, 4);
    zip::put(end, entries.size(), 2);
    zip::put(end, entries.size(), 2);
    zip::put(end, directory.size(), 4);
    zip::put(end, files.size(), 4);
    zip::put(end, 0, 2);
    return files + directory + end;
}

} // namespace banlang::test
