// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

// Numbers as offices write them: 1.250 and 94,1 and 1.234,5, but also 94.1 from a machine. One column is written in one way,
// so the way is decided from all of its values.

namespace banlang {

enum class DecimalMark : std::uint8_t { comma, dot };

/// Collects what the values of one column say about their decimal mark. Values may carry units: "1,2 ha".
class DecimalMarkVote {
public:
    void see(std::string_view value);
    /// Comma, the Vietnamese way, unless more values can only be read with a dot.
    [[nodiscard]] DecimalMark mark() const { return dot_ > comma_ ? DecimalMark::dot : DecimalMark::comma; }
    /// False when there are values such as 94.123, which read both ways, and nothing else settles the mark.
    [[nodiscard]] bool certain() const { return open_ == 0 || dot_ != comma_; }

private:
    void seeNumber(std::string_view digits);

    std::uint64_t comma_ = 0;
    std::uint64_t dot_ = 0;
    std::uint64_t open_ = 0;
};

/// A number with or without thousands marks, or a yes/no word (có, x, đạt, chưa đạt) as 1 or 0. Nothing for anything else.
/// An apostrophe in front, no-break spaces and full-width digits are read past.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text, DecimalMark mark);

} // namespace banlang
