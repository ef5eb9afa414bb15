// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string_view>

namespace banlang {

/// A fault of the program itself: two figures of one thing that must be the same are not. Nothing that shows them may leave.
[[nodiscard]] Error figuresDisagree(std::string_view code, const Bilingual& what);

} // namespace banlang
