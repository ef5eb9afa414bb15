// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace banlang::viewer {

using Clock = std::chrono::steady_clock;

[[nodiscard]] inline double msSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// How long a command took until the picture was complete again.
struct PictureTime {
    std::string command{};
    double ms = 0;
};

/// Times of the frames of one run, for --frames.
struct FrameTimes {
    std::vector<double> ms{};            ///< panels and map of each frame, the drawing finished
    double firstPictureMs = 0;           ///< from the start of the program to the first complete picture of the store
    std::vector<PictureTime> pictures{}; ///< by command; a run of movements counts as one, from its last frame
    std::vector<double> completeMs{};    ///< for each `wait` without a time: of what was before it
    std::size_t cardBytes = 0;           ///< tiles and geometry on the graphics card at the end
    std::string renderer{};              ///< as the driver calls itself
};

/// One object, schema "banlang/viewer-frames/1".
[[nodiscard]] std::string toJson(const FrameTimes& times);

} // namespace banlang::viewer
