// SPDX-License-Identifier: MIT
#include "sample-data/path_finder.h"

namespace banlang::sample {

PathFinder::PathFinder(const Frame& frame, const Field& heights, const Drainage& drainage)
    : frame_(frame), heights_(heights), drainage_(drainage), cost_(frame.count(), std::numeric_limits<float>::infinity()),
      before_(frame.count(), -1) {}

void PathFinder::startAfresh() {
    for (const std::int32_t cell : touched_) {
        cost_[static_cast<std::size_t>(cell)] = std::numeric_limits<float>::infinity();
        before_[static_cast<std::size_t>(cell)] = -1;
    }
    touched_.clear();
}

double PathFinder::stepCost(std::size_t from, std::size_t to, Cell step, double gradeLimit) const {
    const double length = frame_.cellM * std::sqrt(static_cast<double>(step.column * step.column + step.row * step.row));
    const double grade = static_cast<double>(heights_[to] - heights_[from]) / length / gradeLimit;
    const auto sideSlope = static_cast<double>(drainage_.slope[to]);
    double cost = length * (1 + grade * grade + 1.5 * sideSlope);
    // Beds of rivers are for bridges only, and beside them the ground is wet.
    if (drainage_.isRiver[to] != 0)
        cost += 130 + 25 * std::min(16.0, static_cast<double>(drainage_.flowKm2[to]) / 12);
    else if (drainage_.aboveStreamM[to] < 1.5F)
        cost += 0.4 * length;
    return cost;
}

} // namespace banlang::sample
