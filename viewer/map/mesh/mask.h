// SPDX-License-Identifier: MIT
#pragma once

#include "layers/scene/scene.h"

#include <memory>

namespace banlang::viewer::detail {

/// Everything but the commune that the scene is about, as one set of one class; nothing when it is about all of them.
[[nodiscard]] std::shared_ptr<const ShapeSet> maskOf(const MapScene& scene);

} // namespace banlang::viewer::detail
