// SPDX-License-Identifier: MIT
#pragma once

#include "layers/base/base_layers.h"

namespace banlang {

/// Numbers of parcels over their land use, and from a little farther away the land use alone, in large parcels only. Each lies
/// wholly in its parcel. Labels of a million parcels are found by place when somebody looks there.
[[nodiscard]] std::vector<LabelSet> parcelLabels(const BaseContext& context);

} // namespace banlang
