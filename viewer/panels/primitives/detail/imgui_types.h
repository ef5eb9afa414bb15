// SPDX-License-Identifier: MIT
#pragma once

#include "layers/style/style.h"

#include <imgui/imgui.h>

namespace banlang::viewer::detail {

[[nodiscard]] inline ImVec2 vec(float x, float y) {
    return {x, y};
}
[[nodiscard]] inline ImU32 packed(Colour c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

/// Takes one letter off a valid UTF-8 text. Nothing beyond the basic plane is baked, so such a letter is only skipped.
[[nodiscard]] inline ImWchar nextLetter(const char*& cursor, const char* end) {
    const auto lead = static_cast<unsigned char>(*cursor++);
    unsigned int code = lead;
    int more = 0;
    if (lead >= 0xF0U) {
        code = lead & 0x07U;
        more = 3;
    } else if (lead >= 0xE0U) {
        code = lead & 0x0FU;
        more = 2;
    } else if (lead >= 0xC0U) {
        code = lead & 0x1FU;
        more = 1;
    }
    for (; more > 0 && cursor < end; --more) code = (code << 6U) | (static_cast<unsigned char>(*cursor++) & 0x3FU);
    return static_cast<ImWchar>(code);
}

} // namespace banlang::viewer::detail
