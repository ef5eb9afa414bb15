// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace banlang {

/// A file that is written from its beginning and remembers the first thing that went wrong, also while closing. For one thread.
class CheckedFile {
public:
    /// Makes the file, or empties it.
    explicit CheckedFile(const std::string& path);
    ~CheckedFile();
    CheckedFile(const CheckedFile&) = delete;
    CheckedFile& operator=(const CheckedFile&) = delete;

    /// Does nothing once something has failed.
    void write(std::string_view bytes);
    /// The errno of what failed first; 0: all is well so far.
    [[nodiscard]] int failure() const { return failure_; }
    /// Hands everything to the system and closes the file. Gives the errno of what failed first, now or before.
    [[nodiscard]] int close();

private:
    void flush();
    void writeOut(std::string_view bytes);

    int descriptor_ = -1;
    int failure_ = 0;
    std::string waiting_;
};

} // namespace banlang
