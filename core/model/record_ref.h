// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

#include <cstdint>

namespace banlang {

/// One record or unit of a district, by kind and row; good as long as the district that it was taken from.
struct RecordRef {
    Role role = Role::parcels;
    std::uint32_t row = 0;
    bool operator==(const RecordRef&) const = default;
};

} // namespace banlang
