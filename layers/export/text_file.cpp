// SPDX-License-Identifier: MIT
#include "layers/export/text_file.h"

#include <fstream>

namespace banlang {

Error unwritableFile(const std::filesystem::path& path) {
    return {ErrorKind::outputUnwritable,
            "output-unwritable",
            {"Không ghi được tệp", "The file cannot be written"},
            {"Kiểm tra quyền ghi và chỗ trống trên đĩa", "Check write access and free disk space"},
            {path.string(), {}, -1, {}}};
}

Result<void> writeTextFile(const std::filesystem::path& path, std::string_view text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file) return Unexpected(unwritableFile(path));
    return {};
}

} // namespace banlang
