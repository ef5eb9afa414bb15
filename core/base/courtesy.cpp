// SPDX-License-Identifier: MIT
#include "core/base/courtesy.h"

#include <sys/resource.h>

namespace banlang {

// On Linux each thread has a priority of its own.

void giveWay() {
    setpriority(PRIO_PROCESS, 0, 10);
}

void workOnlyWhenIdle() {
    setpriority(PRIO_PROCESS, 0, 19);
}

} // namespace banlang
