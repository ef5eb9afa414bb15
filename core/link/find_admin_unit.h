// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/district.h"

#include <string_view>

namespace banlang {

/// A commune or village of a district.
struct AdminUnitRef {
    Role role = Role::communes;
    std::uint32_t row = 0;
};

enum class AdminLevelFilter : std::uint8_t { communes, communesAndVillages };

/// The unit that a person names: by code, or by name with or without its kind, in any case and Unicode form, without accents as far
/// as that leaves one unit: "00901", "901", "Nà Sáng", "Xã Nà Sáng", "xa na sang", "thôn Nà Lìn, xã Nà Sáng". A commune goes before
/// a village of its name. Of units of several times the one in force `on` the day. Errors (usage): unknown-unit with the nearest
/// names, ambiguous-unit with all that are meant, each with its code.
[[nodiscard]] Result<AdminUnitRef> findAdminUnit(const District& district, std::string_view text, AdminLevelFilter wanted, Date on);

} // namespace banlang
