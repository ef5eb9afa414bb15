// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"

#include <functional>
#include <stop_token>

namespace banlang {

/// How a long job tells what it is doing and learns that it should stop. Both parts may be left empty.
struct Progress {
    std::function<void(double fractionDone, const Bilingual& step)> report;
    std::stop_token stop;

    void tell(double fractionDone, const Bilingual& step) const {
        if (report) report(fractionDone, step);
    }
    [[nodiscard]] bool shouldStop() const { return stop.stop_requested(); }
};

} // namespace banlang
