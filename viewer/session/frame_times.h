// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace banlang::viewer {

using Clock = std::chrono::steady_clock;

[[nodiscard]] inline double msSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Finds out how long the map may be painted in a frame that is to end within a sixtieth of a second, from how long frames took.
class PaintingBudget {
public:
    [[nodiscard]] Clock::time_point showing(Clock::time_point begin) const {
        return begin + std::chrono::microseconds(microseconds_);
    }
    [[nodiscard]] static Clock::time_point behind(Clock::time_point begin) { return begin + std::chrono::milliseconds(13); }
    void frameTook(double ms) {
        constexpr double wantedMs = 13;
        const double change = ms > wantedMs ? (wantedMs - ms) * 500 : 200;
        microseconds_ = std::clamp(microseconds_ + static_cast<std::int64_t>(change), std::int64_t{1'000}, std::int64_t{12'000});
    }

private:
    std::int64_t microseconds_ = 6'000;
};

/// How long a command took until the picture was complete again.
struct PictureTime {
    std::string command{};
    double ms = 0;
};

/// Times of the frames of one run, for --frames.
struct FrameTimes {
    std::vector<double> ms{};            ///< of each frame after the first complete picture, the drawing finished
    double firstPictureMs = 0;           ///< from the start of the program to the first complete picture of the store
    std::vector<PictureTime> pictures{}; ///< by command; a run of movements counts as one, from its last frame
    std::vector<double> completeMs{};    ///< for each `wait` without a time: of what was before it
    std::size_t cardBytes = 0;           ///< tiles and geometry on the graphics card at the end
    std::string renderer{};              ///< as the driver calls itself
};

/// One object, schema "banlang/viewer-frames/1".
[[nodiscard]] std::string toJson(const FrameTimes& times);

} // namespace banlang::viewer
