// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "layers/style/palette.h"

#include <span>
#include <string_view>

namespace banlang {

/// A cadastral land-use code with the colour in which the land sector draws it, toned where it would outshine a theme.
struct LandUse {
    std::string_view code; ///< "RSX"
    Label label;
    Colour colour;
    Pattern pattern = Pattern::plain; ///< thin lines or dots on it
};
/// In the order of the legend: homes, fields, forest, water, the rest.
[[nodiscard]] std::span<const LandUse> landUses();

/// Index in landUses(), or its size for unknown codes. The first code of "ONT+CLN" counts.
[[nodiscard]] std::uint8_t landUseClass(std::string_view code);

/// Defence and security land is never drawn and never leaves.
[[nodiscard]] bool isSecretLandUse(std::string_view code);

} // namespace banlang
