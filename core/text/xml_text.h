// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace banlang {

/// Text as XML 1.0 may hold it, not yet escaped: UTF-8 in NFC; control characters other than tab and line feed become spaces, and
/// what is no character U+FFFD.
[[nodiscard]] std::string xmlText(std::string_view text);

/// The same with < > & " escaped: for the inside of XML and HTML.
[[nodiscard]] std::string markupText(std::string_view text);

} // namespace banlang
