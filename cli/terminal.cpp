// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include "core/text/terminal_text.h"

#include <algorithm>
#include <string>

namespace banlang::cli {
namespace {

bool& written() {
    static bool is = false;
    return is;
}

} // namespace

void printText(std::FILE* stream, std::string_view text) {
    fmt::print(stream, "{}", terminalText(text));
}

void printJsonText(std::string_view json) {
    fmt::print("{}\n", terminalJson(json));
}

void printProgress(double fraction, std::string_view step) {
    constexpr std::string_view cleared = "\r\033[K";
    std::string line = terminalText(step);
    std::replace(line.begin(), line.end(), '\n', ' '); // only one line is written over
    fmt::print(stderr, "{}{:3.0f} %  {}", cleared, fraction * 100, line);
    if (fraction >= 1) fmt::print(stderr, "{}", cleared);
    std::fflush(stderr);
}

void printFixedLine(const char* line) noexcept {
    std::fputs(line, stderr);
}

void storeIsWritten() {
    written() = true;
}

bool wasStoreWritten() {
    return written();
}

} // namespace banlang::cli
