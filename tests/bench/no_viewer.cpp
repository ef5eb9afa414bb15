// SPDX-License-Identifier: MIT
#include "tests/bench/measure.h"

namespace banlang::bench {

std::vector<Measured> measureTessellate(const District& /*district*/) {
    return {};
}

std::vector<Measured> measurePick(const std::shared_ptr<const District>& /*district*/) {
    return {};
}

} // namespace banlang::bench
