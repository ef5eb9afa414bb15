// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/context/analysis_context.h"
#include "layers/audience.h"
#include "layers/style/palette.h"

namespace banlang {

/// What a layer is made from, for whom and on what ground.
struct LayerRequest {
    AnalysisContext analysis;
    Audience audience = Audience::meeting;
    MapColourScheme colourScheme = MapColourScheme::light;
};

} // namespace banlang
