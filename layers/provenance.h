// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_request.h"
#include "layers/map_layer.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// What a file that leaves says about itself in its own metadata, in the reader's language.
struct Provenance {
    std::string title{};
    Date asOf{};
    Audience audience = Audience::meeting;
    std::vector<std::string> sources{}; ///< files the data came from
    std::string program{};              ///< name and version
    std::string command{};              ///< how the file was asked for; empty when there is nothing to say
    std::int64_t madeAt = 0;            ///< seconds since 1970, UTC
};

/// Of a layer that was built from `request`, made now by this program.
[[nodiscard]] Provenance provenanceOf(const MapLayer& layer, const LayerRequest& request, Language language,
                                      std::vector<std::string> sources);

[[nodiscard]] std::string_view programVersion(); ///< "0.1.0"
/// The time of the run, or what SOURCE_DATE_EPOCH says instead, so that the same input gives the same bytes.
[[nodiscard]] std::int64_t timeOfMaking();

} // namespace banlang
