// SPDX-License-Identifier: MIT
#include "layers/export/text_file.h"

#include "core/base/checked_file.h"
#include "core/base/write_error.h"

namespace banlang {

Result<void> writeTextFile(const std::filesystem::path& path, std::string_view text) {
    CheckedFile file(path.string());
    file.write(text);
    if (const int reason = file.close(); reason != 0) return Unexpected(writeError(path.string(), reason));
    return {};
}

} // namespace banlang
