// SPDX-License-Identifier: MIT
#include "viewer/write_text.h"

#include "core/base/whole_file.h"

namespace banlang::viewer {

Result<void> writeText(const std::string& path, const std::string& text) {
    if (path.empty()) return {};
    return writeWholeFile(path, text, true);
}

} // namespace banlang::viewer
