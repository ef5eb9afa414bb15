// SPDX-License-Identifier: MIT
#include "core/io/archive.h"

#include "core/geo/detail/gdal_errors.h"
#include "core/io/detail/zip_directory.h"
#include "core/text/keys.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace banlang {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t mebibyte = std::uint64_t{1024} * 1024;
constexpr std::uint64_t mostInArchive = 4096 * mebibyte;
constexpr std::uint64_t mostInDocument = 512 * mebibyte;
/// Office files pack 5 to 30 times; deflate reaches 1000 only on what nobody typed.
constexpr std::uint64_t mostPacking = 200;
constexpr std::uint64_t neverABomb = 48 * mebibyte;

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

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

Error tooManyFiles(const std::string& archive) {
    return refusedArchive(
        archive, "archive-too-many-files",
        {fmt::format("Tệp nén chứa hơn {} tệp", detail::mostZipEntries),
         fmt::format("The archive holds more than {} files", detail::mostZipEntries)},
        {"Giải nén bằng tay rồi chỉ nạp các tệp cần dùng", "Unpack it by hand and import only the files that are needed"});
}

Error strange(const std::string& archive) {
    return refusedArchive(archive, "archive-strange",
                          {"Tệp nén ghi tên hoặc kích thước không thể có: hỏng, hoặc là tệp phá hoại",
                           "The archive states names or sizes that cannot be: it is damaged, or meant to do harm"},
                          {"Không dùng tệp này; xin lại tệp từ nơi gửi", "Do not use this file; ask its sender for another"});
}

Result<void> checkDirectory(const std::string& archive, const std::string& gdalName) {
    const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(gdalName.c_str(), "rb"));
    if (file == nullptr) return Unexpected(damaged(archive));
    const detail::ZipDirectory directory = detail::readZipDirectory(*file);
    if (directory.verdict == detail::ZipVerdict::tooManyFiles) return Unexpected(tooManyFiles(archive));
    if (directory.verdict == detail::ZipVerdict::strange) return Unexpected(strange(archive));
    for (const std::string& name : directory.names) {
        if (leadsOut(name)) return Unexpected(leadsOutside(archive, name));
    }
    return {};
}

struct Listing {
    std::vector<std::string> files;
    std::uint64_t unpackedBytes = 0;
};

Result<Listing> listed(const std::string& archive, std::uint64_t mostUnpacked) {
    const detail::GdalErrors errors;
    const std::string packed = gdalPath(archive);
    BANLANG_CHECK(checkDirectory(archive, packed));
    const std::string root = "/vsizip/{" + packed + "}";
    const std::unique_ptr<VSIDIR, CloseDirectory> directory(VSIOpenDir(root.c_str(), -1, nullptr));
    if (directory == nullptr) return Unexpected(damaged(archive));
    Listing listing;
    while (const VSIDIREntry* entry = VSIGetNextDirEntry(directory.get())) {
        const std::string name = entry->pszName;
        if (leadsOut(name)) return Unexpected(leadsOutside(archive, name));
        if (VSI_ISDIR(entry->nMode)) continue;
        listing.unpackedBytes += entry->nSize;
        listing.files.push_back(name);
        if (listing.files.size() > detail::mostZipEntries) return Unexpected(tooManyFiles(archive));
    }
    VSIStatBufL status;
    const bool failure = VSIStatL(packed.c_str(), &status) != 0;
    const auto packedBytes = static_cast<std::uint64_t>(failure ? 0 : status.st_size);
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
        if (archive.size() < endingSize || withoutDiacritics(archive.substr(archive.size() - endingSize)) != ".zip") continue;
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
