// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/model/office.h"

#include <span>
#include <string>

namespace banlang {

/// A commune of a store, as its table has it.
struct OfficeUnit {
    std::string code;
    std::string name;
    std::string kind;
    std::string district; ///< "" where the table does not say
    Date validFrom;
};

/// Whose store it is, as its communes tell: the only one's; that of the one district that all of them name; else that of the one
/// district or province that an official list which most of them follow, by code and name, puts all of them in; of a province where
/// they are at least half of its units, since a few wards do not make a city. Units that have ended are not to be among them.
/// Nothing is guessed by code alone: unknown, with whatever is known beside it.
[[nodiscard]] Office guessOffice(std::span<const OfficeUnit> communes);

} // namespace banlang
