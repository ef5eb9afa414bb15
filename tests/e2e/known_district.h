// SPDX-License-Identifier: MIT
#pragma once

#include "tests/e2e/truth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>

// A store that knows the district's units, files that are imported into it, and shapes that are compared point by point.

namespace banlang::e2e {

/// The sample district, and stores that know its communes alone, and its villages as well.
struct Known {
    Folder folder;
    std::string communes = (folder / "xã.gpkg").string();
    std::string villages = (folder / "xã và thôn.gpkg").string();
    District district = openStore(sampleStore(folder));

    Known() {
        const std::string source = sampleFolder();
        EXPECT_EQ(banlang({"import", source + "/communes.gpkg", "--into", communes}).exitCode, 0);
        fs::copy_file(communes, villages);
        EXPECT_EQ(banlang({"import", source + "/villages.gpkg", "--into", villages}).exitCode, 0);
    }
};

inline const Known& known() {
    static const auto once = std::make_unique<Known>();
    return *once;
}

struct Imported {
    Outcome outcome;
    District district;
};

inline Imported importInto(const std::string& knownStore, const std::vector<std::string>& arguments, const Folder& folder) {
    static int count = 0;
    const std::string store = (folder / fmt::format("kho {}.gpkg", count++)).string();
    fs::copy_file(knownStore, store);
    std::vector<std::string> all{"import"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    all.insert(all.end(), {"--into", store, "--json"});
    Imported imported{banlang(all), emptyDistrict(0)};
    EXPECT_EQ(imported.outcome.exitCode, 0) << imported.outcome.out.substr(0, 1'500);
    imported.district = openStore(store);
    return imported;
}

/// How far the points of two shapes lie apart; nothing when they are not the same points.
inline std::optional<double> farthest(const GeometryColumn& a, std::size_t rowA, const GeometryColumn& b, std::size_t rowB) {
    const std::array<std::uint32_t, 1> onlyA{static_cast<std::uint32_t>(rowA)};
    const std::array<std::uint32_t, 1> onlyB{static_cast<std::uint32_t>(rowB)};
    const GeometryColumn shapeA = a.selected(onlyA);
    const GeometryColumn shapeB = b.selected(onlyB);
    if (shapeA.xy.size() != shapeB.xy.size() || shapeA.ringOffsets != shapeB.ringOffsets) return std::nullopt;
    double distance = 0;
    for (std::size_t i = 0; i < shapeA.pointCount(); ++i)
        distance = std::max(distance, std::hypot(shapeA.point(i).x - shapeB.point(i).x, shapeA.point(i).y - shapeB.point(i).y));
    return distance;
}

} // namespace banlang::e2e
