// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace banlang {

/// A spreadsheet that opens a CSV file runs a cell as a formula when it begins with = + - or @ (also of full width), a tab or the
/// end of a line; and where it splits at another mark than the file was written with, a cell may begin after any , ; | tab, line
/// end or quotation mark. An apostrophe is put before each such place, so that the text stays text.
[[nodiscard]] std::string escapeFormulas(std::string_view text);

/// Takes those apostrophes away: unescapeFormulas(escapeFormulas(x)) is x for every x.
[[nodiscard]] std::string unescapeFormulas(std::string_view text);

} // namespace banlang
