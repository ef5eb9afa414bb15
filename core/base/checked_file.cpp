// SPDX-License-Identifier: MIT
#include "core/base/checked_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace banlang {

constexpr std::size_t bufferBytes = std::size_t{256} * 1024;

CheckedFile::CheckedFile(const std::string& path)
    : descriptor_(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) failure_ = errno;
    waiting_.reserve(bufferBytes);
}

CheckedFile::~CheckedFile() {
    static_cast<void>(close());
}

void CheckedFile::write(std::string_view bytes) {
    if (failure_ != 0) return;
    if (waiting_.size() + bytes.size() > bufferBytes) flush();
    if (bytes.size() >= bufferBytes) {
        writeOut(bytes);
    } else {
        waiting_.append(bytes);
    }
}

void CheckedFile::flush() {
    writeOut(waiting_);
    waiting_.clear();
}

void CheckedFile::writeOut(std::string_view bytes) {
    while (failure_ == 0 && !bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            failure_ = errno;
        }
    }
}

int CheckedFile::close() {
    if (descriptor_ < 0) return failure_;
    flush();
    if (::close(descriptor_) != 0 && failure_ == 0) failure_ = errno;
    descriptor_ = -1;
    return failure_;
}

} // namespace banlang
