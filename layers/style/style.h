// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

// Styles are plain data, read by the screen painter (GL), the paper painter (Cairo) and the legend alike. Lengths are in style
// pixels of 1/96 inch: a screen multiplies by its scale factor, paper by 0.2646 mm.

namespace banlang {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Colour&) const = default;
};
[[nodiscard]] constexpr Colour rgb(std::uint32_t hex, double alpha = 1) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U), static_cast<std::uint8_t>(hex),
            static_cast<std::uint8_t>(alpha * 255 + 0.5)}; // NOLINT(bugprone-incorrect-roundings): lround is no constexpr
}

/// A size that depends on map scale: values at 1:10 000, 1:25 000 and 1:100 000, interpolated in the logarithm of the scale.
struct ScaledPx {
    double at10k = 1, at25k = 1, at100k = 1;
    constexpr ScaledPx() = default;
    constexpr ScaledPx(double all) // NOLINT(google-explicit-constructor): reads as a number
        : at10k(all), at25k(all), at100k(all) {}
    constexpr ScaledPx(double a, double b, double c) : at10k(a), at25k(b), at100k(c) {}
    [[nodiscard]] double at(double scaleDenominator) const;
    bool operator==(const ScaledPx&) const = default;
};

enum class Pattern : std::uint8_t { plain, hatch, wideHatch, crossHatch, dots };

struct FillStyle {
    Colour colour{};
    Pattern pattern = Pattern::plain;
    Colour patternColour{}; ///< lines or dots on top of `colour`
    bool operator==(const FillStyle&) const = default;
};

struct StrokeStyle {
    Colour colour{};
    ScaledPx widthPx{1.0};
    std::vector<float> dashPx{}; ///< on, off, on, off ...; empty: solid
    ScaledPx offsetPx{0.0};      ///< to the left of the direction; for polygons positive is inwards
    bool roundCaps = true;
    bool operator==(const StrokeStyle&) const = default;
};

/// How the features of one class look: fill first, then the strokes from bottom to top.
struct ClassStyle {
    std::optional<FillStyle> fill{};
    std::vector<StrokeStyle> strokes{};
    bool operator==(const ClassStyle&) const = default;
};

/// Shown only between these scale denominators: minDenominator <= scale < maxDenominator.
struct ScaleRange {
    double minDenominator = 0;
    double maxDenominator = 1e12;
    [[nodiscard]] bool shows(double scaleDenominator) const {
        return scaleDenominator >= minDenominator && scaleDenominator < maxDenominator;
    }
    bool operator==(const ScaleRange&) const = default;
};

} // namespace banlang
