// SPDX-License-Identifier: MIT
#include "core/geo/simplify.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

struct Vector {
    double x = 0;
    double y = 0;
};

double cross(Vector a, Vector b) {
    return a.x * b.y - a.y * b.x;
}

/// The directions from one vertex in which a straight line passes all that came after it within the tolerance.
class Cone {
public:
    explicit Cone(double toleranceM) : toleranceM_(toleranceM) {}

    void restart() {
        open_ = true;
        farthestM_ = 0;
    }
    /// Narrows to let a line to `at` pass; false when it would miss one of those before.
    bool take(Vector at) {
        const double distanceM = std::hypot(at.x, at.y);
        // A line that comes back would not reach the vertices beyond its end.
        if (farthestM_ - distanceM > toleranceM_) return false;
        if (distanceM > toleranceM_) {
            if (!open_ && (cross(right_, at) < 0 || cross(at, left_) < 0)) return false;
            narrow({at.x / distanceM, at.y / distanceM}, toleranceM_ / distanceM);
        }
        farthestM_ = std::max(farthestM_, distanceM);
        return true;
    }

private:
    void narrow(Vector ahead, double sine) {
        const double cosine = std::sqrt(1 - sine * sine);
        const Vector left{ahead.x * cosine - ahead.y * sine, ahead.x * sine + ahead.y * cosine};
        const Vector right{ahead.x * cosine + ahead.y * sine, ahead.y * cosine - ahead.x * sine};
        if (open_ || cross(left, left_) > 0) left_ = left;
        if (open_ || cross(right_, right) > 0) right_ = right;
        open_ = false;
    }

    double toleranceM_;
    double farthestM_ = 0;
    bool open_ = true;
    Vector left_;
    Vector right_;
};

} // namespace

void simplify(std::span<const double> xy, double toleranceM, std::vector<std::uint32_t>& kept) {
    const auto count = static_cast<std::uint32_t>(xy.size() / 2);
    if (count == 0) return;
    kept.push_back(0);
    std::uint32_t from = 0;
    Cone cone(toleranceM);
    const auto seenFrom = [&](std::uint32_t i) {
        return Vector{xy[2 * std::size_t{i}] - xy[2 * std::size_t{from}],
                      xy[2 * std::size_t{i} + 1] - xy[2 * std::size_t{from} + 1]};
    };
    for (std::uint32_t i = 1; i < count; ++i) {
        if (cone.take(seenFrom(i))) continue;
        from = i - 1;
        kept.push_back(from);
        cone.restart();
        (void)cone.take(seenFrom(i));
    }
    if (count > 1) kept.push_back(count - 1);
}

} // namespace banlang
