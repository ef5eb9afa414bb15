// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string_view>
#include <utility>

namespace banlang::cli {

// The only door to the terminal: whatever a verb prints may quote data, and what data hold is shown, never obeyed. Throws
// std::system_error where the output takes no more.

/// Prints `text` as terminalText makes it.
void printText(std::FILE* stream, std::string_view text);
/// Prints one JSON document to stdout, with a line end.
void printJsonText(std::string_view json);
/// Writes over the last line of stderr, which is a terminal.
void printProgress(double fraction, std::string_view step);

/// To stdout, which is data.
template <class... Values> void print(fmt::format_string<Values...> format, Values&&... values) {
    printText(stdout, fmt::format(format, std::forward<Values>(values)...));
}

/// To stderr, which is messages.
template <class... Values> void printError(fmt::format_string<Values...> format, Values&&... values) {
    printText(stderr, fmt::format(format, std::forward<Values>(values)...));
}

/// A line of the program's own words to stderr. Takes no memory and never throws: for when there is none left, and for the thread
/// that ends the process.
void printFixedLine(const char* line) noexcept;

/// A verb has written what it was asked for to a store and only has to tell it: who cannot read that must not do it once more.
void storeIsWritten();
[[nodiscard]] bool wasStoreWritten();

} // namespace banlang::cli
