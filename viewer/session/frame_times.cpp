// SPDX-License-Identifier: MIT
#include "viewer/session/frame_times.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace banlang::viewer {

std::string toJson(const FrameTimes& times) {
    std::vector<double> sorted = times.ms;
    std::ranges::sort(sorted);
    // Without a frame there is no time of a frame, which is not zero.
    auto quantile = [&](double share) -> nlohmann::ordered_json {
        if (sorted.empty()) return nullptr;
        return sorted[static_cast<std::size_t>(std::llround(share * static_cast<double>(sorted.size() - 1)))];
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
