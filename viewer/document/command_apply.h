// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/command.h"

namespace banlang::viewer {

/// Carries out a command of the groups document and view, changing only what it is about. The document stays as it was when it
/// fails.
[[nodiscard]] Result<void> apply(Document& document, const Command& command);

} // namespace banlang::viewer
