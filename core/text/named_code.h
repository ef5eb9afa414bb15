// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace banlang {

/// A code with the name that it stands for, as offices write a unit whose code was given again: "00874 Thị trấn Tam Sơn",
/// "00874 - Tam Sơn". Refers to the text that it was found in.
struct NamedCode {
    std::string_view code; ///< digits alone
    std::string_view name;
};

/// Nothing where the text is not of that form.
[[nodiscard]] std::optional<NamedCode> namedCode(std::string_view text);
/// "00874 Thị trấn Tam Sơn"
[[nodiscard]] std::string codeAndName(std::string_view code, std::string_view name);

/// Whether two names are one, as names of units are compared: tone places and y/i folded, without the kind in front; accents may
/// be missing on one side as a whole.
[[nodiscard]] bool isSameName(std::string_view a, std::string_view b);

} // namespace banlang
