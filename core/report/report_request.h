// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/context/analysis_context.h"
#include "core/report/audience.h"

namespace banlang {

/// What figures are asked about, and who will read them. Cheap to copy; any thread may read it.
struct ReportRequest {
    AnalysisContext analysis; ///< a day compared with adds the figures of that day where a report has them
    Audience audience = Audience::meeting;
};

} // namespace banlang
