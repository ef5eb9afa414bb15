// SPDX-License-Identifier: MIT
#pragma once

namespace banlang {

// Who goes first where more threads want to work than there are cores. For the calling thread and those that it starts from then
// on; it cannot be taken back.

/// Behind the thread that draws.
void giveWay();
/// While hardly anybody else wants the core: it still gets on where others never rest, for somebody may come to wait for it.
void workOnlyWhenIdle();

} // namespace banlang
