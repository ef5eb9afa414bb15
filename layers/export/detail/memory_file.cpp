// SPDX-License-Identifier: MIT
#include "layers/export/detail/memory_file.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace banlang {

MemoryFile::MemoryFile() : descriptor_(memfd_create("banlang", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
}

MemoryFile::~MemoryFile() {
    close(descriptor_);
}

std::string MemoryFile::path() const {
    return fmt::format("/proc/self/fd/{}", descriptor_);
}

void MemoryFile::copyTo(CheckedFile& file) const {
    std::array<char, std::size_t{64} * 1024> bytes{};
    off_t at = 0;
    for (ssize_t count = 0; (count = pread(descriptor_, bytes.data(), bytes.size(), at)) > 0; at += count)
        file.write({bytes.data(), static_cast<std::size_t>(count)});
}

} // namespace banlang
