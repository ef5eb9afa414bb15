// SPDX-License-Identifier: MIT
#include "layers/style/style.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

double between(double low, double high, double lowValue, double highValue, double scaleDenominator) {
    const double t = std::clamp(std::log(scaleDenominator / low) / std::log(high / low), 0.0, 1.0);
    return lowValue + (highValue - lowValue) * t;
}

} // namespace

double ScaledPx::at(double scaleDenominator) const {
    return scaleDenominator < 25'000 ? between(10'000, 25'000, at10k, at25k, scaleDenominator)
                                     : between(25'000, 100'000, at25k, at100k, scaleDenominator);
}

} // namespace banlang
