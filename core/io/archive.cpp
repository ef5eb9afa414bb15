// SPDX-License-Identifier: MIT
#include "core/io/archive.h"

#include "core/io/detail/gdal_errors.h"
#include "core/text/keys.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>

namespace banlang {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t mebibyte = 1024 * 1024;
constexpr std::uint64_t mostInArchive = 4096 * mebibyte;
constexpr std::uint64_t mostInDocument = 512 * mebibyte;
/// Office files pack 5 to 30 times; deflate reaches 1000 only on what nobody typed.
constexpr std::uint64_t mostPacking = 200;
constexpr std::uint64_t neverABomb = 48 * mebibyte;
constexpr std::size_t mostEntries = 20'000;

struct CloseDirectory {
    void operator()(VSIDIR* directory) const { VSICloseDir(directory); }
};

Error refusedArchive(const std::string& archive, std::string code, Bilingual message, Bilingual hint) {
    return {ErrorKind::inputUnreadable, std::move(code), std::move(message), std::move(hint), {archive, {}, -1, {}}};
}

Error damaged(const std::string& archive) {
    return refusedArchive(archive, "archive-damaged", {"Tệp nén hỏng hoặc rỗng", "The archive is damaged or empty"},
                          {"Xin lại tệp nguyên vẹn", "Ask for an undamaged copy"});
}

Error tooLarge(const std::string& archive, std::uint64_t unpacked) {
    return refusedArchive(
        archive, "archive-too-large",
        {fmt::format("Giải nén ra {} MB từ một tệp nhỏ: có thể là tệp phá hoại", unpacked / mebibyte),
         fmt::format("It would unpack to {} MB from a small file: it may be meant to do harm", unpacked / mebibyte)},
        {"Nếu tệp đáng tin, hãy giải nén bằng tay rồi nạp thư mục",
         "If you trust the file, unpack it by hand and import the folder"});
}

Error leadsOutside(const std::string& archive, const std::string& name) {
    return refusedArchive(archive, "archive-path-outside",
                          {fmt::format("Tệp nén chứa đường dẫn ra ngoài “{}”", name),
                           fmt::format("The archive names a file outside itself, “{}”", name)},
                          {"Không dùng tệp này; xin lại tệp từ nơi gửi", "Do not use this file; ask its sender for another"});
}

bool leadsOut(std::string_view name) {
    if (name.starts_with('/') || name.starts_with('\\') || name.find(':') != std::string_view::npos) return true;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find_first_of("/\\", at), name.size());
        if (name.substr(at, end - at) == "..") return true;
        at = end + 1;
    }
    return false;
}

std::size_t numberAt(std::string_view bytes, std::size_t at, std::size_t count) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < count && at + i < bytes.size(); ++i)
        value |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

std::string bytesAt(std::ifstream& file, std::uint64_t from, std::uint64_t count) {
    std::string bytes(count, '\0');
    file.clear();
    file.seekg(static_cast<std::streamoff>(from));
    file.read(bytes.data(), static_cast<std::streamsize>(count));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

/// All names as the archive's own directory says them: GDAL keeps silent about those that lead outside.
std::vector<std::string> writtenNames(const std::string& archive) {
    std::error_code failure;
    const std::uint64_t size = fs::file_size(archive, failure);
    std::ifstream file(archive, std::ios::binary);
    constexpr std::uint64_t longestEnd = 22 + 0xFFFF;
    const std::string tail = failure ? std::string() : bytesAt(file, size - std::min(size, longestEnd), std::min(size, longestEnd));
    const std::size_t end = tail.rfind("PK\5\6");
    if (end == std::string::npos || numberAt(tail, end + 12, 4) > size) return {};
    const std::string directory = bytesAt(file, numberAt(tail, end + 16, 4), numberAt(tail, end + 12, 4));
    std::vector<std::string> names;
    constexpr std::size_t fixedSize = 46;
    for (std::size_t at = 0; directory.compare(at, 4, "PK\1\2") == 0 && at + fixedSize <= directory.size();) {
        const std::size_t nameSize = numberAt(directory, at + 28, 2);
        names.push_back(directory.substr(at + fixedSize, nameSize));
        at += fixedSize + nameSize + numberAt(directory, at + 30, 2) + numberAt(directory, at + 32, 2);
        if (at > directory.size()) break;
    }
    return names;
}

struct Listing {
    std::vector<std::string> files;
    std::uint64_t unpackedBytes = 0;
};

Result<Listing> listed(const std::string& archive, std::uint64_t mostUnpacked) {
    for (const std::string& name : writtenNames(archive)) {
        if (leadsOut(name)) return Unexpected(leadsOutside(archive, name));
    }
    const detail::GdalErrors errors;
    const std::string root = "/vsizip/{" + archive + "}";
    const std::unique_ptr<VSIDIR, CloseDirectory> directory(VSIOpenDir(root.c_str(), -1, nullptr));
    if (directory == nullptr) return Unexpected(damaged(archive));
    Listing listing;
    while (const VSIDIREntry* entry = VSIGetNextDirEntry(directory.get())) {
        const std::string name = entry->pszName;
        if (VSI_ISDIR(entry->nMode)) continue;
        listing.unpackedBytes += entry->nSize;
        listing.files.push_back(name);
        if (listing.files.size() > mostEntries) return Unexpected(tooLarge(archive, listing.unpackedBytes));
    }
    std::error_code failure;
    const std::uint64_t packedBytes = fs::file_size(archive, failure);
    const bool bomb =
        listing.unpackedBytes > neverABomb && listing.unpackedBytes / std::max<std::uint64_t>(packedBytes, 1) > mostPacking;
    if (failure || listing.files.empty()) return Unexpected(damaged(archive));
    if (bomb || listing.unpackedBytes > mostUnpacked) return Unexpected(tooLarge(archive, listing.unpackedBytes));
    std::sort(listing.files.begin(), listing.files.end());
    return listing;
}

} // namespace

std::optional<ArchivePath> insideArchive(const std::string& path) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const std::string archive = path.substr(0, slash);
        constexpr std::size_t endingSize = 4;
        if (archive.size() < endingSize || accentFree(archive.substr(archive.size() - endingSize)) != ".zip") continue;
        std::error_code failure;
        if (fs::is_regular_file(archive, failure)) return ArchivePath{archive, path.substr(slash + 1)};
    }
    return std::nullopt;
}

std::string gdalPath(const std::string& path) {
    const auto parts = insideArchive(path);
    return parts ? "/vsizip/{" + parts->archive + "}/" + parts->inside : path;
}

Result<std::vector<std::string>> listArchive(const std::string& archive) {
    BANLANG_TRY(listing, listed(archive, mostInArchive));
    return std::move(listing.files);
}

Result<void> checkPackedDocument(const std::string& path) {
    BANLANG_TRY(listing, listed(path, mostInDocument));
    (void)listing;
    return {};
}

} // namespace banlang
