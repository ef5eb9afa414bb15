// SPDX-License-Identifier: MIT
#pragma once

#include "layers/scene/scene.h"
#include "layers/view.h"

namespace banlang::print_layout {

/// Makes a scene that of one commune: only its border has the pale band, and outside it nothing stands above the mask but the names
/// of its neighbours, each where the view shows most of it.
void focusOnCommune(MapScene& scene, std::uint32_t commune, const MapView& view);

} // namespace banlang::print_layout
