// SPDX-License-Identifier: MIT
#pragma once

namespace banlang {

// Who goes first where more threads want to work than there are cores. For the calling thread and those that it starts from then
// on; it cannot be taken back.

/// A step behind the thread that draws.
void giveWay();
/// Only while nobody else wants the core.
void workOnlyWhenIdle();

} // namespace banlang
