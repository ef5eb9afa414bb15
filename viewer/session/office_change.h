// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/command.h"
#include "viewer/session/open_document.h"

namespace banlang::viewer {

/// `set-office NAME LEVEL [AUTHORITY]`: keeps whose store it is, and shows the district under its words. What cannot be kept leaves
/// the dialog open and is said in it. Ends the history: its steps are of the district before.
[[nodiscard]] Result<void> changeOffice(const Command& command, OpenDocument& open);

} // namespace banlang::viewer
