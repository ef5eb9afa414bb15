// SPDX-License-Identifier: MIT
#include "viewer/frame_times.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace banlang::viewer {

std::string toJson(const FrameTimes& times) {
    std::vector<double> sorted = times.ms;
    std::ranges::sort(sorted);
    auto quantile = [&](double share) {
        return sorted.empty() ? 0.0 : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5)];
    };
    nlohmann::ordered_json json{{"schema", "banlang/viewer-frames/1"},
                                {"frames", times.ms},
                                {"p50", quantile(0.5)},
                                {"p99", quantile(0.99)},
                                {"max", quantile(1)},
                                {"first_picture_ms", times.firstPictureMs},
                                {"complete_ms", times.completeMs},
                                {"card_bytes", times.cardBytes},
                                {"renderer", times.renderer}};
    for (const PictureTime& picture : times.pictures) {
        json["pictures"].push_back({{"command", picture.command}, {"ms", picture.ms}});
    }
    return json.dump(2) + "\n";
}

} // namespace banlang::viewer
