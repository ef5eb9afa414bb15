// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace banlang::viewer {

/// RGBA, 8 bits each, top row first.
struct Picture {
    int widthPx = 0;
    int heightPx = 0;
    std::vector<std::uint8_t> rgba;
};

/// How far two pictures of one size are apart. Both are blurred over 3x3 pixels first, so that painters may soften edges in their
/// own ways; a line that lies a pixel off, or has another colour, still shows. Differences are those of the channel that differs
/// most, 0 to 255.
struct PictureScore {
    double mean = 0;      ///< over the whole picture; below 1 nobody sees a difference
    double farShare = 0;  ///< of the pixels that differ by more than 40: another colour, not another softening
    double worstTile = 0; ///< mean in the worst 32 x 32 pixels: a fault that is small against the picture still fills a tile
};

/// Means over 3x3 pixels, three channels a pixel.
inline std::vector<float> blurred(const Picture& picture) {
    std::vector<float> out(static_cast<std::size_t>(picture.widthPx) * static_cast<std::size_t>(picture.heightPx) * 3);
    for (int y = 0; y < picture.heightPx; ++y) {
        for (int x = 0; x < picture.widthPx; ++x) {
            for (int channel = 0; channel < 3; ++channel) {
                int sum = 0;
                int count = 0;
                for (int v = std::max(0, y - 1); v <= std::min(picture.heightPx - 1, y + 1); ++v) {
                    for (int u = std::max(0, x - 1); u <= std::min(picture.widthPx - 1, x + 1); ++u) {
                        sum += picture.rgba[static_cast<std::size_t>((v * picture.widthPx + u) * 4 + channel)];
                        ++count;
                    }
                }
                out[static_cast<std::size_t>((y * picture.widthPx + x) * 3 + channel)] =
                    static_cast<float>(sum) / static_cast<float>(count);
            }
        }
    }
    return out;
}

/// One value per pixel.
inline std::vector<float> differences(const Picture& a, const Picture& b) {
    const std::vector<float> one = blurred(a);
    const std::vector<float> other = blurred(b);
    std::vector<float> out(one.size() / 3);
    for (std::size_t i = 0; i < one.size(); ++i) out[i / 3] = std::max(out[i / 3], std::abs(one[i] - other[i]));
    return out;
}

inline PictureScore score(const Picture& a, const Picture& b) {
    constexpr int tilePx = 32;
    constexpr float farAway = 40;
    const std::vector<float> difference = differences(a, b);
    PictureScore result;
    for (const float value : difference) {
        result.mean += static_cast<double>(value);
        result.farShare += value > farAway ? 1 : 0;
    }
    result.mean /= static_cast<double>(difference.size());
    result.farShare /= static_cast<double>(difference.size());
    for (int top = 0; top + tilePx <= a.heightPx; top += tilePx) {
        for (int left = 0; left + tilePx <= a.widthPx; left += tilePx) {
            double sum = 0;
            for (int y = top; y < top + tilePx; ++y) {
                for (int x = left; x < left + tilePx; ++x)
                    sum += static_cast<double>(difference[static_cast<std::size_t>(y * a.widthPx + x)]);
            }
            result.worstTile = std::max(result.worstTile, sum / (tilePx * tilePx));
        }
    }
    return result;
}

} // namespace banlang::viewer
