// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/district.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace banlang {

/// The three programmes that the conclusion of 18/5/2022 reviews; `all`: a statement on more than one of them.
enum class Programme : std::uint8_t { newRural, gardens, housing, all };
inline constexpr std::size_t programmeCount = 3; ///< without `all`

[[nodiscard]] std::string_view programmeId(Programme programme); ///< "new_rural", "gardens", "housing", "all"
[[nodiscard]] Label programmeLabel(Programme programme);

using ProgrammeSet = std::array<bool, programmeCount>;

/// Which programmes the records of a kind tell of: by what each is linked to, else by the programme that it names, else by its
/// kind.
class ProgrammesOf {
public:
    ProgrammesOf(const District& district, Role role);
    [[nodiscard]] ProgrammeSet operator()(std::size_t row);

private:
    const TableLinks& links_;
    const Column* named_;
    ProgrammeSet ofKind_;
    std::unordered_map<std::string_view, ProgrammeSet> read_; ///< few spellings, many rows
};

} // namespace banlang
