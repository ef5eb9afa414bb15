// SPDX-License-Identifier: MIT
#include "core/link/link_decision.h"

namespace banlang {

std::string_view id(DecisionState state) {
    switch (state) {
    case DecisionState::live:
        return "live";
    case DecisionState::superseded:
        return "superseded";
    case DecisionState::withdrawn:
        return "withdrawn";
    case DecisionState::withdrawal:
        break;
    }
    return "withdrawal";
}

} // namespace banlang
