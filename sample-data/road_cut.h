// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/landscape.h"

namespace banlang::sample {

/// The pieces of a ring that the beds of roads and rivers leave.
class RoadCutter {
public:
    explicit RoadCutter(const Landscape& land);
    ~RoadCutter();
    RoadCutter(const RoadCutter&) = delete;
    RoadCutter& operator=(const RoadCutter&) = delete;

    [[nodiscard]] std::vector<Polyline> cut(const Polyline& ring) const;

    struct Need {
        std::uint32_t road;
        double areaM2;
    };
    /// How much of a ring lies in the corridor of each work.
    [[nodiscard]] std::vector<Need> needs(const Polyline& ring) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace banlang::sample
