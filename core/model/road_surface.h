// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace banlang {

/// Concrete, asphalt, surface treatment, cobble or "hardened" as such: what the rural-road criteria count. Reads Vietnamese (with
/// accents), English and OpenStreetMap words. Gravel, macadam, earth and anything unknown are not hardened.
[[nodiscard]] bool isHardened(std::string_view surface);

} // namespace banlang
