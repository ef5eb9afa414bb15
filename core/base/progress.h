// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"

#include <functional>
#include <stop_token>

namespace banlang {

/// How a long job tells what it is doing and what a person should know of it, and learns that it should stop. All parts may be left
/// empty.
struct Progress {
    std::function<void(double fractionDone, const Bilingual& step)> report;
    std::stop_token stop;
    std::function<void(const Bilingual& text)> warning = {}; ///< the job goes on, in another way than it should

    void tell(double fractionDone, const Bilingual& step) const {
        if (report) report(fractionDone, step);
    }
    void warn(const Bilingual& text) const {
        if (warning) warning(text);
    }
    [[nodiscard]] bool shouldStop() const { return stop.stop_requested(); }
};

} // namespace banlang
