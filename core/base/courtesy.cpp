// SPDX-License-Identifier: MIT
#include "core/base/courtesy.h"

#include <sched.h>
#include <sys/resource.h>

namespace banlang {
namespace {

constexpr int steps = 10;

} // namespace

// On Linux each thread has a priority of its own.

void giveWay() {
    setpriority(PRIO_PROCESS, 0, steps);
}

void workOnlyWhenIdle() {
    const sched_param none{};
    sched_setscheduler(0, SCHED_IDLE, &none);
}

} // namespace banlang
