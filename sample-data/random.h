// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

// Chance that is the same on every machine: the distributions of the standard library are not.

namespace banlang::sample {

/// SplitMix64's mixing step: a well spread 64-bit number for each input.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

[[nodiscard]] constexpr std::uint64_t hashOf(std::uint64_t seed, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    return mixed(mixed(mixed(mixed(seed) ^ a) ^ b) ^ c);
}

/// From 0 up to, but not including, 1.
[[nodiscard]] constexpr double unitOf(std::uint64_t hash) {
    return static_cast<double>(hash >> 11U) * 0x1p-53;
}

/// A stream of draws.
class Random {
public:
    constexpr Random(std::uint64_t seed, std::uint64_t stream, std::uint64_t item = 0) : state_(hashOf(seed, stream, item)) {}

    constexpr std::uint64_t next() { return mixed(state_ += 0x9E3779B97F4A7C15ULL); }
    constexpr double unit() { return unitOf(next()); }
    constexpr double between(double low, double high) { return low + (high - low) * unit(); }
    /// From low to high, both included.
    constexpr int whole(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
    constexpr bool chance(double probability) { return unit() < probability; }
    /// Mean 0, standard deviation 1, never beyond 3.5: a sum of uniform draws.
    constexpr double bell() {
        double sum = 0;
        for (int i = 0; i < 4; ++i) sum += unit();
        return (sum - 2) * 1.7320508075688772;
    }
    template <class List> constexpr const auto& pick(const List& list) { return list[next() % std::size(list)]; }

private:
    std::uint64_t state_;
};

} // namespace banlang::sample
