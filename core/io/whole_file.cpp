// SPDX-License-Identifier: MIT
#include "core/io/whole_file.h"

#include "core/io/detail/plain_files.h"
#include "core/text/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

namespace banlang {
namespace {

/// Rounded up, so that a byte too much shows.
std::string inMebibytes(std::uintmax_t bytes, Language language) {
    constexpr double mebibyte = 1024.0 * 1024.0;
    return formatNumber(std::ceil(static_cast<double>(bytes) / mebibyte * 10) / 10, 1, language);
}

Error unreadable(const std::string& path) {
    return {ErrorKind::inputUnreadable,
            "file-missing",
            {"Không đọc được tệp này", "This file cannot be read"},
            {"Kiểm tra lại tên và đường dẫn", "Check the name and the path"},
            {path, {}, -1, {}}};
}

} // namespace

Error fileTooLarge(const std::string& path, std::uintmax_t bytes, std::uintmax_t most) {
    const auto text = [&](const char* words, Language language) {
        return fmt::format(fmt::runtime(words), inMebibytes(bytes, language), inMebibytes(most, language));
    };
    return {ErrorKind::inputUnreadable,
            "file-too-large",
            {text("Lớn {} MiB, quá mức {} MiB cho loại tệp này", Language::vietnamese),
             text("It has {} MiB, more than the {} MiB for such a file", Language::english)},
            {"Kiểm tra có chọn nhầm tệp không", "Check that it is the right file"},
            {path, {}, -1, {}}};
}

Result<void> checkFileSize(const std::string& path, std::uintmax_t most) {
    std::error_code failure;
    const std::uintmax_t bytes = std::filesystem::file_size(path, failure);
    if (!failure && bytes > most) return Unexpected(fileTooLarge(path, bytes, most));
    return {};
}

Result<std::string> readWholeFile(const std::string& path, std::uintmax_t most) {
    BANLANG_CHECK(detail::checkPlainFiles(path));
    BANLANG_CHECK(checkFileSize(path, most));
    std::ifstream file(path, std::ios::binary);
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(path, failure);
    if (!file || failure) return Unexpected(unreadable(path));
    std::string bytes(static_cast<std::size_t>(std::min(size, most)), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.bad()) return Unexpected(unreadable(path));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

} // namespace banlang
