// SPDX-License-Identifier: MIT
#include "core/base/atomic_file.h"

#include "core/base/checked_file.h"
#include "core/base/pending_output.h"
#include "core/base/write_error.h"

namespace banlang {

Result<void> writeFileAtomically(const std::string& path, std::string_view bytes, bool overwrite) {
    BANLANG_TRY(output, PendingOutput::begin(path, overwrite));
    CheckedFile file(output.path());
    file.write(bytes);
    if (const int reason = file.close(); reason != 0) return Unexpected(writeError(path, reason));
    return output.finish();
}

} // namespace banlang
