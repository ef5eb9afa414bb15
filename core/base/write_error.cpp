// SPDX-License-Identifier: MIT
#include "core/base/write_error.h"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <system_error>

namespace banlang {
namespace {

struct Reason {
    int errnoValue;
    Label text;
};
constexpr Reason reasons[] = {
    {ENOSPC, {"hết chỗ trên đĩa", "no space left on device"}},
    {EDQUOT, {"hết hạn mức đĩa của người dùng", "disk quota used up"}},
    {EFBIG, {"tệp lớn hơn mức cho phép", "file larger than is allowed"}},
    {EACCES, {"không có quyền ghi", "no permission to write"}},
    {EPERM, {"không có quyền ghi", "no permission to write"}},
    {EROFS, {"ổ đĩa chỉ đọc", "the disk is read-only"}},
    {ENOENT, {"không có thư mục đó", "there is no such folder"}},
    {ENOTDIR, {"một phần của đường dẫn không phải thư mục", "a part of the path is no folder"}},
    {EISDIR, {"chỗ đó đã có một thư mục", "a folder stands in that place"}},
    {ENAMETOOLONG, {"tên quá dài", "the name is too long"}},
    {EIO, {"ổ đĩa báo lỗi khi ghi", "the disk failed while writing"}},
    {EXDEV, {"thư mục là một ổ đĩa riêng", "the folder is a disk of its own"}},
    {EBUSY, {"thư mục là một ổ đĩa riêng", "the folder is a disk of its own"}},
};

/// Less than a page is left: whatever failed, failed for want of space.
bool diskIsFull(const std::string& path) {
    constexpr std::uint64_t page = 4'096;
    std::error_code failure;
    const auto parent = std::filesystem::absolute(path, failure).parent_path();
    struct statvfs disk {};
    return statvfs(parent.c_str(), &disk) == 0 && static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize < page;
}

Bilingual hintFor(int errnoValue) {
    if (errnoValue == ENOSPC || errnoValue == EDQUOT || errnoValue == EFBIG)
        return {"Giải phóng chỗ trên đĩa hoặc chọn ổ khác, rồi chạy lại", "Free some space or choose another disk, then try again"};
    if (errnoValue == EXDEV || errnoValue == EBUSY)
        return {"Chọn một thư mục bên trong ổ đĩa đó", "Choose a folder inside that disk"};
    return {"Kiểm tra thư mục có tồn tại và cho phép ghi, và chỗ trống trên đĩa",
            "Check that the folder exists and may be written to, and the free space"};
}

} // namespace

Bilingual systemReason(int errnoValue) {
    for (const Reason& reason : reasons) {
        if (reason.errnoValue == errnoValue) return reason.text.text();
    }
    const std::string words = std::error_code(errnoValue, std::generic_category()).message();
    return {fmt::format("hệ thống báo “{}”", words), words};
}

Error writeError(const std::string& path, int errnoValue) {
    if (errnoValue == 0 && diskIsFull(path)) errnoValue = ENOSPC;
    Error error{ErrorKind::outputUnwritable,
                "output-unwritable",
                {"Không ghi được tệp", "The file cannot be written"},
                hintFor(errnoValue),
                {path, {}, -1, {}}};
    if (errnoValue == 0) return error;
    const Bilingual reason = systemReason(errnoValue);
    error.message.vi += ": " + reason.vi;
    error.message.en += ": " + reason.en;
    return error;
}

Error outputExists(const std::string& path) {
    std::error_code failure;
    const bool folder = std::filesystem::is_directory(path, failure);
    return {ErrorKind::outputUnwritable,
            "output-exists",
            folder ? Bilingual{"Thư mục đã có tệp", "The folder has files in it"} : Bilingual{"Tệp đã có", "The file exists"},
            folder ? Bilingual{"Chọn thư mục khác hoặc dùng --overwrite", "Choose another folder or use --overwrite"}
                   : Bilingual{"Đặt tên khác hoặc dùng --overwrite", "Choose another name or use --overwrite"},
            {path, {}, -1, {}}};
}

Result<void> notOwnInput(const std::string& output, std::span<const std::string> inputs) {
    for (const std::string& input : inputs) {
        std::error_code failure;
        if (!std::filesystem::equivalent(output, input, failure)) continue;
        return Unexpected(Error{ErrorKind::usage,
                                "output-is-input",
                                {"Tệp ra chính là tệp đang đọc: " + input, "The output is the very file that is read: " + input},
                                {"Đặt tên khác; tệp nguồn và kho không bao giờ bị ghi đè",
                                 "Choose another name; a source and a store are never replaced"},
                                {output, {}, -1, {}}});
    }
    return {};
}

Error stoppedError(const std::string& path) {
    return {ErrorKind::interrupted,
            "interrupted",
            {"Đã dừng theo yêu cầu", "Stopped as asked"},
            {"Không có gì bị thay đổi", "Nothing was changed"},
            {path, {}, -1, {}}};
}

} // namespace banlang
