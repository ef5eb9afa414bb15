// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/checked_file.h"

#include <string>

namespace banlang {

/// A file that lives in memory until it goes, for a library that writes to a name and, on a full disk, prints instead of telling.
class MemoryFile {
public:
    MemoryFile();
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] std::string path() const; ///< to be opened by this process
    void copyTo(CheckedFile& file) const;   ///< everything that was written

private:
    int descriptor_ = -1;
};

} // namespace banlang
