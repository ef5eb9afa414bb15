// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_ref.h"

namespace banlang::viewer {

/// One thing on the map that the user points at or has selected.
using MapTarget = RecordRef;

} // namespace banlang::viewer
