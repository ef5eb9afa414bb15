// SPDX-License-Identifier: MIT
#include "layers/provenance.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdlib>

namespace banlang {

Provenance provenanceOf(const MapLayer& layer, const LayerRequest& request, Language language, std::vector<std::string> sources) {
    Provenance made;
    made.title = layer.title.in(language);
    made.asOf = request.analysis.asOf();
    made.audience = request.audience;
    made.sources = std::move(sources);
    made.program = fmt::format("banlang {}", programVersion());
    made.madeAt = timeOfMaking();
    return made;
}

std::string_view programVersion() {
    return BANLANG_VERSION;
}

std::int64_t timeOfMaking() {
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) { // NOLINT(concurrency-mt-unsafe): nobody sets it
        const std::string_view text = epoch;
        std::int64_t seconds = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (read.ec == std::errc{} && read.ptr == text.data() + text.size()) return seconds;
    }
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

} // namespace banlang
