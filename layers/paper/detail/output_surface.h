// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/export/provenance.h"
#include "layers/paper/detail/canvas.h"

#include <functional>
#include <string>

namespace banlang::paper {

struct OutputPage {
    double widthPx = 0, heightPx = 0; ///< style pixels
    double dpi = 96;                  ///< images only
    Provenance provenance; ///< goes into the file's own metadata, in `language`
    Language language = Language::vietnamese;
};
/// Opens a page in the format that the ending of `path` names, lets `draw` fill it, and renames it into place when it is whole.
[[nodiscard]] Result<void> writePage(const std::string& path, bool overwrite, const OutputPage& page,
                                     const std::function<void(cairo_t*)>& draw);

} // namespace banlang::paper
