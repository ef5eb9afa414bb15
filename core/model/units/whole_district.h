// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <string>
#include <string_view>

// Targets and results of criteria name a commune, a village, or the district as a whole.

namespace banlang {

/// A district's name as it is compared: "Huyện Hoà An" and "Hòa An" are one.
[[nodiscard]] std::string districtKey(std::string_view name);

/// Whether it says that it is one: "Huyện", "Thị xã", "TP." in front.
[[nodiscard]] bool saysDistrict(std::string_view text);

/// Whether a text means all communes together: the district's code, its name with its level ("Huyện Phiêng Sương"), or its bare
/// name where no commune is called so.
[[nodiscard]] bool namesWholeDistrict(const District& district, std::string_view text);
/// Whether it is the bare name of the district and of a commune too ("Phiêng Sương", where there is a town of that name): it does
/// not say of which level.
[[nodiscard]] bool mayNameWholeDistrict(const District& district, std::string_view text);

} // namespace banlang
