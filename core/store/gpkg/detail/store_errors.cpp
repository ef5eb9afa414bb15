// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/store_errors.h"

#include "core/io/detail/database_log.h"
#include "core/model/record_kinds.h"
#include "core/store/gpkg/detail/lock_holders.h"
#include "core/store/gpkg/detail/sqlite.h"
#include "core/text/format.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <span>
#include <vector>

namespace banlang::detail {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic("SQLite format 3\0", 16);

Error unusable(const std::string& path, ErrorKind kind, std::string code, Bilingual message, Bilingual hint) {
    return {kind, std::move(code), std::move(message), std::move(hint), {path, {}, -1, {}}};
}

Error unreadable(const std::string& path, std::string code, Bilingual message, Bilingual hint) {
    return unusable(path, ErrorKind::inputUnreadable, std::move(code), std::move(message), std::move(hint));
}

const Bilingual& restoreBackup() {
    static const Bilingual hint{"Không có gì bị thay đổi. Giữ nguyên tệp này, lấy bản sao lưu gần nhất ra dùng",
                                "Nothing was changed. Keep this file as it is and go on with the latest backup"};
    return hint;
}

Error locked(const std::string& path) {
    const std::vector<std::string> holders = lockHolders(path);
    const std::string names = fmt::format("{}", fmt::join(holders, ", "));
    return unusable(
        path, ErrorKind::failed, "store-locked",
        holders.empty() ? Bilingual{"Kho dữ liệu đang bị chương trình khác khóa (không rõ chương trình nào)",
                                    "The store is locked by another program (which one is not known)"}
                        : Bilingual{"Kho dữ liệu đang bị khóa bởi " + names, "The store is locked by " + names},
        {"Không có gì bị thay đổi. Lưu và đóng kho trong chương trình kia (QGIS, DB Browser, cửa sổ banlang khác) rồi thử lại",
         "Nothing was changed. Save and close the store there (QGIS, DB Browser, another banlang window) and try again"});
}

Error damaged(const std::string& path, const std::string& reason) {
    return unreadable(
        path, "store-damaged",
        {fmt::format("Kho dữ liệu bị hỏng (SQLite: {})", reason), fmt::format("The store is damaged (SQLite: {})", reason)},
        restoreBackup());
}

Error noSqlite(const std::string& path) {
    return unreadable(path, "store-not-sqlite",
                      {"Tệp này không phải kho dữ liệu: không phải SQLite, GeoPackage",
                       "This file is no store: it is no SQLite file and so no GeoPackage"},
                      {"Chọn đúng tệp kho (.gpkg). Nếu trước đây nó là kho thì tệp đã bị ghi đè: lấy bản sao lưu",
                       "Choose the file of the store (.gpkg). If it was a store once, it was written over: take a backup"});
}

std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) value = (value << 8U) | static_cast<unsigned char>(byte);
    return value;
}

/// How long the file says that it is, in bytes; 0 where it does not say.
std::uint64_t statedSize(std::string_view header) {
    constexpr std::size_t pageSizeAt = 16;
    constexpr std::size_t changesAt = 24;
    constexpr std::size_t pagesAt = 28;
    constexpr std::size_t validForAt = 92;
    const std::uint64_t written = bigEndian(header.substr(pageSizeAt, 2));
    const std::uint64_t pageSize = written == 1 ? 65'536 : written;
    const bool valid = header.substr(changesAt, 4) == header.substr(validForAt, 4);
    return valid ? pageSize * bigEndian(header.substr(pagesAt, 4)) : 0;
}

Error cutOff(const std::string& path, std::uint64_t size, std::uint64_t stated) {
    constexpr double mebibyte = 1024.0 * 1024.0;
    const auto megabytes = [](std::uint64_t bytes, Language language) {
        return formatNumber(static_cast<double>(bytes) / mebibyte, 1, language);
    };
    return unreadable(
        path, "store-truncated",
        {fmt::format("Kho dữ liệu bị cụt: còn {} MB, phải có {} MB", megabytes(size, Language::vietnamese),
                     megabytes(stated, Language::vietnamese)),
         fmt::format("The store is cut off: {} MB are left of {} MB", megabytes(size, Language::english),
                     megabytes(stated, Language::english))},
        {"Không có gì bị thay đổi. Có thể sao chép hay tải về chưa xong: chép lại từ nơi gốc, hoặc lấy bản sao lưu gần nhất",
         "Nothing was changed. A copy or download may be unfinished: copy it again, or take the latest backup"});
}

bool hasTable(const Database& database, std::string_view name, Result<void>& state) {
    Statement select = database.prepare("SELECT 1 FROM sqlite_master WHERE name = ?");
    select.bind(1, name);
    const bool found = select.row();
    if (select.failed()) state = Unexpected(database.error());
    return found;
}

} // namespace

Error databaseError(const std::string& path, int code, const std::string& reason) {
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return locked(path);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return damaged(path, reason);
    case SQLITE_FULL:
        return unusable(path, ErrorKind::outputUnwritable, "disk-full",
                        {"Đĩa đã đầy, không ghi được vào kho", "The disk is full; the store cannot be written"},
                        {"Kho vẫn như trước. Dọn chỗ trống rồi thử lại", "The store is as before. Make room and try again"});
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return unusable(path, ErrorKind::outputUnwritable, "store-read-only",
                        {"Không có quyền ghi vào kho", "The store may not be written"},
                        {"Kho vẫn như trước. Kiểm tra quyền ghi vào tệp và thư mục, hoặc chép kho sang nơi ghi được",
                         "The store is as before. Check the permission for file and folder, or copy it where it can be written"});
    case SQLITE_IOERR:
        return unusable(path, ErrorKind::failed, "store-disk-error",
                        {"Đĩa hay mạng báo lỗi khi đọc ghi kho: " + reason, "Disk or network failed at the store: " + reason},
                        {"Kiểm tra ổ đĩa, kết nối mạng; sao lưu kho trước khi thử lại",
                         "Check disk and network; back the store up before trying again"});
    default:
        return unusable(
            path, ErrorKind::failed, "store-unusable", {"Kho dữ liệu báo lỗi: " + reason, "The store reports: " + reason},
            {"Kiểm tra tệp, quyền đọc ghi và chỗ trống trên đĩa", "Check the file, the permissions and the room on the disk"});
    }
}

Result<void> checkStoreFile(const std::string& path) {
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (status.type() == fs::file_type::not_found) {
        return Unexpected(unreadable(path, "file-missing", {"Không có tệp này", "There is no such file"},
                                     {"Kiểm tra lại tên và đường dẫn", "Check the name and the path"}));
    }
    if (status.type() == fs::file_type::directory) {
        return Unexpected(unreadable(path, "store-is-folder",
                                     {"Đây là thư mục, không phải kho dữ liệu", "This is a folder, no store"},
                                     {"Chọn tệp kho (.gpkg) trong thư mục", "Choose the file of the store (.gpkg) in it"}));
    }
    if (status.type() != fs::file_type::regular && status.type() != fs::file_type::none) {
        return Unexpected(unreadable(path, "store-not-a-file",
                                     {"Đây là thiết bị hoặc đường ống, không phải tệp", "This is a device or a pipe, no file"},
                                     {"Chọn tệp kho (.gpkg)", "Choose the file of the store (.gpkg)"}));
    }
    if (access(path.c_str(), R_OK) != 0) {
        const std::string reason = std::strerror(errno);
        return Unexpected(unreadable(path, "store-not-readable",
                                     {"Không mở được kho để đọc: " + reason, "The store cannot be opened for reading: " + reason},
                                     {"Kiểm tra quyền đọc tệp này và các thư mục chứa nó",
                                      "Check the permission to read this file and the folders that it is in"}));
    }
    const std::uint64_t size = fs::file_size(path, failure);
    if (size == 0) {
        return Unexpected(unreadable(path, "store-empty",
                                     {"Tệp rỗng (0 byte), không phải kho dữ liệu", "The file is empty (0 bytes) and no store"},
                                     {"Có thể sao chép chưa xong: chép lại từ nơi gốc, hoặc lấy bản sao lưu",
                                      "A copy may be unfinished: copy it again, or take a backup"}));
    }
    // Others may write meanwhile: who finds head and size at odds looks again.
    constexpr int mostLooks = 3;
    constexpr std::size_t headSize = 100;
    std::uint64_t there = size;
    std::uint64_t stated = 0;
    for (int look = 0; look < mostLooks; ++look) {
        const std::string head = databaseHead(path);
        if (!head.starts_with(magic)) return Unexpected(noSqlite(path));
        stated = head.size() == headSize ? statedSize(head) : headSize;
        // What lies in a log may make it whole.
        if (databaseLogOf(path).any()) return {};
        there = fs::file_size(path, failure);
        if (there >= stated) return {};
    }
    return Unexpected(cutOff(path, there, stated));
}

Error notAStore(const std::string& path, const Database& database) {
    Result<void> state;
    const bool geoPackage = hasTable(database, "gpkg_contents", state);
    if (!state) return std::move(state.error());
    if (!geoPackage) {
        return unreadable(path, "store-not-geopackage",
                          {"Tệp SQLite này không phải GeoPackage, nên không phải kho dữ liệu",
                           "This SQLite file is no GeoPackage and so no store"},
                          {"Chọn đúng tệp kho (.gpkg)", "Choose the file of the store (.gpkg)"});
    }
    return unreadable(
        path, "not-a-store",
        {"GeoPackage này do chương trình khác tạo, không phải kho dữ liệu banlang",
         "This GeoPackage was made by another program and is no banlang store"},
        {"Chọn đúng tệp kho. Nếu là dữ liệu nguồn, nạp nó vào một kho: banlang import TỆP NÀY --into KHO.gpkg",
         "Choose the file of the store. If it holds data, load it into a store: banlang import THIS --into STORE.gpkg"});
}

Error foreignSql(const std::string& path, const std::string& name) {
    return unusable(path, ErrorKind::failed, "store-foreign-sql",
                    {fmt::format("Trong kho có lệnh SQL lạ (trigger hoặc view “{}”); lệnh này không được chạy", name),
                     fmt::format("The store holds SQL of another program (trigger or view “{}”), which was not run", name)},
                    {fmt::format("Không có gì bị thay đổi. Nếu tin nguồn của tệp, xóa “{}” bằng chương trình đã tạo nó; nếu không, "
                                 "xin lại tệp",
                                 name),
                     fmt::format("Nothing was changed. If you trust where the file comes from, remove “{}” with the program that "
                                 "made it; else ask for the file again",
                                 name)});
}

Error storeTooNew(const std::string& path) {
    return unreadable(path, "store-too-new",
                      {"Kho được tạo bởi phiên bản banlang mới hơn", "The store was made by a newer version of banlang"},
                      {"Cập nhật banlang rồi mở lại", "Update banlang and open it again"});
}

Error storeUnfinished(const std::string& path) {
    return unreadable(path, "store-unfinished",
                      {"Kho thiếu thông tin về phiên bản và hệ tọa độ: tạo dở hoặc bị chương trình khác sửa",
                       "The store does not say of which version and CRS it is: it is unfinished, or another program changed it"},
                      restoreBackup());
}

Error damagedRow(const std::string& path, std::string_view table, std::int64_t row, std::string_view columns) {
    Error error = unreadable(path, "store-damaged",
                             {fmt::format("Kho dữ liệu bị hỏng: giá trị không thể có ở cột {}", columns),
                              fmt::format("The store is damaged: a value that cannot be in column {}", columns)},
                             restoreBackup());
    error.where = {path, std::string(table), row, std::string(columns)};
    return error;
}

Error withWhatCanBeRead(Error error, const std::string& path) {
    if (error.code != "store-damaged") return error;
    std::size_t good = 0;
    std::vector<std::string_view> bad;
    const auto database = Database::open(path, false);
    for (const RecordKind& kind : recordKinds()) {
        // The batch is the last column, so that all of each row is looked at.
        if (database && database->prepare(fmt::format("SELECT count(batch) FROM \"{}\"", kind.table)).row())
            ++good;
        else
            bad.push_back(kind.table);
    }
    constexpr std::size_t mostNamed = 6;
    const std::string names = fmt::format("{}{}", fmt::join(std::span(bad).first(std::min(bad.size(), mostNamed)), ", "),
                                          bad.size() > mostNamed ? ", …" : "");
    error.message.vi +=
        fmt::format(". Đọc được {} trong {} bảng{}{}", good, roleCount, bad.empty() ? "" : "; không đọc được: ", names);
    error.message.en += fmt::format(". {} of {} tables can be read{}{}", good, roleCount, bad.empty() ? "" : "; not: ", names);
    return error;
}

} // namespace banlang::detail
