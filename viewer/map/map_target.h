// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

#include <cstdint>

namespace banlang::viewer {

/// One thing on the map that the user points at or has selected.
struct MapTarget {
    Role role = Role::parcels;
    std::uint32_t row = 0;
    bool operator==(const MapTarget&) const = default;
};

} // namespace banlang::viewer
