// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/paper/detail/canvas.h"
#include "layers/provenance.h"

#include <functional>
#include <stop_token>
#include <string>

namespace banlang::print_layout {

struct OutputPage {
    double widthPx = 0, heightPx = 0; ///< style pixels
    double dpi = 96;                  ///< images only
    Provenance provenance;            ///< goes into the file's own metadata, in `language`
    Language language = Language::vietnamese;
};
using Draw = std::function<void(cairo_t*)>;
/// Opens a page in the format that the ending of `path` names, lets `draw` fill it, and puts it in its place when it is whole and
/// nobody asked to stop.
[[nodiscard]] Result<void> writePage(const std::string& path, bool overwrite, const OutputPage& page, const Draw& draw,
                                     const std::stop_token& stop);

} // namespace banlang::print_layout
