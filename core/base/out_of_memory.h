// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace banlang {

/// What both programs say where the system gives no more memory (std::bad_alloc), or where a length in data asks for more than any
/// memory holds (std::length_error).
[[nodiscard]] Error outOfMemory();

/// The same for when there is no memory left to say it with: one line in both languages, with a line end.
inline constexpr const char* outOfMemoryLine = "Hết bộ nhớ / out of memory\n";

} // namespace banlang
