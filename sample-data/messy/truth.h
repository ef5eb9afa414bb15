// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/messy/delivery.h"
#include "sample-data/messy/messy_district.h"

namespace banlang::sample {

/// Writes truth/: every record that a careful clerk could load, in the form of the store, and the lists of the delivery.
[[nodiscard]] Result<void> writeTruth(const MessyDistrict& district, Delivery& delivery);

} // namespace banlang::sample
