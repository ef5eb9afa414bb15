// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace banlang {

enum class Language { vietnamese, english };

/// A text that a person may see. Both languages are written side by side where the text is made, so neither can be forgotten.
struct Bilingual {
    std::string vi;
    std::string en;

    [[nodiscard]] const std::string& in(Language language) const { return language == Language::vietnamese ? vi : en; }
    bool operator==(const Bilingual&) const = default;
};

/// The same for tables of constants: refers to literals, owns nothing.
struct Label {
    std::string_view vi;
    std::string_view en;

    [[nodiscard]] constexpr std::string_view in(Language language) const { return language == Language::vietnamese ? vi : en; }
    [[nodiscard]] Bilingual text() const { return {std::string(vi), std::string(en)}; }
};

} // namespace banlang
