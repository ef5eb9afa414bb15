// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/district.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace banlang {

/// The three programmes that the conclusion of 18/5/2022 reviews; `all`: a statement on more than one of them.
enum class Programme : std::uint8_t { newRural, gardens, housing, all };
inline constexpr std::size_t programmeCount = 3; ///< without `all`

[[nodiscard]] std::string_view programmeId(Programme programme); ///< "new_rural", "gardens", "housing", "all"
[[nodiscard]] Label programmeLabel(Programme programme);

/// Which programmes a record tells of: by what it is linked to, else by the programme that it names, else by its kind.
using ProgrammeSet = std::array<bool, programmeCount>;
[[nodiscard]] ProgrammeSet programmesOf(const District& district, Role role, std::size_t row);

} // namespace banlang
