// SPDX-License-Identifier: MIT
#include "core/link/link_override.h"

namespace banlang {

std::string_view id(LinkOverrideState state) {
    switch (state) {
    case LinkOverrideState::live:
        return "live";
    case LinkOverrideState::superseded:
        return "superseded";
    case LinkOverrideState::withdrawn:
        return "withdrawn";
    case LinkOverrideState::withdrawal:
        break;
    }
    return "withdrawal";
}

} // namespace banlang
