// SPDX-License-Identifier: MIT
#include "viewer/platform/write_text.h"

#include "core/base/atomic_file.h"

namespace banlang::viewer {

Result<void> writeText(const std::string& path, const std::string& text) {
    if (path.empty()) return {};
    return writeFileAtomically(path, text, true);
}

} // namespace banlang::viewer
