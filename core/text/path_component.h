// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace banlang {

/// A name or code from data as the name of one file or folder, on any system: it leads nowhere else ("../x", "a:b"), is not hidden,
/// empty or the name of a device ("NUL"), holds no control characters and has at most 120 bytes, cut between letters. What is a
/// good name already stays as it is; two different texts may get one name.
[[nodiscard]] std::string pathComponent(std::string_view text);

} // namespace banlang
