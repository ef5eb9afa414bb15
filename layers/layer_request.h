// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/context/analysis_context.h"
#include "core/report/report_request.h"
#include "layers/style/palette.h"

namespace banlang {

/// What a layer is made from, for whom and on what ground.
struct LayerRequest {
    AnalysisContext analysis;
    Audience audience = Audience::meeting;
    MapColourScheme colourScheme = MapColourScheme::light;

    /// The same about figures.
    [[nodiscard]] ReportRequest report() const { return {analysis, audience}; }
};

} // namespace banlang
