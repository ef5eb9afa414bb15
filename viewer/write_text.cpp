// SPDX-License-Identifier: MIT
#include "viewer/write_text.h"

#include <fstream>

namespace banlang::viewer {

Result<void> writeText(const std::string& path, const std::string& text) {
    if (path.empty()) return {};
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.flush();
    if (file) return {};
    return Unexpected(Error{ErrorKind::outputUnwritable,
                            "unwritable",
                            {"Không ghi được tệp.", "The file cannot be written."},
                            {"Chọn thư mục khác.", "Choose another folder."},
                            {path, {}, -1, {}}});
}

} // namespace banlang::viewer
